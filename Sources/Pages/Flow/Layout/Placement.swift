/// Gives every item its place along its rank: what is connected stands close, and nothing overlaps.
///
/// Rank after rank, items are moved as close to the mean of their neighbours as their order and their distances let them,
/// which is a regression solved exactly; the edges' own items weigh more, so that long edges are straight.
struct Placement {
    private var graph: LayoutGraph
    private let spacing: Int
    private var x: [Double]

    static func apply(to graph: inout LayoutGraph, spacing: Int) {
        var placement = Placement(graph, spacing)
        placement.run()
        graph = placement.graph
    }

    private init(_ graph: LayoutGraph, _ spacing: Int) {
        self.graph = graph
        self.spacing = spacing
        x = [Double](repeating: 0, count: graph.items.count)
    }

    private enum Side { case upper, lower, both }

    private mutating func run() {
        pack()
        let rounds = max(2, min(6, 6000 / max(1, graph.items.count)))
        for _ in 0..<rounds {
            for rank in graph.ranks.indices.dropFirst() { settle(rank, .upper) }
            for rank in graph.ranks.indices.dropLast().reversed() { settle(rank, .lower) }
        }
        for _ in 0..<rounds {
            for rank in graph.ranks.indices { settle(rank, .both) }
            for rank in graph.ranks.indices.reversed() { settle(rank, .both) }
        }
        // At last what leads to several stands over their middle, as in a tree.
        for rank in graph.ranks.indices.dropLast().reversed() { settle(rank, .lower) }
        round()
        for _ in 0..<2 { straighten() }
    }

    /// Every rank side by side, around the same middle.
    private mutating func pack() {
        for rank in graph.ranks {
            var place = 0
            for (previous, item) in zip(rank, rank.dropFirst()) {
                place += graph.distance(previous, item, spacing)
                x[item] = Double(place)
            }
            for item in rank { x[item] -= Double(place) / 2 }
        }
    }

    /// Where an item would stand best by its neighbours, and how much that weighs.
    private func wish(of item: Int, _ side: Side) -> (x: Double, weight: Double) {
        var sum = 0.0
        var weight = 0.0
        if side != .lower {
            for index in graph.above[item] {
                let stretch = graph.stretches[index]
                let place = x[stretch.upper] + Double(stretch.upperPort ?? 0) - Double(stretch.lowerPort ?? 0)
                sum += place * stretch.weight
                weight += stretch.weight
            }
        }
        if side != .upper {
            for index in graph.below[item] {
                let stretch = graph.stretches[index]
                let place = x[stretch.lower] + Double(stretch.lowerPort ?? 0) - Double(stretch.upperPort ?? 0)
                sum += place * stretch.weight
                weight += stretch.weight
            }
        }
        return weight > 0 ? (sum / weight, weight) : (x[item], 0.05)
    }

    /// Moves the items of a rank as close to their wishes as their distances let them: the places less the distances
    /// must not fall, so pools of neighbours that get in each other's way share their mean (Ayer and others, 1955).
    private mutating func settle(_ rank: Int, _ side: Side) {
        let items = graph.ranks[rank]
        var pools: [(sum: Double, weight: Double, count: Int)] = []
        var offset = 0
        for (place, item) in items.enumerated() {
            if place > 0 { offset += graph.distance(items[place - 1], item, spacing) }
            let wish = wish(of: item, side)
            pools.append(((wish.x - Double(offset)) * wish.weight, wish.weight, 1))
            while pools.count > 1 {
                let (last, previous) = (pools[pools.count - 1], pools[pools.count - 2])
                guard previous.sum / previous.weight > last.sum / last.weight else { break }
                pools.removeLast()
                pools[pools.count - 1] = (
                    previous.sum + last.sum, previous.weight + last.weight, previous.count + last.count
                )
            }
        }
        var place = 0
        offset = 0
        for pool in pools {
            for _ in 0..<pool.count {
                if place > 0 { offset += graph.distance(items[place - 1], items[place], spacing) }
                x[items[place]] = pool.sum / pool.weight + Double(offset)
                place += 1
            }
        }
    }

    private mutating func round() {
        for rank in graph.ranks {
            var previous: Int?
            for item in rank {
                var place = Int(x[item].rounded())
                if let previous {
                    place = max(place, graph.items[previous].x + graph.distance(previous, item, spacing))
                }
                graph.move(item, to: place)
                previous = item
            }
        }
    }

    // MARK: Straight lines

    /// Moves the items of each edge to one place where there is room, so that it bends once instead of often.
    private mutating func straighten() {
        var places = [Int](repeating: 0, count: graph.items.count)
        for rank in graph.ranks {
            for (place, item) in rank.enumerated() { places[item] = place }
        }
        let byLength = graph.chains.indices.sorted {
            (-graph.chains[$0].count, $0) < (-graph.chains[$1].count, $1)
        }
        for chain in byLength where graph.chains[chain].count > 1 {
            straighten(graph.chains[chain], places)
        }
    }

    private mutating func straighten(_ chain: [Int], _ places: [Int]) {
        let items = chain.dropLast().map { graph.stretches[$0].lower }
        var start = 0
        while start < items.count {
            // The longest run from here that has a place in common.
            var room = room(for: items[start], places)
            var end = start + 1
            while end < items.count {
                let next = self.room(for: items[end], places)
                let common =
                    max(room.lower, next.lower)...max(room.lower, next.lower, min(room.upper, next.upper))
                guard common.lowerBound <= min(room.upper, next.upper) else { break }
                room = (common.lowerBound, common.upperBound)
                end += 1
            }
            let run = items[start..<end]
            var wishes: [Int] = []
            // The end where it is alone is the one to be straight to.
            if let first = chain.first, start == 0 {
                let stretch = graph.stretches[first]
                wishes.append(graph.items[stretch.upper].x + (stretch.upperPort ?? 0))
            }
            if let last = chain.last, end == items.count {
                let stretch = graph.stretches[last]
                let wish = graph.items[stretch.lower].x + (stretch.lowerPort ?? 0)
                let isAlone = graph.above[stretch.lower].count == 1
                wishes.insert(wish, at: isAlone ? 0 : wishes.count)
            }
            let mean = run.reduce(0) { $0 + graph.items[$1].x } / run.count
            let fitting = wishes.first { room.lower <= $0 && $0 <= room.upper }
            let place = fitting ?? min(max(mean, room.lower), room.upper)
            for item in run { graph.move(item, to: place) }
            start = end
        }
    }

    /// Between which places an item can move without touching its neighbours.
    private func room(for item: Int, _ places: [Int]) -> (lower: Int, upper: Int) {
        let rank = graph.ranks[graph.items[item].rank]
        let place = places[item]
        let here = graph.items[item].x
        // At the outside an edge would else run far away from the drawing.
        var (lower, upper) = (here - 400, here + 400)
        if place > 0 {
            lower = graph.items[rank[place - 1]].x + graph.distance(rank[place - 1], item, spacing)
        }
        if place + 1 < rank.count {
            upper = graph.items[rank[place + 1]].x - graph.distance(item, rank[place + 1], spacing)
        }
        return (min(lower, here), max(upper, here))
    }
}
