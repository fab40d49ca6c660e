import Notes

/// Places the questions of a tree below each other.
///
/// The answer that leads to the most questions leads straight down; answers that end the questions stand beside them; any
/// other leads to questions that are set in, as in an outline. So a drawing is as wide as a question and an outcome,
/// however many questions there are.
struct QuestionLayout {
    private(set) var boxes: [Flow.Box] = []
    private(set) var arrows: [Flow.Arrow] = []
    private(set) var width = 0
    private(set) var height = 0

    private static let margin = 4
    private static let indent = 34
    private static let gap = 48
    private static let outcomeWidth = 138
    private static let padding = 12
    /// Where the line to what is set in leaves its question.
    private static let rail = 16

    private let tree: QuestionTree
    /// How many questions each node leads to, itself included.
    private var sizes: [Int]
    private var questionWidth = 0
    /// For each node the address of its option's note.
    private let urls: [String?]

    /// Nil where it is no tree: where branches join again, lead in a circle, or lead nowhere.
    init?(_ tree: QuestionTree, url: (OptionName) -> String?) {
        self.tree = tree
        urls = tree.nodes.map { node in
            if case .outcome(let outcome) = node { outcome.option.flatMap(url) } else { nil }
        }
        sizes = [Int](repeating: 0, count: tree.nodes.count)
        guard let order = Self.order(of: tree) else { return nil }
        for index in order.reversed() {
            sizes[index] = tree.branches(of: index).reduce(tree.isQuestion(index) ? 1 : 0) {
                $0 + sizes[$1.target]
            }
        }
        // What is set in has less room, so that the drawing stays as wide.
        var depths = [Int](repeating: 0, count: tree.nodes.count)
        for index in order {
            let main = main(of: index)
            for (place, branch) in tree.branches(of: index).enumerated() {
                depths[branch.target] =
                    depths[index] + (place == main || !tree.isQuestion(branch.target) ? 0 : 1)
            }
        }
        let deepest = depths.max() ?? 0
        let most = 446 - 2 * Self.margin - Self.gap - Self.outcomeWidth
        questionWidth = max(190, most - deepest * Self.indent)
        width = 2 * Self.margin + questionWidth + Self.gap + Self.outcomeWidth + deepest * Self.indent
        place(depths)
    }

    /// The nodes, each after the one that leads to it; nil where it is no tree.
    private static func order(of tree: QuestionTree) -> [Int]? {
        guard !tree.nodes.isEmpty else { return nil }
        var isSeen = [Bool](repeating: false, count: tree.nodes.count)
        isSeen[0] = true
        var order = [0]
        var next = 0
        while next < order.count {
            for branch in tree.branches(of: order[next]) {
                guard tree.nodes.indices.contains(branch.target), !isSeen[branch.target] else { return nil }
                isSeen[branch.target] = true
                order.append(branch.target)
            }
            next += 1
        }
        return order.count == tree.nodes.count ? order : nil
    }

    /// The branch that leads straight down: to the most questions, else the last.
    private func main(of index: Int) -> Int? {
        let branches = tree.branches(of: index)
        var best: Int?
        for (place, branch) in branches.enumerated() {
            let size = sizes[branch.target]
            if let current = best, sizes[branches[current].target] > size { continue }
            // Of equal ones the first goes on, but the last ends.
            if let current = best, size > 0, sizes[branches[current].target] == size { continue }
            best = place
        }
        return best
    }

    // MARK: Placing

    /// What is still to be placed: a node, with the way that leads to it from above.
    private struct Pending {
        let node: Int
        let x: Int
        /// The branch that leads to it, and where that begins; nil for the first question.
        let branch: (label: String, key: String, start: Flow.Point)?
        /// Whether it is set in below the question that leads to it.
        let isSetIn: Bool
    }

    private mutating func place(_ depths: [Int]) {
        var y = Self.margin
        var pending = [Pending(node: 0, x: Self.margin, branch: nil, isSetIn: false)]
        while let next = pending.popLast() {
            if let branch = next.branch {
                let x = next.isSetIn ? next.x - Self.indent + Self.rail : branch.start.x
                let lines =
                    branch.label.isEmpty
                    ? [] : FlowText.wrap(branch.label, .label, width: questionWidth / 2 - 20)
                let label = lines.isEmpty ? nil : Self.label(lines, at: Flow.Point(x: x + 8, y: y + 6))
                let gap = max(34, lines.count * FlowText.lineHeight + 16)
                let top = y + gap
                let row = addRow(next, at: top)
                let end =
                    next.isSetIn
                    ? Flow.Point(x: next.x, y: row.frame.middle.y) : Flow.Point(x: x, y: row.frame.y)
                let start = Flow.Point(x: x, y: branch.start.y)
                arrows.append(
                    Flow.Arrow(
                        points: next.isSetIn ? [start, Flow.Point(x: x, y: end.y), end] : [start, end],
                        label: label, key: branch.key))
                y = row.bottom
                pending += row.pending.reversed()
            } else {
                let row = addRow(next, at: y)
                y = row.bottom
                pending += row.pending.reversed()
            }
        }
        height = y + Self.margin
    }

