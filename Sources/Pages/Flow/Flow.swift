import Writers

/// A drawing of a decision: boxes, the lines between them, and what both say in words.
package struct Flow: Sendable, Hashable {
    /// Its number in the page, from 1, which makes its ids unique.
    package let number: Int
    package let title: String
    /// The whole decision in words, for who does not see the drawing.
    package let description: String
    package let width: Int
    package let height: Int
    package let boxes: [Box]
    package let arrows: [Arrow]

    /// A box of text.
    package struct Box: Sendable, Hashable {
        package enum Kind: String, Sendable { case question, conditions, outcome, fallback }

        package let kind: Kind
        package let x: Int
        package let y: Int
        package let width: Int
        package let height: Int
        package let lines: [Line]
        /// Where an outcome leads: the note of its option.
        package let url: String?
    }

    /// A line of text in a box, at its baseline.
    package struct Line: Sendable, Hashable {
        package enum Kind: String, Sendable { case label, text, title }

        package let kind: Kind
        package let x: Int
        package let y: Int
        package let text: String
        /// Whether the text stands around `x` instead of beginning there.
        package let isCentered: Bool
    }

    /// A line from box to box along right angles, with a head at its end.
    package struct Arrow: Sendable, Hashable {
        package struct Point: Sendable, Hashable {
            package let x: Int
            package let y: Int
        }

        package let points: [Point]
        /// Whether the way is taken only where no other is.
        package let isFallback: Bool
    }

    /// The drawing as a figure.
    func figure() -> Markup {
        var markup: Markup = """
            <figure class="flow">
            <div class="flow-scroll" role="group" aria-label="\(title)" tabindex="0">
            <svg role="group" aria-labelledby="flow:\(number):title" aria-describedby="flow:\(number):text" \
            viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)">
            <title id="flow:\(number):title">\(title)</title>
            <desc id="flow:\(number):text">\(description)</desc>

            """
        for arrow in arrows { append(arrow, to: &markup) }
        for box in boxes { append(box, to: &markup) }
        markup.append(literal: "</svg>\n</div>\n</figure>\n")
        return markup
    }

    private func append(_ arrow: Arrow, to markup: inout Markup) {
        guard let first = arrow.points.first, let last = arrow.points.last, arrow.points.count > 1 else {
            return
        }
        let path = arrow.points.dropFirst().reduce("M\(first.x) \(first.y)") { $0 + "L\($1.x) \($1.y)" }
        let kind = arrow.isFallback ? "arrow fallback" : "arrow"
        markup.append("<path class=\"\(kind)\" d=\"\(path)\"/>\n")
        let before = arrow.points[arrow.points.count - 2]
        let head =
            before.y == last.y
            ? "M\(last.x) \(last.y)l-8 -4v8z"
            : "M\(last.x) \(last.y)l-4 -8h8z"
        markup.append("<path class=\"arrow-head\" d=\"\(head)\"/>\n")
    }

    private func append(_ box: Box, to markup: inout Markup) {
        if let url = box.url {
            markup.append("<a href=\"\(url)\" class=\"box \(box.kind.rawValue)\">\n")
        } else {
            markup.append("<g class=\"box \(box.kind.rawValue)\">\n")
        }
        let radius = box.kind == .outcome || box.kind == .fallback ? min(22, box.height / 2) : 10
        markup.append(
            "<rect x=\"\(box.x)\" y=\"\(box.y)\" width=\"\(box.width)\" height=\"\(box.height)\" rx=\"\(radius)\"/>\n"
        )
        for line in box.lines {
            let kind = line.isCentered ? "\(line.kind.rawValue) centered" : line.kind.rawValue
            markup.append("<text class=\"\(kind)\" x=\"\(line.x)\" y=\"\(line.y)\">\(line.text)</text>\n")
        }
        markup.append(literal: box.url == nil ? "</g>\n" : "</a>\n")
    }
}
