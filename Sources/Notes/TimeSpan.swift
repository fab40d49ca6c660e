/// A number of days, weeks, months or years: `90d`, `12w`, `6m`, `1y`.
package struct TimeSpan: Hashable, Sendable, CustomStringConvertible {
    package let count: Int
    package let unit: Unit

    package enum Unit: Character, Sendable {
        case days = "d"
        case weeks = "w"
        case months = "m"
        case years = "y"
    }

    /// Reads a number and a unit; nil for anything else, and for more than 9999 of a unit.
    package init?(_ text: some StringProtocol) {
        guard let last = text.last, let unit = Unit(rawValue: Character(last.lowercased())),
            let count = Int(text.dropLast()), (1...9999).contains(count)
        else { return nil }
        self.count = count
        self.unit = unit
    }

    package var description: String { "\(count)\(unit.rawValue)" }
}

extension CalendarDate {
    /// The day that is a span later. Of a month that is too short the last day is taken: a month after 31 January is
    /// 28 or 29 February.
    package func adding(_ span: TimeSpan) -> CalendarDate {
        switch span.unit {
        case .days: adding(days: span.count)
        case .weeks: adding(days: 7 * span.count)
        case .months: adding(months: span.count)
        case .years: adding(months: 12 * span.count)
        }
    }

    private func adding(months: Int) -> CalendarDate {
        let months = 12 * year + month - 1 + months
        let (year, month) = (months / 12, months % 12 + 1)
        return CalendarDate(
            year: year, month: month, day: min(day, CalendarDate.days(inMonth: month, of: year)))
    }

    private func adding(days: Int) -> CalendarDate {
        var (year, month, day) = (year, month, day + days)
        while day > CalendarDate.days(inMonth: month, of: year) {
            day -= CalendarDate.days(inMonth: month, of: year)
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        return CalendarDate(year: year, month: month, day: day)
    }
}
