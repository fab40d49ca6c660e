/// The stretch of a file that a `Range` header asks for (RFC 9110, 14.1.2).
enum ByteRange: Sendable, Hashable {
    case range(Range<Int>)
    /// It begins behind the end.
    case unsatisfiable

    /// Nil for what is no range of bytes, or several: the whole file answers those.
    init?(_ header: String, of count: Int) {
        guard header.hasPrefix("bytes=") else { return nil }
        let bounds = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard bounds.count == 2, bounds.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else {
            return nil
        }
        // Numbers beyond all files are as good as the largest.
        func number(_ digits: Substring) -> Int? { digits.isEmpty ? nil : Int(digits) ?? Int.max }
        switch (number(bounds[0]), number(bounds[1])) {
        case (nil, nil): return nil
        case (nil, let length?):
            self = length == 0 || count == 0 ? .unsatisfiable : .range(max(0, count - length)..<count)
        case (let first?, let last):
            if let last, last < first { return nil }
            self =
                first >= count
                ? .unsatisfiable
                : .range(first..<min(count, last.map { $0 == .max ? .max : $0 + 1 } ?? count))
        }
    }
}
