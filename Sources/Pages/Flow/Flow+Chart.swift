import Notes

extension Flow {
    /// Draws a chart as its author gives it.
    init(_ flowchart: Flowchart, number: Int?) {
        let layout = ChartLayout(
            flowchart.nodes.map { node in
                ChartLayout.Node(text: node.text, shape: node.shape, kind: .step, group: node.group)
            }, flowchart.edges, groups: flowchart.groups, direction: flowchart.direction)
        let texts = flowchart.nodes.map { Self.oneLine($0.text) }
        let count = texts.count == 1 ? "one box" : "\(texts.count) boxes"
        let first = texts.first.map { ", from “\($0)”" } ?? ""
        self.init(
            number: number, title: "Flowchart of \(count)\(first)",
            description: Self.words(for: flowchart, texts),
            width: layout.width, height: layout.height, groups: layout.groups, boxes: layout.boxes,
            arrows: layout.arrows)
    }

    /// The most edges that are told in words; more than that nobody listens to.
    private static let toldEdges = 80

    private static func words(for flowchart: Flowchart, _ texts: [String]) -> String {
        var sentences: [String] = []
        func name(of end: Flowchart.End) -> String {
            switch end {
            case .node(let node): return "“\(texts[node])”"
            case .group(let group):
                let title = oneLine(flowchart.groups[group].title)
                return title.isEmpty ? "a group" : "the group “\(title)”"
            }
        }
        let shown = flowchart.edges.filter { $0.line != .invisible }
        for edge in shown.prefix(toldEdges) {
            let label = edge.label.isEmpty ? "" : " (\(oneLine(edge.label)))"
            let verb = edge.head == .none && edge.tail == .none ? "is connected to" : "leads to"
            let sentence = "\(name(of: edge.from)) \(verb) \(name(of: edge.to))\(label)."
            sentences.append(sentence.prefix(1).uppercased() + sentence.dropFirst())
        }
        if shown.count > toldEdges { sentences.append("And \(shown.count - toldEdges) more connections.") }
        for (index, group) in flowchart.groups.enumerated() where !group.title.isEmpty {
            let members = flowchart.nodes.indices.filter { flowchart.nodes[$0].group == index }
            guard !members.isEmpty else { continue }
            let names = members.prefix(40).map { "“\(texts[$0])”" }.joined(separator: ", ")
            sentences.append("“\(oneLine(group.title))” holds \(names).")
        }
        if sentences.isEmpty { sentences = texts.prefix(40).map { "“\($0)”." } }
        return sentences.joined(separator: " ")
    }

    static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
