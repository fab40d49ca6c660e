/// Reads what an answer leads to.
struct Outcomes {
    /// The options that the note compares or sets against each other.
    let known: [OptionName]

    /// How sure it is that an outcome's option is one.
    enum Evidence: Comparable {
        /// No option is named.
        case none
        /// It is set off, in bold or code.
        case marked
        /// The note knows it, or a verb chooses it.
        case certain
    }

    func read(_ phrase: Phrase) -> (outcome: QuestionTree.Outcome, evidence: Evidence) {
        let phrase = phrase.begins(with: "then") ? phrase.dropping(4) : phrase
        let (option, evidence) = option(in: phrase)
        return (QuestionTree.Outcome(option: option, text: phrase.trimmingEnd(".").text), evidence)
    }

    private func option(in phrase: Phrase) -> (OptionName?, Evidence) {
        let found = RuleHead.chosen(in: phrase)
        if let found, found.hasVerb || isKnown(found.option) { return (found.option, .certain) }
        let named = knownOptions(in: phrase)
        // Where two are named, the author weighs them and chooses none.
        if named.count == 1 { return (named[0], .certain) }
        if let found, found.isMarked { return (found.option, .marked) }
        return (nil, .none)
    }

    private func isKnown(_ option: OptionName) -> Bool { known.contains { $0.isSame(as: option) } }

    private func knownOptions(in phrase: Phrase) -> [OptionName] {
        guard RuleHead.verb(of: phrase)?.isAvoiding != true, phrase.count <= 400 else { return [] }
        return known.mentions(in: String(decoding: phrase.folded, as: UTF8.self)).map(\.option)
    }
}

extension [OptionName] {
    /// Each once, by meaning; in the order of their first mention.
    var distinct: [OptionName] {
        var options: [OptionName] = []
        for option in self where !options.contains(where: { $0.isSame(as: option) }) {
            options.append(option)
        }
        return options
    }
}
