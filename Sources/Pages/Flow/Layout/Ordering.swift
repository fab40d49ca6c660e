/// Orders the items of every rank so that few edges cross.
///
/// Items move to the mean of their neighbours, rank after rank, down and up in turn (Sugiyama, Tagawa and Toda, 1981); then
/// neighbours change places where that helps. The best order seen wins, the earliest of equals, so authors' orders stay
/// where nothing speaks against them.
struct Ordering {
    private var graph: LayoutGraph
    /// Each item's place in its rank.
    private var places: [Int]

    static func apply(to graph: inout LayoutGraph) {
        var ordering = Ordering(graph)
        ordering.run()
        graph = ordering.graph
    }

    private init(_ graph: LayoutGraph) {
        self.graph = graph
        places = [Int](repeating: 0, count: graph.items.count)
    }

    private mutating func run() {
        start()
        var best = graph.ranks
        var fewest = crossings()
        // The larger the graph, the less often it is gone through.
        let rounds = max(2, min(8, 4000 / max(1, graph.items.count)))
        var idle = 0
        for round in 0..<(2 * rounds) where fewest > 0 && idle < 4 {
            sweep(isDown: round.isMultiple(of: 2))
            transpose()
            let count = crossings()
            if count < fewest {
                fewest = count
                best = graph.ranks
                idle = 0
            } else {
                idle += 1
            }
        }
        graph.ranks = best
    }

    /// The order of a walk through the graph from its top, in which edges are followed in the author's order.
    private mutating func start() {
        var isSeen = [Bool](repeating: false, count: graph.items.count)
        var ranks = [[Int]](repeating: [], count: graph.ranks.count)
        let starts = graph.items.indices.sorted { (graph.items[$0].rank, $0) < (graph.items[$1].rank, $1) }
        for start in starts where !isSeen[start] {
            var stack = [start]
            while let item = stack.popLast() {
                guard !isSeen[item] else { continue }
                isSeen[item] = true
                ranks[graph.items[item].rank].append(item)
                stack += graph.below[item].reversed().map { graph.stretches[$0].lower }
            }
        }
        graph.ranks = ranks
        for rank in ranks.indices { number(rank) }
    }

    private mutating func number(_ rank: Int) {
        for (place, item) in graph.ranks[rank].enumerated() { places[item] = place }
    }

    /// Where an end of a stretch is in its rank, in thousandths of a place.
    private func end(_ item: Int, _ port: Int?) -> Int {
        guard let port else { return places[item] * 1000 + 500 }
        let shape = graph.items[item]
        return places[item] * 1000 + (port + shape.left) * 999 / max(1, shape.left + shape.right)
    }

    private func upperEnd(_ stretch: Int) -> Int {
        let stretch = graph.stretches[stretch]
        return end(stretch.upper, stretch.upperPort)
    }

    private func lowerEnd(_ stretch: Int) -> Int {
        let stretch = graph.stretches[stretch]
        return end(stretch.lower, stretch.lowerPort)
    }

    private mutating func sweep(isDown: Bool) {
        let ranks = isDown ? Array(graph.ranks.indices) : graph.ranks.indices.reversed()
        for rank in ranks.dropFirst() {
            let items = graph.ranks[rank]
            var keys: [(key: Double, place: Int, item: Int)] = []
            keys.reserveCapacity(items.count)
            for (place, item) in items.enumerated() {
                let stretches = isDown ? graph.above[item] : graph.below[item]
                var sum = 0
                for stretch in stretches { sum += isDown ? upperEnd(stretch) : lowerEnd(stretch) }
                // What has no neighbour there stays where it is.
                let key =
                    stretches.isEmpty ? Double(place * 1000 + 500) : Double(sum) / Double(stretches.count)
                keys.append((key, place, item))
            }
            keys.sort { ($0.key, $0.place) < ($1.key, $1.place) }
            graph.ranks[rank] = keys.map(\.item)
            number(rank)
        }
    }

    /// Exchanges neighbours as long as crossings become fewer.
    private mutating func transpose() {
        guard graph.items.count < 2000 else { return }
        for _ in 0..<3 {
            var isBetter = false
            for rank in graph.ranks.indices {
                for place in graph.ranks[rank].indices.dropLast() {
                    let (left, right) = (graph.ranks[rank][place], graph.ranks[rank][place + 1])
                    let kept = crossings(left, right)
                    if kept > 0, kept > crossings(right, left) {
                        graph.ranks[rank].swapAt(place, place + 1)
                        places[left] = place + 1
                        places[right] = place
                        isBetter = true
                    }
                }
            }
            if !isBetter { return }
        }
    }

    /// How many crossings two neighbours' stretches have in this order.
    private func crossings(_ left: Int, _ right: Int) -> Int {
        var count = 0
        for first in graph.above[left] {
            let place = upperEnd(first)
            for second in graph.above[right] where upperEnd(second) < place { count += 1 }
        }
        for first in graph.below[left] {
            let place = lowerEnd(first)
            for second in graph.below[right] where lowerEnd(second) < place { count += 1 }
        }
        return count
    }

    /// How many crossings the whole graph has.
    private func crossings() -> Int {
        var count = 0
        for rank in graph.ranks.dropLast() {
            var ends: [(upper: Int, lower: Int)] = []
            for item in rank {
                for stretch in graph.below[item] { ends.append((upperEnd(stretch), lowerEnd(stretch))) }
            }
            guard ends.count > 1 else { continue }
            ends.sort { $0 < $1 }
            var lowers = ends.map(\.lower)
            count += Self.inversions(&lowers)
        }
        return count
    }

    /// How many pairs stand in the wrong order; sorts them by merging.
    private static func inversions(_ values: inout [Int]) -> Int {
        var count = 0
        var width = 1
        var merged = values
        while width < values.count {
            var start = 0
            while start < values.count {
                let middle = min(start + width, values.count)
                let end = min(start + 2 * width, values.count)
                var (left, right) = (start, middle)
                for place in start..<end {
                    if left < middle, right >= end || values[left] <= values[right] {
                        merged[place] = values[left]
                        left += 1
                    } else {
                        merged[place] = values[right]
                        right += 1
                        count += middle - left
                    }
                }
                start = end
            }
            swap(&values, &merged)
            width *= 2
        }
        return count
    }
}
