/// The edges of a graph that lead back to where a walk came from: without them it has no circle.
package enum BackEdges {
    private enum State { case new, open, done }

    /// - Parameters:
    ///   - targets: for each node where its edges lead.
    ///   - starts: the nodes to walk from, in order.
    /// - Returns: each edge by its node and its place among that node's edges, in the order of the walk.
    package static func find(
        in targets: [[Int]], from starts: some Sequence<Int>
    ) -> [(node: Int, edge: Int)] {
        var states = [State](repeating: .new, count: targets.count)
        var path: [(node: Int, next: Int)] = []
        var found: [(node: Int, edge: Int)] = []
        for start in starts where states[start] == .new {
            states[start] = .open
            path.append((start, 0))
            while let (node, next) = path.last {
                guard next < targets[node].count else {
                    states[node] = .done
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let target = targets[node][next]
                switch states[target] {
                case .new:
                    states[target] = .open
                    path.append((target, 0))
                case .open: found.append((node, next))
                case .done: break
                }
            }
        }
        return found
    }
}
