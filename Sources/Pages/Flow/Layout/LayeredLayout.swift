/// Places the nodes of a graph in ranks, and leads its edges between them.
///
/// It is the layout of Sugiyama, Tagawa and Toda (1981): ranks, orders, places, ways, each a type of its own. Edges run at
/// right angles. By construction no node or label touches another, and no edge runs through a node or a label that is
/// not its own. Coordinates are those of a drawing that runs down, from 0.
struct LayeredLayout {
    struct Node {
        /// Where a node has to stand. One that is pinned is a place on the drawing's edge: it has no size.
        enum Pin { case none, first, last }

        let width: Int
        let height: Int
        var pin = Pin.none
    }

    struct Edge {
        let from: Int
        let to: Int
        var label: Flow.Size?
        /// Where it must leave and enter, from the middles of its nodes; nil for where it looks best.
        var fromPort: Int?
        var toPort: Int?
    }

    struct Spacing {
        /// Between nodes of a rank.
        let node: Int
        /// Between ranks.
        let rank: Int
    }

    private(set) var nodes: [Flow.Frame] = []
    /// From each edge's first node to its last, at right angles.
    private(set) var paths: [[Flow.Point]] = []
    private(set) var labels: [Flow.Frame?] = []
    private(set) var width = 0
    private(set) var height = 0

    /// - Parameter ranking: of these nodes and edges.
    init(_ nodes: [Node], _ edges: [Edge], _ ranking: Ranking, _ spacing: Spacing) {
        var graph = LayoutGraph(nodes, edges, ranking)
        Ordering.apply(to: &graph)
        Placement.apply(to: &graph, spacing: spacing.node)
        let routing = Routing(graph, spacing)
        height = routing.height
        for (index, node) in nodes.enumerated() {
            let item = graph.items[index]
            self.nodes.append(
                Flow.Frame(
                    x: item.x - item.left, y: routing.middle(of: item.rank) - node.height / 2,
                    width: node.width, height: node.height))
        }
        for (index, edge) in edges.enumerated() {
            labels.append(
                graph.labels[index].map { label in
                    let item = graph.items[label]
                    return Flow.Frame(
                        x: item.x - item.left, y: routing.middle(of: item.rank) - item.height / 2,
                        width: item.left + item.right, height: item.height)
                })
            let path = routing.path(along: graph.chains[index])
            paths.append(ranking.isReversed[index] ? path.reversed() : path)
            if edge.from == edge.to { addLoop(index, edges) }
        }
        let left = graph.items.map { $0.x - $0.left }.min() ?? 0
        width = (graph.items.map { $0.x + $0.right }.max() ?? 0) - left
        move(by: -left)
    }

    private mutating func move(by x: Int) {
        for index in nodes.indices { nodes[index].x += x }
        for index in labels.indices { labels[index]?.x += x }
        for path in paths.indices {
            for point in paths[path].indices { paths[path][point].x += x }
        }
    }

    // MARK: Loops

    private static let loopWidth = 22

    /// How much room an edge from a node to itself takes beside it.
    static func loopRoom(_ edge: Edge) -> Int { loopWidth + 8 + (edge.label?.width ?? 0) }

    /// How much of a node's side it takes.
    static func loopHeight(_ edge: Edge) -> Int { max(14, edge.label?.height ?? 0) + 6 }

    /// Leads an edge out of a node's side and in again, below the loops that the node has before.
    private mutating func addLoop(_ index: Int, _ edges: [Edge]) {
        let node = nodes[edges[index].from]
        let loops = edges.indices.filter {
            edges[$0].from == edges[index].from && edges[$0].to == edges[index].to
        }
        let earlier = loops.prefix { $0 < index }
        let top = node.middle.y - loops.reduce(0) { $0 + Self.loopHeight(edges[$1]) } / 2
        let middle =
            earlier.reduce(top) { $0 + Self.loopHeight(edges[$1]) } + Self.loopHeight(edges[index]) / 2
        let reach = node.maxX + earlier.reduce(0) { $0 + Self.loopRoom(edges[$1]) } + Self.loopWidth
        paths[index] = [
            Flow.Point(x: node.maxX, y: middle - 6), Flow.Point(x: reach, y: middle - 6),
            Flow.Point(x: reach, y: middle + 6), Flow.Point(x: node.maxX, y: middle + 6),
        ]
        guard let label = edges[index].label else { return }
        labels[index] = Flow.Frame(
            x: reach + 4, y: middle - label.height / 2, width: label.width, height: label.height)
    }
}
