/// Places for the nodes of a network: those that are joined lie near each other, and no two boxes overlap.
///
/// Distances follow the number of steps between nodes, by stress majorisation (Gansner, Koren and North, "Graph Drawing by Stress
/// Majorization", 2004), node by node. The start, the order and the number of rounds are fixed, and of floating point only what
/// IEEE 754 rounds in one way is used: no sine, no random start. So the same network has the same places on every machine.
struct NetworkLayout {
    /// A node's box, by its size alone; the node is at its middle.
    struct Box {
        let width: Int
        let height: Int
    }

    /// The middles of the boxes, all of which lie right of and below zero.
    private(set) var points: [Flow.Point] = []
    private let boxes: [Box]

    /// The rounds of majorisation: more change next to nothing that can be seen.
    private static let rounds = 48
    /// The rounds of moving boxes apart before rows are made of what still overlaps.
    private static let separations = 120
    /// What lies between two boxes at least.
    private static let gap = 4.0
    /// Steps beyond these are as far as these.
    private static let farthest = 6

    /// - Parameters:
    ///   - boxes: one for each node.
    ///   - groups: nodes of one group are drawn together.
    ///   - step: how far joined nodes are from each other.
    init(_ boxes: [Box], edges: [Network.Edge], groups: [Int?], step: Double) {
        self.boxes = boxes
        guard !boxes.isEmpty else { return }
        let distances = Self.distances(boxes.count, edges, groups)
        var (xs, ys) = Self.start(groups)
        Self.majorise(&xs, &ys, distances)
        if Self.extent(xs) < Self.extent(ys) { swap(&xs, &ys) }
        spread(&xs, &ys, step)
        separate(&xs, &ys)
        let left = zip(xs, boxes).map { $0 - Double($1.width) / 2 }.min() ?? 0
        let top = zip(ys, boxes).map { $0 - Double($1.height) / 2 }.min() ?? 0
        points = zip(xs, ys).map {
            Flow.Point(x: Int(($0 - left).rounded()) + 1, y: Int(($1 - top).rounded()) + 1)
        }
        settle()
    }

    func frame(_ index: Int) -> Flow.Frame {
        let (box, point) = (boxes[index], points[index])
        return Flow.Frame(
            x: point.x - box.width / 2, y: point.y - box.height / 2, width: box.width, height: box.height)
    }

    // MARK: Distances

    /// How far each node should be from each other one, in steps: a row for each.
    private static func distances(_ count: Int, _ edges: [Network.Edge], _ groups: [Int?]) -> [Double] {
        var neighbours = [[Int]](repeating: [], count: count)
        for edge in edges {
            neighbours[edge.from].append(edge.to)
            neighbours[edge.to].append(edge.from)
        }
        var distances = [Double](repeating: 0, count: count * count)
        var steps = [Int](repeating: 0, count: count)
        for source in 0..<count {
            for index in steps.indices { steps[index] = -1 }
            steps[source] = 0
            var queue = [source]
            var next = 0
            while next < queue.count {
                let node = queue[next]
                next += 1
                for other in neighbours[node] where steps[other] < 0 {
                    steps[other] = steps[node] + 1
                    queue.append(other)
                }
            }
            for other in 0..<count {
                let isTogether = groups[source] != nil && groups[source] == groups[other]
                let hops = steps[other] < 0 ? (isTogether ? 3 : 5) : min(steps[other], farthest)
                distances[source * count + other] =
                    isTogether ? Double(min(hops, 4)) * 0.85 : Double(hops) + 0.4
            }
        }
        return distances
    }

    // MARK: Start

    /// The eight directions in which groups begin.
    private static let directions: [(Double, Double)] = [
        (1, 0), (-1, 0), (0, 1), (0, -1), (0.7071, 0.7071), (-0.7071, -0.7071), (0.7071, -0.7071),
        (-0.7071, 0.7071),
    ]

