import Writers

extension Theme {
    /// A script or a style sheet of the theme without what only its authors read: lines of comment, indentation, and empty lines.
    ///
    /// Tokens stay as they are. In the theme's sources no string or template goes over several lines, and nothing but a line's
    /// end follows a comment that begins a line; of other sources it would take too much.
    static func compacted(_ source: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(source.count)
        var isComment = false
        for line in source.split(separator: UInt8(ascii: "\n")) {
            let text = line.drop { $0 == UInt8(ascii: " ") }
            if !isComment {
                if text.isEmpty || text.starts(with: "//".utf8) { continue }
                isComment = text.starts(with: "/*".utf8)
            }
            guard isComment else {
                output += text
                output.append(UInt8(ascii: "\n"))
                continue
            }
            // A comment has its lines for itself: nothing follows its end.
            isComment = text.firstRange(of: "*/".utf8) == nil
        }
        return output
    }
}
