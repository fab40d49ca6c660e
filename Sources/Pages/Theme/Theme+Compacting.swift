extension Theme {
    /// A script or a style sheet of the theme without what only its authors read: lines of comment, indentation, and empty lines.
    ///
    /// Tokens stay as they are. In the theme's sources no string or template goes over several lines, and nothing but a line's
    /// end follows a comment that begins a line; of other sources it would take too much.
    static func compacted(_ source: [UInt8]) -> [UInt8] {
        source.withUnsafeBufferPointer(compacted)
    }

    // Every command begins with this, so it goes by plain indices.
    private static func compacted(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        let (newline, space, slash, star) = (0x0A as UInt8, 0x20 as UInt8, 0x2F as UInt8, 0x2A as UInt8)
        var output: [UInt8] = []
        output.reserveCapacity(source.count)
        var isComment = false
        var next = 0
        while next < source.count {
            var start = next
            while next < source.count, source[next] != newline { next += 1 }
            let end = next
            next += 1
            while start < end, source[start] == space { start += 1 }
            guard start < end else { continue }
            if !isComment {
                let second = start + 1 < end ? source[start + 1] : 0
                if source[start] == slash, second == slash { continue }
                isComment = source[start] == slash && second == star
            }
            guard isComment else {
                output.append(contentsOf: source[start..<end])
                output.append(newline)
                continue
            }
            // A comment has its lines for itself: nothing follows its end.
            var place = start
            while place + 1 < end, isComment {
                isComment = !(source[place] == star && source[place + 1] == slash)
                place += 1
            }
        }
        return output
    }
}
