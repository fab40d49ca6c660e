/// Lines of text as a drawing sets them. The style sheet has the same sizes.
///
/// No size is below 15: a drawing of 446 units is then legible where a small phone shows it 328 pixels wide.
enum FlowText {
    static let lineHeight = 20

    /// Font sizes to measure with. Titles are set at 16 in a bold face, which is wider.
    static func size(of kind: Flow.Line.Kind) -> Int { kind == .title ? 18 : 15 }

    /// Breaks text into lines, at the author's line feeds too.
    static func wrap(_ text: String, _ kind: Flow.Line.Kind, width: Int) -> [String] {
        guard text.utf8.contains(UInt8(ascii: "\n")) else {
            return TextMeasure.wrap(text, width: width, fontSize: size(of: kind))
        }
        return text.split(separator: "\n").flatMap {
            TextMeasure.wrap(String($0), width: width, fontSize: size(of: kind))
        }
    }

    static func width(of lines: [String], _ kind: Flow.Line.Kind) -> Int {
        lines.map { (TextMeasure.width($0) * size(of: kind) + 999) / 1000 }.max() ?? 0
    }

    /// A limit for lines that lets long words be, as far as they are not too long for any line.
    static func limit(_ least: Int, _ text: String, _ kind: Flow.Line.Kind) -> Int {
        let longest = text.split(whereSeparator: \.isWhitespace).map { width(of: [String($0)], kind) }.max()
        return max(least, min(longest ?? 0, least * 3 / 2))
    }

    /// Lines around a middle.
    static func centered(_ lines: [String], _ kind: Flow.Line.Kind, at middle: Flow.Point) -> [Flow.Line] {
        let top = middle.y - lines.count * lineHeight / 2
        return lines.enumerated().map { index, text in
            Flow.Line(
                kind: kind, x: middle.x, y: top + 15 + index * lineHeight, text: text, isCentered: true)
        }
    }

    /// Lines from a corner down.
    static func leading(_ lines: [String], _ kind: Flow.Line.Kind, at corner: Flow.Point) -> [Flow.Line] {
        lines.enumerated().map { index, text in
            Flow.Line(
                kind: kind, x: corner.x, y: corner.y + 15 + index * lineHeight, text: text,
                isCentered: false)
        }
    }
}
