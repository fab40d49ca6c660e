import Localisation
import Notes
import Writers

extension Flow {
    /// The drawing as a figure.
    ///
    /// - Parameter source: what the author wrote in its place, which readers can unfold.
    func figure(_ wording: Wording, source: ArraySlice<UInt8>? = nil) -> Markup {
        // An image has no links in it.
        let role = boxes.contains { $0.url != nil } || source == nil ? "group" : "img"
        var markup: Markup = """
            <figure class="flow\(sizeClass)">
            <div class="flow-scroll" role="group" aria-label="\(title)" tabindex="0">
            <svg role="\(role)" \(names) viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)">
            <title\(id("title"))>\(title)</title>
            <desc\(id("text"))>\(description)</desc>

            """
        for group in groups {
            markup.append(literal: "<g class=\"flow-group\">\n")
            markup.append(FlowOutline.markup(.rounded, group.frame))
            append(group.lines, to: &markup)
            markup.append(literal: "</g>\n")
        }
        for arrow in arrows where arrow.line != .invisible { append(arrow, to: &markup) }
        for box in boxes { append(box, wording, to: &markup) }
        markup.append(literal: "</svg>\n</div>\n")
        if let source {
            markup.append(
                "<details class=\"flow-source\">\n<summary\(wording.language)>\(wording.flows.source)</summary>\n"
            )
            markup.append(trusted: source)
            markup.append(literal: "</details>\n")
        }
        markup.append(literal: "</figure>\n")
        return markup
    }

    /// What names and describes the drawing. Without ids its `title` names it too, but not in every browser; its `desc`
    /// describes it (https://www.w3.org/TR/svg-aam-1.0/, section 8).
    private var names: Markup {
        guard let number else { return "aria-label=\"\(title)\"" }
        return "aria-labelledby=\"flow:\(number):title\" aria-describedby=\"flow:\(number):text\""
    }

    private func id(_ part: String) -> Markup {
        number.map { " id=\"flow:\($0):\(part)\"" } ?? ""
    }

    /// The widths above which a drawing is not shrunk as much as its place may ask for, but scrolls.
    private static let steps = [
        446, 484, 540, 600, 700, 800, 940, 1080, 1280, 1500, 1800, 2200, 2700, 3300, 4000, 5000, 6300,
    ]

    private var sizeClass: String {
        let step = Self.steps.count { width > $0 }
        return step == 0 ? "" : " wide-\(step)"
    }

    /// - Parameter labels: the language of the lines that are labels.
    private func append(_ lines: [Line], labels: Markup = "", to markup: inout Markup) {
        for line in lines {
            let kind: Markup =
                switch (line.kind, line.isCentered) {
                case (.text, false): ""
                case (.text, true): " class=\"centered\""
                case (let kind, false): " class=\"\(kind.rawValue)\""
                case (let kind, true): " class=\"\(kind.rawValue) centered\""
                }
            let language = line.kind == .label ? labels : ""
            markup.append(
                "<text\(kind)\(language) x=\"\(line.x)\" y=\"\(line.y)\">\(line.text)</text>\n")
        }
    }

    // MARK: Boxes

    private func append(_ box: Box, _ wording: Wording, to markup: inout Markup) {
        let key: Markup = box.key.map { " data-node=\"\($0)\"" } ?? ""
        if let url = box.url {
            markup.append("<a href=\"\(url)\" class=\"box \(box.kind.rawValue)\"\(key)>\n")
        } else {
            markup.append("<g class=\"box \(box.kind.rawValue)\"\(key)>\n")
        }
        markup.append(FlowOutline.markup(box.shape, box.frame))
        // Before conditions stands what the interface says of them.
        append(box.lines, labels: box.kind == .conditions ? wording.language : "", to: &markup)
        markup.append(literal: box.url == nil ? "</g>\n" : "</a>\n")
    }

    // MARK: Arrows

