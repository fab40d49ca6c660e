/// Collects the nodes, edges and groups of a chart while its source is read.
struct FlowchartBuilder {
    /// How much is drawn. A larger chart could not be read, whatever its drawing.
    static let limits = (nodes: 300, edges: 600, groups: 60, depth: 8)

    var direction = Flowchart.Direction.down
    private var nodes: [Node] = []
    private var numbers: [String: Int] = [:]
    private var edges: [Edge] = []
    private var groups: [Flowchart.Group] = []
    /// The groups by the names by which edges refer to them. Those names may be mentioned before their groups.
    private var groupNames: [String: Int] = [:]
    private var openGroups: [Int] = []

    /// An edge between names, before it is known which of them are groups'.
    private struct Edge {
        let from: Int
        let to: Int
        let link: FlowchartParser.Link
        let line: Int
    }

    private struct Node {
        let id: String
        var text: String
        var shape = Flowchart.Shape.rectangle
        var group: Int?
    }

    var hasOpenGroup: Bool { !openGroups.isEmpty }
    var isFull: Bool { nodes.count > Self.limits.nodes || edges.count > Self.limits.edges }

    /// The number of the node with a name, which it gets with its first mention; it may turn out to be a group's name.
    mutating func node(_ id: String) -> Int {
        let group = openGroups.last
        if let number = numbers[id] {
            // A node belongs to the innermost group that mentions it.
            if let group, isInside(group, nodes[number].group) { nodes[number].group = group }
            return number
        }
        numbers[id] = nodes.count
        nodes.append(Node(id: id, text: id, group: group))
        return nodes.count - 1
    }

    private func isInside(_ group: Int?, _ outer: Int?) -> Bool {
        guard let outer else { return true }
        var next = group
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

    mutating func connect(_ from: Int, _ to: Int, _ link: FlowchartParser.Link, line: Int) {
        edges.append(Edge(from: from, to: to, link: link, line: line))
    }

    /// - Returns: whether there is room for it.
    mutating func openGroup(name: String, title: String) -> Bool {
        guard groups.count < Self.limits.groups, openGroups.count < Self.limits.depth else { return false }
        groups.append(Flowchart.Group(title: title, parent: openGroups.last))
        if !name.isEmpty, groupNames[name] == nil { groupNames[name] = groups.count - 1 }
        openGroups.append(groups.count - 1)
        return true
    }

    mutating func closeGroup() { _ = openGroups.popLast() }

    /// The first edge between a group and itself or what it holds.
    var edgeIntoItself: (group: String, line: Int)? {
        let named = nodes.map { groupNames[$0.id] }
        for edge in edges {
            let (from, to) = (named[edge.from], named[edge.to])
            if let from, isInside(to ?? nodes[edge.to].group, from) {
                return (nodes[edge.from].id, edge.line)
            }
            if let to, isInside(from ?? nodes[edge.from].group, to) { return (nodes[edge.to].id, edge.line) }
        }
        return nil
    }

    /// The chart, without groups that hold nothing; one that an edge leads to is a box.
    func flowchart() -> Flowchart {
        let named = nodes.map { groupNames[$0.id] }
        var isUsed = [Bool](repeating: false, count: groups.count)
        func use(_ group: Int?) {
            var next = group
            while let group = next, !isUsed[group] {
                isUsed[group] = true
                next = groups[group].parent
            }
        }
        for (node, name) in zip(nodes, named) where name == nil { use(node.group) }
        let isEnd = edges.reduce(into: [Bool](repeating: false, count: nodes.count)) { isEnd, edge in
            isEnd[edge.from] = true
            isEnd[edge.to] = true
        }
        // What an edge leads to and holds nothing; groups may hold nothing but such a box.
        var boxes = [Bool](repeating: false, count: nodes.count)
        for (index, name) in named.enumerated() {
            guard let name, isEnd[index], !isUsed[name] else { continue }
            boxes[index] = true
        }
        for (index, name) in named.enumerated() where boxes[index] { use(name.flatMap { groups[$0].parent }) }

        var groupNumbers = [Int?](repeating: nil, count: groups.count)
        var kept: [Flowchart.Group] = []
        for (index, group) in groups.enumerated() where isUsed[index] {
            groupNumbers[index] = kept.count
            kept.append(
                Flowchart.Group(title: group.title, parent: group.parent.flatMap { groupNumbers[$0] }))
        }
        var ends: [Flowchart.End] = []
        var shown: [Flowchart.Node] = []
        for (node, name) in zip(nodes, named) {
            if let group = name.flatMap({ groupNumbers[$0] }) {
                ends.append(.group(group))
                continue
            }
            ends.append(.node(shown.count))
            let box = name.map { groups[$0] }
            if box != nil, !boxes[ends.count - 1] { continue }
            shown.append(
                Flowchart.Node(
                    id: node.id, text: box?.title ?? node.text, shape: box == nil ? node.shape : .rectangle,
                    group: (box == nil ? node.group : box?.parent).flatMap { groupNumbers[$0] }))
        }
        return Flowchart(
            direction: direction, nodes: shown,
            edges: edges.map { edge in
                Flowchart.Edge(
                    from: ends[edge.from], to: ends[edge.to], label: edge.link.label, line: edge.link.line,
                    head: edge.link.head, tail: edge.link.tail)
            }, groups: kept)
    }
}
