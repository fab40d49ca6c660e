import Notes

/// Places a graph whose nodes are in groups, which may be in groups themselves.
///
/// Each group is laid out on its own and is then a node of what it stands in. An edge that leaves a group has a place on
/// the group's edge, and is led there inside, so no box of a group holds what is not its own, and no edge runs through
/// a group that it has nothing to do with. An edge that ends at a group ends at its edge. Parts without any connection stand side by side.
struct GroupedLayout {
    struct Node {
        let width: Int
        let height: Int
        let group: Int?
    }

    struct Edge {
        let from: Flowchart.End
        let to: Flowchart.End
        let label: Flow.Size?
    }

    struct Group {
        let parent: Int?
        /// The free space inside the box: before and after its ranks, and at their ends.
        let padding: (first: Int, last: Int, left: Int, right: Int)
        /// The least size, for its title.
        let least: Flow.Size
    }

    private(set) var nodes: [Flow.Frame]
    private(set) var groups: [Flow.Frame]
    private(set) var paths: [[Flow.Point]]
    private(set) var labels: [Flow.Frame?]
    private(set) var width = 0
    private(set) var height = 0

    private let input: (nodes: [Node], edges: [Edge], groups: [Group])
    private let spacing: LayeredLayout.Spacing
    /// For each node and each group the groups around it, innermost first.
    private let nodeAncestry: [[Int]]
    private let groupAncestry: [[Int]]

    init(_ nodes: [Node], _ edges: [Edge], _ groups: [Group], _ spacing: LayeredLayout.Spacing, maxWidth: Int)
    {
        input = (nodes, edges, groups)
        self.spacing = spacing
        self.nodes = [Flow.Frame](repeating: Flow.Frame(x: 0, y: 0, width: 0, height: 0), count: nodes.count)
        self.groups = [Flow.Frame](
            repeating: Flow.Frame(x: 0, y: 0, width: 0, height: 0), count: groups.count)
        paths = [[Flow.Point]](repeating: [], count: edges.count)
        labels = [Flow.Frame?](repeating: nil, count: edges.count)
        func ancestry(_ innermost: Int?) -> [Int] {
            Array(
                sequence(state: innermost) { next in
                    defer { next = next.flatMap { groups[$0].parent } }
                    return next
                })
        }
        nodeAncestry = nodes.map { ancestry($0.group) }
        groupAncestry = groups.map { ancestry($0.parent) }
        arrange(maxWidth)
    }

    // MARK: Levels

    /// What a group, or the whole drawing, holds directly: nodes, groups, and the edges that end in it.
    private struct Level {
        var children: [Child] = []
        var edges: [Int] = []
        /// The edges that lead out of it, with whether they do so at its end or at its beginning.
        var exits: [(edge: Int, isLast: Bool)] = []
    }

    private typealias Child = Flowchart.End

    /// What a level looks like, before it is known where it stands.
    private struct Part {
        var size = Flow.Size(width: 0, height: 0)
        var children: [(child: Child, origin: Flow.Point)] = []
        var pieces: [(edge: Int, path: [Flow.Point])] = []
        var labels: [(edge: Int, frame: Flow.Frame)] = []
        /// For each edge that leads out where it does so.
        var ports: [Int: Int] = [:]
        var inner: [Int: Part] = [:]
    }

    private func ancestry(of end: Flowchart.End) -> [Int] {
        switch end {
        case .node(let node): nodeAncestry[node]
        case .group(let group): groupAncestry[group]
        }
    }

    /// The child of a level that an edge's end is or is in; nil where it is not in the level.
    private func child(of group: Int?, holding end: Flowchart.End) -> Child? {
        let ancestry = ancestry(of: end)
        guard let group else { return ancestry.last.map(Child.group) ?? end }
        guard let place = ancestry.firstIndex(of: group) else { return nil }
        return place == 0 ? end : .group(ancestry[place - 1])
    }

    /// The innermost group that holds both ends of an edge.
    private func home(of edge: Edge) -> Int? {
        let other = ancestry(of: edge.to)
        return ancestry(of: edge.from).first { other.contains($0) }
    }

