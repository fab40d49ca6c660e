import Markdown

/// Tells which lists and passages say what to choose when. A list of advice ("Use tags for …") is none.
struct DecisionRecogniser {
    let evidence: Evidence
    /// The options of the note's comparisons.
    let options: [OptionName]
    /// The blocks of the document that stand in no other.
    private let topLevel: [Int]
    /// The first paragraph of each concluding section, in order.
    private let conclusions: [Int]

    /// Nobody chooses among more; and each is compared with each.
    private static let mostOptions = 40

    init(evidence: Evidence, options: [OptionName]) {
        self.evidence = evidence
        var seen: Set<OptionName> = []
        self.options = Array(options.filter { seen.insert($0).inserted }.prefix(Self.mostOptions))
        topLevel = Array(evidence.tree.children(of: 0))
        conclusions = Self.conclusions(evidence, topLevel)
    }

    /// A recognised passage.
    struct Match {
        let question: String
        let line: Int
        let anchor: Anchor?
        let form: Decision.Form
        let fallback: Decision.Fallback?
        /// The first and the last block of the passage.
        let nodes: ClosedRange<Int>
    }

    /// One rule as it stands in the tree.
    private struct Candidate {
        let head: RuleHead
        let conditions: [String]
        let firstNode: Int
        /// The block that ends the rule.
        let lastBlock: Int

        /// Whether the head only introduces the list of its conditions.
        var dangles: Bool { head.condition.isEmpty && !conditions.isEmpty }
    }

    /// Whether some paragraph begins like a rule: where none does, there is nothing to look for.
    static func mayDecide(_ tree: Tree) -> Bool {
        tree.nodes.indices.contains { tree[$0].kind == .paragraph && RuleHead.mayBegin(tree, $0) }
    }

    /// The decisions of the document, in order.
    func matches() -> [Match] {
        var matches: [Match] = []
        for (index, node) in evidence.tree.nodes.enumerated() {
            switch node.kind {
            case .bulletList, .orderedList:
                if let match = match(candidates(inList: index), firstNode: index, lastNode: index) {
                    matches.append(match)
                }
            case .document, .blockQuote:
                for run in runs(ofParagraphsIn: index) {
                    if let first = run.first, let last = run.last,
                        let match = match(run, firstNode: first.firstNode, lastNode: last.lastBlock)
                    {
                        matches.append(match)
                    }
                }
            default: continue
            }
        }
        return matches.sorted { $0.nodes.lowerBound < $1.nodes.lowerBound }
    }

    // MARK: Candidates

    /// The items of a list, where all of them are rules.
    private func candidates(inList list: Int) -> [Candidate] {
        var candidates: [Candidate] = []
        for item in evidence.tree.children(of: list) {
            let blocks = Array(evidence.tree.children(of: item))
            guard let first = blocks.first, evidence.tree[first].kind == .paragraph,
                let head = RuleHead(evidence.tree, paragraph: first)
            else { return [] }
            let conditions = blocks.dropFirst().flatMap(items)
            guard let candidate = candidate(head, conditions, first: item, last: list) else { return [] }
            candidates.append(candidate)
        }
        return candidates
    }

    /// Runs of `**Use A when:**` paragraphs, each followed by the list of its conditions.
    private func runs(ofParagraphsIn container: Int) -> [[Candidate]] {
        var runs: [[Candidate]] = []
        var run: [Candidate] = []
        var head: (RuleHead, node: Int)?
        for block in evidence.tree.children(of: container) {
            switch evidence.tree[block].kind {
            case .paragraph:
                if let found = RuleHead(evidence.tree, paragraph: block), found.condition.isEmpty {
                    head = (found, block)
                    continue
                }
            case .bulletList, .orderedList:
                if let (found, node) = head,
                    let candidate = candidate(found, items(of: block), first: node, last: block)
                {
                    run.append(candidate)
                    head = nil
                    continue
                }
            default: break
            }
            head = nil
            if !run.isEmpty { runs.append(run) }
            run = []
        }
        if !run.isEmpty { runs.append(run) }
        return runs
    }

    private func candidate(_ head: RuleHead, _ conditions: [String], first: Int, last: Int) -> Candidate? {
        let all = head.condition.isEmpty ? conditions : [head.condition]
        guard !all.isEmpty else { return nil }
        return Candidate(head: head, conditions: all, firstNode: first, lastBlock: last)
    }

