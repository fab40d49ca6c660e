/// What a layered layout works on: items in ranks, and the stretches of edges from each rank to the next.
///
/// An edge over several ranks is cut: in each rank that it passes it has an item of its own, which keeps its way free.
/// Coordinates are those of a drawing that runs down; `x` is along a rank, `y` from rank to rank.
struct LayoutGraph {
    /// What stands in a rank.
    struct Item {
        enum Kind { case node, bend, label }

        let kind: Kind
        let rank: Int
        /// How far it reaches to either side of its `x`.
        let left: Int
        let right: Int
        let height: Int
        var x = 0
    }

    /// A part of an edge between neighbouring ranks.
    struct Stretch {
        let upper: Int
        let lower: Int
        /// Where it must leave and enter, from the items' `x`; nil for where it looks best.
        let upperPort: Int?
        let lowerPort: Int?
        let weight: Double
    }

    private(set) var items: [Item] = []
    var ranks: [[Int]] = []
    private(set) var stretches: [Stretch] = []
    /// For each item the stretches that lead to it from above, and from it down.
    private(set) var above: [[Int]] = []
    private(set) var below: [[Int]] = []
    /// For each edge its stretches from the upper end down; empty for a loop.
    private(set) var chains: [[Int]] = []
    /// For each edge the item that holds its label.
    private(set) var labels: [Int?] = []

    /// - Parameter ranking: of these nodes and edges.
    init(_ nodes: [LayeredLayout.Node], _ edges: [LayeredLayout.Edge], _ ranking: Ranking) {
        ranks = [[Int]](repeating: [], count: ranking.count)
        var overhang = [Int](repeating: 0, count: nodes.count)
        for edge in edges where edge.from == edge.to { overhang[edge.from] += LayeredLayout.loopRoom(edge) }
        for (index, node) in nodes.enumerated() {
            add(
                Item(
                    kind: node.pin == .none ? .node : .bend, rank: ranking.ranks[index],
                    left: node.width / 2, right: node.width - node.width / 2 + overhang[index],
                    height: node.height))
        }
        for (index, edge) in edges.enumerated() {
            chains.append([])
            labels.append(nil)
            if edge.from != edge.to { addChain(of: edge, index, ranking) }
        }
        above = [[Int]](repeating: [], count: items.count)
        below = above
        for (index, stretch) in stretches.enumerated() {
            above[stretch.lower].append(index)
            below[stretch.upper].append(index)
        }
    }

    @discardableResult
    private mutating func add(_ item: Item) -> Int {
        items.append(item)
        return items.count - 1
    }

    private mutating func addChain(of edge: LayeredLayout.Edge, _ index: Int, _ ranking: Ranking) {
        let isReversed = ranking.isReversed[index]
        let (upper, lower) = isReversed ? (edge.to, edge.from) : (edge.from, edge.to)
        let (first, last) = (ranking.ranks[upper], ranking.ranks[lower])
        // A label is read where the edge leaves.
        let labelRank = isReversed ? last - 1 : first + 1
        var previous = upper
        for rank in (first + 1)..<max(first + 1, last) {
            let item: Int
            if rank == labelRank, let size = edge.label {
                item = add(
                    Item(
                        kind: .label, rank: rank, left: size.width / 2, right: size.width - size.width / 2,
                        height: size.height))
                labels[index] = item
            } else {
                item = add(Item(kind: .bend, rank: rank, left: 1, right: 1, height: 0))
            }
            connect(
                previous, item, previous == upper ? edge.port(atUpper: true, isReversed) : nil, nil, index)
            previous = item
        }
        connect(
            previous, lower, previous == upper ? edge.port(atUpper: true, isReversed) : nil,
            edge.port(atUpper: false, isReversed), index)
    }

    private mutating func connect(
        _ upper: Int, _ lower: Int, _ upperPort: Int?, _ lowerPort: Int?, _ edge: Int
    ) {
        let ends = [upper, lower].count { items[$0].kind != .node }
        chains[edge].append(stretches.count)
        stretches.append(
            Stretch(
                upper: upper, lower: lower, upperPort: upperPort, lowerPort: lowerPort,
                weight: [1, 2, 8][ends]))
    }

    mutating func move(_ item: Int, to x: Int) { items[item].x = x }

    /// The least distance between the places of neighbours in a rank.
    func distance(_ left: Int, _ right: Int, _ spacing: Int) -> Int {
        let (first, second) = (items[left], items[right])
        let gap =
            switch (first.kind, second.kind) {
            case (.node, .node): spacing
            case (.bend, .bend): 12
            default: 16
            }
        return first.right + gap + second.left
    }
}

extension LayeredLayout.Edge {
    fileprivate func port(atUpper: Bool, _ isReversed: Bool) -> Int? {
        atUpper != isReversed ? fromPort : toPort
    }
}