    private mutating func arrange(_ maxWidth: Int) {
        var levels = [Level](repeating: Level(), count: input.groups.count + 1)
        func index(_ group: Int?) -> Int { group.map { $0 + 1 } ?? 0 }
        for (number, node) in input.nodes.enumerated() {
            levels[index(node.group)].children.append(.node(number))
        }
        for (number, group) in input.groups.enumerated() {
            levels[index(group.parent)].children.append(.group(number))
        }
        for (number, edge) in input.edges.enumerated() { levels[index(home(of: edge))].edges.append(number) }
        // Parts that nothing connects.
        let whole = levels[0]
        let parts = components(of: whole).map { part(nil, $0, levels) }
        var (x, y, rowHeight) = (0, 0, 0)
        for part in parts {
            if x > 0, x + part.size.width > maxWidth {
                y += rowHeight + spacing.rank
                (x, rowHeight) = (0, 0)
            }
            place(part, at: Flow.Point(x: x, y: y))
            width = max(width, x + part.size.width)
            height = max(height, y + part.size.height)
            x += part.size.width + spacing.node
            rowHeight = max(rowHeight, part.size.height)
        }
        joinPieces()
    }

    private func components(of level: Level) -> [Level] {
        var numbers: [Child: Int] = [:]
        for (number, child) in level.children.enumerated() { numbers[child] = number }
        var leaders = Array(level.children.indices)
        func leader(_ number: Int) -> Int {
            var number = number
            while leaders[number] != number { number = leaders[number] }
            return number
        }
        func ends(_ edge: Int) -> (Int, Int)? {
            let edge = input.edges[edge]
            guard let from = child(of: nil, holding: edge.from), let to = child(of: nil, holding: edge.to),
                let first = numbers[from], let second = numbers[to]
            else { return nil }
            return (first, second)
        }
        for edge in level.edges {
            guard let (first, second) = ends(edge) else { continue }
            let (one, other) = (leader(first), leader(second))
            leaders[max(one, other)] = min(one, other)
        }
        var parts = [Level](repeating: Level(), count: level.children.count)
        for (number, child) in level.children.enumerated() { parts[leader(number)].children.append(child) }
        for edge in level.edges {
            guard let (first, _) = ends(edge) else { continue }
            parts[leader(first)].edges.append(edge)
        }
        return parts.filter { !$0.children.isEmpty }
    }

    // MARK: One level

    private func part(_ group: Int?, _ level: Level, _ levels: [Level]) -> Part {
        var numbers: [Child: Int] = [:]
        for (number, child) in level.children.enumerated() { numbers[child] = number }
        var edges: [LayeredLayout.Edge] = []
        let hasLabels = level.edges.contains { input.edges[$0].label != nil }
        func number(_ end: Flowchart.End) -> Int {
            child(of: group, holding: end).flatMap { numbers[$0] } ?? 0
        }
        for edge in level.edges {
            let edge = input.edges[edge]
            edges.append(
                LayeredLayout.Edge(from: number(edge.from), to: number(edge.to), label: edge.label))
        }
        var pins: [LayeredLayout.Node] = []
        for exit in level.exits {
            let edge = input.edges[exit.edge]
            let place = level.children.count + pins.count
            pins.append(LayeredLayout.Node(width: 2, height: 0, pin: exit.isLast ? .last : .first))
            let leaves = child(of: group, holding: edge.from) != nil
            edges.append(
                LayeredLayout.Edge(
                    from: leaves ? number(edge.from) : place, to: leaves ? place : number(edge.to)))
        }
        let all = level.edges + level.exits.map(\.edge)
        let unsized = level.children.map { _ in LayeredLayout.Node(width: 0, height: 0) } + pins
        let ranking = Ranking(unsized, edges, step: hasLabels ? 2 : 1)

        // The ranks tell on which side edges leave the groups in here.
        var part = Part()
        var sized: [LayeredLayout.Node] = []
        for (place, child) in level.children.enumerated() {
            switch child {
            case .node(let node):
                sized.append(
                    LayeredLayout.Node(width: input.nodes[node].width, height: input.nodes[node].height))
            case .group(let inner):
                var level = levels[inner + 1]
                for (number, edge) in edges.enumerated() where edge.from == place || edge.to == place {
                    // What ends at the group itself does not lead inside.
                    let ends = input.edges[all[number]]
                    if (edge.from == place ? ends.from : ends.to) == child { continue }
                    let isUpper = (edge.from == place) != ranking.isReversed[number]
                    level.exits.append((all[number], isUpper))
                }
                let box = self.part(inner, level, levels)
                part.inner[inner] = box
                sized.append(LayeredLayout.Node(width: box.size.width, height: box.size.height))
            }
        }
        for (number, edge) in edges.enumerated() {
            edges[number].fromPort = port(all[number], at: edge.from, level, part)
            edges[number].toPort = port(all[number], at: edge.to, level, part)
        }
        let layout = LayeredLayout(
            sized + pins, edges, ranking,
            LayeredLayout.Spacing(
                node: spacing.node, rank: hasLabels ? spacing.rank * 6 / 10 : spacing.rank))
        fill(&part, group, level, layout)
        return part
    }

