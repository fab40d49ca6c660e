import Diagnostics
import Localisation
import Markdown
import Writers

/// What a note's tree says, worked out step by step: title and tags, then the model, then the body that shows both.
struct Draft {
    let title: String
    let titleHeading: Heading?
    let tags: [TagName]
    let headings: [Heading]
    let references: [Reference]
    let comparisons: [Comparison]
    let decisions: [Decision]
    let diagrams: [Diagram]
    let body: Body
    let text: PlainText
    let allowances: [Allowance]
    /// What could not be written as it was meant.
    let problems: [Tree.Problem]
    /// What the author should look at in comparisons and decisions.
    let modelProblems: [ModelProblem]

    init(_ tree: Tree, frontMatter: FrontMatter, stem: String, source: SourceText, wording: Wording) {
        let tagRow = TagRow(of: tree)
        let allHeadings = tree.headings.filter { !tagRow.nodes.contains($0.node) }
        let titleHeading = Self.titleHeading(tree, allHeadings, frontMatter, after: tagRow)
        self.titleHeading = titleHeading
        let title = frontMatter.title ?? titleHeading?.text ?? stem
        self.title = title
        headings = allHeadings.filter { $0.node != titleHeading?.node }
        tags = Self.tags(of: tree, frontMatter)

        var skipped = tagRow.nodes
        if let titleHeading { skipped.insert(titleHeading.node) }
        let (text, places) = PlainText.make(of: tree, skipped: skipped)
        self.text = text
        var finder = PlaceFinder(source)
        references = zip(tree.links, places).map { link, place in
            Self.reference(link, at: place, finder.range(at: link.offset, count: link.count))
        }

        let drawn = DiagramFinder(tree)
        let recognition = Recognition(
            tree, headings: allHeadings, titleNode: titleHeading?.node, title: title, stem: stem, text: text,
            diagrams: drawn.matches)
        allowances = recognition.allowances
        let (compared, decided) = (recognition.comparisons, recognition.decisions)
        var renderer = BodyRenderer(
            tree, dialect: .waymark, headings: allHeadings,
            directives: Self.directives(tree, skipped, compared, decided, drawn.matches),
            slotted: references.map { $0.kind != .external },
            headingShift: headings.contains { $0.level == 1 } ? 1 : 0, wording: wording)
        let result = renderer.render()
        let (body, rendered) = (result.body, result.places)
        problems = result.problems + drawn.problems
        self.body = Body(
            html: Markup(trusted: body.html.bytes.compacted), slots: body.slots.compacted,
            sections: body.sections, blocks: body.blocks, footnotes: body.footnotes)
        comparisons = compared.enumerated().map { Comparison($1, number: $0 + 1, tree, rendered) }
        diagrams = drawn.matches.map { match in
            Diagram(flowchart: match.flowchart, line: match.line, place: rendered[match.node] ?? 0..<0)
        }
        decisions = decided.map { match in
            Decision(
                question: match.question, line: match.line, anchor: match.anchor, form: match.form,
                fallback: match.fallback, place: Self.place(of: match.nodes, rendered))
        }
        modelProblems = recognition.problems + ModelChecks(comparisons, decisions).problems
    }

    /// The heading that a note's title comes from: its first block where that is a heading, else its first heading of
    /// the first level. None where the front matter gives another title.
    private static func titleHeading(
        _ tree: Tree, _ headings: [Heading], _ frontMatter: FrontMatter, after tagRow: TagRow
    ) -> Heading? {
        let blocks = tree.children(of: 0)
        let first = blocks.first { !tagRow.nodes.contains($0) && tree[$0].kind != .htmlBlock }
        let found =
            headings.first { $0.node == first }
            ?? headings.first { $0.level == 1 && blocks.contains($0.node) }
        guard let found, !found.text.allSatisfy(\.isWhitespace) else { return nil }
        return frontMatter.title == nil || frontMatter.title == found.text ? found : nil
    }

    private static func tags(of tree: Tree, _ frontMatter: FrontMatter) -> [TagName] {
        var seen: Set<TagName> = []
        let written = tree.nodes.lazy.filter { $0.kind == .tag }
            .map { TagName(String(decoding: tree.bytes($0.literal), as: UTF8.self)) }
        return (frontMatter.tags + written).filter { seen.insert($0).inserted }
    }

    private static func reference(
        _ link: Tree.Link, at place: PlainText.Place, _ range: SourceRange
    ) -> Reference {
        func make(_ kind: Reference.Kind, _ target: String, _ fragment: String?, _ text: String = "")
            -> Reference
        {
            Reference(
                kind: kind, target: target, fragment: fragment, title: link.title, text: text,
                size: link.size, isBlock: link.isBlock, range: range, place: place)
        }
        switch link.kind {
        case .tag: return make(.tag, link.destination, nil)
        case .wikilink, .embed:
            let parts = Wikilink(link.destination)
            return make(link.kind == .embed ? .embed : .wikilink, parts.name, parts.fragment, link.text)
        case .link, .image:
            guard !LinkScheme.isExternal(link.destination) else {
                return make(.external, link.destination, nil)
            }
            let url = LocalURL(link.destination)
            return make(link.kind == .image ? .image : .link, url.path, url.fragment, link.text)
        }
    }

    // MARK: The body

    private static func directives(
        _ tree: Tree, _ skipped: Set<Int>, _ comparisons: [ComparisonRecogniser.Match],
        _ decisions: [DecisionMatch], _ diagrams: [DiagramFinder.Match]
    ) -> [Directive] {
        var directives = skipped.map { Directive(node: $0, action: .skip) }
        for (index, match) in comparisons.enumerated() {
            let hasRowHeaders = match.orientation != .statements
            directives.append(
                Directive(
                    node: match.table.node,
                    action: .comparison(name: match.title, hasRowHeaders: hasRowHeaders)))
            for (row, nodes) in match.table.rowNodes.enumerated().dropFirst() {
                directives.append(
                    Directive(
                        node: nodes, action: .row(id: Comparison.fragment(comparison: index + 1, row: row))))
            }
            for place in match.cells.joined() {
                guard let cell = match.table.cell(place) else { continue }
                let shown = ShownVerdict(cell.text)
                let verdict = match.orientation == .statements ? shown.ofStatement : shown
                directives.append(Directive(node: cell.node, action: .verdict(verdict.className)))
            }
        }
        let ends = decisions.flatMap { [$0.nodes.lowerBound, $0.nodes.upperBound] }
        for node in Set(ends + diagrams.map(\.node)) {
            directives.append(Directive(node: node, action: .mark))
        }
        return directives.sorted { $0.node < $1.node }
    }

    /// Where a passage stands in the HTML, from its first block to its last.
    private static func place(of nodes: ClosedRange<Int>, _ places: [Int: Range<Int>]) -> Range<Int> {
        guard let first = places[nodes.lowerBound], let last = places[nodes.upperBound] else { return 0..<0 }
        return first.lowerBound..<max(first.lowerBound, last.upperBound)
    }
}
