import Markdown

/// Finds where a note says what to choose if nothing else decides.
struct DefaultFinder {
    private let evidence: Evidence
    /// The blocks of the document that stand in no other.
    private let topLevel: [Int]
    /// The first paragraph of each concluding section, in order.
    private let conclusions: [Int]

    /// How many blocks of a section are looked at, and how much of each, in bytes.
    private static let limits = (blocks: 40, bytes: 2000)

    init(_ evidence: Evidence) {
        self.evidence = evidence
        topLevel = Array(evidence.tree.children(of: 0))
        let topLevel = topLevel
        conclusions = evidence.outline.headings.compactMap { heading in
            guard heading.text.utf8.count <= 100 else { return nil }
            let text = Words.folded(heading.text)
            guard
                Vocabulary.conclusionHeadings.contains(where: { text == $0 || Words.contains($0, in: text) })
            else {
                return nil
            }
            let next = topLevel.firstSorted { $0 > heading.node }
            guard next < topLevel.count else { return nil }
            switch evidence.tree[topLevel[next]].kind {
            case .paragraph, .callout, .blockQuote: return topLevel[next]
            default: return nil
            }
        }
    }

    /// The blocks of the document that stand in no other, in a range of nodes.
    func blocks(from start: Int, to end: Int) -> ArraySlice<Int> {
        topLevel[topLevel.firstSorted { $0 >= start }..<topLevel.firstSorted { $0 >= end }]
    }

    /// The first sentence that gives a default: in the passage's own section, or in the first paragraph of the next
    /// concluding section.
    func fallback(for options: [OptionName], after passage: ClosedRange<Int>) -> Decision.Fallback? {
        let finder = FallbackFinder(options: options)
        for paragraph in paragraphs(around: passage) {
            if let fallback = finder.fallback(in: text(of: paragraph)) { return fallback }
        }
        return nil
    }

    /// The paragraphs in which a default may stand: those of the passage's section that belong to no list and to no
    /// section of the passage, and the first of the next concluding section.
    private func paragraphs(around passage: ClosedRange<Int>) -> [Int] {
        var own: [Int] = []
        let outline = evidence.outline
        let start: Int
        let end: Int
        if let section = outline.heading(before: passage.lowerBound) {
            // A passage that begins with a heading stands in the section above it.
            let isHeading = evidence.tree[passage.lowerBound].kind == .heading
            start = outline.section(of: section).lowerBound
            end = isHeading ? sectionEnd(after: passage.upperBound) : outline.section(of: section).upperBound
        } else {
            start = 0
            end = sectionEnd(after: passage.upperBound)
        }
        for block in blocks(from: start, to: end).prefix(Self.limits.blocks) where !passage.contains(block) {
            own += paragraphs(in: block)
        }
        let next = conclusions.firstSorted { $0 > passage.lowerBound }
        return own + conclusions[next...].prefix(1).flatMap(paragraphs)
    }

    /// Where the section that a node stands in ends, at the next heading.
    private func sectionEnd(after node: Int) -> Int {
        let next = evidence.outline.heading(before: node).map { $0 + 1 } ?? 0
        let headings = evidence.outline.headings
        return next < headings.count ? headings[next].node : evidence.tree.nodes.count
    }

    /// A paragraph, or the first ones of a quote or a callout.
    private func paragraphs(in block: Int) -> [Int] {
        switch evidence.tree[block].kind {
        case .paragraph: [block]
        case .callout, .blockQuote:
            evidence.tree.children(of: block).prefix(4).filter {
                evidence.tree[$0].kind == .paragraph || evidence.tree[$0].kind == .calloutTitle
            }
        default: []
        }
    }

    /// The beginning of a paragraph's text: however many decisions look at it, it costs little.
    private func text(of paragraph: Int) -> String {
        var output: [UInt8] = []
        for index in paragraph..<Int(evidence.tree[paragraph].end) {
            guard output.count < Self.limits.bytes else { break }
            if evidence.tree[index].literal.count > Self.limits.bytes { break }
            evidence.tree.appendPlainText(of: index, to: &output)
        }
        return String(decoding: output, as: UTF8.self)
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
