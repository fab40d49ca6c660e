import Notes

/// Lays a chart of boxes out, in any of the four directions.
struct ChartLayout {
    struct Node {
        let text: String
        let shape: Flowchart.Shape
        let kind: Flow.Box.Kind
        var group: Int?
        var url: String?
        var key: String?
    }

    private(set) var boxes: [Flow.Box] = []
    private(set) var arrows: [Flow.Arrow] = []
    private(set) var groups: [Flow.Group] = []
    private(set) var width = 0
    private(set) var height = 0

    private static let margin = 4
    private static let titleHeight = 32
    private let direction: Flowchart.Direction
    private var layoutSize = Flow.Size(width: 0, height: 0)

    /// - Parameter keys: for each edge the name by which a script finds it; empty for none.
    init(
        _ nodes: [Node], _ edges: [Flowchart.Edge], groups: [Flowchart.Group] = [],
        direction: Flowchart.Direction, keys: [String] = []
    ) {
        self.direction = direction
        let isSideways = direction == .left || direction == .right
        func turned(_ size: Flow.Size) -> Flow.Size {
            isSideways ? Flow.Size(width: size.height, height: size.width) : size
        }
        let texts = nodes.map { node in
            FlowText.wrap(
                node.text, node.lineKind,
                width: FlowText.limit(node.shape == .diamond ? 150 : 200, node.text, node.lineKind))
        }
        let labels = edges.map { edge in
            edge.label.isEmpty
                ? [] : FlowText.wrap(edge.label, .label, width: FlowText.limit(160, edge.label, .label))
        }
        let labelSizes = labels.map { lines in
            lines.isEmpty
                ? nil
                : turned(
                    Flow.Size(
                        width: FlowText.width(of: lines, .label) + 8,
                        height: lines.count * FlowText.lineHeight))
        }
        let degrees = Self.degrees(edges, nodes.count, groups.count)
        var loops = [Int](repeating: 0, count: nodes.count)
        for (edge, label) in zip(edges, labelSizes) {
            guard let (from, to) = edge.nodes, from == to else { continue }
            loops[from] += LayeredLayout.loopHeight(LayeredLayout.Edge(from: from, to: to, label: label))
        }
        let sizes = zip(nodes, texts).enumerated().map { index, node in
            let text = Flow.Size(
                width: FlowText.width(of: node.1, node.0.lineKind),
                height: node.1.count * FlowText.lineHeight)
            let size = turned(FlowOutline.size(of: node.0.shape, around: text))
            // Every edge needs a place at its side.
            let width = max(size.width, 12 * degrees.nodes[index] + 20)
            let height = max(size.height, loops[index])
            let isRound = node.0.shape == .circle || node.0.shape == .doubleCircle
            return Flow.Size(
                width: isRound ? max(width, height) : width, height: isRound ? max(width, height) : height)
        }
        let layout = GroupedLayout(
            zip(nodes, sizes).map {
                GroupedLayout.Node(width: $1.width, height: $1.height, group: $0.group)
            },
            zip(edges, labelSizes).map { GroupedLayout.Edge(from: $0.from, to: $0.to, label: $1) },
            zip(groups, degrees.groups).map { Self.box(of: $0, degree: $1, direction, turned) },
            LayeredLayout.Spacing(node: isSideways ? 26 : 32, rank: isSideways ? 56 : 48), maxWidth: 900)
        layoutSize = Flow.Size(width: layout.width, height: layout.height)
        let size = turned(layoutSize)
        width = size.width + 2 * Self.margin
        height = size.height + 2 * Self.margin

        for (group, frame) in zip(groups, layout.groups) {
            let frame = shown(frame)
            let title = FlowText.wrap(group.title, .label, width: Self.titleWidth)
            self.groups.append(
                Flow.Group(
                    frame: frame,
                    lines: group.title.isEmpty
                        ? []
                        : FlowText.leading(title, .label, at: Flow.Point(x: frame.x + 14, y: frame.y + 8))))
        }
        for (index, node) in nodes.enumerated() {
            let frame = shown(layout.nodes[index])
            var middle = frame.middle
            if node.shape == .cylinder { middle.y += 6 }
            if node.shape == .flag { middle.x += 7 }
            boxes.append(
                Flow.Box(
                    kind: node.kind, shape: node.shape, frame: frame,
                    lines: FlowText.centered(texts[index], node.lineKind, at: middle), url: node.url,
                    key: node.key))
        }
        for (index, edge) in edges.enumerated() {
            var path = layout.paths[index].map(shown)
            if path.count > 1 {
                path[0] = meeting(path[0], edge.from)
                path[path.count - 1] = meeting(path[path.count - 1], edge.to)
            }
            let label = layout.labels[index].map { frame in
                let frame = shown(frame)
                return Flow.Label(
                    frame: frame, lines: FlowText.centered(labels[index], .label, at: frame.middle))
            }
            arrows.append(
                Flow.Arrow(
                    points: path, line: edge.line, head: edge.head, tail: edge.tail, label: label,
                    key: index < keys.count ? keys[index] : nil))
        }
    }

