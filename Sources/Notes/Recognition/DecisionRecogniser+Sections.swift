import Markdown

// Rules as sections: a heading for each option, its conditions in a list below.

extension DecisionRecogniser {
    /// Headings that follow each other on one level, each the head of a rule with a list below it.
    func decidingSections() -> [DecisionMatch] {
        runs(ofSections: section).compactMap { match($0, isForced: false, isSection: true) }
    }

    /// Sections of options that the note sets against each other, each with what its option is best for. A weak shape,
    /// looked at only where nothing else decides.
    func fittingSections() -> DecisionMatch? {
        for run in runs(ofSections: fittingSection) where run.count <= Self.mostOptions {
            guard let first = run.first, let last = run.last else { continue }
            let options = run.map(\.head.option).distinct
            guard options.count >= 2,
                count(of: options, in: known(at: first.nodes.lowerBound)) == options.count
            else { continue }
            let nodes = first.nodes.lowerBound...last.nodes.upperBound
            let rules = run.map { candidate in
                Decision.Rule(
                    option: candidate.head.option, match: .any, conditions: candidate.conditions,
                    exceptions: [],
                    line: candidate.line)
            }
            return make(.rules(rules), fallback: defaults.fallback(for: options, after: nodes), nodes: nodes)
        }
        return nil
    }

    /// Runs of headings of one level under one heading that all are rules.
    private func runs(ofSections read: (Int) -> RuleCandidate?) -> [[RuleCandidate]] {
        let headings = evidence.outline.headings
        var runs: [[RuleCandidate]] = []
        /// The runs that may go on: by the heading they stand under.
        var open: [(parent: Int, level: Int, run: [RuleCandidate])] = []
        func close(_ entry: (parent: Int, level: Int, run: [RuleCandidate])) {
            if entry.run.count >= 2 { runs.append(entry.run) }
        }
        for (index, heading) in headings.enumerated() {
            while let last = open.last, last.level > heading.level { close(open.removeLast()) }
            let parent = evidence.outline.parent(of: index)
            let candidate = heading.node == titleNode ? nil : read(index)
            if let last = open.last, last.level == heading.level {
                if last.parent == parent, let candidate {
                    open[open.count - 1].run.append(candidate)
                } else {
                    close(open.removeLast())
                }
            }
            if let candidate, open.last.map({ $0.level < heading.level }) ?? true {
                open.append((parent, heading.level, [candidate]))
            }
        }
        open.forEach(close)
        return runs
    }

    /// The blocks of a section up to the next heading of any level.
    private func blocks(of index: Int) -> ArraySlice<Int> {
        let headings = evidence.outline.headings
        let end = index + 1 < headings.count ? headings[index + 1].node : evidence.tree.nodes.count
        return defaults.blocks(from: Int(evidence.tree[headings[index].node].end), to: end)
    }

    /// `### Use A when`, `### When to use A?`
    private func section(_ index: Int) -> RuleCandidate? {
        let heading = evidence.outline.headings[index]
        guard RuleHead.mayBegin(evidence.tree, heading.node) else { return nil }
        let phrase = Phrase(evidence.tree, at: heading.node)
        guard let head = RuleHead(phrase, as: [.choice, .whenQuestion, .fallback]) else { return nil }
        let blocks = blocks(of: index)
        // A sentence may lead to the list.
        let list = blocks.prefix(3).first { evidence.tree[$0].kind.isList }
        let says = !head.condition.isEmpty || !head.exception.isEmpty || head.form == .fallback
        guard list != nil || says else { return nil }
        var candidate = RuleCandidate(
            head, items: list.map(items) ?? [], nodes: heading.node...(list ?? blocks.first ?? heading.node),
            line: heading.line)
        if head.form == .fallback { candidate?.reason = phrase.text }
        return candidate
    }

    /// `## A` … `**Best for:** …`
    private func fittingSection(_ index: Int) -> RuleCandidate? {
        let heading = evidence.outline.headings[index]
        guard heading.text.utf8.count <= 60 else { return nil }
        let blocks = blocks(of: index)
        for (position, block) in zip(blocks.indices, blocks).prefix(20)
        where evidence.tree[block].kind == .paragraph && RuleHead.mayBegin(evidence.tree, block) {
            let phrase = Phrase(evidence.tree, at: block)
            guard phrase.count <= 1000, let mark = phrase.leadingMark,
                let words = Vocabulary.fitPhrases.first(where: phrase.begins),
                words.utf8.count + 1 >= mark.count
            else { continue }
            let rest = phrase.dropping(words.utf8.count).trimmingEnd(":")
            let condition = rest.bytes.first == UInt8(ascii: ":") ? rest.dropping(1) : rest
            let next = position + 1 < blocks.endIndex ? blocks[position + 1] : block
            guard let head = RuleHead(Phrase("Use \(heading.text) when"), as: [.choice]) else { return nil }
            return RuleCandidate(
                head, items: condition.isEmpty ? items(of: next) : [Words.trimmed(condition.text)],
                nodes: heading.node...(condition.isEmpty ? next : block), line: Int(evidence.tree[block].line)
            )
        }
        return nil
    }
}
