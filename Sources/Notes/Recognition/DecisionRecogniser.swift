import Markdown

/// Tells which lists, passages and tables say what to choose when. A list of advice ("Use tags for …") is none.
struct DecisionRecogniser {
    let evidence: Evidence
    /// The options of the note's comparisons.
    let options: [OptionName]
    /// What the author says of blocks.
    let overrides: Overrides
    /// The heading that is the note's title, and no rule.
    let titleNode: Int?
    let defaults: DefaultFinder

    /// Nobody chooses among more; and each is compared with each.
    static let mostOptions = 40

    init(evidence: Evidence, options: [OptionName], overrides: Overrides, titleNode: Int?) {
        self.evidence = evidence
        self.overrides = overrides
        self.titleNode = titleNode
        var seen: Set<OptionName> = []
        self.options = Array(options.filter { seen.insert($0).inserted }.prefix(Self.mostOptions))
        defaults = DefaultFinder(evidence)
    }

    /// The decisions of the document, in order, and the directives that nothing can be made of.
    func matches(
        tables: [(table: TableView, kind: DecisionTable.Kind, isForced: Bool)],
        diagrams: [DiagramFinder.Match]
    ) -> (matches: [DecisionMatch], problems: [ModelProblem]) {
        var matches: [DecisionMatch] = []
        var problems: [ModelProblem] = []
        for (table, kind, isForced) in tables {
            if let match = match(table, kind, isForced: isForced) {
                matches.append(match)
            } else if isForced {
                problems.append(overrides.inapplicable(.decision, at: table.node))
            }
        }
        var drawn: Set<Int> = []
        for diagram in diagrams {
            let isForced = overrides.words[diagram.node] == .decision
            guard let match = questions(in: diagram, isForced: isForced) else { continue }
            drawn.insert(diagram.node)
            matches.append(match)
        }
        for (node, word) in overrides.words.sorted(by: { $0.key < $1.key })
        where word == .decision && evidence.tree[node].kind == .codeBlock && !drawn.contains(node) {
            problems.append(overrides.inapplicable(.decision, at: node))
        }
        /// Where the last list of questions ends: its lists are not looked at again.
        var asked = 0
        for (index, node) in evidence.tree.nodes.enumerated() {
            switch node.kind {
            case .bulletList, .orderedList:
                if index < asked || overrides.words[index] == .plain { continue }
                let isForced = overrides.words[index] == .decision
                if let match = questions(inList: index, isForced: isForced) {
                    matches.append(match)
                    asked = Int(node.end)
                } else if let match = rules(inList: index, isForced: isForced) {
                    matches.append(match)
                } else if isForced {
                    problems.append(overrides.inapplicable(.decision, at: index))
                }
                if RuleHead.mayAsk(evidence.tree, item: index + 1) { asked = max(asked, Int(node.end)) }
            case .document, .blockQuote, .callout:
                matches += runs(ofParagraphsIn: index).compactMap { run in match(run, isForced: false) }
            default: continue
            }
        }
        matches += decidingSections()
        if matches.isEmpty, let match = fittingSections() { matches.append(match) }
        return (Self.disjoint(matches).filter { overrides.words[$0.nodes.lowerBound] != .plain }, problems)
    }

    /// In order, those left out that stand in one before.
    private static func disjoint(_ matches: [DecisionMatch]) -> [DecisionMatch] {
        var disjoint: [DecisionMatch] = []
        for match in matches.sorted(by: {
            ($0.nodes.lowerBound, -$0.nodes.upperBound) < ($1.nodes.lowerBound, -$1.nodes.upperBound)
        }) where disjoint.last.map({ $0.nodes.upperBound < match.nodes.lowerBound }) ?? true {
            disjoint.append(match)
        }
        return disjoint
    }

    // MARK: Questions and tables

    private func questions(inList list: Int, isForced: Bool) -> DecisionMatch? {
        guard evidence.tree[list].kind == .bulletList || isForced,
            RuleHead.mayAsk(evidence.tree, item: list + 1)
        else { return nil }
        let tree = QuestionListReader.read(
            evidence, list: list, known: known(at: list), isForced: isForced)
        return tree.map { make(.questions($0), fallback: nil, nodes: list...list) }
    }

    /// A drawing decides under a heading that announces a choice, or where it leads to options that the note knows.
    private func questions(in diagram: DiagramFinder.Match, isForced: Bool) -> DecisionMatch? {
        let node = diagram.node
        let known = known(at: node)
        guard let tree = FlowchartReader.read(diagram.flowchart, known: known, line: diagram.line) else {
            return nil
        }
        let named = tree.outcomes.compactMap(\.option).prefix(Self.mostOptions)
        let options = Array(named).distinct
        guard
            isForced || count(of: options, in: known) >= 2
                || (options.count >= 2 && evidence.announcesDecision(above: node))
        else { return nil }
        return make(.questions(tree), fallback: nil, nodes: node...node)
    }

