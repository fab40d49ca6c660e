import Localisation
import SeededRandom
import Testing
import Writers

@testable import Notes
@testable import Pages

/// A chart of any kind, the same for the same seed.
private func chart(_ seed: Int) -> Flowchart {
    var generator = SplitMix64(seed: UInt64(seed))
    func upTo(_ most: Int) -> Int { Int.random(in: 0..<max(1, most), using: &generator) }
    let words = [
        "IAM", "role", "cluster", "associate", "is it ready?", "日本語", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "a",
        "",
    ]
    func text(_ most: Int) -> String {
        (0...upTo(most)).map { _ in words[upTo(words.count)] }.joined(separator: " ")
    }
    let shapes: [Flowchart.Shape] = [
        .rectangle, .rounded, .stadium, .subroutine, .cylinder, .circle, .doubleCircle, .flag, .diamond,
        .hexagon,
        .leanRight, .leanLeft, .trapezoid, .invertedTrapezoid,
    ]
    let count = 1 + upTo(seed.isMultiple(of: 10) ? 60 : 24)
    let groups = (0..<upTo(5)).map { index in
        Flowchart.Group(title: text(3), parent: index > 0 && upTo(2) == 0 ? upTo(index) : nil)
    }
    let nodes = (0..<count).map { index in
        Flowchart.Node(
            id: "\(index)", text: text(4), shape: shapes[upTo(shapes.count)],
            group: groups.isEmpty || upTo(3) == 0 ? nil : upTo(groups.count))
    }
    // Trees, chains with leaps, and anything.
    let edgeCount = seed % 3 == 0 ? count - 1 : count + upTo(count / 2)
    let heads: [Flowchart.Head] = [.arrow, .none, .circle, .cross]
    let isLabelled = upTo(2) == 0
    func around(_ group: Int?) -> [Int] {
        Array(sequence(first: group) { $0.map { groups[$0].parent } }.prefix { $0 != nil }.compactMap(\.self))
    }
    // A third of the charts has edges to groups that do not hold the other end.
    let leadsToGroups = !groups.isEmpty && upTo(3) == 0
    func ends(_ from: Int, _ to: Int) -> (Flowchart.End, Flowchart.End) {
        guard leadsToGroups, upTo(2) == 0 else { return (.node(from), .node(to)) }
        let (first, second) = (upTo(groups.count), upTo(groups.count))
        if upTo(3) == 0, !around(first).contains(second), !around(second).contains(first) {
            return (.group(first), .group(second))
        }
        if !around(nodes[to].group).contains(first) { return (.group(first), .node(to)) }
        if !around(nodes[from].group).contains(second) { return (.node(from), .group(second)) }
        return (.node(from), .node(to))
    }
    let edges = (0..<edgeCount).map { index in
        let (from, to) =
            seed % 3 == 0
            ? (upTo(index + 1), index + 1)
            : seed % 3 == 1
                ? (upTo(count), upTo(count)) : (index % count, min(count - 1, index % count + 1 + upTo(4)))
        let (first, last) = ends(from, to)
        return Flowchart.Edge(
            from: first, to: last, label: isLabelled && upTo(3) == 0 ? text(3) : "",
            line: [.solid, .dotted, .thick, .invisible][upTo(4)], head: heads[upTo(4)], tail: heads[upTo(4)])
    }
    let directions: [Flowchart.Direction] = [.down, .right, .up, .left]
    return Flowchart(direction: directions[upTo(4)], nodes: nodes, edges: edges, groups: groups)
}

@Suite("Flows of charts")
struct ChartFlowTests {
    @Test("nothing overlaps, and no arrow runs through a box", arguments: 0..<500)
    func geometry(seed: Int) {
        let chart = chart(seed)
        let flow = Flow(chart, number: 1, .english)
        #expect(FlowGeometry.faults(flow) == [])
        #expect(FlowGeometry.faults(flow, groupsOf: chart) == [])
        #expect(flow.boxes.count == chart.nodes.count && flow.arrows.count == chart.edges.count)
    }

