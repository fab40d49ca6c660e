/// What a cell says at a glance.
package enum Verdict: String, Sendable, Hashable {
    case yes, no, partial
    /// Words that are neither.
    case value
    case empty

    /// - Parameter text: a cell's text without markup.
    package init(_ text: String) {
        let trimmed = text.drop { $0.isWhitespace }
        if trimmed.isEmpty {
            self = .empty
            return
        }
        if let mark = Self.mark(of: trimmed) ?? Self.shortcode(trimmed) {
            self = mark
            return
        }
        // `Yes, since 1.2` says yes; `Yesterday` does not, nor does `no-op`.
        let word = trimmed.prefix { $0.isLetter || $0 == "/" || $0 == "-" }
        if let verdict = Self.words[word.lowercased()] {
            self = verdict
        } else if text.utf8.count <= Self.longestWords, let verdict = Self.words[Words.folded(text)] {
            self = verdict
        } else {
            self = trimmed.allSatisfy { "-–—".contains($0) || $0.isWhitespace } ? .empty : .value
        }
    }

    /// What the sign says that a cell begins with; nil without one.
    fileprivate static func mark(of text: some StringProtocol) -> Verdict? {
        text.first { !$0.isWhitespace }.flatMap { marks[$0] }
    }

    /// What `:x:` and the like say, which code hosts show as signs; nil for another text.
    private static func shortcode(_ text: Substring) -> Verdict? {
        guard text.first == ":" else { return nil }
        let name = text.dropFirst().prefix { $0.isLetter || $0 == "_" }
        return text[name.endIndex...].first == ":" ? shortcodes[String(name)] : nil
    }

    private static let shortcodes: [String: Verdict] = [
        "white_check_mark": .yes, "heavy_check_mark": .yes, "ballot_box_with_check": .yes, "x": .no,
        "no_entry": .no,
        "heavy_multiplication_x": .no, "negative_squared_cross_mark": .no, "warning": .partial,
    ]

    private static let marks: [Character: Verdict] = [
        "✅": .yes, "✔": .yes, "✔️": .yes, "✓": .yes, "☑": .yes, "☑️": .yes, "○": .yes, "◎": .yes, "🟢": .yes,
        "❌": .no,
        "✗": .no, "✘": .no, "✖": .no, "✖️": .no, "×": .no, "🔴": .no, "⛔": .no, "⚠": .partial, "⚠️": .partial,
        "△": .partial, "🟡": .partial, "🟠": .partial,
    ]

    /// Texts of more bytes are not folded to be looked up whole, which takes its time. No word has half as many.
    private static let longestWords = 64

    private static let words: [String: Verdict] = [
        "yes": .yes, "no": .no, "partial": .partial, "partially": .partial, "partly": .partial,
        "limited": .partial,
        "n/a": .empty, "supported": .yes, "unsupported": .no, "not supported": .no, "ja": .yes, "nein": .no,
        "teilweise": .partial, "oui": .yes, "non": .no, "sí": .yes, "sì": .yes, "是": .yes, "否": .no,
        "はい": .yes,
        "いいえ": .no, "예": .yes, "아니오": .no, "x": .yes,
    ]
}

/// A cell's verdict as a page shows it.
package struct ShownVerdict: Sendable, Hashable {
    package let verdict: Verdict
    /// Whether the author marked the cell with a sign, so that the page need not.
    package let isMarked: Bool

    /// - Parameter text: the cell's text without markup.
    package init(_ text: String) {
        verdict = Verdict(text)
        isMarked = Verdict.mark(of: text) != nil
    }

    /// What a page shows of a statement, which is no answer: `No extra commits` may well speak for its option.
    package init(ofStatement text: String) {
        verdict = Verdict(text) == .empty ? .empty : .value
        isMarked = false
    }

    /// The classes by which styles know it.
    package var className: StaticString {
        switch verdict {
        case .yes: isMarked ? "yes marked" : "yes"
        case .no: isMarked ? "no marked" : "no"
        case .partial: isMarked ? "partial marked" : "partial"
        case .value: "value"
        case .empty: "empty"
        }
    }
}
