/// A piece of raw HTML: a tag, a comment, or text between them.
package enum HTMLPiece {
    case text(Range<Int>)
    case comment(Range<Int>)
    case tag(HTMLTag, Range<Int>)
}

/// A start tag or an end tag, with its attributes as they are written.
package struct HTMLTag {
    /// In lower case.
    package let name: [UInt8]
    package let isEnd: Bool
    package let attributes: [(name: [UInt8], value: Range<Int>)]

    /// The value of the first attribute of a name, entities decoded.
    package func value(_ name: StaticString, in bytes: [UInt8]) -> [UInt8]? {
        let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        return attributes.first { $0.name.elementsEqual(wanted) }.map { Entity.decoded(bytes[$0.value]) }
    }
}

/// Parts raw HTML into tags, comments and text, with the grammar that CommonMark has for tags
/// (https://spec.commonmark.org/0.30/#raw-html): what does not follow it is text.
package struct HTMLPieces: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var index = 0
    /// Behind the last `>`, where no tag can end any more.
    private let lastEnd: Int
    /// A tag is not looked for beyond this many bytes, so that time stays linear whatever is in them.
    private static let longestTag = 8192

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lastEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    }

    package mutating func next() -> HTMLPiece? {
        guard index < bytes.count else { return nil }
        let start = index
        if let piece = markup(at: start) { return piece }
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        return .text(start..<index)
    }

    private mutating func markup(at start: Int) -> HTMLPiece? {
        guard bytes[start] == UInt8(ascii: "<"), start < lastEnd else { return nil }
        if bytes[start...].starts(with: "<!--".utf8) { return comment(at: start) }
        guard let (tag, end) = tag(at: start) else { return nil }
        index = end
        return .tag(tag, start..<end)
    }

    private mutating func comment(at start: Int) -> HTMLPiece? {
        var end = start + 4
        while end + 2 < bytes.count {
            if bytes[end] == UInt8(ascii: "-"), bytes[end + 1] == UInt8(ascii: "-"),
                bytes[end + 2] == UInt8(ascii: ">")
            {
                index = end + 3
                return .comment(start..<index)
            }
            end += 1
        }
        // Without an end the rest is a comment, as browsers have it.
        index = bytes.count
        return .comment(start..<index)
    }

    private func tag(at start: Int) -> (HTMLTag, end: Int)? {
        var index = start + 1
        let limit = Swift.min(bytes.count, start + Self.longestTag)
        let isEnd = bytes[index] == UInt8(ascii: "/")
        if isEnd { index += 1 }
        let nameStart = index
        while index < limit, Self.isNameByte(bytes[index], isFirst: index == nameStart) { index += 1 }
        guard index > nameStart else { return nil }
        let name = lowercased(nameStart..<index)
        var attributes: [(name: [UInt8], value: Range<Int>)] = []
        while index < limit {
            let space = index
            while index < limit, bytes[index] <= 0x20 { index += 1 }
            guard index < limit else { return nil }
            if bytes[index] == UInt8(ascii: ">") {
                return (HTMLTag(name: name, isEnd: isEnd, attributes: attributes), index + 1)
            }
            if bytes[index] == UInt8(ascii: "/") {
                guard index + 1 < limit, bytes[index + 1] == UInt8(ascii: ">") else { return nil }
                return (HTMLTag(name: name, isEnd: isEnd, attributes: attributes), index + 2)
            }
            guard index > space, let (attribute, end) = attribute(at: index, limit) else { return nil }
            attributes.append(attribute)
            index = end
        }
        return nil
    }

    private func attribute(
        at start: Int, _ limit: Int
    ) -> ((name: [UInt8], value: Range<Int>), end: Int)? {
        var index = start
        while index < limit, Self.isAttributeByte(bytes[index], isFirst: index == start) { index += 1 }
        guard index > start else { return nil }
        let name = lowercased(start..<index)
        var equals = index
        while equals < limit, bytes[equals] <= 0x20 { equals += 1 }
        guard equals < limit, bytes[equals] == UInt8(ascii: "=") else {
            return ((name: name, value: index..<index), end: index)
        }
        index = equals + 1
        while index < limit, bytes[index] <= 0x20 { index += 1 }
        guard index < limit else { return nil }
        let value = index
        let quote = bytes[value]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            guard let end = bytes[(value + 1)..<limit].firstIndex(of: quote) else { return nil }
            return ((name: name, value: value + 1..<end), end: end + 1)
        }
        while index < limit, Self.isUnquotedByte(bytes[index]) { index += 1 }
        return index > value ? ((name: name, value: value..<index), end: index) : nil
    }

    private func lowercased(_ range: Range<Int>) -> [UInt8] {
        bytes[range].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    private static func isNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): !isFirst
        default: false
        }
    }

    private static func isAttributeByte(_ byte: UInt8, isFirst: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "_"), UInt8(ascii: ":"): true
        case UInt8(ascii: "."): !isFirst
        default: isNameByte(byte, isFirst: isFirst)
        }
    }

    private static func isUnquotedByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: "`"):
            false
        default: true
        }
    }
}