    /// The nodes of a group in a spiral of their own, turned by the golden angle from one to the next.
    private static func start(_ groups: [Int?]) -> (xs: [Double], ys: [Double]) {
        let (cosine, sine) = (-0.7373688780783197, 0.6754902942615238)
        var spirals: [Int: (x: Double, y: Double, count: Int)] = [:]
        var (xs, ys): ([Double], [Double]) = ([], [])
        for group in groups {
            let key = group ?? -1
            var (x, y, count) = spirals[key] ?? (1, 0, 0)
            (x, y) = (x * cosine - y * sine, x * sine + y * cosine)
            count += 1
            spirals[key] = (x, y, count)
            let radius = Double(count).squareRoot() * 0.5
            let away = group.map { directions[$0 % directions.count] } ?? (0, 0)
            xs.append(4 * away.0 + radius * x)
            ys.append(4 * away.1 + radius * y)
        }
        return (xs, ys)
    }

    // MARK: Majorisation

    /// Moves each node to where all others, by their distances, would have it on the average; near ones count most.
    private static func majorise(_ xs: inout [Double], _ ys: inout [Double], _ distances: [Double]) {
        let count = xs.count
        for _ in 0..<rounds {
            for node in 0..<count {
                var (x, y, weights) = (0.0, 0.0, 0.0)
                let row = node * count
                for other in 0..<count where other != node {
                    let distance = distances[row + other]
                    let weight = 1 / (distance * distance)
                    let (dx, dy) = (xs[node] - xs[other], ys[node] - ys[other])
                    let length = (dx * dx + dy * dy).squareRoot()
                    let share = length > 1e-9 ? distance / length : 0
                    x += weight * (xs[other] + dx * share)
                    y += weight * (ys[other] + dy * share)
                    weights += weight
                }
                guard weights > 0 else { continue }
                xs[node] = x / weights
                ys[node] = y / weights
            }
        }
    }

    // MARK: Overlaps

    /// What is drawn over against the boxes' own area, and its width against its height, at least.
    private static let (sparseness, aspect) = (3.0, 1.5)

    private static func extent(_ places: [Double]) -> Double {
        (places.max() ?? 0) - (places.min() ?? 0)
    }

    /// Goes from steps to units, with room for all boxes.
    private func spread(_ xs: inout [Double], _ ys: inout [Double], _ step: Double) {
        let area = boxes.reduce(0) { $0 + Double($1.width * $1.height) } * Self.sparseness
        let width = (area * Self.aspect).squareRoot()
        let (across, down) = (Self.extent(xs), Self.extent(ys))
        let scaleX = across > 0 ? max(step, width / across) : step
        let scaleY = down > 0 ? max(step, width / Self.aspect / down) : step
        xs = xs.map { $0 * scaleX }
        ys = ys.map { $0 * scaleY }
    }

    /// Moves boxes that overlap apart, by half of what they do on each side, in the direction in which they do least.
    private func separate(_ xs: inout [Double], _ ys: inout [Double]) {
        for _ in 0..<Self.separations {
            var hasMoved = false
            for first in boxes.indices {
                for second in boxes.indices[(first + 1)...] {
                    let (dx, dy) = (xs[second] - xs[first], ys[second] - ys[first])
                    let needX = Double(boxes[first].width + boxes[second].width) / 2 + Self.gap
                    let needY = Double(boxes[first].height + boxes[second].height) / 2 + Self.gap
                    let (overX, overY) = (needX - dx.magnitude, needY - dy.magnitude)
                    guard overX > 0, overY > 0 else { continue }
                    hasMoved = true
                    // Against the size of the boxes: names are wide and low, and would all end up in one column.
                    if overX * needY < overY * needX {
                        let move = (dx < 0 ? -overX : overX) / 2
                        xs[first] -= move
                        xs[second] += move
                    } else {
                        let move = (dy < 0 ? -overY : overY) / 2
                        ys[first] -= move
                        ys[second] += move
                    }
                }
            }
            if !hasMoved { return }
        }
    }

    /// From the top down, moves each box that overlaps one above it below that one: then none does.
    private mutating func settle() {
        let order = points.indices.sorted { (points[$0].y, $0) < (points[$1].y, $1) }
        for (place, node) in order.enumerated() {
            var isFree = false
            while !isFree {
                isFree = true
                for other in order[..<place] where frame(node).overlaps(frame(other)) {
                    points[node].y = frame(other).maxY + boxes[node].height / 2 + 1
                    isFree = false
                }
            }
        }
    }
}

extension Flow.Frame {
    func overlaps(_ other: Flow.Frame) -> Bool {
        x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
    }
}
