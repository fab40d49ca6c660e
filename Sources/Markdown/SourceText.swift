package import Diagnostics

/// A source as everything after reading takes it: valid UTF-8 without a byte order mark, NUL or other control
/// character, every line ended by a line feed, with the places of its lines.
package struct SourceText: Sendable {
    package let bytes: [UInt8]
    /// The offset of each line's first byte; the first is 0.
    package let lineStarts: [Int32]
    /// What had to be replaced, in order.
    package let repairs: [Repair]

    package struct Repair: Sendable, Hashable {
        package enum Kind: Sendable { case invalidUTF8, controlCharacter }
        package let kind: Kind
        package let offset: Int
    }

    /// - Parameter keepsControls: leaves control characters alone, as CommonMark does; NUL is replaced always.
    package init(_ raw: [UInt8], keepsControls: Bool = false) {
        var repairs: [Repair] = []
        let isClean = raw.withUnsafeBufferPointer { bytes in
            var special: UInt8 = 0
            for byte in bytes { special |= Self.isSpecial[Int(byte)] }
            return special == 0
        }
        bytes = isClean ? raw : Self.repaired(raw, keepsControls: keepsControls, repairs: &repairs)
        self.repairs = repairs
        lineStarts = bytes.withUnsafeBufferPointer { bytes in
            var starts: [Int32] = [0]
            starts.reserveCapacity(bytes.count / 32 + 1)
            for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
                starts.append(Int32(truncatingIfNeeded: index + 1))
            }
            return starts
        }
    }

    /// The same lines with other bytes.
    ///
    /// - Parameter bytes: as many, with the same line feeds.
    init(_ source: SourceText, overwrittenWith bytes: [UInt8]) {
        self.bytes = bytes
        lineStarts = source.lineStarts
        repairs = source.repairs
    }

    /// 1 for a byte that needs a closer look: a control character, or one beyond ASCII.
    private static let isSpecial: [UInt8] = (0...255).map { (byte: UInt8) in
        switch byte {
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"), 0x0C: 0
        case 0..<0x20, 0x7F...: 1
        default: 0
        }
    }

    private static func repaired(_ raw: [UInt8], keepsControls: Bool, repairs: inout [Repair]) -> [UInt8] {
        var source = raw[...]
        if source.starts(with: [0xEF, 0xBB, 0xBF]) { source = source.dropFirst(3) }
        var output: [UInt8] = []
        output.reserveCapacity(source.count)
        let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
        var index = source.startIndex
        while index < source.endIndex {
            let byte = source[index]
            switch byte {
            case UInt8(ascii: "\r"):
                output.append(UInt8(ascii: "\n"))
                index += 1
                if index < source.endIndex, source[index] == UInt8(ascii: "\n") { index += 1 }
            case 0:
                repairs.append(Repair(kind: .controlCharacter, offset: output.count))
                output += replacement
                index += 1
            case 1..<0x09, 0x0B, 0x0E..<0x20, 0x7F:
                if keepsControls {
                    output.append(byte)
                } else {
                    repairs.append(Repair(kind: .controlCharacter, offset: output.count))
                    output += replacement
                }
                index += 1
            case 0x80...:
                let length = UTF8Sequence.length(in: source, at: index)
                if length == 0 {
                    repairs.append(Repair(kind: .invalidUTF8, offset: output.count))
                    output += replacement
                    index += 1
                } else if byte == 0xC2, source[index + 1] < 0xA0, !keepsControls {
                    // U+0080...U+009F, which HTML forbids.
                    repairs.append(Repair(kind: .controlCharacter, offset: output.count))
                    output += replacement
                    index += length
                } else if !keepsControls, UTF8Sequence.isNoncharacter(source, at: index, length: length) {
                    repairs.append(Repair(kind: .controlCharacter, offset: output.count))
                    output += replacement
                    index += length
                } else {
                    output += source[index..<index + length]
                    index += length
                }
            default:
                output.append(byte)
                index += 1
            }
        }
        return output
    }

    /// The number of lines; a line feed at the end does not begin another.
    package var lineCount: Int { bytes.last == UInt8(ascii: "\n") ? lineStarts.count - 1 : lineStarts.count }

    /// The bytes of a line, without its line feed. `line` counts from 1; beyond the end the range is empty.
    package func range(ofLine line: Int) -> Range<Int> {
        guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
        let start = Int(lineStarts[line - 1])
        let end = line < lineStarts.count ? Int(lineStarts[line]) - 1 : bytes.count
        return start..<end
    }

    /// The line that holds the byte at `offset`, from 1.
    package func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while low < high {
            let middle = (low + high) / 2
            if Int(lineStarts[middle]) <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The place of the byte at `offset`, with the column counted on the line itself.
    package func position(at offset: Int) -> SourcePosition {
        let line = line(at: offset)
        let start = Int(lineStarts[line - 1])
        return SourcePosition(line: line, column: 1 + scalarCount(start..<min(offset, bytes.count)))
    }

    fileprivate func scalarCount(_ range: Range<Int>) -> Int {
        bytes[range].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }
}

extension SourceText {
    /// The text of a line, for showing it.
    package func text(ofLine line: Int) -> String {
        String(decoding: bytes[range(ofLine: line)], as: UTF8.self)
    }

    /// The text of a stretch of a line.
    package func text(in range: SourceRange) -> String {
        let scalars = text(ofLine: range.start.line).unicodeScalars
        return String(
            String.UnicodeScalarView(scalars.dropFirst(range.start.column - 1).prefix(range.length)))
    }
}

/// Turns offsets into places, one after the other: on a line with very many of them no part is counted twice.
package struct PlaceFinder {
    private let source: SourceText
    private var line = 1
    private var offset = 0
    private var column = 1

    package init(_ source: SourceText) { self.source = source }

    /// The stretch of `count` bytes from `offset`, cut at the end of its line.
    package mutating func range(at target: Int, count: Int) -> SourceRange {
        let line = source.line(at: target)
        if line != self.line || target < offset {
            self.line = line
            offset = source.range(ofLine: line).lowerBound
            column = 1
        }
        column += source.scalarCount(offset..<min(target, source.bytes.count))
        offset = target
        let end = min(target + count, source.range(ofLine: line).upperBound)
        return SourceRange(
            start: SourcePosition(line: line, column: column),
            length: source.scalarCount(target..<max(target, end)))
    }
}
