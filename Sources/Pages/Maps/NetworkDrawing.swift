import Writers

/// A network with a place for everything: marks, lines between them, and names that do not overlap.
struct NetworkDrawing {
    let network: Network
    let width: Int
    let height: Int
    /// The middle of each node's mark.
    let points: [Flow.Point]
    /// Half the size of each mark.
    let radii: [Int]
    /// For each node its name, where it is shown.
    let labels: [Label?]

    /// A name below a mark.
    struct Label: Hashable {
        let frame: Flow.Frame
        let text: String
    }

    static let fontSize = 15
    private static let lineHeight = 18
    private static let margin = 12
    /// A name is cut to this width.
    private static let widest = 170

    init(_ network: Network) {
        let hasAll = network.labels == .all
        let radii = Self.radii(network.nodes, least: hasAll ? 6 : 5, growth: hasAll ? 18 : 11)
        let names = Self.names(of: network)
        // A named node has a box for its mark and for the name below it.
        let layout = NetworkLayout(
            zip(radii, names).map { radius, name in
                NetworkLayout.Box(
                    width: max(2 * radius, name.map(Self.width) ?? 0),
                    height: 2 * radius + (name == nil ? 0 : Self.lineHeight))
            }, edges: network.edges, groups: network.nodes.map { network.own($0.group) },
            step: hasAll ? 92 : 80)
        let frames = network.nodes.indices.map {
            layout.frame($0).moved(by: Flow.Point(x: Self.margin, y: Self.margin))
        }
        width = (frames.map(\.maxX).max() ?? 0) + Self.margin
        height = (frames.map(\.maxY).max() ?? 0) + Self.margin
        points = zip(frames, radii).map { Flow.Point(x: $0.middle.x, y: $0.y + $1) }
        labels = network.nodes.indices.map { index in
            names[index].map { name in
                let width = Self.width(of: name)
                return Label(
                    frame: Flow.Frame(
                        x: frames[index].middle.x - width / 2, y: frames[index].y + 2 * radii[index],
                        width: width, height: Self.lineHeight), text: name)
            }
        }
        self.radii = radii
        self.network = network
    }

    /// The area of a mark grows with the size of its node.
    private static func radii(_ nodes: [Network.Node], least: Int, growth: Double) -> [Int] {
        let most = Double(max(1, nodes.map(\.size).max() ?? 1))
        return nodes.map { least + Int((growth * (Double($0.size) / most).squareRoot()).rounded()) }
    }

    /// The names that are shown, those of the largest nodes first.
    private static func names(of network: Network) -> [String?] {
        var names = [String?](repeating: nil, count: network.nodes.count)
        let shown: [Int] =
            switch network.labels {
            case .all: Array(network.nodes.indices)
            case .largest(let count):
                network.nodes.indices.sorted {
                    (network.nodes[$1].size, $0) < (network.nodes[$0].size, $1)
                }.prefix(count).map { $0 }
            }
        for index in shown {
            let title = network.nodes[index].link.title
            let isWide = width(of: title) > widest
            names[index] = isWide ? TextMeasure.cut(title, width: widest, fontSize: fontSize) : title
        }
        return names
    }

    private static func width(of name: String) -> Int { (TextMeasure.width(name) * fontSize + 999) / 1000 }
}
