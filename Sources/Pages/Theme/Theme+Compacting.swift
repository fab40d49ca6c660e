extension Theme {
    /// A style sheet of the theme as short as it can be made line by line. What is short saves a reader's time on every first visit.
    ///
    /// In the theme's sources a line ends with a bracket, a comma or a semicolon, but for values that go over several lines.
    static func compactedStyles(_ source: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(source.count)
        for line in compacted(source).split(separator: UInt8(ascii: "\n")) {
            switch output.last {
            case UInt8(ascii: ";") where line.first == UInt8(ascii: "}"): output.removeLast()
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","), nil: break
            default: output.append(UInt8(ascii: " "))
            }
            append(line, to: &output)
        }
        return output
    }

    /// Appends a line of a style sheet without the space behind a property's name and the one before a block.
    private static func append(_ line: ArraySlice<UInt8>, to output: inout [UInt8]) {
        let isBlock = line.last == UInt8(ascii: "{")
        var rest = line
        let name = line.prefix {
            $0 == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        }
        if !isBlock, !name.isEmpty, line[name.endIndex...].starts(with: ": ".utf8) {
            output.append(contentsOf: name)
            output.append(UInt8(ascii: ":"))
            rest = line[(name.endIndex + 2)...]
        }
        output.append(contentsOf: isBlock ? rest.dropLast(2) : rest)
        if isBlock { output.append(UInt8(ascii: "{")) }
    }

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