    @Test("arrows end at their nodes, and on the borders of their groups", arguments: 0..<200)
    func ends(seed: Int) throws {
        let chart = chart(seed)
        let flow = Flow(chart, number: 1, .english)
        for (edge, arrow) in zip(chart.edges, flow.arrows) {
            for (point, end) in [(arrow.points.first, edge.from), (arrow.points.last, edge.to)] {
                let point = try #require(point)
                switch end {
                case .node(let node):
                    let frame = flow.boxes[node].frame
                    #expect(frame.x...frame.maxX ~= point.x && frame.y...frame.maxY ~= point.y)
                case .group(let group):
                    let frame = flow.groups[group].frame
                    let isAtSide = [frame.x, frame.maxX].contains(point.x)
                    let isAtEnd = [frame.y, frame.maxY].contains(point.y)
                    #expect(
                        isAtSide && frame.y...frame.maxY ~= point.y
                            || isAtEnd && frame.x...frame.maxX ~= point.x)
                }
            }
        }
    }

    @Test("the same chart gives the same drawing", arguments: [1, 30, 333])
    func determinism(seed: Int) {
        #expect(Flow(chart(seed), number: 1, .english) == Flow(chart(seed), number: 1, .english))
    }

    @Test("parents stand over the middle of their children")
    func symmetry() throws {
        let chart = try FlowchartParser.parse(
            Array("flowchart TD\nA --> B & C\nB --> D & E\nC --> F & G".utf8)[...])
        let flow = Flow(chart, number: 1, .english)
        func middle(_ id: String) -> Int {
            chart.nodes.firstIndex { $0.id == id }.map { flow.boxes[$0].frame.middle.x } ?? 0
        }
        #expect(abs(middle("A") * 2 - middle("B") - middle("C")) <= 2)
        #expect(abs(middle("B") * 2 - middle("D") - middle("E")) <= 2)
        #expect(abs(middle("C") * 2 - middle("F") - middle("G")) <= 2)
    }

    @Test("a chain is a straight line, whatever its direction", arguments: ["TD", "BT", "LR", "RL"])
    func chain(direction: String) throws {
        let source = "flowchart \(direction)\nA[long text here] -->|yes| B{ok?} --> C((c)) --> D[(db)]"
        let flow = Flow(try FlowchartParser.parse(Array(source.utf8)[...]), number: 1, .english)
        #expect(flow.arrows.allSatisfy { $0.points.count == 2 }, "\(flow.arrows.map(\.points))")
        let (first, last) = (flow.boxes[0].frame.middle, flow.boxes[3].frame.middle)
        switch direction {
        case "TD": #expect(first.y < last.y)
        case "BT": #expect(first.y > last.y)
        case "LR": #expect(first.x < last.x)
        default: #expect(first.x > last.x)
        }
    }

    @Test("an arrow to a group is told, and ends above its title")
    func groupEnds() throws {
        let source =
            "flowchart TD\nA[One] --> s\nsubgraph s [Second part]\nB --> C\nend\ns -->|then| t\nsubgraph t\nD\nend\nA --> B"
        let flow = Flow(try FlowchartParser.parse(Array(source.utf8)[...]), number: 1, .english)
        #expect(flow.description.hasPrefix("“One” leads to the group “Second part”. "))
        #expect(flow.description.contains("The group “Second part” leads to the group “t” (then)."))
        let ends = flow.arrows.compactMap(\.points.last)
        #expect(ends[0].y == flow.groups[0].frame.y && ends[2].y == flow.groups[1].frame.y)
        // The arrow that leads inside has a place of its own on the border.
        #expect(abs(ends[0].x - ends[3].x) >= 8)
        #expect(FlowGeometry.faults(flow) == [])
    }

    @Test("the largest chart is drawn too")
    func largest() {
        let nodes = (0..<300).map { Flowchart.Node(id: "\($0)", text: "node \($0)") }
        let edges = (0..<600).map { Flowchart.Edge(from: .node($0 % 300), to: .node(($0 * 7 + 1) % 300)) }
        let chart = Flowchart(direction: .down, nodes: nodes, edges: edges)
        #expect(Flow(chart, number: 1, .english).boxes.count == 300)
    }

    @Test("its markup escapes what the author wrote, and keeps the source")
    func markup() throws {
        let chart = try FlowchartParser.parse(Array("flowchart LR\nA[\"<y & c>\"] -->|\"<i\"| B".utf8)[...])
        let source = Array("<pre>source</pre>\n".utf8)[...]
        let markup = String(
            decoding: Flow(chart, number: 2, .english).figure(Wording.english, source: source).bytes,
            as: UTF8.self)
        #expect(
            markup.contains("<text class=\"centered\" x=")
                && markup.contains(">&lt;y &amp; c&gt;</text>"))
        #expect(markup.contains("<svg role=\"img\" aria-labelledby=\"flow:2:title\""))
        #expect(markup.contains("<summary>Source</summary>\n<pre>source</pre>\n</details>"))
        #expect(markup.contains("“&lt;y &amp; c&gt;” leads to “B” (&lt;i)."))
        #expect(!markup.contains("style="))
    }
}
