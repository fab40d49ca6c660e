/// Addresses that are links without any markup (https://github.github.com/gfm/#autolinks-extension-).
///
/// Where the specification's extension would take everything up to the next blank, we stop at a quotation mark, a
/// backtick, a bracket that closes nothing, and at punctuation of other scripts, so that markup and sentences around an
/// address stay whole.
enum Autolink {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    private static let schemes = [Array("https".utf8), Array("http".utf8), Array("ftp".utf8)]

    /// The URL around the `:` of its scheme.
    ///
    /// - Parameter free: nothing before is looked at.
    static func url(in bytes: Bytes, around colon: Int, from free: Int) -> Range<Int>? {
        guard colon + 3 < bytes.count, bytes[colon + 1] == UInt8(ascii: "/"),
            bytes[colon + 2] == UInt8(ascii: "/")
        else { return nil }
        for scheme in schemes {
            let start = colon - scheme.count
            guard start >= free, zip(scheme, bytes[start..<colon]).allSatisfy({ $0 == $1 | 0x20 }) else {
                continue
            }
            guard mayFollow(start > 0 ? bytes[start - 1] : nil) else { return nil }
            let host = colon + 3
            guard let hostEnd = endOfHost(in: bytes, at: host), hostEnd > host else { return nil }
            let end = end(in: bytes, from: hostEnd, since: start)
            return end > host ? start..<end : nil
        }
        return nil
    }

    /// The address without a scheme that begins with `www.`
    static func host(in bytes: Bytes, at start: Int) -> Range<Int>? {
        guard start + 4 < bytes.count, zip("www.".utf8, bytes[start...]).allSatisfy({ $0 == $1 | 0x20 }),
            mayFollow(start > 0 ? bytes[start - 1] : nil),
            let hostEnd = endOfHost(in: bytes, at: start), hostEnd > start + 4
        else { return nil }
        let end = end(in: bytes, from: hostEnd, since: start)
        return end > start + 4 ? start..<end : nil
    }

    /// Whether an address may begin after a byte.
    private static func mayFollow(_ byte: UInt8?) -> Bool {
        guard let byte else { return true }
        return switch byte {
        case 0...0x20, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "("),
            UInt8(ascii: "\""), UInt8(ascii: "|"), 0x80...:
            true
        default: false
        }
    }

    /// Where the host that begins at `start` ends; nil where its last two labels hold an underscore.
    private static func endOfHost(in bytes: Bytes, at start: Int) -> Int? {
        var underscores = (previous: 0, last: 0)
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "_"): underscores.last += 1
            case UInt8(ascii: "."): underscores = (underscores.last, 0)
            case UInt8(ascii: "-"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                break
            case 0x80... where !isPunctuation(bytes, index): break
            default:
                return underscores == (0, 0) ? index : nil
            }
            index += 1
        }
        return underscores == (0, 0) ? index : nil
    }

    private static func isPunctuation(_ bytes: Bytes, _ index: Int) -> Bool {
        guard bytes[index] & 0xC0 != 0x80 else { return false }
        let sequence = Array(bytes[index..<min(bytes.count, index + 4)])
        switch UTF8Sequence.scalar(in: sequence[...], at: 0).scalar.properties.generalCategory {
        case .otherPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
            .spaceSeparator:
            return true
        default: return false
        }
    }

    /// Where an address ends whose host ends at `index`.
    private static func end(in bytes: Bytes, from index: Int, since start: Int) -> Int {
        var end = index
        var parentheses = 0
        var brackets = 0
        scan: while end < bytes.count {
            switch bytes[end] {
            case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: "`"), UInt8(ascii: "\""): break scan
            case UInt8(ascii: "["): brackets += 1
            case UInt8(ascii: "]"):
                if brackets == 0 { break scan }
                brackets -= 1
            case UInt8(ascii: "("): parentheses += 1
            case UInt8(ascii: ")"): parentheses -= 1
            case 0x80... where isPunctuation(bytes, end): break scan
            default: break
            }
            end += 1
        }
        return withoutPunctuation(bytes, start, end, parentheses)
    }

    /// Leaves out what ends a sentence rather than an address: punctuation, an entity, `)` without its `(`.
    private static func withoutPunctuation(_ bytes: Bytes, _ start: Int, _ end: Int, _ balance: Int) -> Int {
        var end = end
        var balance = balance
        while end > start {
            switch bytes[end - 1] {
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","),
                UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
                UInt8(ascii: "'"), UInt8(ascii: "|"):
                end -= 1
            case UInt8(ascii: ")"):
                guard balance < 0 else { return end }
                balance += 1
                end -= 1
            case UInt8(ascii: ";"):
                var name = end - 1
                while name > start, isLetterOrDigit(bytes[name - 1]) { name -= 1 }
                guard name < end - 1, name > start, bytes[name - 1] == UInt8(ascii: "&") else {
                    end -= 1
                    continue
                }
                end = name - 1
            default: return end
            }
        }
        return end
    }

    /// The address of mail around an `@`.
    ///
    /// - Parameter free: nothing before is looked at.
    static func mail(in bytes: Bytes, around at: Int, from free: Int) -> Range<Int>? {
        var start = at
        while start > free, isMailByte(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "+") {
            start -= 1
        }
        guard start < at, start == 0 || bytes[start - 1] != UInt8(ascii: "/") else { return nil }
        var end = at + 1
        while end < bytes.count, isMailByte(bytes[end]) { end += 1 }
        while end > at, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        let domain = bytes[(at + 1)..<max(end, at + 1)]
        guard let last = domain.last, isLetterOrDigit(last), domain.contains(UInt8(ascii: ".")),
            domain.first != UInt8(ascii: "."),
            end >= bytes.count || bytes[end] != UInt8(ascii: "@")
        else { return nil }
        return start..<end
    }

    private static func isMailByte(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { Mask.isAlphanumeric(byte) }
}
