import Diagnostics

/// Where a document's pipe tables are, by the rules of GFM (https://github.github.com/gfm/#tables-extension-).
///
/// libcmark knows no tables: to it a table is text of a paragraph. So a table is found in the lines of a paragraph.
struct TableFinder {
    let source: SourceText

    /// A table: its lines, header and delimiter row among them, and its columns.
    struct Table {
        let lines: Range<Int>
        let alignments: [Tree.Alignment]
        /// For each line where its content begins, after the marks of quotes and list items.
        let contentOffsets: [Int]
    }

    /// Whether a source can hold a table at all: some line is a delimiter row, whatever stands before it.
    static func mayHoldTable(_ source: SourceText) -> Bool {
        source.bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                var hasDash = false
                var isRow = true
                while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
                    switch bytes[index] {
                    case UInt8(ascii: "-"): hasDash = true
                    case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"),
                        UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "+"):
                        break
                    default: isRow = false
                    }
                    index += 1
                    if !isRow { break }
                }
                if isRow, hasDash { return true }
                while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
                index += 1
            }
            return false
        }
    }

    /// The table in the lines of one paragraph, nil where there is none.
    func table(in paragraph: BlockScan.Paragraph) -> Table? {
        let lines = paragraph.lines
        let containers = paragraph.containers
        guard lines.count >= 2 else { return nil }
        for header in lines.lowerBound..<lines.upperBound {
            guard let alignments = delimiterRow(line: header + 1, in: containers),
                let headerOffset = header == lines.lowerBound
                    ? source.range(ofLine: header).lowerBound + paragraph.firstColumn
                    : source.contentOffset(ofLine: header, in: containers),
                cells(line: header, from: headerOffset).count == alignments.count
            else { continue }
            var offsets = [headerOffset]
            var line = header + 1
            // Cells that a row does not write are made up; there may not be more of them than the text pays for.
            let most = 4 * (source.range(ofLine: lines.upperBound).upperBound - headerOffset) + 10_000
            while line <= lines.upperBound, offsets.count * alignments.count <= most,
                let offset = source.contentOffset(ofLine: line, in: containers)
            {
                offsets.append(offset)
                line += 1
            }
            return Table(lines: header..<line, alignments: alignments, contentOffsets: offsets)
        }
        return nil
    }

    /// The alignments that a delimiter row gives, nil where the line is none.
    private func delimiterRow(line: Int, in containers: [BlockScan.Container]) -> [Tree.Alignment]? {
        guard let offset = source.contentOffset(ofLine: line, in: containers) else { return nil }
        let row = source.bytes[offset..<source.range(ofLine: line).upperBound]
        guard row.contains(UInt8(ascii: "-")), row.allSatisfy({ Self.isDelimiterByte($0) }) else {
            return nil
        }
        // A row without a pipe is the underline of a heading, or a table of one column to nobody but a machine.
        guard row.contains(UInt8(ascii: "|")) else { return nil }
        var alignments: [Tree.Alignment] = []
        for cell in cells(line: line, from: offset) {
            var bytes = source.bytes[cell]
            let left = bytes.first == UInt8(ascii: ":")
            if left { bytes.removeFirst() }
            let right = bytes.last == UInt8(ascii: ":")
            if right { bytes.removeLast() }
            guard !bytes.isEmpty, bytes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
            alignments.append(left ? (right ? .center : .left) : (right ? .right : .none))
        }
        return alignments.isEmpty ? nil : alignments
    }

    private static func isDelimiterByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ":")
            || SourceText.isBlank(byte)
    }

    /// The cells of a row, without the spaces around them. A backslash before a pipe keeps it from parting cells, in
    /// code spans too.
    func cells(line: Int, from start: Int) -> [Range<Int>] {
        let bytes = source.bytes
        var end = source.range(ofLine: line).upperBound
        while end > start, SourceText.isBlank(bytes[end - 1]) { end -= 1 }
        var cells: [Range<Int>] = []
        var cellStart = start
        if cellStart < end, bytes[cellStart] == UInt8(ascii: "|") { cellStart += 1 }
        var index = cellStart
        while index < end {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
            } else if bytes[index] == UInt8(ascii: "|") {
                cells.append(trimmed(cellStart..<index))
                index += 1
                cellStart = index
            } else {
                index += 1
            }
        }
        if cellStart < end || cells.isEmpty { cells.append(trimmed(cellStart..<end)) }
        return cells
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, SourceText.isBlank(source.bytes[start]) { start += 1 }
        while end > start, SourceText.isBlank(source.bytes[end - 1]) { end -= 1 }
        return start..<end
    }
}
