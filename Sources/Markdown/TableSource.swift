/// A document rewritten so that libcmark parses the cells of its tables as inline content.
///
/// Each cell of a table becomes an ATX heading on a line of its own (`# cell #`) behind the marks of the table's
/// quotes and list items. A heading holds one line of inlines, needs no blank line around it and knows the document's
/// reference definitions, which is just what a cell is.
struct TableSource {
    private(set) var bytes: [UInt8]
    /// What each line of `bytes` is, from line 1 at index 0.
    private(set) var lines: [Line] = []
    /// The number of cells written.
    private(set) var cellCount = 0

    enum Line {
        /// A line as it stands in the source, with its number there.
        case source(Int)
        case cell(Cell)
    }

    struct Cell {
        let line: Int
        /// The cell's content in the source.
        let range: Range<Int>
        let alignment: Tree.Alignment
        let isFirstInTable: Bool
        let isFirstInRow: Bool
        let isLastInRow: Bool
        let isLastInTable: Bool
    }

    /// - Parameter tables: in order, none overlapping.
    init(_ source: SourceText, from firstLine: Int, tables: [TableFinder.Table], finder: TableFinder) {
        bytes = []
        bytes.reserveCapacity(source.bytes.count + 64 * tables.count)
        var line = firstLine
        for table in tables {
            while line < table.lines.lowerBound {
                copy(line, of: source)
                line += 1
            }
            for row in table.lines where row != table.lines.lowerBound + 1 {
                append(row: row, of: table, finder: finder)
            }
            line = table.lines.upperBound
        }
        while line <= source.lineStarts.count {
            copy(line, of: source)
            line += 1
        }
    }

    private mutating func copy(_ line: Int, of source: SourceText) {
        bytes += source.bytes[source.range(ofLine: line)]
        bytes.append(UInt8(ascii: "\n"))
        lines.append(.source(line))
    }

    private mutating func append(row: Int, of table: TableFinder.Table, finder: TableFinder) {
        let start = table.contentOffsets[row - table.lines.lowerBound]
        let cells = finder.cells(line: row, from: start)
        let prefix = finder.source.bytes[finder.source.range(ofLine: row).lowerBound..<start]
        let isLastRow =
            row == max(table.lines.upperBound - 1, table.lines.lowerBound + 1)
            || (row == table.lines.lowerBound && table.lines.count == 2)
        for (column, alignment) in table.alignments.enumerated() {
            // A row may be shorter than the header; its missing cells are empty. Cells beyond the header are dropped.
            let range = column < cells.count ? cells[column] : start..<start
            if column == 0 {
                bytes += prefix
            } else {
                // A list item's mark stands once; the lines after it are indented as far.
                bytes += prefix.map { SourceText.isBlank($0) || $0 == UInt8(ascii: ">") ? $0 : 0x20 }
            }
            append(content: finder.source.bytes[range])
            let isLast = column == table.alignments.count - 1
            lines.append(
                .cell(
                    Cell(
                        line: row, range: range, alignment: alignment,
                        isFirstInTable: column == 0 && row == table.lines.lowerBound,
                        isFirstInRow: column == 0, isLastInRow: isLast,
                        isLastInTable: isLast && isLastRow)))
            cellCount += 1
        }
    }

    /// Writes a cell's content as a heading; `\|` becomes the pipe it stands for.
    private mutating func append(content: ArraySlice<UInt8>) {
        bytes += "# ".utf8
        var isEscaped = false
        for byte in content {
            if isEscaped, byte == UInt8(ascii: "|") { bytes.removeLast() }
            bytes.append(byte)
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        bytes += " #\n".utf8
    }
}
