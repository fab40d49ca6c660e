import Markdown

/// The comparisons and decisions that a document's tables, lists and passages are.
struct Recognition {
    private(set) var comparisons: [ComparisonRecogniser.Match] = []
    private(set) var decisions: [DecisionMatch] = []
    /// What the author says need not be reported.
    let allowances: [Allowance]
    /// What is wrong with the author's directives.
    private(set) var problems: [ModelProblem] = []

    /// - Parameters:
    ///   - headings: all of the tree's.
    ///   - titleNode: the heading that is the note's title and is not shown.
    ///   - diagrams: the document's drawings.
    init(
        _ tree: Tree, headings: [Heading], titleNode: Int?, title: String, stem: String, text: PlainText,
        diagrams: [DiagramFinder.Match]
    ) {
        let tables = tree.nodes.indices.filter { tree[$0].kind == .table }
        let overrides = Overrides(tree)
        problems = overrides.problems
        allowances = overrides.allowances
        guard !tables.isEmpty || !overrides.words.isEmpty || !diagrams.isEmpty || RuleHead.mayDecide(tree)
        else {
            return
        }
        let evidence = Evidence(
            tree, outline: Outline(headings, nodeCount: tree.nodes.count), title: title, stem: stem,
            text: text)
        let comparing = ComparisonRecogniser(evidence: evidence)
        var deciding: [(table: TableView, kind: DecisionTable.Kind, isForced: Bool)] = []
        for node in tables {
            let word = overrides.words[node]
            if word == .plain { continue }
            let table = TableView(tree, at: node)
            if word != .comparison,
                let kind = DecisionTable.kind(of: table, evidence, isForced: word == .decision)
            {
                deciding.append((table, kind, word == .decision))
            } else if word != .decision, let match = comparing.match(table, isForced: word == .comparison) {
                comparisons.append(match)
            } else if let word {
                problems.append(overrides.inapplicable(word, at: node))
            }
        }
        let recogniser = DecisionRecogniser(
            evidence: evidence, options: comparisons.flatMap(\.options), overrides: overrides,
            titleNode: titleNode)
        let found = recogniser.matches(tables: deciding, diagrams: diagrams)
        decisions = found.matches
        problems += found.problems
    }
}