    /// Adds a node with the outcomes beside it.
    private mutating func addRow(_ item: Pending, at top: Int) -> (
        frame: Flow.Frame, bottom: Int, pending: [Pending]
    ) {
        guard case .question(let text, let branches) = tree.nodes[item.node] else {
            let frame = addOutcome(item.node, at: Flow.Point(x: item.x, y: top), width: questionWidth)
            return (frame, frame.maxY, [])
        }
        let main = main(of: item.node)
        let beside = branches.indices.filter { $0 != main && !tree.isQuestion(branches[$0].target) }
        let lines = FlowText.wrap(text, .text, width: questionWidth - 2 * Self.padding)
        let outcomeX = item.x + questionWidth + Self.gap
        // A label too long for its line stands above the outcome.
        let labels = beside.map { place -> (lines: [String], isAbove: Bool) in
            let label = branches[place].label
            if label.isEmpty { return ([], false) }
            let isShort = FlowText.width(of: [label], .label) <= Self.gap - 14
            return (
                isShort ? [label] : FlowText.wrap(label, .label, width: Self.outcomeWidth), !isShort
            )
        }
        let heights = zip(beside, labels).map { place, label in
            (label.isAbove ? label.lines.count * FlowText.lineHeight + 4 : 0)
                + outcomeHeight(branches[place].target, width: Self.outcomeWidth)
        }
        let total = heights.reduce(0, +) + max(0, heights.count - 1) * 12
        let textHeight = lines.count * FlowText.lineHeight + 2 * Self.padding
        let frame = Flow.Frame(x: item.x, y: top, width: questionWidth, height: max(textHeight, total))
        boxes.append(
            Flow.Box(
                kind: .question, frame: frame, lines: FlowText.centered(lines, .text, at: frame.middle),
                key: "\(item.node)"))
        var y = top + (frame.height - total) / 2
        for (index, place) in beside.enumerated() {
            let above = labels[index].isAbove ? labels[index].lines.count * FlowText.lineHeight + 4 : 0
            let outcome = addOutcome(
                branches[place].target, at: Flow.Point(x: outcomeX, y: y + above), width: Self.outcomeWidth)
            let middle = outcome.middle.y
            var label: Flow.Label?
            if above > 0 {
                label = Self.label(labels[index].lines, at: Flow.Point(x: outcomeX, y: y))
            } else if !labels[index].lines.isEmpty {
                label = Self.label(
                    labels[index].lines,
                    at: Flow.Point(x: frame.maxX + 6, y: middle - FlowText.lineHeight - 3))
            }
            arrows.append(
                Flow.Arrow(
                    points: [Flow.Point(x: frame.maxX, y: middle), Flow.Point(x: outcomeX, y: middle)],
                    label: label, key: "\(item.node):\(place)"))
            y += heights[index] + 12
        }
        return (frame, frame.maxY, pending(below: item, frame, branches, main, beside))
    }

    /// What comes below a question: first what is set in, then what goes on straight.
    private func pending(
        below item: Pending, _ frame: Flow.Frame, _ branches: [QuestionTree.Branch], _ main: Int?,
        _ beside: [Int]
    ) -> [Pending] {
        let setIn = branches.indices.filter { $0 != main && !beside.contains($0) }
        var pending = setIn.map { place in
            Pending(
                node: branches[place].target, x: item.x + Self.indent,
                branch: (
                    branches[place].label, "\(item.node):\(place)",
                    Flow.Point(x: item.x + Self.rail, y: frame.maxY)
                ), isSetIn: true)
        }
        if let main {
            // Past what is set in, the line runs at its side.
            let x = setIn.isEmpty ? frame.middle.x : item.x + Self.rail
            pending.append(
                Pending(
                    node: branches[main].target, x: item.x,
                    branch: (
                        branches[main].label, "\(item.node):\(main)", Flow.Point(x: x, y: frame.maxY)
                    ), isSetIn: false))
        }
        return pending
    }

    // MARK: Parts

    private static func label(_ lines: [String], at corner: Flow.Point) -> Flow.Label {
        Flow.Label(
            frame: Flow.Frame(
                x: corner.x, y: corner.y, width: FlowText.width(of: lines, .label),
                height: lines.count * FlowText.lineHeight),
            lines: FlowText.leading(lines, .label, at: corner))
    }

    private func outcomeLines(_ node: Int, width: Int) -> (lines: [String], kind: Flow.Line.Kind) {
        guard case .outcome(let outcome) = tree.nodes[node] else { return ([], .text) }
        let kind: Flow.Line.Kind = outcome.shownText.count > 40 ? .text : .title
        return (FlowText.wrap(outcome.shownText, kind, width: width - 2 * Self.padding), kind)
    }

    private func outcomeHeight(_ node: Int, width: Int) -> Int {
        outcomeLines(node, width: width).lines.count * FlowText.lineHeight + 20
    }

    private mutating func addOutcome(_ node: Int, at corner: Flow.Point, width: Int) -> Flow.Frame {
        let (lines, kind) = outcomeLines(node, width: width)
        let frame = Flow.Frame(
            x: corner.x, y: corner.y, width: width, height: outcomeHeight(node, width: width))
        boxes.append(
            Flow.Box(
                kind: .outcome, shape: lines.count > 2 ? .rounded : .stadium, frame: frame,
                lines: FlowText.centered(lines, kind, at: frame.middle), url: urls[node],
                key: "\(node)"))
        return frame
    }
}

extension QuestionTree {
    fileprivate func branches(of node: Int) -> [Branch] {
        if case .question(_, let branches) = nodes[node] { return branches }
        return []
    }

    fileprivate func isQuestion(_ node: Int) -> Bool {
        if case .question = nodes[node] { return true }
        return false
    }
}
