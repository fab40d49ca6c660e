import Diagnostics

/// What is wrong with the questions of a decision: nodes that cannot be reached, circles, and answers that lead to
/// nothing.
struct QuestionChecks {
    private(set) var problems: [ModelProblem] = []

    init(_ decision: Decision, _ tree: QuestionTree) {
        /// What each node leads to, as far as there is such a node.
        let targets: [[Int]] = tree.nodes.map { node in
            guard case .question(_, let branches) = node else { return [] }
            return branches.map(\.target).filter(tree.nodes.indices.contains)
        }
        let reached = Self.reached(targets)
        func report(_ rule: Rule, _ message: String, at index: Int, _ hint: String) {
            let line = tree.line(of: index)
            problems.append(
                ModelProblem(rule, message, line: line > 0 ? line : decision.line, hint: hint))
        }
        for (index, node) in tree.nodes.enumerated() {
            let name = PlainText.cut(node.text, limit: 50)
            if !reached[index] {
                report(
                    .decisionUnreachable, "no answers lead to \(name)", at: index,
                    "let an answer lead to it, or remove it")
            }
            switch node {
            case .question(_, let branches):
                if branches.isEmpty || branches.contains(where: { !tree.nodes.indices.contains($0.target) }) {
                    report(
                        .decisionDeadEnd, "this question has no answers: \(name)", at: index,
                        "write the answers below it, or an outcome in its place")
                }
            case .outcome(let outcome):
                if outcome.text.isEmpty {
                    report(
                        .decisionDeadEnd, "this answer leads to nothing", at: index,
                        "write what to choose behind it")
                }
            }
        }
        for index in Self.returning(targets) {
            report(
                .decisionCycle,
                "the answers lead back to \(PlainText.cut(tree.nodes[index].text, limit: 50))",
                at: index, "let every answer lead on to an outcome")
        }
    }

    private static func reached(_ targets: [[Int]]) -> [Bool] {
        var reached = [Bool](repeating: false, count: targets.count)
        var open = targets.isEmpty ? [] : [0]
        while let node = open.popLast() {
            guard !reached[node] else { continue }
            reached[node] = true
            open += targets[node]
        }
        return reached
    }

    /// The nodes that a way from themselves leads back to first, in order: one for each circle found.
    private static func returning(_ targets: [[Int]]) -> [Int] {
        Set(BackEdges.find(in: targets, from: targets.indices).map { targets[$0.node][$0.edge] }).sorted()
    }
}

extension QuestionTree {
    /// A node's source line; 0 where it is not known.
    func line(of index: Int) -> Int { lines.indices.contains(index) ? lines[index] : 0 }
}

extension QuestionTree.Node {
    /// The question, or what the outcome says.
    var text: String {
        switch self {
        case .question(let text, _): text
        case .outcome(let outcome): outcome.text
        }
    }
}
