import Markdown

/// The head of a rule: `Use **IRSA** if:`.
struct RuleHead {
    let isAvoiding: Bool
    let option: OptionName
    /// Whether the option stands in bold, code or a link.
    let isMarked: Bool
    let match: Decision.Match
    /// What follows the conjunction; empty where a list of conditions follows the head.
    let condition: String

    /// Reads a paragraph's inlines.
    ///
    /// - Returns: nil where they are no rule's head.
    init?(_ tree: Tree, paragraph: Int) {
        guard Self.mayBegin(tree, paragraph) else { return nil }
        let plain = Words.collapsed(tree.plainText(of: paragraph))
        guard plain.unicodeScalars.count <= 400, let (verb, isAvoiding) = Self.verb(of: Words.trimmed(plain))
        else {
            return nil
        }
        self.isAvoiding = isAvoiding
        let rest: String
        if let (marked, tail) = Self.markedOption(tree, paragraph, after: verb) {
            isMarked = true
            option = OptionName(marked)
            rest = tail
        } else {
            isMarked = false
            let object = String(Words.trimmed(plain).dropFirst(verb.count + 1))
            guard let conjunction = Self.firstConjunction(in: object) else { return nil }
            let bytes = Array(object.utf8)
            option = OptionName(
                Self.withoutOther(String(decoding: bytes[..<conjunction.lowerBound], as: UTF8.self)))
            rest = String(decoding: bytes[conjunction.lowerBound...], as: UTF8.self)
        }
        guard Self.isOption(option.name, isMarked: isMarked),
            let (match, condition) = Self.condition(in: Self.withoutOther(rest))
        else { return nil }
        self.match = match
        self.condition = condition
    }

    /// Whether a paragraph's first word can be a verb's. Nearly every paragraph of a site is passed over here, without
    /// making its text.
    static func mayBegin(_ tree: Tree, _ paragraph: Int) -> Bool {
        let nodes = paragraph + 1..<Int(tree[paragraph].end)
        guard let leaf = nodes.first(where: { tree[$0].kind == .text }) else { return false }
        let text = tree.bytes(tree[leaf].literal).drop { !isLetter($0) && $0 < 0x80 }
        guard let first = text.first else { return false }
        // An emoji, perhaps, with the verb behind it.
        if first >= 0x80 { return true }
        var word: [UInt8] = []
        for byte in text.prefix(9) {
            guard isLetter(byte) else { break }
            word.append(byte | 0x20)
        }
        return firstWords.contains(word)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
    }

    /// The first words of all verbs, up to the first that is no letter.
    private static let firstWords = Set(
        (Vocabulary.choosingVerbs + Vocabulary.avoidingVerbs).map { verb in
            Array(verb.utf8.prefix(while: isLetter))
        })

    private static func verb(of text: String) -> (String, isAvoiding: Bool)? {
        let folded = text.lowercased()
        // `Use case: …` is a noun.
        guard !folded.hasPrefix("use case") else { return nil }
        for verb in Vocabulary.avoidingVerbs where folded.hasPrefix(verb + " ") { return (verb, true) }
        for verb in Vocabulary.choosingVerbs where folded.hasPrefix(verb + " ") { return (verb, false) }
        return nil
    }

    /// The option where it stands in bold, code or a link right after the verb, and the text after it.
    private static func markedOption(_ tree: Tree, _ paragraph: Int, after verb: String) -> (String, String)?
    {
        let inlines = Array(tree.children(of: paragraph))
        guard inlines.count >= 3, Words.folded(tree.plainText(of: inlines[0])) == verb else { return nil }
        switch tree[inlines[1]].kind {
        case .strong, .code, .emphasis, .link, .wikilink:
            let option = Words.collapsed(tree.plainText(of: inlines[1]))
            let tail = tree.plainText(of: inlines[2]..<Int(tree[paragraph].end))
            return (option, Words.collapsed(tail))
        default: return nil
        }
    }

    /// The first conjunction with a space before it.
    private static func firstConjunction(in text: String) -> Range<Int>? {
        let folded = text.lowercased()
        let places = Vocabulary.conjunctions.compactMap { Words.ranges(of: $0, in: folded).first }
            .filter { $0.lowerBound > 0 }
        return places.min { ($0.lowerBound, -$0.count) < ($1.lowerBound, -$1.count) }
    }

    /// Drops `over B` and `instead of B`: the alternative is an option in its own rule.
    private static func withoutOther(_ text: String) -> String {
        let folded = text.lowercased()
        for phrase in ["over", "instead of", "rather than"] {
            guard let range = Words.ranges(of: phrase, in: folded).first else { continue }
            let bytes = Array(text.utf8)
            let before = String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
            let after = String(decoding: bytes[range.upperBound...], as: UTF8.self)
            guard let conjunction = firstConjunction(in: after) else { return Words.trimmed(before) }
            return before + String(decoding: Array(after.utf8)[conjunction.lowerBound...], as: UTF8.self)
        }
        return text
    }

    private static func isOption(_ name: String, isMarked: Bool) -> Bool {
        guard !name.isEmpty, name.unicodeScalars.count <= 60, Words.count(name) <= 7 else { return false }
        guard let first = Words.split(name.lowercased()).first else { return false }
        return isMarked || !Vocabulary.pointingWords.contains(String(first))
    }

    /// What follows the conjunction that `text` begins with.
    private static func condition(in text: String) -> (Decision.Match, String)? {
        var rest = Words.collapsed(text)
        guard
            let conjunction = Vocabulary.conjunctions.first(where: {
                let folded = rest.lowercased()
                return folded == $0 || folded.hasPrefix($0 + " ") || folded.hasPrefix($0 + ":")
            })
        else { return nil }
        rest = Words.collapsed(String(rest.dropFirst(conjunction.count)))
        while rest.last == ":" || rest.last == "：" { rest.removeLast() }
        rest = rest.first == ":" ? Words.collapsed(String(rest.dropFirst())) : rest
        let folded = Words.folded(rest)
        // `if all of these hold:`, `if you want:` and the like only introduce the list.
        if isIntroduction(folded) {
            let saysAll = Words.split(folded).contains { $0 == "all" || $0 == "both" }
            return (saysAll ? .all : .any, "")
        }
        return (.any, Words.trimmed(rest))
    }

    private static func isIntroduction(_ folded: String) -> Bool {
        let words = Words.split(folded)
        if words.isEmpty { return true }
        let introducing: Set<Substring> = [
            "you", "want", "need", "any", "all", "both", "of", "the", "these", "this", "following", "is",
            "are", "true",
            "hold", "holds", "apply", "applies", "have", "your", "conditions", "one", "that", "it", "we",
        ]
        return words.count <= 7 && words.allSatisfy(introducing.contains)
    }
}
