/// The span after which a note is to be reviewed again: `90d`, `12w`, `6m`, `1y`.
package struct ReviewPeriod: Hashable, Sendable, CustomStringConvertible {
    package let count: Int
    package let unit: Unit

    package enum Unit: String, Sendable {
        case days = "d"
        case weeks = "w"
        case months = "m"
        case years = "y"
    }

    /// A whole number from 1 to 9999 and a unit, which may be written out: `90d`, `6 months`.
    package init?(_ text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let word = text[digits.endIndex...].drop(while: \.isWhitespace).lowercased()
        let units: [(Unit, [String])] = [
            (.days, ["d", "day", "days"]), (.weeks, ["w", "week", "weeks"]),
            (.months, ["m", "month", "months"]),
            (.years, ["y", "year", "years"]),
        ]
        guard let count = Int(digits), (1...9999).contains(count),
            let unit = units.first(where: { $0.1.contains(word) })?.0
        else { return nil }
        self.count = count
        self.unit = unit
    }

    package var description: String { "\(count)\(unit.rawValue)" }
}

extension CalendarDate {
    /// The day that is so much later. Of a month that has no such day, its last.
    package func adding(_ period: ReviewPeriod) -> CalendarDate {
        switch period.unit {
        case .days: addingDays(period.count)
        case .weeks: addingDays(7 * period.count)
        case .months: addingMonths(period.count)
        case .years: addingMonths(12 * period.count)
        }
    }

    private func addingMonths(_ count: Int) -> CalendarDate {
        let months = year * 12 + month - 1 + count
        let (year, month) = (months / 12, months % 12 + 1)
        return CalendarDate(year: year, month: month, day: min(day, Self.days(inMonth: month, of: year)))
    }

    private func addingDays(_ count: Int) -> CalendarDate {
        var (year, month, day) = (year, month, day + count)
        while day > Self.days(inMonth: month, of: year) {
            day -= Self.days(inMonth: month, of: year)
            month += 1
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        return CalendarDate(year: year, month: month, day: day)
    }
}
