import Markdown

/// The head of a rule, such as `Use **IRSA** if:`.
struct RuleHead {
    /// The shapes of a head. Each is a line of the table `forms`.
    enum Form: Sendable {
        /// `Use A when …`
        case choice
        /// `When to use A?`
        case whenQuestion
        /// `A: best for …`
        case fit
        /// `If you need …, use A`; `… → A`
        case situation
        /// `Otherwise use A`; `Use A for everything else`
        case fallback
    }

    let form: Form
    var isAvoiding = false
    let option: OptionName
    /// Whether the option is set off, in bold, code or a link.
    var isMarked = false
    /// Whether it names what the option is preferred to: `Use A over B when …`.
    var hasOther = false
    /// Whether a verb tells that the option is one.
    var hasVerb = true
    var match = Decision.Match.any
    /// What must hold; empty where a list of conditions follows the head.
    var condition = ""
    /// What rules the option out; empty where the head says nothing of the kind.
    var exception = ""
    /// Whether the list below the head rules the option out: `Use A unless:`.
    var introducesExceptions = false

    /// The grammar: each form with what reads it. The first that fits counts.
    private static let forms: [(form: Form, read: @Sendable (Phrase) -> RuleHead?)] = [
        (.fallback, readFallback), (.choice, readChoice), (.whenQuestion, readWhenQuestion), (.fit, readFit),
        (.situation, readSituation),
    ]

    /// Whoever writes more writes prose.
    private static let longest = 1000

    /// Reads a phrase as one of some forms.
    ///
    /// - Returns: nil where it is no rule's head.
    init?(_ phrase: Phrase, as forms: Set<Form>) {
        guard !phrase.isEmpty, phrase.count <= Self.longest else { return nil }
        for (form, read) in Self.forms where forms.contains(form) {
            if let head = read(phrase) {
                self = head
                return
            }
        }
        return nil
    }

    init(_ form: Form, _ option: OptionName) {
        self.form = form
        self.option = option
    }

    // MARK: Forms

    /// `[Use] [A] [over B] [when] [condition]`
    @Sendable
    private static func readChoice(_ phrase: Phrase) -> RuleHead? {
        guard let (verb, isAvoiding) = verb(of: phrase) else { return nil }
        let object = phrase.dropping(verb)
        guard let (option, isMarked, rest) = option(of: object) else { return nil }
        var head = RuleHead(.choice, option)
        head.isAvoiding = isAvoiding
        head.isMarked = isMarked
        head.hasOther = object.part(0..<(object.count - rest.count)).first(of: Vocabulary.otherWords) != nil
        return head.readCondition(of: rest) ? head : nil
    }

    /// `When to [use] [A]?`
    @Sendable
    private static func readWhenQuestion(_ phrase: Phrase) -> RuleHead? {
        guard
            let (opening, isAvoiding) = Vocabulary.whenQuestions.first(where: {
                phrase.begins(with: $0.words)
            })
        else { return nil }
        let question = phrase.dropping(opening.utf8.count)
        guard let (verb, avoids) = verb(of: question) else { return nil }
        let object = withoutOther(question.dropping(verb).trimmingEnd(":?. "))
        guard object.first(of: Vocabulary.conjunctions + ["vs", "vs.", "or", "versus", ","]) == nil,
            let option = name(object.leadingMark.map { $0.upperBound == object.count } == true, object)
        else { return nil }
        var head = RuleHead(.whenQuestion, option)
        head.isAvoiding = isAvoiding != avoids
        head.isMarked = object.leadingMark != nil
        return head
    }

    /// `[A]: [best for] [condition]`
    @Sendable
    private static func readFit(_ phrase: Phrase) -> RuleHead? {
        guard let sign = phrase.first(of: [":", "—", "–", "→", " - "]) else { return nil }
        let rest = phrase.dropping(sign.upperBound)
        guard let words = Vocabulary.fitPhrases.first(where: rest.begins) else { return nil }
        let subject = phrase.part(0..<sign.lowerBound)
        let isMarked = subject.leadingMark.map { $0.upperBound == subject.count } ?? false
        let condition = rest.dropping(words.utf8.count).trimmingEnd(":")
        guard let option = name(isMarked, subject), condition.count >= 3 else { return nil }
        var head = RuleHead(.fit, option)
        head.isMarked = isMarked
        head.condition = Words.trimmed(condition.text)
        return head
    }

