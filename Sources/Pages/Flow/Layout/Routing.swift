/// Leads the edges of a graph whose items have their places: where they leave their nodes, and on which tracks between two
/// ranks they change their place.
struct Routing {
    private let graph: LayoutGraph
    /// For each stretch where it begins and ends along its ranks.
    private var starts: [Int]
    private var ends: [Int]
    /// Where each rank begins and ends.
    private var bands: [(top: Int, bottom: Int)] = []
    /// For each stretch the `y` at which it changes its place.
    private var tracks: [Int]
    private(set) var height = 0

    init(_ graph: LayoutGraph, _ spacing: LayeredLayout.Spacing) {
        self.graph = graph
        starts = graph.stretches.map { graph.items[$0.upper].x + ($0.upperPort ?? 0) }
        ends = graph.stretches.map { graph.items[$0.lower].x + ($0.lowerPort ?? 0) }
        tracks = [Int](repeating: 0, count: graph.stretches.count)
        choosePorts()
        var y = 0
        for (index, rank) in graph.ranks.enumerated() {
            let bottom = y + (rank.map { graph.items[$0].height }.max() ?? 0)
            bands.append((y, bottom))
            y = bottom
            guard index + 1 < graph.ranks.count else { break }
            // Where edges only pass, they need less room.
            let isPassed = [rank, graph.ranks[index + 1]].contains { rank in
                rank.allSatisfy { graph.items[$0].kind == .bend }
            }
            y += layTracks(below: rank, from: bottom, isPassed ? spacing.rank / 2 : spacing.rank)
        }
        height = y
    }

    func middle(of rank: Int) -> Int { (bands[rank].top + bands[rank].bottom) / 2 }

    /// An edge's way from its upper end to its lower one.
    func path(along chain: [Int]) -> [Flow.Point] {
        guard let first = chain.first, let last = chain.last else { return [] }
        let (top, bottom) = (
            graph.items[graph.stretches[first].upper], graph.items[graph.stretches[last].lower]
        )
        var path = [Flow.Point(x: starts[first], y: middle(of: top.rank) - top.height / 2 + top.height)]
        for stretch in chain where starts[stretch] != ends[stretch] {
            path.append(Flow.Point(x: starts[stretch], y: tracks[stretch]))
            path.append(Flow.Point(x: ends[stretch], y: tracks[stretch]))
        }
        path.append(Flow.Point(x: ends[last], y: middle(of: bottom.rank) - bottom.height / 2))
        return path
    }

    // MARK: Ports

    /// Spreads the edges of each node along its sides, as straight as there is room.
    private mutating func choosePorts() {
        for isBelow in [true, false, true] {
            for (index, item) in graph.items.enumerated() where item.kind == .node {
                spread(isBelow ? graph.below[index] : graph.above[index], isBelow, item)
            }
        }
        for (index, stretch) in graph.stretches.enumerated()
        where starts[index] != ends[index] && abs(starts[index] - ends[index]) <= 10 {
            // A small step looks like a mistake.
            if stretch.lowerPort == nil,
                canStand(index, at: starts[index], graph.above[stretch.lower], stretch.lower)
            {
                ends[index] = starts[index]
            } else if stretch.upperPort == nil,
                canStand(index, at: ends[index], graph.below[stretch.upper], stretch.upper)
            {
                starts[index] = ends[index]
            }
        }
    }

    /// Whether an edge can leave a node at a place without coming close to the node's corner or to another edge.
    private func canStand(_ stretch: Int, at x: Int, _ side: [Int], _ item: Int) -> Bool {
        let node = graph.items[item]
        guard node.kind == .node, abs(x - node.x) <= min(node.left, node.right) - 10 else { return false }
        return side.allSatisfy { other in
            let place = graph.stretches[other].lower == item ? ends[other] : starts[other]
            return other == stretch || abs(place - x) >= 8
        }
    }

    private mutating func spread(_ stretches: [Int], _ isBelow: Bool, _ item: LayoutGraph.Item) {
        let free = stretches.filter {
            // A group has fixed ones, for edges that lead inside.
            (isBelow ? graph.stretches[$0].upperPort : graph.stretches[$0].lowerPort) == nil
        }
        guard !free.isEmpty else { return }
        // A loop beside a node belongs to its item, but not to its sides.
        let half = min(item.left, item.right)
        let wishes = free.map { (stretch: $0, x: isBelow ? ends[$0] : starts[$0]) }
            .sorted { ($0.x, $0.stretch) < ($1.x, $1.stretch) }
        if free.count < stretches.count {
            let fixed = stretches.filter {
                (isBelow ? graph.stretches[$0].upperPort : graph.stretches[$0].lowerPort) != nil
            }.map { isBelow ? starts[$0] : ends[$0] }
            let places = Self.places(near: wishes.map(\.x), beside: fixed, around: item.x, max(0, half - 10))
            for (wish, place) in zip(wishes, places) {
                if isBelow { starts[wish.stretch] = place } else { ends[wish.stretch] = place }
            }
            return
        }
        if let only = wishes.first, wishes.count == 1 {
            let stretch = graph.stretches[only.stretch]
            let other = graph.items[isBelow ? stretch.lower : stretch.upper]
            let reach = other.kind == .node ? min(half / 2, 8) : half / 2
            let x = abs(only.x - item.x) <= reach ? only.x : item.x
            if isBelow { starts[only.stretch] = x } else { ends[only.stretch] = x }
            return
        }
        let reach = max(0, half - max(10, half / 5))
        let gap = min(18, 2 * reach / (wishes.count - 1))
        // What cannot be straight leaves close to the middle, so that its turn is seen as one.
        let inside = wishes.map { $0.x - item.x }.filter { abs($0) <= reach }
        let near = max(half / 3, gap * (wishes.count - 1) / 2)
        let left = wishes.count { $0.x - item.x < -reach }
        let right = wishes.count { $0.x - item.x > reach }
        let leftmost = max(-reach, min(-near, (inside.first ?? 0) - gap * left))
        let rightmost = min(reach, max(near, (inside.last ?? 0) + gap * right))
        // Places less their distances must not fall; those that get in each other's way share their mean.
        var pools: [(sum: Int, count: Int)] = []
        for (index, wish) in wishes.enumerated() {
            let offset = wish.x - item.x
            let place = offset < -reach ? leftmost : offset > reach ? rightmost : offset
            pools.append((place - index * gap, 1))
            while pools.count > 1 {
                let (last, previous) = (pools[pools.count - 1], pools[pools.count - 2])
                guard previous.sum * last.count > last.sum * previous.count else { break }
                pools.removeLast()
                pools[pools.count - 1] = (previous.sum + last.sum, previous.count + last.count)
            }
        }
        var index = 0
        for pool in pools {
            let place = min(max(pool.sum / pool.count, -reach), reach - (wishes.count - 1) * gap)
            for _ in 0..<pool.count {
                let x = item.x + place + index * gap
                if isBelow { starts[wishes[index].stretch] = x } else { ends[wishes[index].stretch] = x }
                index += 1
            }
        }
    }