    private func append(_ arrow: Arrow, to markup: inout Markup) {
        guard let first = arrow.points.first, let last = arrow.points.last, arrow.points.count > 1 else {
            return
        }
        var kind = "edge"
        if arrow.isFallback { kind += " fallback" }
        if arrow.isRail { kind += " rail" }
        if arrow.line == .dotted { kind += " dotted" }
        if arrow.line == .thick { kind += " thick" }
        let key: Markup = arrow.key.map { " data-edge=\"\($0)\"" } ?? ""
        markup.append("<g class=\"\(kind)\"\(key)>\n")
        let shortened = Self.shortened(arrow)
        markup.append("<path class=\"arrow\" d=\"\(Self.path(shortened))\"/>\n")
        append(arrow.head, at: last, from: arrow.points[arrow.points.count - 2], to: &markup)
        append(arrow.tail, at: first, from: arrow.points[1], to: &markup)
        if let label = arrow.label {
            let frame = label.frame
            markup.append(
                """
                <rect class="edge-label" x="\(frame.x)" y="\(frame.y)" width="\(frame.width)" \
                height="\(frame.height)" rx="4"/>

                """)
            append(label.lines, to: &markup)
        }
        markup.append(literal: "</g>\n")
    }

    /// The way without the stretches that heads cover, so that a thick line does not show beside a tip.
    private static func shortened(_ arrow: Arrow) -> [Point] {
        var points = arrow.points
        func pull(_ end: Int, _ before: Int, _ head: Flowchart.Head) {
            guard head == .arrow else { return }
            points[end] = toward(points[before], from: points[end], by: 5)
        }
        pull(points.count - 1, points.count - 2, arrow.head)
        pull(0, 1, arrow.tail)
        return points
    }

    /// A point on the way to another, at most half the way.
    private static func toward(_ target: Point, from point: Point, by distance: Int) -> Point {
        let (dx, dy) = (target.x - point.x, target.y - point.y)
        let x = dx.signum() * min(distance, abs(dx) / 2)
        let y = dy.signum() * min(distance, abs(dy) / 2)
        return Point(x: point.x + x, y: point.y + y)
    }

    /// A way with its corners rounded.
    private static func path(_ points: [Point]) -> String {
        guard let first = points.first, let last = points.last else { return "" }
        var path = "M\(first.x) \(first.y)"
        var place = first
        func go(to point: Point) {
            if point.y == place.y {
                path += "H\(point.x)"
            } else if point.x == place.x {
                path += "V\(point.y)"
            } else {
                path += "L\(point.x) \(point.y)"
            }
        }
        for index in points.indices.dropFirst().dropLast() {
            let corner = points[index]
            let after = toward(points[index + 1], from: corner, by: 8)
            go(to: toward(points[index - 1], from: corner, by: 8))
            path += "Q\(corner.x) \(corner.y) \(after.x) \(after.y)"
            place = after
        }
        go(to: last)
        return path
    }

    private func append(
        _ head: Flowchart.Head, at tip: Point, from before: Point, to markup: inout Markup
    ) {
        // Along the way back, and across it.
        let (bx, by) = ((before.x - tip.x).signum(), (before.y - tip.y).signum())
        switch head {
        case .none: break
        case .arrow:
            // From the tip on as steps, which are the same in most arrows of a drawing and so cost little compressed.
            let steps = "l\(9 * bx + 4 * by) \(9 * by + 4 * bx)l\(-8 * by) \(-8 * bx)z"
            markup.append("<path class=\"arrow-head\" d=\"M\(tip.x) \(tip.y)\(steps)\"/>\n")
        case .circle:
            markup.append(
                "<circle class=\"arrow-head\" cx=\"\(tip.x + 5 * bx)\" cy=\"\(tip.y + 5 * by)\" r=\"4\"/>\n")
        case .cross:
            let (x, y) = (tip.x + 6 * bx, tip.y + 6 * by)
            markup.append(
                "<path class=\"arrow\" d=\"M\(x - 4) \(y - 4)l8 8M\(x + 4) \(y - 4)l-8 8\"/>\n")
        }
    }
}
