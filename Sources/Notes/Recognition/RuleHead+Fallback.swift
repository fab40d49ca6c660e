// What to choose where nothing else decides, as an item or a heading. The words are those of sentences that give a default.

extension RuleHead {
    /// `[Otherwise] [use] [A]`, `[Default]: [A]`, `[Use] [A] [otherwise]`
    @Sendable
    static func readFallback(_ phrase: Phrase) -> RuleHead? { readOpened(phrase) ?? readClosed(phrase) }

    /// `[Otherwise] [use] [A]`, `[Default]: [A]`
    private static func readOpened(_ phrase: Phrase) -> RuleHead? {
        guard let opening = Vocabulary.fallbackOpenings.first(where: { phrase.begins(with: $0.words) }) else {
            return nil
        }
        var (rest, hasSign) = withoutSign(phrase, from: opening.words.utf8.count)
        guard hasSign || opening.isClause else { return nil }
        if rest.begins(with: "then") { rest = rest.dropping(4) }
        guard let (option, isMarked, hasVerb) = chosen(in: rest) else { return nil }
        if !hasVerb {
            // `By default **A** keeps …` says what A does; and a bare name is all there is.
            let isAll =
                isMarked
                ? rest.leadingMark.map { ends(rest, at: $0.upperBound) } ?? false
                : (hasSign || opening.words == "otherwise") && rest.range(of: ",") == nil
            guard isAll else { return nil }
        }
        return fallback(option, isMarked: isMarked, hasVerb: hasVerb)
    }

    /// `[Use] [A] [otherwise]`
    private static func readClosed(_ phrase: Phrase) -> RuleHead? {
        guard let (verb, isAvoiding) = verb(of: phrase), !isAvoiding else { return nil }
        for tail in Vocabulary.fallbackTails {
            guard let range = phrase.range(of: tail, from: verb + 1), ends(phrase, at: range.upperBound)
            else { continue }
            let object = withoutAdverbs(withoutOther(phrase.part(verb..<range.lowerBound).trimmingEnd(",")))
            let isWhole = object.leadingMark.map { $0.upperBound == object.count } ?? false
            // What narrows the choice is a condition: `Use A for logs by default`.
            guard isWhole || object.first(of: Vocabulary.conjunctions + narrowing, from: 1) == nil,
                let option = name(isWhole, object)
            else { return nil }
            return fallback(option, isMarked: object.leadingMark != nil, hasVerb: true)
        }
        return nil
    }

    private static func fallback(_ option: OptionName, isMarked: Bool, hasVerb: Bool) -> RuleHead {
        var head = RuleHead(.fallback, option)
        head.isMarked = isMarked
        head.hasVerb = hasVerb
        return head
    }

    /// What stands behind an opening, without the signs that part the two.
    private static func withoutSign(_ phrase: Phrase, from start: Int) -> (Phrase, hasSign: Bool) {
        var rest = phrase.dropping(start)
        var hasSign = false
        while let sign = signs.first(where: { rest.bytes.starts(with: $0.utf8) }) {
            // A hyphen belongs to the word in front of it.
            if sign == "-", phrase.bytes[start] != 0x20 { break }
            hasSign = true
            rest = rest.dropping(sign.utf8.count)
        }
        return (rest, hasSign)
    }

    /// Whether nothing but a reason or a remark follows.
    private static func ends(_ phrase: Phrase, at end: Int) -> Bool {
        let rest = phrase.dropping(end)
        return rest.isEmpty || ends.contains { rest.bytes.starts(with: $0.utf8) }
            || ["because", "since"].contains(where: rest.begins)
    }

    private static let signs = arrows + [",", ":", "?", "–", "—", "-", "：", "，", "？"]
    private static let ends = [".", ",", ";", ":", "!", "(", "–", "—", "- "]
    private static let narrowing = ["in", "on", "with", "as", "and", "or", ","]
}
