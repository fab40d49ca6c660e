package import Localisation
import Notes

/// A query, read: words, phrases and filters.
///
///     irsa tag:eks is:decision in:identity since:2026-01 "session name" -fargate
package struct Query: Sendable, Hashable {
    let words: [Word]
    /// The folded units of what stands in quotes, with a space around each.
    let phrases: [String]
    let excluded: [Word]
    let filters: [Filter]
    /// The two things that it sets against each other, as in `irsa vs pod identity`.
    let sides: Sides?

    enum Filter: Sendable, Hashable {
        case tag(String)
        case hasDecision
        case hasComparison
        case folder(String)
        case since(Int)
    }

    /// One thing that is looked for.
    struct Word: Sendable, Hashable {
        /// As typed, folded.
        var text: String
        /// What it is found by as a whole, where it has parts; not stemmed where joined.
        var whole: String?
        /// What it is found by otherwise: all of these. One for a plain word.
        var parts: [Part]
        /// Whether it is still being typed.
        var isPrefix = false
        /// Whether it only frames the question that other words ask, as in `how do I rotate a token`. Notes need not have it then,
        /// and it weighs next to nothing.
        var isLight = false
    }

    struct Part: Sendable, Hashable {
        let surface: String
        let term: String
        /// Of a script without spaces.
        let isPair: Bool
    }

    /// More words than these are not looked for, nor more that only frame a question.
    private static let mostWords = 12

    /// - Parameter says: how its language asks questions.
    package init(_ text: String, _ says: SearchWords) {
        let functionWords = Set(Self.words(in: says.functionWords).map(\.text))
        var words: [Word] = []
        var phrases: [String] = []
        var excluded: [Word] = []
        var filters: [Filter] = []
        var plain: [String] = []
        var isLastTyped = false
        for token in Self.tokens(text) {
            isLastTyped = false
            if token.isQuoted {
                let units = TextWords.units(of: token.text)
                guard !units.isEmpty else { continue }
                phrases.append(" " + units.joined(separator: " ") + " ")
                words += Self.words(in: token.text)
                plain.append(token.text)
            } else if let filter = Self.filter(token.text) {
                filters.append(filter)
            } else if Self.excludes(token.text) {
                excluded += Self.words(in: String(token.text.dropFirst()))
            } else {
                var own = Self.words(in: token.text)
                for index in own.indices { own[index].isLight = functionWords.contains(own[index].text) }
                words += own
                plain.append(token.text)
                isLastTyped = !own.isEmpty
            }
        }
        if isLastTyped, let last = text.unicodeScalars.last, last != " ", !words.isEmpty {
            words[words.count - 1].isPrefix = true
        }
        sides = Sides(of: plain.joined(separator: " "), says.setAgainst, functionWords: functionWords)
        if let sides { words.removeAll { sides.between.contains($0.text) } }
        self.words = Self.weighed(words)
        self.phrases = phrases
        self.excluded = excluded
        self.filters = filters
    }

    /// Each word once. Function words have their full weight where there are no others; a single letter of one that is still being
    /// typed is none yet.
    private static func weighed(_ words: [Word]) -> [Word] {
        var unique: [Word] = []
        for word in words where !unique.contains(where: { $0.text == word.text }) {
            if unique.count(where: { $0.isLight == word.isLight }) < mostWords { unique.append(word) }
        }
        let areOthers = unique.contains {
            !$0.isLight && !($0.isPrefix && $0.text.unicodeScalars.count == 1)
        }
        for index in unique.indices where unique[index].isLight {
            unique[index].isLight = areOthers
            if areOthers { unique[index].isPrefix = false }
        }
        return unique
    }

    /// Parts a text at white space outside quotes. A quotation mark that is not closed holds to the end.
    private static func tokens(_ text: String) -> [(text: String, isQuoted: Bool)] {
        var tokens: [(String, Bool)] = []
        var token = ""
        var isQuoted = false
        func finish() {
            if !token.isEmpty { tokens.append((token, isQuoted)) }
            token = ""
        }
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\u{201C}" || scalar == "\u{201D}" {
                finish()
                isQuoted.toggle()
            } else if !isQuoted, scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\u{3000}" {
                finish()
            } else {
                token.unicodeScalars.append(scalar)
            }
        }
        finish()
        return tokens
    }

    /// Whether one dash stands before a word. What begins with two, as in `patronictl failover --force`, is text.
    private static func excludes(_ token: String) -> Bool {
        let bytes = token.utf8.prefix(2)
        return bytes.count == 2 && bytes.first == UInt8(ascii: "-") && bytes.last != UInt8(ascii: "-")
    }

    private static func filter(_ token: String) -> Filter? {
        guard let colon = token.firstIndex(of: ":") else { return nil }
        let value = String(token[token.index(after: colon)...])
        switch (token[..<colon].lowercased(), value.lowercased()) {
        case (_, ""): return nil
        case ("tag", _): return .tag(value.hasPrefix("#") ? String(value.dropFirst()) : value)
        case ("is", "decision"): return .hasDecision
        case ("is", "comparison"): return .hasComparison
        case ("in", _):
            let path = value.split(separator: "/").joined(separator: "/")
            return path.isEmpty ? nil : .folder(path)
        case ("since", let day):
            // A year or a month begins with its first day.
            let full = [4: day + "-01-01", 7: day + "-01"][day.utf8.count] ?? day
            return CalendarDate(full).map { .since(Facets.number(of: $0)) }
        default: return nil
        }
    }

    // MARK: Words

    static func words(in text: String) -> [Word] {
        var words: [Word] = []
        var text = text
        text.withUTF8 { bytes in
            var scanner = Scanner(bytes)
            var joined: (text: String, parts: [Part])?
            func finish() {
                guard let whole = joined else { return }
                words.append(Word(text: whole.text, whole: whole.text, parts: whole.parts))
                joined = nil
            }
            while scanner.next() {
                guard !scanner.folded.isEmpty else { continue }
                let folded = String(decoding: scanner.folded, as: UTF8.self)
                if scanner.isPairs {
                    words.append(pairs(folded))
                    continue
                }
                if scanner.signs > 0, !scanner.joinsPrevious {
                    let signed = String(decoding: scanner.signed, as: UTF8.self)
                    words.append(Word(text: signed, whole: signed, parts: [part(folded)]))
                } else if scanner.joinsPrevious || scanner.joinsNext {
                    let connector =
                        scanner.joinsPrevious && joined != nil
                        ? String(UnicodeScalar(bytes[scanner.start - 1])) : ""
                    joined = ((joined?.text ?? "") + connector + folded, joined?.parts ?? [])
                    if scanner.count > 1 { joined?.parts.append(part(folded)) }
                    if !scanner.joinsNext { finish() }
                } else {
                    words.append(word(folded, scanner, bytes))
                }
            }
            finish()
        }
        return words
    }

    private static func part(_ folded: String) -> Part {
        Part(surface: folded, term: TextWords.words(of: folded).joined(), isPair: false)
    }

    private static func word(
        _ folded: String, _ scanner: borrowing Scanner, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Word {
        var parts: [Part] = []
        if scanner.hasInnerCapital {
            scanner.parts { range in
                parts.append(part(String(decoding: bytes[range], as: UTF8.self).lowercased()))
            }
        }
        let whole = part(folded)
        if parts.isEmpty { return Word(text: folded, whole: nil, parts: [whole]) }
        return Word(text: folded, whole: whole.term, parts: parts)
    }

    private static func pairs(_ folded: String) -> Word {
        let characters = Array(folded.unicodeScalars)
        guard characters.count > 1 else {
            return Word(
                text: folded, whole: nil, parts: [Part(surface: folded, term: folded, isPair: true)],
                isPrefix: true)
        }
        let pairs = zip(characters, characters.dropFirst()).map { first, second in
            let pair = String(first) + String(second)
            return Part(surface: pair, term: pair, isPair: true)
        }
        return Word(text: folded, whole: nil, parts: pairs)
    }
}