    /// `[If|When|For] [condition], [use] [A]` or `[condition] → [A]`
    @Sendable
    private static func readSituation(_ phrase: Phrase) -> RuleHead? {
        let opener = Vocabulary.situationOpeners.first(where: phrase.begins)
        // `When to use A: …` asks.
        guard !phrase.begins(with: "when to"),
            let (sign, object) = choice(in: phrase, hasOpener: opener != nil)
        else { return nil }
        let start = opener.map { Vocabulary.situationVerbs.contains($0) ? 0 : $0.utf8.count } ?? 0
        let condition = phrase.part(min(start, sign)..<sign).trimmingEnd(",:?")
        guard condition.count >= 3, let (option, isMarked, hasVerb) = chosen(in: object) else { return nil }
        var head = RuleHead(
            Vocabulary.leavesOpen(Words.folded(condition.text)) ? .fallback : .situation, option)
        head.isMarked = isMarked
        head.hasVerb = hasVerb
        head.condition = Words.trimmed(condition.text)
        return head
    }

    // MARK: Parts

    static let arrows = ["→", "->", "=>", "⇒", "➜", "➡"]

    /// Where the choice of a situation begins: the end of the condition, and the choice.
    private static func choice(in phrase: Phrase, hasOpener: Bool) -> (Int, Phrase)? {
        if let arrow = phrase.first(of: arrows) {
            return (arrow.lowerBound, phrase.dropping(arrow.upperBound))
        }
        guard hasOpener else { return nil }
        for sign in [",", ":", "?"] {
            var start = 0
            while let range = phrase.range(of: sign, from: start) {
                let object = phrase.dropping(range.upperBound)
                // A comma may part conditions, so a verb must follow it.
                if verb(of: object) != nil || object.begins(with: "then") || (sign != "," && object.count > 0)
                {
                    return (range.lowerBound, object.begins(with: "then") ? object.dropping(4) : object)
                }
                start = range.upperBound
            }
        }
        return nil
    }

    /// The option that `[use] [A]` names, where nothing but a reason follows it.
    static func chosen(in phrase: Phrase) -> (option: OptionName, isMarked: Bool, hasVerb: Bool)? {
        let verb = verb(of: phrase)
        if verb?.isAvoiding == true { return nil }
        let object = phrase.dropping(verb?.length ?? 0).trimmingEnd(".!;, ")
        if let mark = object.leadingMark, let option = name(true, object.part(mark)) {
            return (option, true, verb != nil)
        }
        let end = object.first(
            of: arrows + [
                "until", "for", "if", "when", "because", "since", "with", "and then", "unless",
                ",", ".", ";", "(", "–", "—", ":",
            ])
        let short = end.map { $0.lowerBound > 0 ? object.part(0..<$0.lowerBound) : object } ?? object
        // Without a verb the whole phrase must be the name.
        guard let option = name(false, verb == nil ? object : short) else { return nil }
        return (option, false, verb != nil)
    }

    /// How long the verb is that a phrase begins with.
    static func verb(of phrase: Phrase) -> (length: Int, isAvoiding: Bool)? {
        // `Use case: …` is a noun.
        guard !phrase.begins(with: "use case"), !phrase.begins(with: "use cases") else { return nil }
        if let verb = Vocabulary.avoidingVerbs.first(where: { phrase.begins(with: $0) }) {
            return (verb.utf8.count, true)
        }
        guard let verb = Vocabulary.choosingVerbs.first(where: { phrase.begins(with: $0) }) else {
            return nil
        }
        return (verb.utf8.count, false)
    }

    /// The option that the object of a verb begins with, and the conjunction with all that follows it.
    private static func option(of object: Phrase) -> (OptionName, isMarked: Bool, rest: Phrase)? {
        if let mark = object.leadingMark, mark.upperBound < object.count {
            let rest = withoutRemark(withoutOther(object.dropping(mark.upperBound)))
            if conjunction(of: rest) != nil, let option = name(true, object.part(mark)) {
                return (option, true, rest)
            }
        }
        guard let conjunction = object.first(of: Vocabulary.conjunctions, from: 1),
            let option = name(false, withoutAdverbs(withoutOther(object.part(0..<conjunction.lowerBound))))
        else { return nil }
        return (option, object.leadingMark != nil, object.dropping(conjunction.lowerBound))
    }

