package import Diagnostics

/// A file with fixes carried out line by line; what they do not touch, line ends too, stays as it is.
package struct FixedText: Sendable {
    /// How many fixes were carried out: of two that overlap only the first is.
    package private(set) var count = 0
    /// The lines, each with its end.
    private let old: [ArraySlice<UInt8>]
    private var new: [[UInt8]]

    /// - Parameter fixes: in order.
    package init(_ bytes: [UInt8], _ fixes: [Diagnostic.Fix]) {
        old = Self.lines(of: bytes)
        new = old.map(Array.init)
        var limit: (line: Int, offset: Int) = (.max, .max)
        // From the last to the first, so that the places of those before stay true.
        for fix in fixes.sorted(by: { $0.range.start > $1.range.start }) {
            let line = fix.range.start.line - 1
            guard old.indices.contains(line),
                let range = Self.range(fix.range, in: old[line], isFirst: line == 0)
            else { continue }
            guard line < limit.line || range.upperBound <= limit.offset else { continue }
            new[line].replaceSubrange(range, with: fix.replacement.utf8)
            limit = (line, range.lowerBound)
            count += 1
        }
    }

    package var bytes: [UInt8] { new.flatMap { $0 } }

    /// Lines end with a line feed, a carriage return, or both.
    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for index in bytes.indices {
            let isEnd =
                bytes[index] == UInt8(ascii: "\n")
                || (bytes[index] == UInt8(ascii: "\r")
                    && bytes.dropFirst(index + 1).first != UInt8(ascii: "\n"))
            guard isEnd else { continue }
            lines.append(bytes[start...index])
            start = index + 1
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }

    /// The bytes of a stretch of a line, counted from its start; nil where the line is shorter. A byte order mark is no
    /// part of the first line.
    private static func range(_ range: SourceRange, in line: ArraySlice<UInt8>, isFirst: Bool) -> Range<Int>?
    {
        let text = isFirst && line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line
        var starts = text.indices.filter { text[$0] & 0xC0 != 0x80 }.map { $0 - line.startIndex }
        starts.append(line.count)
        let (first, last) = (range.start.column - 1, range.start.column - 1 + range.length)
        return last < starts.count ? starts[first]..<starts[last] : nil
    }

    // MARK: Diff

    /// How many lines are shown around a change.
    private static let reach = 3

    /// The changes as a unified diff.
    package func diff(of path: String) -> String {
        let changed = old.indices.filter { !old[$0].elementsEqual(new[$0]) }
        guard let first = changed.first else { return "" }
        var hunks = [max(0, first - Self.reach)..<min(old.count, first + Self.reach + 1)]
        for line in changed.dropFirst() {
            let end = min(old.count, line + Self.reach + 1)
            if line - Self.reach <= hunks[hunks.count - 1].upperBound {
                hunks[hunks.count - 1] = hunks[hunks.count - 1].lowerBound..<end
            } else {
                hunks.append(line - Self.reach..<end)
            }
        }
        var added = 0
        var output = "--- \(path)\n+++ \(path)\n"
        for hunk in hunks {
            let lines = hunk.reduce(0) { $0 + Self.lines(of: new[$1]).count }
            output += "@@ -\(hunk.lowerBound + 1),\(hunk.count) +\(hunk.lowerBound + 1 + added),\(lines) @@\n"
            added += lines - hunk.count
            for line in hunk {
                if old[line].elementsEqual(new[line]) {
                    output += Self.line(" ", old[line])
                } else {
                    output += Self.line("-", old[line])
                    for part in Self.lines(of: new[line]) { output += Self.line("+", part) }
                }
            }
        }
        return output
    }

    private static func line(_ mark: String, _ line: ArraySlice<UInt8>) -> String {
        let text = mark + String(decoding: line, as: UTF8.self)
        return text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n\\ No newline at end of file\n"
    }
}
