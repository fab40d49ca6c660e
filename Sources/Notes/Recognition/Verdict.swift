/// What a cell says at a glance.
package enum Verdict: String, Sendable, Hashable {
    case yes, no, partial
    /// Words that are neither.
    case value
    case empty

    /// - Parameter text: a cell's text without markup.
    package init(_ text: String) {
        let trimmed = text.drop { $0.isWhitespace }
        guard let first = trimmed.first else {
            self = .empty
            return
        }
        if let mark = Self.marks[first] {
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

    /// Whether a cell begins with a sign that says its verdict, so that a page need not mark it.
    ///
    /// - Parameter text: a cell's text without markup.
    package static func isMarked(_ text: String) -> Bool {
        text.first { !$0.isWhitespace }.map { marks[$0] != nil } ?? false
    }

    /// The classes by which a page shows a cell.
    package func className(isMarked: Bool) -> StaticString {
        switch self {
        case .yes: isMarked ? "yes marked" : "yes"
        case .no: isMarked ? "no marked" : "no"
        case .partial: isMarked ? "partial marked" : "partial"
        case .value: "value"
        case .empty: "empty"
        }
    }

    private static let marks: [Character: Verdict] = [
        "✅": .yes, "✔": .yes, "✔️": .yes, "✓": .yes, "☑": .yes, "☑️": .yes, "○": .yes, "◎": .yes, "🟢": .yes,
        "❌": .no,
        "✗": .no, "✘": .no, "✖": .no, "✖️": .no, "×": .no, "🔴": .no, "⛔": .no, "⚠": .partial, "⚠️": .partial,
        "△": .partial, "🟡": .partial, "🟠": .partial,
    ]

    /// No text that is longer, in bytes, says nothing but a verdict.
    private static let longestWords = 40

    private static let words: [String: Verdict] = [
        "yes": .yes, "no": .no, "partial": .partial, "partially": .partial, "partly": .partial,
        "limited": .partial,
        "n/a": .empty, "supported": .yes, "unsupported": .no, "not supported": .no, "ja": .yes, "nein": .no,
        "teilweise": .partial, "oui": .yes, "non": .no, "sí": .yes, "sì": .yes, "是": .yes, "否": .no,
        "はい": .yes,
        "いいえ": .no, "예": .yes, "아니오": .no, "x": .yes,
    ]
}
