import Markdown

/// Reads a table that leads from situations to choices, or whose columns hold the conditions of an option each.
struct DecisionTable {
    enum Kind {
        /// A situation, what to choose in it, and perhaps why.
        case situations
        /// Each header is the head of a rule: `Use A when`.
        case heads([RuleHead])
        /// Each header is an option, under a heading that asks when to use it.
        case options([OptionName])
    }

    let rules: [Decision.Rule]
    let fallback: Decision.Fallback?
    let options: [OptionName]

    /// Nobody looks a situation up among more.
    private static let mostRows = 60

    /// What a table's header makes of it; nil where it cannot decide.
    static func kind(of table: TableView, _ evidence: Evidence, isForced: Bool) -> Kind? {
        let header = table.header
        guard header.count >= 2, header.count <= DecisionRecogniser.mostOptions, !table.body.isEmpty,
            table.body.count <= mostRows
        else { return nil }
        let first = Words.folded(header[0])
        let situation = trimmedOpener(first)
        if isForced
            || (Vocabulary.situations.contains(situation) && isChoice(header[1])
                && (!isLookUp(situation, header[1]) || isAnnounced(table, evidence)))
        {
            if isForced, let heads = heads(header) { return .heads(heads) }
            return .situations
        }
        if let heads = heads(header) { return .heads(heads) }
        guard
            evidence.heading(
                above: table.node, says: ["when to use", "use it when", "use when", "when to choose"])
        else { return nil }
        let contrast = evidence.contrast(above: table.node)
        let options = header.map { OptionName($0) }
        let isKnown = options.allSatisfy { option in contrast.contains { $0.isSame(as: option) } }
        return isKnown && options.distinct.count == options.count ? .options(options) : nil
    }

    /// Whether the header says no more than what is looked up: `Task | Tool`.
    private static func isLookUp(_ situation: String, _ choice: String) -> Bool {
        Vocabulary.weakSituations.contains(situation)
            && Vocabulary.weakChoices.contains(trimmedOpener(Words.folded(choice)))
    }

    /// Whether a heading or the title announces a choice, or a row says what holds otherwise.
    private static func isAnnounced(_ table: TableView, _ evidence: Evidence) -> Bool {
        evidence.announcesDecision(above: table.node)
            || evidence.heading(above: table.node, says: Vocabulary.comparisonHeadings)
            || !evidence.contrast(above: table.node).isEmpty || table.body.contains { isOpen($0[0]) }
    }

    private static func trimmedOpener(_ text: String) -> String {
        var text = text[...]
        while text.last == "…" || text.last == "." { text.removeLast() }
        return Words.folded(String(text))
    }

    private static func isChoice(_ header: String) -> Bool {
        let words = trimmedOpener(Words.folded(header))
        return Vocabulary.choices.contains(words)
            || (words.hasPrefix("recommended ") && Words.count(words) <= 3)
    }

    private static func heads(_ header: [String]) -> [RuleHead]? {
        let heads = header.compactMap {
            RuleHead(Phrase($0.replacingEllipsis), as: [.choice, .whenQuestion])
        }
        guard heads.count == header.count, heads.allSatisfy({ $0.condition.isEmpty && $0.exception.isEmpty }),
            heads.filter({ !$0.isAvoiding }).map(\.option).distinct.count >= 2
        else { return nil }
        return heads
    }

    /// - Returns: nil where the cells give no two different choices.
    init?(_ table: TableView, _ kind: Kind, _ evidence: Evidence, known: [OptionName]) {
        let body = zip(table.rows, table.texts).dropFirst()
        var rules: [Decision.Rule] = []
        var fallback: Decision.Fallback?
        switch kind {
        case .situations:
            let outcomes = Outcomes(known: known)
            for (cells, texts) in body {
                guard let option = Self.option(in: Phrase(evidence.tree, at: cells[1]), outcomes) else {
                    return nil
                }
                if Self.isOpen(texts[0]) {
                    fallback =
                        fallback ?? Decision.Fallback(option: option, sentence: "\(texts[0]): \(texts[1])")
                    continue
                }
                guard !texts[0].isEmpty else { return nil }
                rules.append(
                    Decision.Rule(
                        option: option, match: .any, conditions: [Words.trimmed(texts[0])], exceptions: [],
                        reason: texts.dropFirst(2).filter { !$0.isEmpty }.joined(separator: "; "),
                        line: Int(evidence.tree[cells[0]].line)))
            }
        case .heads(let heads):
            for (column, head) in heads.enumerated() where !head.isAvoiding {
                let avoiding = heads.indices.filter {
                    heads[$0].isAvoiding && heads[$0].option.isSame(as: head.option)
                }
                rules.append(
                    Decision.Rule(
                        option: head.option, match: head.match, conditions: Self.column(column, of: table),
                        exceptions: avoiding.flatMap { Self.column($0, of: table) },
                        line: Int(evidence.tree[table.node].line)))
            }
        case .options(let options):
            for (column, option) in options.enumerated() {
                rules.append(
                    Decision.Rule(
                        option: option, match: .any, conditions: Self.column(column, of: table),
                        exceptions: [],
                        line: Int(evidence.tree[table.node].line)))
            }
        }
        let options = (rules.map(\.option) + [fallback?.option].compactMap { $0 }).distinct
        guard options.count >= 2, !rules.isEmpty,
            rules.allSatisfy({ !$0.conditions.isEmpty || !$0.exceptions.isEmpty })
        else { return nil }
        self.rules = rules
        self.fallback = fallback
        self.options = Array(options.prefix(DecisionRecogniser.mostOptions))
    }

    private static func column(_ column: Int, of table: TableView) -> [String] {
        table.body.map { $0[column] }.filter { !$0.isEmpty }
    }

    /// What a cell chooses: what a verb, bold or the note's knowledge tells, else all of a short text.
    private static func option(in cell: Phrase, _ outcomes: Outcomes) -> OptionName? {
        if let option = outcomes.read(cell).outcome.option { return option }
        return RuleHead.chosen(in: cell)?.option
    }

    private static func isOpen(_ condition: String) -> Bool {
        let folded = Words.folded(condition)
        return Vocabulary.leavesOpen(folded) || folded.hasPrefix("not sure")
    }
}

extension String {
    /// `Use A when…` without the ellipsis.
    fileprivate var replacingEllipsis: String {
        var text = self[...]
        while text.last == "…" || text.last == "." || text.last == " " { text.removeLast() }
        return String(text)
    }
}
