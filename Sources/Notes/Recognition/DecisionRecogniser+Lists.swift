import Markdown

// Rules as the items of a list, and as paragraphs with a list below each.

extension DecisionRecogniser {
    /// A list whose items are all rules.
    func rules(inList list: Int, isForced: Bool) -> DecisionMatch? {
        let items = Array(evidence.tree.children(of: list))
        guard let first = items.first, items.count >= 2 else { return nil }
        var forms: Set<RuleHead.Form> = [.choice, .whenQuestion, .fallback]
        if isForced {
            forms.formUnion([.fit, .situation])
        } else if !RuleHead.mayBegin(evidence.tree, first + 1)
            || candidate(inItem: first, of: list, forms) == nil
        {
            // Some shapes say too little without a heading that announces them.
            guard RuleHead.mayRank(evidence.tree, item: first),
                evidence.announcesDecision(above: list)
            else { return nil }
            forms.formUnion([.fit, .situation])
        }
        var candidates: [RuleCandidate] = []
        for item in items {
            guard let candidate = candidate(inItem: item, of: list, forms) else { return nil }
            candidates.append(candidate)
        }
        return match(candidates, isForced: isForced)
    }

    private func candidate(inItem item: Int, of list: Int, _ forms: Set<RuleHead.Form>) -> RuleCandidate? {
        let blocks = Array(evidence.tree.children(of: item))
        guard let first = blocks.first, evidence.tree[first].kind == .paragraph else { return nil }
        let phrase = Phrase(evidence.tree, at: first)
        guard let head = RuleHead(phrase, as: forms) else { return nil }
        var candidate = RuleCandidate(
            head, items: blocks.dropFirst().flatMap(self.items), nodes: list...list,
            line: Int(evidence.tree[first].line))
        if head.form == .fallback { candidate?.reason = phrase.text }
        return candidate
    }

    /// Runs of `**Use A when:**` paragraphs, each followed by the list of its conditions.
    func runs(ofParagraphsIn container: Int) -> [[RuleCandidate]] {
        var runs: [[RuleCandidate]] = []
        var run: [RuleCandidate] = []
        var head: (RuleHead, node: Int)?
        for block in evidence.tree.children(of: container) {
            switch evidence.tree[block].kind {
            case .paragraph:
                if RuleHead.mayBegin(evidence.tree, block),
                    let found = RuleHead(Phrase(evidence.tree, at: block), as: [.choice, .whenQuestion]),
                    found.condition.isEmpty, found.exception.isEmpty
                {
                    head = (found, block)
                    continue
                }
            case .bulletList, .orderedList:
                if let (found, node) = head,
                    let candidate = RuleCandidate(
                        found, items: items(of: block), nodes: node...block,
                        line: Int(evidence.tree[node].line))
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

    /// The texts of a list's items.
    func items(of block: Int) -> [String] {
        guard evidence.tree[block].kind.isList else { return [] }
        return evidence.tree.children(of: block).compactMap { item in
            let text = evidence.tree.children(of: item).first { evidence.tree[$0].kind == .paragraph }
                .map { Words.collapsed(evidence.tree.plainText(of: $0)) }
            return text.flatMap { $0.isEmpty ? nil : $0 }
        }
    }
}