    private static let titleWidth = 260

    /// Where an arrow that comes to the frame of its end meets what is drawn there: a group's box fills its frame.
    private func meeting(_ point: Flow.Point, _ end: Flowchart.End) -> Flow.Point {
        guard case .node(let node) = end else { return point }
        return FlowOutline.meeting(point, boxes[node].shape, boxes[node].frame)
    }

    /// How many edges meet each node and each group at the fuller of its sides.
    private static func degrees(
        _ edges: [Flowchart.Edge], _ nodes: Int, _ groups: Int
    ) -> (nodes: [Int], groups: [Int]) {
        // Groups come after all nodes.
        func place(_ end: Flowchart.End) -> Int {
            switch end {
            case .node(let node): node
            case .group(let group): nodes + group
            }
        }
        var leaving = [Int](repeating: 0, count: nodes + groups)
        var entering = leaving
        for edge in edges where edge.from != edge.to {
            leaving[place(edge.from)] += 1
            entering[place(edge.to)] += 1
        }
        let degrees = zip(leaving, entering).map(max)
        return (Array(degrees.prefix(nodes)), Array(degrees.dropFirst(nodes)))
    }

    /// The room that a group takes beyond what it holds: most above, where its title stands.
    private static func box(
        of group: Flowchart.Group, degree: Int, _ direction: Flowchart.Direction,
        _ turned: (Flow.Size) -> Flow.Size
    ) -> GroupedLayout.Group {
        let lines = group.title.isEmpty ? [] : FlowText.wrap(group.title, .label, width: titleWidth)
        let title = lines.isEmpty ? 14 : lines.count * FlowText.lineHeight + 16
        let (side, end) = (18, 16)
        let box = turned(
            Flow.Size(width: FlowText.width(of: lines, .label) + 28, height: titleHeight))
        // Edges that end at it need their places beside those that lead inside.
        let least = Flow.Size(
            width: max(box.width, degree == 0 ? 0 : 24 * degree + 40), height: box.height)
        let padding =
            switch direction {
            case .down: (first: title, last: end, left: side, right: side)
            case .up: (first: end, last: title, left: side, right: side)
            case .right, .left: (first: side, last: side, left: title, right: end)
            }
        return GroupedLayout.Group(parent: group.parent, padding: padding, least: least)
    }

    /// A place of a layout that runs down, in a drawing that runs in its own direction.
    private func shown(_ point: Flow.Point) -> Flow.Point {
        let (x, y) =
            switch direction {
            case .down: (point.x, point.y)
            case .up: (point.x, layoutSize.height - point.y)
            case .right: (point.y, point.x)
            case .left: (layoutSize.height - point.y, point.x)
            }
        return Flow.Point(x: x + Self.margin, y: y + Self.margin)
    }

    private func shown(_ frame: Flow.Frame) -> Flow.Frame {
        let first = shown(frame.origin)
        let second = shown(Flow.Point(x: frame.maxX, y: frame.maxY))
        return Flow.Frame(
            x: min(first.x, second.x), y: min(first.y, second.y), width: abs(second.x - first.x),
            height: abs(second.y - first.y))
    }
}

extension ChartLayout.Node {
    /// How its text is set.
    fileprivate var lineKind: Flow.Line.Kind { kind == .outcome || kind == .fallback ? .title : .text }
}