    /// Where an edge meets a group, from the group's middle; nil for a node, which leaves it open.
    private func port(_ edge: Int, at place: Int, _ level: Level, _ part: Part) -> Int? {
        guard place < level.children.count, case .group(let group) = level.children[place],
            let box = part.inner[group], let port = box.ports[edge]
        else { return nil }
        return port - box.size.width / 2
    }

    private func fill(_ part: inout Part, _ group: Int?, _ level: Level, _ layout: LayeredLayout) {
        var origin = Flow.Point(x: 0, y: 0)
        var size = Flow.Size(width: layout.width, height: layout.height)
        if let group {
            let box = input.groups[group]
            size = Flow.Size(
                width: max(box.least.width, layout.width + box.padding.left + box.padding.right),
                height: max(box.least.height, layout.height + box.padding.first + box.padding.last))
            origin = Flow.Point(
                x: box.padding.left
                    + (size.width - layout.width - box.padding.left - box.padding.right) / 2,
                y: box.padding.first
                    + (size.height - layout.height - box.padding.first - box.padding.last) / 2)
        }
        part.size = size
        for (place, child) in level.children.enumerated() {
            part.children.append((child, layout.nodes[place].origin + origin))
        }
        for (number, edge) in level.edges.enumerated() {
            part.pieces.append((edge, layout.paths[number].map { $0 + origin }))
            if let label = layout.labels[number] { part.labels.append((edge, label.moved(by: origin))) }
        }
        for (number, exit) in level.exits.enumerated() {
            var path = layout.paths[level.edges.count + number].map { $0 + origin }
            // From where the layout ends on to the box itself.
            let leaves = child(of: group, holding: input.edges[exit.edge].from) != nil
            let border = exit.isLast ? size.height : 0
            let x = (leaves ? path.last : path.first)?.x ?? 0
            path.insert(Flow.Point(x: x, y: border), at: leaves ? path.count : 0)
            part.pieces.append((exit.edge, path))
            part.ports[exit.edge] = x
        }
    }

    // MARK: Putting together

    private mutating func place(_ part: Part, at origin: Flow.Point) {
        for (edge, path) in part.pieces {
            pieces[edge, default: []].append(path.map { $0 + origin })
        }
        for (edge, frame) in part.labels { labels[edge] = frame.moved(by: origin) }
        for (child, place) in part.children {
            switch child {
            case .node(let node):
                nodes[node] = Flow.Frame(
                    x: place.x + origin.x, y: place.y + origin.y, width: input.nodes[node].width,
                    height: input.nodes[node].height)
            case .group(let group):
                guard let inner = part.inner[group] else { continue }
                groups[group] = Flow.Frame(
                    x: place.x + origin.x, y: place.y + origin.y, width: inner.size.width,
                    height: inner.size.height)
                self.place(inner, at: place + origin)
            }
        }
    }

    /// For each edge its ways through the levels, outermost first.
    private var pieces: [Int: [[Flow.Point]]] = [:]

    /// Puts each edge's ways together: each ends where the next begins.
    private mutating func joinPieces() {
        for edge in input.edges.indices {
            guard let all = pieces[edge], var path = all.first else { continue }
            for piece in all.dropFirst() {
                if piece.first == path.last {
                    path += piece.dropFirst()
                } else {
                    path = piece + path.dropFirst()
                }
            }
            paths[edge] = path.withoutIdlePoints
        }
        pieces = [:]
    }
}

extension [Flow.Point] {
    /// The same way without points that it does not turn at.
    fileprivate var withoutIdlePoints: [Flow.Point] {
        var path: [Flow.Point] = []
        for point in self {
            if point == path.last { continue }
            if path.count > 1 {
                let (before, last) = (path[path.count - 2], path[path.count - 1])
                if (before.x == last.x && last.x == point.x) || (before.y == last.y && last.y == point.y) {
                    path.removeLast()
                }
            }
            path.append(point)
        }
        return path
    }
}
