package import Markdown

/// Where a note's front matter stands: between a first line `---` and the next line `---` or `...`.
package struct FrontMatterBlock {
    /// The lines between the marks, from 1.
    let lines: Range<Int>
    /// The first line of the note's text.
    let firstBodyLine: Int

    enum Found {
        case none
        case block(FrontMatterBlock)
        /// It begins like front matter and never ends.
        case unclosed
    }

    /// The first line that is not front matter, from 1.
    package static func firstBodyLine(of source: SourceText) -> Int {
        guard case .block(let block) = find(in: source) else { return 1 }
        return block.firstBodyLine
    }

    static func find(in source: SourceText) -> Found {
        guard isMark(source, line: 1, "---") else { return .none }
        var line = 2
        while line <= source.lineStarts.count {
            if isMark(source, line: line, "---") || isMark(source, line: line, "...") {
                return .block(FrontMatterBlock(lines: 2..<line, firstBodyLine: line + 1))
            }
            line += 1
        }
        return looksLikeKey(source, line: 2) ? .unclosed : .none
    }

    private static func isMark(_ source: SourceText, line: Int, _ mark: StaticString) -> Bool {
        var bytes = source.bytes[source.range(ofLine: line)]
        while let last = bytes.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") {
            bytes.removeLast()
        }
        return bytes.elementsEqual(mark.description.utf8)
    }

    /// Whether a line is `key:` with or without a value: a note may begin with a thematic break too.
    private static func looksLikeKey(_ source: SourceText, line: Int) -> Bool {
        let bytes = source.bytes[source.range(ofLine: line)]
        let key = bytes.prefix { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "_"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return !key.isEmpty && bytes.dropFirst(key.count).first == UInt8(ascii: ":")
    }
}
