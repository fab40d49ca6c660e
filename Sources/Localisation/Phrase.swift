/// Words with places for others: `{0}` for the first, `{1}` for the second.
///
///     let phrase: Phrase = "Updated {0} by {1}"
///     phrase("2026-11-20", "Ada")   // Updated 2026-11-20 by Ada
///
/// What is put in is not looked at again, so it may hold braces itself.
package struct Phrase: Sendable, Hashable, ExpressibleByStringLiteral {
    package let text: String

    /// The stretches in their order.
    package let parts: [Part]

    package init(stringLiteral text: String) {
        self.text = text
        parts = Self.parts(of: text)
    }

    /// A stretch of a phrase.
    package enum Part: Sendable, Hashable {
        case words(String)
        /// The place of a value, by its number.
        case place(Int)
    }

    private static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var rest = text[...]
        while let brace = rest.firstIndex(of: "{") {
            let digit = rest.index(after: brace)
            guard digit < rest.endIndex, let number = rest[digit].wholeNumberValue,
                rest[rest.index(after: digit)...].first == "}"
            else { break }
            if brace > rest.startIndex { parts.append(.words(String(rest[..<brace]))) }
            parts.append(.place(number))
            rest = rest[rest.index(digit, offsetBy: 2)...]
        }
        if !rest.isEmpty { parts.append(.words(String(rest))) }
        return parts
    }

    /// The phrase with values in its places; a place without a value stays empty.
    package func callAsFunction(_ values: String...) -> String {
        parts.reduce(into: "") { text, part in
            switch part {
            case .words(let words): text += words
            case .place(let number): text += values.indices.contains(number) ? values[number] : ""
            }
        }
    }
}