    /// The texts of a list's items.
    private func items(of block: Int) -> [String] {
        let kind = evidence.tree[block].kind
        guard kind == .bulletList || kind == .orderedList else { return [] }
        return evidence.tree.children(of: block).compactMap { item in
            let text = evidence.tree.children(of: item).first { evidence.tree[$0].kind == .paragraph }
                .map { Words.collapsed(evidence.tree.plainText(of: $0)) }
            return text.flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    // MARK: Acceptance

    private func match(_ candidates: [Candidate], firstNode: Int, lastNode: Int) -> Match? {
        let chosen = candidates.filter { !$0.head.isAvoiding }
        guard chosen.count <= Self.mostOptions else { return nil }
        var options: [OptionName] = []
        for candidate in chosen where !options.contains(where: { $0.isSame(as: candidate.head.option) }) {
            options.append(candidate.head.option)
        }
        guard options.count >= 2, let first = candidates.first,
            isAccepted(candidates, options, at: first.firstNode)
        else { return nil }
        let path = evidence.outline.path(to: first.firstNode)
        return Match(
            question: path.first?.text ?? evidence.title, line: Int(evidence.tree[first.firstNode].line),
            anchor: path.first?.anchor, form: .rules(rules(of: candidates)),
            fallback: fallback(for: options, after: first.firstNode), nodes: firstNode...lastNode)
    }

    /// Any of three gates is enough: every head only introduces its conditions; two options are known from a
    /// comparison or a title; the heading announces a decision.
    private func isAccepted(_ candidates: [Candidate], _ found: [OptionName], at node: Int) -> Bool {
        let known = options + evidence.contrast(above: node)
        let named = found.count { option in known.contains { $0.isSame(as: option) } }
        if named >= 2 { return true }
        if evidence.heading(above: node, says: Vocabulary.adviceHeadings) { return false }
        if candidates.allSatisfy(\.dangles) { return true }
        return evidence.heading(above: node, says: Vocabulary.decisionHeadings)
            && candidates.allSatisfy { $0.head.isMarked || $0.dangles }
    }

    /// The rules, with what rules an option out put beside what speaks for it.
    private func rules(of candidates: [Candidate]) -> [Decision.Rule] {
        candidates.filter { !$0.head.isAvoiding }.map { candidate in
            let exceptions = candidates.filter {
                $0.head.isAvoiding && $0.head.option.isSame(as: candidate.head.option)
            }
            return Decision.Rule(
                option: candidate.head.option, match: candidate.head.match, conditions: candidate.conditions,
                exceptions: exceptions.flatMap(\.conditions))
        }
    }

    // MARK: Default

    /// The first sentence that gives a default: in the passage's own section, or in the first paragraph of a
    /// concluding section of the same note.
    private func fallback(for options: [OptionName], after node: Int) -> Decision.Fallback? {
        let finder = FallbackFinder(options: options)
        for paragraph in paragraphs(after: node) {
            if let fallback = finder.fallback(in: evidence.tree.plainText(of: paragraph)) { return fallback }
        }
        return nil
    }

    /// The paragraphs in which a default may stand: those of the decision's section that belong to no list, and the
    /// first of the next concluding section.
    private func paragraphs(after node: Int) -> [Int] {
        guard let heading = evidence.outline.heading(before: node) else { return [] }
        let section = evidence.outline.section(of: heading)
        let first = topLevel.firstSorted { $0 >= section.lowerBound }
        let own = topLevel[first...].prefix(Self.mostOptions).prefix { $0 < section.upperBound }.filter {
            evidence.tree[$0].kind == .paragraph
        }
        let next = conclusions.firstSorted { $0 > node }
        return own + conclusions[next...].prefix(1)
    }

    private static func conclusions(_ evidence: Evidence, _ topLevel: [Int]) -> [Int] {
        evidence.outline.headings.compactMap { heading in
            let text = Words.folded(heading.text)
            guard
                Vocabulary.conclusionHeadings.contains(where: { text == $0 || Words.contains($0, in: text) })
            else {
                return nil
            }
            let next = topLevel.firstSorted { $0 > heading.node }
            return next < topLevel.count && evidence.tree[topLevel[next]].kind == .paragraph
                ? topLevel[next] : nil
        }
    }
}

extension [Int] {
    /// The index of the first element that fulfils a condition which, once fulfilled, holds for all later ones.
    fileprivate func firstSorted(where condition: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
