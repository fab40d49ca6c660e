import Localisation
import Writers

/// A note among the notes that are one step away, as a drawing: those that lead to it on its left, those that it leads to on
/// its right, and those that share tags on either side, at dotted lines.
///
/// Names stand in two columns of rows, so they never overlap, and the drawing is narrow enough to be read on a phone.
package struct LocalMap: Sendable, Hashable {
    /// The notes that link to the note and that it does not link to.
    package let incoming: [PageLink]
    package let outgoing: [Target]
    /// The notes that it only shares tags with.
    package let related: [PageLink]

    /// A note that the note links to.
    package struct Target: Sendable, Hashable {
        package let link: PageLink
        /// Whether it links back.
        package let isMutual: Bool
    }

    /// How many notes are drawn on each side.
    package static let mostBeside = 6
    /// Fewer are told by the lists alone.
    package static let fewest = 3

    /// The drawing, folded under a line of text; nothing where there is too little to draw.
    func markup(_ wording: Wording) -> Markup {
        let words = wording.maps
        guard incoming.count + outgoing.count + related.count >= Self.fewest else { return "" }
        let drawing = Drawing(self)
        var markup = Markup(capacity: 4096)
        markup.append(
            """
            <details class="local-map">
            <summary id="page:map"\(wording.language)>\(words.near)</summary>
            <svg role="group" aria-labelledby="page:map" aria-describedby="page:map-key" viewBox="0 0 \(Drawing.width) \(drawing.height)" width="\(Drawing.width)" height="\(drawing.height)">

            """)
        drawing.append(to: &markup)
        markup.append(
            """
            </svg>
            <p id="page:map-key" class="reason"\(wording.language)>\(related.isEmpty ? words.arrows : words.arrowsAndDots)</p>
            </details>

            """)
        return markup
    }

    // MARK: Geometry

    /// A name beside the note.
    struct Row: Hashable {
        enum Line {
            case incoming, outgoing, mutual, related

            /// How much of the line before the name its heads take.
            fileprivate var headLength: Int {
                switch self {
                case .outgoing: 7
                case .mutual: 16
                case .incoming, .related: 0
                }
            }
        }

        let link: PageLink
        let line: Line
        let text: [String]
        let isCut: Bool
        /// The middle of its lines of text.
        let y: Int
    }

    /// The places of everything.
    struct Drawing {
        static let width = 446
        /// How wide names may be.
        static let column = 156
        static let fontSize = 15
        static let lineHeight = 18
        private static let gap = 14
        private static let mostLines = 2

        let left: [Row]
        let right: [Row]
        let height: Int

        init(_ map: LocalMap) {
            var left = map.incoming.prefix(mostBeside).map { ($0, Row.Line.incoming) }
            var right = map.outgoing.prefix(mostBeside).map {
                ($0.link, $0.isMutual ? Row.Line.mutual : .outgoing)
            }
            for link in map.related {
                if left.count <= right.count {
                    left.append((link, .related))
                } else {
                    right.append((link, .related))
                }
            }
            let sides = [left, right].map { $0.prefix(mostBeside).map { Self.cut($0.0, $0.1) } }
            let heights = sides.map { side in
                side.reduce(-Self.gap) { $0 + Self.lineHeight * $1.text.count + Self.gap }
            }
            let height = max(heights[0], heights[1], Self.lineHeight) + 2 * Self.gap
            let rows = zip(sides, heights).map { side, own in Self.placed(side, from: (height - own) / 2) }
            (self.left, self.right, self.height) = (rows[0], rows[1], height)
        }

        private static func cut(_ link: PageLink, _ line: Row.Line) -> Row {
            var lines = TextMeasure.wrap(link.title, width: column, fontSize: fontSize)
            let isCut = lines.count > mostLines
            if isCut {
                lines = Array(lines.prefix(mostLines))
                lines[mostLines - 1] = TextMeasure.cut(
                    lines[mostLines - 1], width: column, fontSize: fontSize)
            }
            return Row(link: link, line: line, text: lines, isCut: isCut, y: 0)
        }

        private static func placed(_ rows: [Row], from top: Int) -> [Row] {
            var top = top
            return rows.map { row in
                let height = lineHeight * row.text.count
                defer { top += height + gap }
                return Row(
                    link: row.link, line: row.line, text: row.text, isCut: row.isCut, y: top + height / 2)
            }
        }

        // MARK: Markup

        private var middle: Int { height / 2 }
        /// Where lines end on the left of the note, and on its right.
        private static let west = width / 2 - 9
        private static let east = width / 2 + 9
        /// Where lines begin: a little beside the names.
        private static let start = column + 6
        private static let end = width - column - 6

        func append(to markup: inout Markup) {
            appendLines("<path class=\"line\" d=\"", to: &markup) { $0 != .related }
            appendLines("<path class=\"line dotted\" d=\"", to: &markup) { $0 == .related }
            appendHeads(to: &markup)
            markup.append("<circle class=\"head\" cx=\"\(Self.width / 2)\" cy=\"\(middle)\" r=\"7\"/>\n")
            // Each column counts from its own edge, so that no name has to say where that is.
            markup.append("<g class=\"before\" transform=\"translate(\(Self.column))\">\n")
            for row in left { Self.append(row, "", " ", to: &markup) }
            markup.append("</g>\n<g transform=\"translate(\(Self.width - Self.column))\">\n")
            for row in right { Self.append(row, " ", "", to: &markup) }
            markup.append(literal: "</g>\n")
        }

        /// Draws the lines of some kinds as one path; nothing where there are none.
        private func appendLines(
            _ open: StaticString, to markup: inout Markup, _ isMeant: (Row.Line) -> Bool
        ) {
            var isOpen = false
            for (rows, edge, to) in [(left, Self.start, Self.west), (right, Self.end, Self.east)] {
                for row in rows where isMeant(row.line) {
                    if !isOpen { markup.append(literal: open) }
                    isOpen = true
                    // A line ends where its heads begin.
                    let from = edge - row.line.headLength
                    let half = (to - from) / 2
                    markup.append("M", from, " ", row.y)
                    markup.append("c", half, " 0 ", half)
                    markup.append(" ", middle - row.y, " ", to - from)
                    markup.append(literal: " ")
                    markup.append(middle - row.y)
                }
            }
            if isOpen { markup.append(literal: "\"/>\n") }
        }

        private func appendHeads(to markup: inout Markup) {
            let isMet = left.contains { $0.line == .incoming }
            guard isMet || right.contains(where: { $0.line != .related }) else { return }
            markup.append(literal: "<path class=\"head\" d=\"")
            for row in right where row.line != .related {
                markup.append("M", Self.end + 1, " ", row.y)
                markup.append(literal: row.line == .mutual ? "l-8-4v8zm-17 0l8-4v8z" : "l-8-4v8z")
            }
            if isMet {
                markup.append("M", Self.west + 1, " ", middle)
                markup.append(literal: "l-8-4v8z")
            }
            markup.append(literal: "\"/>\n")
        }

        /// - Parameters:
        ///   - behind: stands behind a line that another follows.
        ///   - before: stands before that other. One of both is a space, for who hears the words, where it moves nothing.
        private static func append(
            _ row: Row, _ behind: StaticString, _ before: StaticString, to markup: inout Markup
        ) {
            markup.append(literal: "<a href=\"")
            markup.append(text: row.link.url)
            markup.append(literal: "\">")
            if row.isCut {
                markup.append(literal: "<title>")
                markup.append(text: row.link.title)
                markup.append(literal: "</title>")
            }
            markup.append(literal: "<text y=\"")
            markup.append(row.y - lineHeight * row.text.count / 2 + 14)
            markup.append(literal: "\">")
            for (number, line) in row.text.enumerated() {
                if number > 0 {
                    markup.append(literal: behind)
                    markup.append(literal: "<tspan x=\"0\" dy=\"")
                    markup.append(lineHeight)
                    markup.append(literal: "\">")
                    markup.append(literal: before)
                }
                markup.append(text: line)
                if number > 0 { markup.append(literal: "</tspan>") }
            }
            markup.append(literal: "</text></a>\n")
        }
    }
}

extension Markup {
    /// Appends a pair of numbers of a path, each behind a text.
    fileprivate mutating func append(
        _ first: StaticString, _ x: Int, _ second: StaticString, _ y: Int
    ) {
        append(literal: first)
        append(x)
        append(literal: second)
        append(y)
    }
}

extension TextMeasure {
    /// A line with an ellipsis at its end, no wider than `limit`.
    static func cut(_ line: String, width limit: Int, fontSize: Int) -> String {
        // As wide as the widest of letters at most.
        var rest = width(line) + 1010
        var line = line[...]
        while rest * fontSize > limit * 1000, let last = line.popLast() { rest -= width(String(last)) }
        return line + "…"
    }
}
