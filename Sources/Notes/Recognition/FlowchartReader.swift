/// Reads a flowchart as questions: where it forks it asks, where it ends it chooses, and single arrows between are passed
/// over.
struct FlowchartReader {
    private let chart: Flowchart
    private let outcomes: Outcomes
    /// For each node of the chart the edges that leave it.
    private var leaving: [[Step]]
    /// Where the single arrows from a node lead in the end; nil where in a circle.
    private var ends: [Int: Int?] = [:]

    /// An edge that is seen, between two nodes.
    private struct Step {
        let from: Int
        let to: Int
        let label: String
    }

    /// Nobody reads a larger one.
    private static let mostNodes = 1000

    private init(_ chart: Flowchart, known: [OptionName]) {
        self.chart = chart
        outcomes = Outcomes(known: known)
        leaving = [[Step]](repeating: [], count: chart.nodes.count)
        for edge in chart.edges where edge.line != .invisible {
            guard let (from, to) = edge.nodes, leaving.indices.contains(from) else { continue }
            leaving[from].append(Step(from: from, to: to, label: edge.label))
        }
    }

    /// - Parameter line: the chart's first source line.
    /// - Returns: nil where the chart asks nothing, or does several things at once, as an arrow to a group does.
    static func read(_ chart: Flowchart, known: [OptionName], line: Int) -> QuestionTree? {
        guard chart.nodes.count <= mostNodes, chart.edges.count <= 4 * mostNodes else { return nil }
        guard chart.edges.allSatisfy({ $0.nodes != nil }) else { return nil }
        var reader = FlowchartReader(chart, known: known)
        return reader.tree(line: line)
    }

    private mutating func tree(line: Int) -> QuestionTree? {
        let indices = chart.nodes.indices
        guard indices.allSatisfy({ asks($0) || leaving[$0].count <= 1 }) else { return nil }
        var isEntered = [Bool](repeating: false, count: indices.count)
        for edge in leaving.joined() where indices.contains(edge.to) {
            isEntered[edge.to] = true
        }
        guard let start = start(indices.filter { !isEntered[$0] && !leaving[$0].isEmpty }) else { return nil }

        // The first question, then all that it leads to, then what nothing leads to.
        var order: [Int] = []
        var numbers: [Int: Int] = [:]
        for first in [start] + indices.filter({ asks($0) || (isEntered[$0] && leaving[$0].isEmpty) }) {
            var open = [first]
            while let node = open.popLast() {
                guard numbers[node] == nil else { continue }
                numbers[node] = order.count
                order.append(node)
                for edge in leaving[node].reversed() where asks(node) {
                    guard let end = end(of: edge.to) else { return nil }
                    open.append(end)
                }
            }
        }
        var nodes: [QuestionTree.Node] = []
        for node in order {
            guard asks(node) else {
                nodes.append(.outcome(outcome(at: node)))
                continue
            }
            let branches = leaving[node].compactMap { edge -> QuestionTree.Branch? in
                guard let end = end(of: edge.to), let target = numbers[end] else { return nil }
                return QuestionTree.Branch(label: Words.collapsed(edge.label), target: target)
            }
            nodes.append(.question(text(of: node), branches: branches))
        }
        let tree = QuestionTree(nodes: nodes, lines: order.map { _ in line })
        return tree.outcomes.count >= 2 ? tree : nil
    }

    /// The question to begin with: the one that the chart's first node leads to, unless a way leads to it from a node that
    /// none leads to; where the first node leads to none, such a node's.
    ///
    /// - Parameter roots: the nodes that no edge leads to.
    private mutating func start(_ roots: [Int]) -> Int? {
        var rootQuestions: [Int] = []
        for root in roots {
            if let end = end(of: root), asks(end) { rootQuestions.append(end) }
        }
        guard !chart.nodes.isEmpty, let first = end(of: 0), asks(first) else {
            return rootQuestions.first ?? chart.nodes.indices.first(where: asks)
        }
        var entering = [[Int]](repeating: [], count: chart.nodes.count)
        for edge in leaving.joined() where entering.indices.contains(edge.to) {
            entering[edge.to].append(edge.from)
        }
        var leading: Set<Int> = []
        var open = [first]
        while let node = open.popLast() {
            if leading.insert(node).inserted { open += entering[node] }
        }
        return rootQuestions.first(where: leading.contains) ?? first
    }

    /// Whether a node is a question: a diamond, or a fork whose edges all have labels.
    private func asks(_ node: Int) -> Bool {
        let edges = leaving[node]
        if chart.nodes[node].shape == .diamond { return !edges.isEmpty }
        return edges.count >= 2 && edges.allSatisfy { !$0.label.isEmpty }
    }

    /// Where the single arrows from a node lead: to a question or to a node without arrows; nil where in a circle.
    private mutating func end(of node: Int) -> Int? {
        var passed: [Int] = []
        var seen: Set<Int> = []
        var index = node
        var result: Int?
        while true {
            if let known = ends[index] {
                result = known
                break
            }
            guard !asks(index), let next = leaving[index].first?.to, leaving.indices.contains(next) else {
                result = index
                break
            }
            guard seen.insert(index).inserted else { break }
            passed.append(index)
            index = next
        }
        for node in passed { ends[node] = result }
        return result
    }

    private func text(of node: Int) -> String { Words.collapsed(chart.nodes[node].text) }

    private func outcome(at node: Int) -> QuestionTree.Outcome {
        let phrase = Phrase(text(of: node))
        let (outcome, _) = outcomes.read(phrase)
        // The end of a chart is a name where it is as short as one.
        guard outcome.option == nil, Words.count(phrase.text) <= 4, let found = RuleHead.chosen(in: phrase)
        else {
            return outcome
        }
        return QuestionTree.Outcome(option: found.option, text: outcome.text)
    }
}
