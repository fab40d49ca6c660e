import Localisation
import Notes

extension Flow {
    /// Draws a chart as its author gives it.
    init(_ flowchart: Flowchart, number: Int?, _ wording: Wording) {
        let words = wording.flows
        let layout = ChartLayout(
            flowchart.nodes.map { node in
                ChartLayout.Node(text: node.text, shape: node.shape, kind: .step, group: node.group)
            }, flowchart.edges, groups: flowchart.groups, direction: flowchart.direction)
        let texts = flowchart.nodes.map { Self.oneLine($0.text) }
        let boxes = wording.counted(texts.count, words.boxes)
        let title = texts.first.map { words.startsAt(boxes, words.quoted($0)) } ?? boxes
        self.init(
            number: number, title: title,
            description: Self.description(of: flowchart, texts, wording),
            width: layout.width, height: layout.height, groups: layout.groups, boxes: layout.boxes,
            arrows: layout.arrows)
    }

    /// The most edges that are told in words; more than that nobody listens to.
    private static let toldEdges = 80

    private static func description(
        of flowchart: Flowchart, _ texts: [String], _ wording: Wording
    ) -> String {
        let words = wording.flows
        var sentences: [String] = []
        func name(of end: Flowchart.End) -> String {
            switch end {
            case .node(let node): return words.quoted(texts[node])
            case .group(let group):
                let title = oneLine(flowchart.groups[group].title)
                return title.isEmpty ? words.group : words.groupNamed(words.quoted(title))
            }
        }
        let shown = flowchart.edges.filter { $0.line != .invisible }
        for edge in shown.prefix(toldEdges) {
            let phrase = edge.head == .none && edge.tail == .none ? words.isConnected : words.leadsTo
            let said = phrase(name(of: edge.from), name(of: edge.to))
            let labelled = edge.label.isEmpty ? said : words.label(said, oneLine(edge.label))
            sentences.append(words.sentence(labelled.capitalizedFirst))
        }
        if shown.count > toldEdges {
            sentences.append(wording.counted(shown.count - toldEdges, words.moreLines))
        }
        for (index, group) in flowchart.groups.enumerated() where !group.title.isEmpty {
            let members = flowchart.nodes.indices.filter { flowchart.nodes[$0].group == index }
            guard !members.isEmpty else { continue }
            let names = wording.list(members.prefix(40).map { words.quoted(texts[$0]) })
            sentences.append(words.sentence(words.holds(words.quoted(oneLine(group.title)), names)))
        }
        if sentences.isEmpty { sentences = texts.prefix(40).map { words.sentence(words.quoted($0)) } }
        return sentences.joined(separator: " ")
    }

    static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
