import Notes

/// Gives every node a rank, so that edges lead from lower ranks to higher ones.
///
/// Where edges lead in a circle, one of them is turned round. Nodes stand as high as what comes before lets them, but
/// what only leads on stands close to where it leads.
struct Ranking {
    private(set) var ranks: [Int]
    /// For each edge whether it leads up, and is laid out as if it led down.
    private(set) var isReversed: [Bool]
    private(set) var count = 1

    /// - Parameter step: how many ranks an edge passes at least; two leave room for labels between.
    init(_ nodes: [LayeredLayout.Node], _ edges: [LayeredLayout.Edge], step: Int) {
        ranks = [Int](repeating: 0, count: nodes.count)
        isReversed = [Bool](repeating: false, count: edges.count)
        var free: [Int] = []
        for (index, edge) in edges.enumerated() where edge.from != edge.to {
            if nodes[edge.to].pin == .first || nodes[edge.from].pin == .last {
                isReversed[index] = true
            } else if nodes[edge.from].pin == .none, nodes[edge.to].pin == .none {
                free.append(index)
            }
        }
        breakCircles(nodes.count, edges, free)
        var down = [[Int]](repeating: [], count: nodes.count)
        var up = down
        for index in free {
            let edge = edges[index]
            let (upper, lower) = isReversed[index] ? (edge.to, edge.from) : (edge.from, edge.to)
            down[upper].append(lower)
            up[lower].append(upper)
        }
        let order = Self.order(down, up)
        for node in order {
            for lower in down[node] { ranks[lower] = max(ranks[lower], ranks[node] + step) }
        }
        for node in order.reversed() where down[node].count > up[node].count {
            if let nearest = down[node].map({ ranks[$0] }).min() { ranks[node] = nearest - step }
        }
        pin(nodes)
    }

    /// Turns round every edge that leads back to where the walk came from.
    private mutating func breakCircles(_ count: Int, _ edges: [LayeredLayout.Edge], _ free: [Int]) {
        var leaving = [[Int]](repeating: [], count: count)
        var entries = [Int](repeating: 0, count: count)
        for index in free {
            leaving[edges[index].from].append(index)
            entries[edges[index].to] += 1
        }
        let targets = leaving.map { $0.map { edges[$0].to } }
        // From the nodes that nothing leads to first, so that a chart's beginning stays above.
        let starts = (0..<count).filter { entries[$0] == 0 } + Array(0..<count)
        for (node, edge) in BackEdges.find(in: targets, from: starts) {
            isReversed[leaving[node][edge]] = true
        }
    }

    /// The nodes in an order in which every edge leads on.
    private static func order(_ down: [[Int]], _ up: [[Int]]) -> [Int] {
        var waiting = up.map(\.count)
        var order = waiting.indices.filter { waiting[$0] == 0 }
        var next = 0
        while next < order.count {
            for lower in down[order[next]] {
                waiting[lower] -= 1
                if waiting[lower] == 0 { order.append(lower) }
            }
            next += 1
        }
        return order
    }

    /// Moves all ranks so that the first is 0, and puts pinned nodes before and after all others.
    private mutating func pin(_ nodes: [LayeredLayout.Node]) {
        let others = nodes.indices.filter { nodes[$0].pin == .none }
        let least = others.map { ranks[$0] }.min() ?? 0
        let shift = (nodes.contains { $0.pin == .first } ? 1 : 0) - least
        for node in others { ranks[node] += shift }
        let last = others.map { ranks[$0] }.max() ?? 0
        for (index, node) in nodes.enumerated() {
            switch node.pin {
            case .first: ranks[index] = 0
            case .last: ranks[index] = last + 1
            case .none: break
            }
        }
        count = (ranks.max() ?? 0) + 1
    }
}