    /// Places on a side where some are taken: for each wish the nearest that is free, or the middle of the widest gap.
    private static func places(
        near wishes: [Int], beside fixed: [Int], around middle: Int, _ reach: Int
    ) -> [Int] {
        let distance = 14
        var taken = [middle - reach - distance] + fixed.sorted() + [middle + reach + distance]
        return wishes.map { wish in
            var best: (place: Int, distance: Int, index: Int)?
            var widest = (place: middle, width: -1, index: 1)
            for (index, (left, right)) in zip(taken, taken.dropFirst()).enumerated() {
                if right - left > widest.width { widest = ((left + right) / 2, right - left, index + 1) }
                guard right - left >= 2 * distance else { continue }
                let place = min(max(wish, left + distance), right - distance)
                if best.map({ abs(place - wish) < $0.distance }) ?? true {
                    best = (place, abs(place - wish), index + 1)
                }
            }
            let place = best?.place ?? widest.place
            taken.insert(place, at: best?.index ?? widest.index)
            return place
        }
    }

    // MARK: Tracks

    private static let trackDistance = 12

    /// Gives every stretch below a rank that changes its place a track of its own where others would be met.
    ///
    /// - Returns: the distance to the next rank.
    private mutating func layTracks(below rank: [Int], from top: Int, _ least: Int) -> Int {
        let bent = rank.flatMap { graph.below[$0] }.filter { starts[$0] != ends[$0] }
        guard !bent.isEmpty else { return least }
        let ordered = bent.count > 120 ? bent.sorted { starts[$0] < starts[$1] } : ordered(bent)
        var levels: [[ClosedRange<Int>]] = []
        var level = [Int](repeating: 0, count: ordered.count)
        for (index, stretch) in ordered.enumerated() {
            let span = span(stretch)
            let met = levels.lastIndex { $0.contains { $0.overlaps(span) } }
            level[index] = met.map { $0 + 1 } ?? 0
            if level[index] == levels.count { levels.append([]) }
            levels[level[index]].append(span)
        }
        let distance = max(least, 32 + (levels.count - 1) * Self.trackDistance)
        for (index, stretch) in ordered.enumerated() {
            // An arrow's head needs more room than its beginning.
            tracks[stretch] = top + (level[index] + 1) * (distance - 6) / (levels.count + 1)
        }
        return distance
    }

    private func span(_ stretch: Int) -> ClosedRange<Int> {
        min(starts[stretch], ends[stretch]) - 4...max(starts[stretch], ends[stretch]) + 4
    }

    /// The stretches from the one on the first track down, so that few cross and none lie on each other.
    private func ordered(_ stretches: [Int]) -> [Int] {
        var balance = [Int](repeating: 0, count: stretches.count)
        var gains = [[Int]](repeating: [Int](repeating: 0, count: stretches.count), count: stretches.count)
        for first in stretches.indices {
            for second in stretches.indices where second > first {
                let gain =
                    cost(stretches[second], above: stretches[first])
                    - cost(stretches[first], above: stretches[second])
                gains[first][second] = gain
                gains[second][first] = -gain
                balance[first] += gain
                balance[second] -= gain
            }
        }
        // The one that has most reason to be above all that are left goes first.
        var left = Array(stretches.indices)
        var ordered: [Int] = []
        while !left.isEmpty {
            var best = 0
            for place in left.indices where balance[left[place]] > balance[left[best]] { best = place }
            let chosen = left.remove(at: best)
            ordered.append(stretches[chosen])
            for other in left { balance[other] -= gains[other][chosen] }
        }
        return ordered
    }

    /// What it costs to have one stretch on a track above another's: crossings, and ways that lie on each other.
    private func cost(_ upper: Int, above lower: Int) -> Int {
        var cost = 0
        if span(lower).contains(ends[upper]) { cost += 1 }
        if span(upper).contains(starts[lower]) { cost += 1 }
        if abs(ends[upper] - starts[lower]) < 5 { cost += 8 }
        return cost
    }
}
