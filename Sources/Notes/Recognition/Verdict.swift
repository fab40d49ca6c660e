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
        if let verdict = Self.words[Self.firstWord(of: trimmed).lowercased()] {
            self = verdict
        } else if text.utf8.count <= Self.longestWords, let verdict = Self.words[Words.folded(text)] {
            self = verdict
        } else {
            self = trimmed.allSatisfy { "-–—".contains($0) || $0.isWhitespace } ? .empty : .value
        }
    }

    /// What the sign says that a cell begins with; nil without one.
    fileprivate static func mark(of text: some StringProtocol) -> Verdict? {
        // No mark is ASCII.
        guard let byte = text.utf8.first(where: { $0 > 0x20 }), byte >= 0x80 else { return nil }
        return text.first { !$0.isWhitespace }.flatMap { marks[$0] }
    }

    /// `Yes, since 1.2` says yes; `Yesterday` does not, nor does `no-op`.
    private static func firstWord(of text: Substring) -> Substring {
        let bytes = text.utf8
        let end =
            bytes.firstIndex { byte in
                !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte != UInt8(ascii: "/")
                    && byte != UInt8(ascii: "-")
            } ?? bytes.endIndex
        // Nearly all texts are ASCII, which needs no look at characters.
        if end == bytes.endIndex || bytes[end] < 0x80 { return text[..<end] }
        return text.prefix { $0.isLetter || $0 == "/" || $0 == "-" }
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

    private init(_ verdict: Verdict, isMarked: Bool) {
        self.verdict = verdict
        self.isMarked = isMarked
    }

    /// What a page shows where the text is a statement, which is no answer: `No extra commits` may well speak for its option.
    package var ofStatement: ShownVerdict {
        ShownVerdict(verdict == .empty ? .empty : .value, isMarked: false)
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
