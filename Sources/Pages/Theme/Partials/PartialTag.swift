/// A tag of a template: `{{name}}`, `{{#name}}` and the like (https://mustache.github.io/mustache.5.html).
struct PartialTag {
    enum Kind: UInt8 {
        case variable = 0
        case section = 0x23
        case inverted = 0x5E
        case end = 0x2F
        case partial = 0x3E
        case comment = 0x21
        case unescaped = 0x26
        case delimiters = 0x3D
        case parent = 0x3C
        case block = 0x24
        case pragma = 0x25
    }

    let kind: Kind
    /// Without white space around it.
    let name: String
    /// All of it, braces included, in the bytes of the template.
    let range: Range<Int>
    /// Whether its end is there.
    let isClosed: Bool

    /// The tags of a template, in their order. What stands between them is text.
    static func all(in bytes: [UInt8]) -> [PartialTag] {
        let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
        var tags: [PartialTag] = []
        var index = 0
        while index + 1 < bytes.count {
            guard bytes[index] == open, bytes[index + 1] == open else {
                index += 1
                continue
            }
            let start = index
            var first = start + 2
            var kind = Kind.variable
            if first < bytes.count, bytes[first] == open {
                kind = .unescaped
                first += 1
            } else if first < bytes.count, let known = Kind(rawValue: bytes[first]), known != .variable {
                kind = known
                first += 1
            }
            var end = first
            while end + 1 < bytes.count, bytes[end] != close || bytes[end + 1] != close { end += 1 }
            guard end + 1 < bytes.count else {
                tags.append(PartialTag(kind: kind, name: "", range: start..<start + 2, isClosed: false))
                return tags
            }
            let name = String(decoding: bytes[first..<end], as: UTF8.self)
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            index = end + 2
            if bytes[first - 1] == open, first == start + 3, index < bytes.count, bytes[index] == close {
                index += 1
            }
            tags.append(PartialTag(kind: kind, name: name, range: start..<index, isClosed: true))
        }
        return tags
    }
}
