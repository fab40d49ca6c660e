import Testing

@testable import Notes
@testable import Pages

/// What is wrong with a drawing, in words; nothing for a good one.
enum FlowGeometry {
    static func faults(_ flow: Flow) -> [String] {
        let whole = Flow.Frame(x: 0, y: 0, width: flow.width, height: flow.height)
        var faults: [String] = []
        let boxes = flow.boxes.map(\.frame)
        let labels = flow.arrows.compactMap { $0.label?.frame }
        for (name, frames) in [("box", boxes), ("label", labels), ("group", flow.groups.map(\.frame))] {
            for (index, frame) in frames.enumerated() where !whole.holds(frame) {
                faults.append("\(name) \(index) is outside")
            }
        }
        for (name, frames) in [("box", boxes), ("label", labels)] {
            for (index, frame) in frames.enumerated() {
                for other in frames[..<index] where frame.overlaps(other) {
                    faults.append("\(name) \(index) overlaps another: \(frame) \(other)")
                }
            }
        }
        for (index, label) in labels.enumerated() {
            for box in boxes where label.overlaps(box) {
                faults.append("label \(index) overlaps a box: \(box)")
            }
        }
        for (index, arrow) in flow.arrows.enumerated() {
            faults += self.faults(arrow, flow, whole).map { "arrow \(index) \($0)" }
        }
        for (index, box) in flow.boxes.enumerated() {
            faults += misfits(box.lines, in: box.frame).map { "box \(index) \($0)" }
        }
        for arrow in flow.arrows {
            guard let label = arrow.label else { continue }
            faults += misfits(label.lines, in: label.frame).map { "label \($0)" }
        }
        for group in flow.groups { faults += misfits(group.lines, in: group.frame).map { "group \($0)" } }
        return faults
    }

    private static func faults(_ arrow: Flow.Arrow, _ flow: Flow, _ whole: Flow.Frame) -> [String] {
        guard let first = arrow.points.first, let last = arrow.points.last, arrow.points.count > 1 else {
            return ["has no way"]
        }
        var faults: [String] = []
        if !arrow.points.allSatisfy({ whole.holds(Flow.Frame(x: $0.x, y: $0.y, width: 0, height: 0)) }) {
            faults.append("leaves the drawing")
        }
        if !zip(arrow.points, arrow.points.dropFirst()).allSatisfy({ ($0.x == $1.x) != ($0.y == $1.y) }) {
            faults.append("is not at right angles: \(arrow.points)")
        }
        for (index, box) in flow.boxes.enumerated() {
            // A slanted shape is met inside its frame.
            let isEnd = box.frame.touches(first) || box.frame.touches(last)
            for (from, to) in zip(arrow.points, arrow.points.dropFirst()) where !isEnd {
                if box.frame.isCrossed(from, to) {
                    faults.append("runs through box \(index): \(arrow.points)")
                }
            }
        }
        for other in flow.arrows where other != arrow {
            guard let label = other.label?.frame else { continue }
            for (from, to) in zip(arrow.points, arrow.points.dropFirst()) where label.isCrossed(from, to) {
                faults.append("runs through a label")
            }
        }
        return faults
    }

    private static func misfits(_ lines: [Flow.Line], in frame: Flow.Frame) -> [String] {
        lines.compactMap { line in
            let width = TextMeasure.width(line.text) * FlowText.size(of: line.kind) / 1000
            let left = line.isCentered ? line.x - width / 2 : line.x
            let fits =
                left >= frame.x - 1 && left + width <= frame.maxX + 1 && line.y - 15 >= frame.y - 1
                && line.y <= frame.maxY
            return fits ? nil : "does not hold “\(line.text)”: \(line.x) \(line.y) in \(frame)"
        }
    }

    /// What does not lie in the frame of its group, and what lies in one that is not its own or runs through it.
    static func faults(_ flow: Flow, groupsOf chart: Flowchart) -> [String] {
        var faults: [String] = []
        let own = chart.nodes.map { node in
            var own: Set<Int> = []
            var next = node.group
            while let group = next {
                own.insert(group)
                next = chart.groups[group].parent
            }
            return own
        }
        func around(_ end: Flowchart.End) -> Set<Int> {
            switch end {
            case .node(let node): return own[node]
            case .group(let group):
                var outer: Set<Int> = []
                var next = chart.groups[group].parent
                while let group = next {
                    outer.insert(group)
                    next = chart.groups[group].parent
                }
                return outer
            }
        }
        for (group, frame) in flow.groups.map(\.frame).enumerated() {
            for index in chart.nodes.indices {
                let box = flow.boxes[index].frame
                if own[index].contains(group), !frame.holds(box) {
                    faults.append("node \(index) is not in \(group)")
                }
                if !own[index].contains(group), frame.overlaps(box) {
                    faults.append("node \(index) is in \(group)")
                }
            }
            for (edge, arrow) in zip(chart.edges, flow.arrows)
            where !around(edge.from).union(around(edge.to)).contains(group) {
                for (from, to) in zip(arrow.points, arrow.points.dropFirst()) where frame.isCrossed(from, to)
                {
                    faults.append("an arrow runs through \(group)")
                }
            }
        }
        return faults
    }
}

extension Flow.Frame {
    fileprivate func holds(_ other: Flow.Frame) -> Bool {
        x <= other.x && other.maxX <= maxX && y <= other.y && other.maxY <= maxY
    }

    fileprivate func touches(_ point: Flow.Point) -> Bool {
        x <= point.x && point.x <= maxX && y <= point.y && point.y <= maxY
    }

    /// Whether a line at a right angle runs through the inside.
    fileprivate func isCrossed(_ first: Flow.Point, _ second: Flow.Point) -> Bool {
        min(first.x, second.x) < maxX && x < max(first.x, second.x) && min(first.y, second.y) < maxY
            && y < max(first.y, second.y)
            || first.x == second.x && x < first.x && first.x < maxX && min(first.y, second.y) < maxY
                && y < max(first.y, second.y)
            || first.y == second.y && y < first.y && first.y < maxY && min(first.x, second.x) < maxX
                && x < max(first.x, second.x)
    }
}