    /// A phrase as the name of an option.
    static func name(_ isMarked: Bool, _ phrase: Phrase) -> OptionName? {
        let option = OptionName(phrase.text)
        let name = option.name
        guard !name.isEmpty, name.unicodeScalars.count <= 60, Words.count(name) <= 7,
            let first = Words.split(name.lowercased()).first,
            isMarked || !Vocabulary.pointingWords.contains(String(first))
        else { return nil }
        return option
    }

    /// Drops `over B` and `instead of B`: the alternative is an option in its own rule.
    static func withoutOther(_ phrase: Phrase) -> Phrase {
        guard let other = phrase.first(of: Vocabulary.otherWords) else { return phrase }
        guard let conjunction = phrase.first(of: Vocabulary.conjunctions, from: other.upperBound) else {
            return phrase.part(0..<other.lowerBound)
        }
        // What stands before is empty or begins with a conjunction of its own.
        return other.lowerBound == 0 ? phrase.dropping(conjunction.lowerBound) : phrase
    }

    /// Drops what stands between an option and the conjunction: `only`, `, our default,`.
    private static func withoutRemark(_ phrase: Phrase) -> Phrase {
        guard let conjunction = phrase.first(of: Vocabulary.conjunctions) else { return phrase }
        let remark = phrase.part(0..<conjunction.lowerBound)
        let isAside = remark.bytes.first == UInt8(ascii: ",") && remark.bytes.last == UInt8(ascii: ",")
        return isAside || withoutAdverbs(remark).isEmpty ? phrase.dropping(conjunction.lowerBound) : phrase
    }

    /// Drops the adverbs that a phrase ends with.
    static func withoutAdverbs(_ phrase: Phrase) -> Phrase {
        let adverb = Vocabulary.narrowingAdverbs.first { adverb in
            let start = phrase.count - adverb.utf8.count
            return start >= 0 && phrase.range(of: adverb, from: start) != nil
        }
        guard let adverb else { return phrase }
        return withoutAdverbs(phrase.part(0..<phrase.count - adverb.utf8.count))
    }

    private static func conjunction(of phrase: Phrase) -> String? {
        Vocabulary.conjunctions.first(where: phrase.begins)
    }

    /// Takes what follows the conjunction that `phrase` begins with; says whether it begins with one.
    private mutating func readCondition(of phrase: Phrase) -> Bool {
        guard let conjunction = Self.conjunction(of: phrase) else { return false }
        var rest = phrase.dropping(conjunction.utf8.count).trimmingEnd(":")
        if rest.bytes.first == UInt8(ascii: ":") { rest = rest.dropping(1) }
        let folded = Words.folded(rest.text)
        // `if all of these hold:`, `if you want:` and the like only introduce the list.
        if Self.isIntroduction(folded) {
            match = Words.split(folded).contains { $0 == "all" || $0 == "both" } ? .all : .any
            introducesExceptions = conjunction == "unless"
            return true
        }
        if conjunction == "unless" {
            exception = Words.trimmed(rest.text)
        } else if let turn = rest.first(of: [
            "unless", "except when", "except if", "but not if", "but not when",
        ]),
            turn.lowerBound > 0
        {
            condition = Words.trimmed(rest.part(0..<turn.lowerBound).trimmingEnd(",").text)
            exception = Words.trimmed(rest.dropping(turn.upperBound).text)
        } else {
            condition = Words.trimmed(rest.text)
        }
        return true
    }

    private static func isIntroduction(_ folded: String) -> Bool {
        let words = Words.split(folded)
        return words.count <= 7 && words.allSatisfy(introducingWords.contains)
    }

    private static let introducingWords: Set<Substring> = [
        "you", "want", "need", "any", "all", "both", "of", "the", "these", "this", "following", "is", "are",
        "true", "met", "either", "at", "least", "or", "more",
        "hold", "holds", "apply", "applies", "have", "your", "conditions", "one", "that", "it", "we",
        "you're",
    ]
}
