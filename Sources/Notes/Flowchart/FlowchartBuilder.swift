/// Collects the nodes, edges and groups of a chart while its source is read.
struct FlowchartBuilder {
    /// How much is drawn. A larger chart could not be read, whatever its drawing.
    static let limits = (nodes: 300, edges: 600, groups: 60, depth: 8)

    var direction = Flowchart.Direction.down
    private var nodes: [Node] = []
    private var numbers: [String: Int] = [:]
    private(set) var edges: [Flowchart.Edge] = []
    private var groups: [Flowchart.Group] = []
    /// The names by which edges would refer to groups, with the line of each.
    private var groupNames: [String: Int] = [:]
    private var openGroups: [Int] = []

    private struct Node {
        let id: String
        let line: Int
        var text: String
        var shape = Flowchart.Shape.rectangle
        var group: Int?
    }

    var hasOpenGroup: Bool { !openGroups.isEmpty }
    var isFull: Bool { nodes.count > Self.limits.nodes || edges.count > Self.limits.edges }

    /// The number of the node with a name, which it gets with its first mention.
    mutating func node(_ id: String, line: Int) -> Int {
        let group = openGroups.last
        if let number = numbers[id] {
            // A node belongs to the innermost group that mentions it.
            if let group, isInside(group, nodes[number].group) { nodes[number].group = group }
            return number
        }
        numbers[id] = nodes.count
        nodes.append(Node(id: id, line: line, text: id, group: group))
        return nodes.count - 1
    }

    private func isInside(_ group: Int, _ outer: Int?) -> Bool {
        guard let outer else { return true }
        var next: Int? = group
        while let current = next {
            if current == outer { return true }
            next = groups[current].parent
        }
        return false
    }

    mutating func show(_ node: Int, text: String?, shape: Flowchart.Shape?) {
        if let text { nodes[node].text = text }
        if let shape { nodes[node].shape = shape }
    }

    mutating func add(_ edge: Flowchart.Edge) { edges.append(edge) }

    /// - Returns: whether there is room for it.
    mutating func openGroup(name: String, title: String, line: Int) -> Bool {
        guard groups.count < Self.limits.groups, openGroups.count < Self.limits.depth else { return false }
        groups.append(Flowchart.Group(title: title, parent: openGroups.last))
        if !name.isEmpty { groupNames[name] = line }
        openGroups.append(groups.count - 1)
        return true
    }

    mutating func closeGroup() { _ = openGroups.popLast() }

    /// The first node that is named as a group is, with the line of its first mention.
    var groupUsedAsNode: (name: String, line: Int)? {
        nodes.first { groupNames[$0.id] != nil }.map { ($0.id, $0.line) }
    }

    /// The chart, without groups that hold nothing.
    func flowchart() -> Flowchart {
        var isUsed = [Bool](repeating: false, count: groups.count)
        for node in nodes {
            var next = node.group
            while let group = next, !isUsed[group] {
                isUsed[group] = true
                next = groups[group].parent
            }
        }
        var numbers = [Int?](repeating: nil, count: groups.count)
        var kept: [Flowchart.Group] = []
        for (index, group) in groups.enumerated() where isUsed[index] {
            numbers[index] = kept.count
            kept.append(Flowchart.Group(title: group.title, parent: group.parent.flatMap { numbers[$0] }))
        }
        return Flowchart(
            direction: direction,
            nodes: nodes.map { node in
                Flowchart.Node(
                    id: node.id, text: node.text, shape: node.shape,
                    group: node.group.flatMap { numbers[$0] })
            }, edges: edges, groups: kept)
    }
}