    private func match(_ table: TableView, _ kind: DecisionTable.Kind, isForced: Bool) -> DecisionMatch? {
        let known = known(at: table.node)
        guard let decision = DecisionTable(table, kind, evidence, known: known) else {
            return nil
        }
        if !isForced, evidence.heading(above: table.node, says: Vocabulary.adviceHeadings),
            count(of: decision.options, in: known) < 2
        {
            return nil
        }
        return make(
            .rules(decision.rules),
            fallback: decision.fallback
                ?? defaults.fallback(for: decision.options, after: table.node...table.node),
            nodes: table.node...table.node)
    }

    // MARK: Acceptance

    /// The options that are known where a node stands.
    func known(at node: Int) -> [OptionName] { options + evidence.contrast(above: node) }

    func count(of found: [OptionName], in known: [OptionName]) -> Int {
        found.count { option in known.contains { $0.isSame(as: option) } }
    }

    /// - Parameters:
    ///   - isForced: whether the author says that the rules decide.
    ///   - isSection: whether the heads are headings, whose options need not be set off.
    func match(_ candidates: [RuleCandidate], isForced: Bool, isSection: Bool = false) -> DecisionMatch? {
        let chosen = candidates.filter { !$0.head.isAvoiding }
        guard candidates.count >= 2, chosen.count <= Self.mostOptions, let first = candidates.first,
            let last = candidates.last
        else { return nil }
        let options = chosen.map(\.head.option).distinct
        guard options.count >= 2, chosen.contains(where: { $0.head.form != .fallback }),
            isForced
                || (areOptions(chosen, at: first.nodes.lowerBound)
                    && isAccepted(candidates, options, at: first.nodes.lowerBound, isSection: isSection))
        else { return nil }
        let nodes = first.nodes.lowerBound...max(first.nodes.upperBound, last.nodes.upperBound)
        let fallback = candidates.first { $0.head.form == .fallback }.map { candidate in
            Decision.Fallback(option: candidate.head.option, sentence: candidate.reason)
        }
        return make(
            .rules(rules(of: candidates)),
            fallback: fallback ?? defaults.fallback(for: options, after: nodes),
            nodes: nodes)
    }

    /// Whether each default that is neither set off nor chosen by a verb is an option elsewhere: `Default: five minutes`.
    private func areOptions(_ chosen: [RuleCandidate], at node: Int) -> Bool {
        let bare = chosen.filter { $0.head.form == .fallback && !$0.head.isMarked && !$0.head.hasVerb }
        guard !bare.isEmpty else { return true }
        let named = known(at: node) + chosen.filter { $0.head.form != .fallback }.map(\.head.option)
        return count(of: bare.map(\.head.option), in: named) == bare.count
    }

    /// Any of three gates is enough: two options are known from a comparison or a title; every head only introduces its
    /// conditions; the heading announces a decision. What says the least of itself needs that heading.
    private func isAccepted(
        _ candidates: [RuleCandidate], _ found: [OptionName], at node: Int, isSection: Bool
    ) -> Bool {
        let known = known(at: node)
        let announces = { evidence.announcesDecision(above: node) }
        let isKnown = { (option: OptionName) in known.contains { $0.isSame(as: option) } }
        let weak = candidates.filter { $0.head.form == .fit || $0.head.form == .situation }
        if !weak.isEmpty {
            return announces()
                && candidates.allSatisfy { candidate in
                    let head = candidate.head
                    let isSetOff = head.isMarked && (head.form != .situation || head.hasVerb)
                    return isSetOff || isKnown(head.option)
                }
        }
        if count(of: found, in: known) >= 2 { return true }
        if evidence.heading(above: node, says: Vocabulary.adviceHeadings) { return false }
        let rules = candidates.filter { $0.head.form != .fallback }
        if rules.allSatisfy(\.dangles) { return true }
        return announces()
            && rules.allSatisfy { $0.head.isMarked || $0.head.hasOther || $0.dangles || isSection }
    }

    /// The rules, with what rules an option out put beside what speaks for it.
    private func rules(of candidates: [RuleCandidate]) -> [Decision.Rule] {
        let avoiding = candidates.filter { $0.head.isAvoiding }.prefix(Self.mostOptions)
        return candidates.filter { !$0.head.isAvoiding && $0.head.form != .fallback }.map { candidate in
            let others = avoiding.filter { $0.head.option.isSame(as: candidate.head.option) }
            return Decision.Rule(
                option: candidate.head.option, match: candidate.head.match, conditions: candidate.conditions,
                exceptions: candidate.exceptions + others.flatMap(\.conditions), line: candidate.line)
        }
    }

    func make(
        _ form: Decision.Form, fallback: Decision.Fallback?, nodes: ClosedRange<Int>
    ) -> DecisionMatch {
        let heading = evidence.outline.path(to: nodes.lowerBound).first
        return DecisionMatch(
            question: heading?.text ?? evidence.title, line: Int(evidence.tree[nodes.lowerBound].line),
            anchor: heading?.anchor, form: form, fallback: fallback, nodes: nodes)
    }
}
