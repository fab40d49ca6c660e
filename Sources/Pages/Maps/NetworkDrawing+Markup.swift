import Localisation
import Writers

extension NetworkDrawing {
    /// The drawing in a box of its own, in which it can be moved, and what its marks mean.
    ///
    /// - Parameters:
    ///   - title: names it.
    ///   - description: says how it is read.
    ///   - wording: what both are from.
    func figure(title: String, description: String, _ wording: Wording) -> Markup {
        var markup: Markup = """
            <figure class="network">
            <p id="page:network" class="reason"\(wording.language)>\(description)</p>
            <div class="network-scroll" role="group"\(wording.language) aria-label="\(title)" tabindex="0">
            <svg role="group" aria-label="\(title)" aria-describedby="page:network" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)">

            """
        for (weight, lines) in lines.enumerated() where !lines.isEmpty {
            markup.append("<path class=\"line w\(weight + 1)\" d=\"\(lines)\"/>\n")
        }
        for index in network.nodes.indices { append(index, wording, to: &markup) }
        markup.append(literal: "</svg>\n</div>\n")
        if network.groups.count > 1 { markup.append(legend) }
        markup.append(literal: "</figure>\n")
        return markup
    }

    /// The lines of each of three weights, as the data of a path.
    private var lines: [String] {
        let least = network.edges.map(\.weight).min() ?? 1
        let most = network.edges.map(\.weight).max() ?? 1
        var lines = ["", "", ""]
        for edge in network.edges {
            let (from, to) = (points[edge.from], points[edge.to])
            let weight = 3 * (edge.weight - least) / (most - least + 1)
            lines[weight] += "M\(from.x) \(from.y)l\(to.x - from.x) \(to.y - from.y)"
        }
        return lines
    }

    private func append(_ index: Int, _ wording: Wording, to markup: inout Markup) {
        let node = network.nodes[index]
        let kind: Markup = node.group.map { " class=\"g\($0 + 1)\"" } ?? ""
        let label = labels[index]
        // Hundreds of stops would keep who uses the keyboard from what follows; all notes are in a list too.
        let stop: Markup = label == nil ? " tabindex=\"-1\"" : ""
        markup.append(
            "<a href=\"\(node.link.url)\"\(wording.languageOfNotes)\(kind)\(stop)><title>\(node.link.title), \(node.detail)</title>\(Self.mark(node.group ?? 0, points[index], radii[index]))"
        )
        if let label {
            markup.append(
                "<text x=\"\(label.frame.x)\" y=\"\(label.frame.y + 14)\">\(label.text)</text>")
        }
        markup.append(literal: "</a>\n")
    }

    /// A mark of a group: each has a shape besides its colour.
    private static func mark(_ group: Int, _ point: Flow.Point, _ radius: Int) -> Markup {
        let (x, y, r) = (point.x, point.y, radius)
        let path: String
        switch group {
        case 1: path = "M\(x - r + 1) \(y - r + 1)h\(2 * r - 2)v\(2 * r - 2)h\(2 - 2 * r)z"
        case 2: path = "M\(x) \(y - r - 1)l\(r + 1) \(r + 1)-\(r + 1) \(r + 1)-\(r + 1)-\(r + 1)z"
        case 3: path = "M\(x) \(y - r)l\(r) \(2 * r - 1)h-\(2 * r)z"
        case 4: path = "M\(x) \(y + r)l\(r)-\(2 * r - 1)h-\(2 * r)z"
        case 5: path = "M\(x - r) \(y)l\(r / 2)-\(r)h\(r)l\(r / 2) \(r)-\(r / 2) \(r)h-\(r)z"
        case 6:
            let arm = max(2, r / 3)
            let rest = r - arm
            path =
                "M\(x - arm) \(y - r)h\(2 * arm)v\(rest)h\(rest)v\(2 * arm)h-\(rest)v\(rest)h-\(2 * arm)v-\(rest)h-\(rest)v-\(2 * arm)h\(rest)z"
        default: return "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(r)\"/>"
        }
        return "<path d=\"\(path)\"/>"
    }

    private var legend: Markup {
        var markup: Markup = "<figcaption>\n<ul class=\"legend\">\n"
        for (index, group) in network.groups.enumerated() {
            let mark = Self.mark(index, Flow.Point(x: 8, y: 8), 7)
            markup.append(
                "<li><svg class=\"g\(index + 1)\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" aria-hidden=\"true\">\(mark)</svg> "
            )
            if let url = group.url {
                markup.append("<a href=\"\(url)\">\(group.title)</a></li>\n")
            } else {
                markup.append("\(group.title)</li>\n")
            }
        }
        markup.append(literal: "</ul>\n</figcaption>\n")
        return markup
    }
}
