import Notes

/// What a cell says that another can contradict: a judgement, or a quantity. Two values in other words contradict nothing;
/// a yes against a no does, and so does one number against another of the same unit.
struct Stance: Hashable {
    /// Two stances of one matter that differ cannot both be right.
    let matter: Matter
    private let value: Value

    enum Matter: Hashable {
        case judgement
        /// What is counted, in lower case; empty for bare numbers.
        case quantity(unit: String)
    }

    private enum Value: Hashable {
        case verdict(Verdict)
        case number(Double)
    }

    /// Nil where a cell says nothing that could be contradicted.
    init?(_ cell: Comparison.Cell) {
        switch cell.verdict {
        case .yes, .no, .partial: (matter, value) = (.judgement, .verdict(cell.verdict))
        case .empty: return nil
        case .value:
            guard let (number, unit) = Self.quantity(cell.text) else { return nil }
            (matter, value) = (.quantity(unit: unit), .number(number))
        }
    }

    /// A number with a unit, where a text is nothing else: `15 minutes`, `1,000`, `1.0 s`.
    private static func quantity(_ text: String) -> (number: Double, unit: String)? {
        let trimmed = text.utf8.drop { $0 == UInt8(ascii: " ") }
        let digits = Substring(trimmed.prefix(while: Self.isOfNumber))
        // A keycap, as 5️⃣, is a picture and no number.
        let next = text.unicodeScalars[digits.endIndex...].first
        guard !digits.isEmpty, next?.properties.isGraphemeExtend != true else { return nil }
        let words = text[digits.endIndex...].split { $0.isWhitespace }
        // `1,000` parts thousands; `1,5` is read as one and a half in some places and never in others.
        let groups = digits.split(separator: ",", omittingEmptySubsequences: false)
        guard words.count <= 1, groups.dropFirst().allSatisfy({ $0.prefix { $0 != "." }.count == 3 }),
            let number = Double(groups.joined())
        else { return nil }
        return (number, words.first?.lowercased() ?? "")
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
    }
}

extension [Comparison.Cell] {
    /// Whether not all of the cells can be right.
    package var isContested: Bool {
        var first: [Stance.Matter: Stance] = [:]
        return lazy.compactMap(Stance.init).contains { stance in
            defer { first[stance.matter] = first[stance.matter] ?? stance }
            return first[stance.matter].map { $0 != stance } ?? false
        }
    }
}
