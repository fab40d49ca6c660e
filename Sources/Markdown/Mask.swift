/// Hides from libcmark what is ours: each wikilink becomes one opaque word of the same length, and the `#` of an
/// escaped `\#` a mark.
///
/// libcmark would take `[[a_b_c]]` for brackets and emphasis, or for a link where `[a_b_c]` is defined, and it drops
/// the backslash that says that `\#word` is no tag. So both are replaced before parsing, byte for byte, which keeps
/// every column; and where a mark turns up in code, HTML or a URL, the author's own bytes are put back. The marks are
/// control characters, which `SourceText` has removed from the source.
struct Mask {
    /// The source as libcmark sees it.
    private(set) var masked: [UInt8]
    private let source: [UInt8]
    private var links: [Range<Int>] = []

    static let linkStart: UInt8 = 0x0E
    static let linkEnd: UInt8 = 0x0F
    static let escapedHash: UInt8 = 0x10

    /// A mark holds its number in this many characters, so `[[a]]` is the shortest that can be hidden.
    private static let digits = 3
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    private static let capacity = 62 * 62 * 62

    init(_ source: [UInt8]) {
        self.source = source
        masked = source
        hide()
    }

    /// Whether anything was hidden; where not, nothing needs to be put back.
    private(set) var isActive = false

    private mutating func hide() {
        var index = 0
        let count = source.count
        source.withUnsafeBufferPointer { bytes in
            while index + 1 < count {
                switch bytes[index] {
                case UInt8(ascii: "\\"):
                    if bytes[index + 1] == UInt8(ascii: "#"), !Self.isInDestination(bytes, at: index) {
                        masked[index + 1] = Self.escapedHash
                        isActive = true
                    }
                    index += 2
                case UInt8(ascii: "[") where bytes[index + 1] == UInt8(ascii: "["):
                    index = hideLink(bytes, at: index)
                default: index += 1
                }
            }
        }
    }

    /// Hides the wikilink that begins at `start`, if there is one, and returns where to go on.
    private mutating func hideLink(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        var end = start + 2
        scan: while end < bytes.count {
            switch bytes[end] {
            case UInt8(ascii: "\n"), UInt8(ascii: "["), UInt8(ascii: "`"), UInt8(ascii: "<"): return end
            case UInt8(ascii: "]"): break scan
            default: end += 1
            }
        }
        guard end > start + 2, end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "]"),
            links.count < Self.capacity
        else { return end }
        end += 2
        let isEmbed =
            start > 0 && bytes[start - 1] == UInt8(ascii: "!")
            && !(start > 1 && bytes[start - 2] == UInt8(ascii: "\\"))
        let range = (isEmbed ? start - 1 : start)..<end
        write(links.count, over: range)
        links.append(range)
        isActive = true
        return end
    }

    private mutating func write(_ number: Int, over range: Range<Int>) {
        for index in range { masked[index] = Self.alphabet[0] }
        masked[range.lowerBound] = Self.linkStart
        masked[range.upperBound - 1] = Self.linkEnd
        var rest = number
        for digit in (1...Self.digits).reversed() {
            masked[range.lowerBound + digit] = Self.alphabet[rest % 62]
            rest /= 62
        }
    }

    /// Whether the place lies in a link's `](destination`, where libcmark allows no control character.
    private static func isInDestination(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        var index = place
        // A URL longer than this is not what `\#` is written in.
        let limit = max(1, place - 512)
        while index > limit {
            index -= 1
            switch bytes[index] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"): return false
            case UInt8(ascii: "(") where bytes[index - 1] == UInt8(ascii: "]"): return true
            default: continue
            }
        }
        return false
    }

    /// The place in the source of the wikilink whose mark begins at `index` of `bytes`, and the mark's length.
    func link(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Range<Int>? {
        guard isActive, index + Self.digits < bytes.count, bytes[index] == Self.linkStart else { return nil }
        var number = 0
        for digit in 1...Self.digits {
            guard let value = Self.value(of: bytes[index + digit]) else { return nil }
            number = number * 62 + value
        }
        guard number < links.count, index + links[number].count <= bytes.count else { return nil }
        return links[number]
    }

    private static func value(of digit: UInt8) -> Int? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(digit - UInt8(ascii: "A")) + 10
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(digit - UInt8(ascii: "a")) + 36
        default: nil
        }
    }

    /// The author's bytes of a wikilink.
    func sourceBytes(_ range: Range<Int>) -> ArraySlice<UInt8> { source[range] }

    /// Appends `bytes` with every mark replaced by what the author wrote.
    func restore(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        guard isActive else {
            output.append(contentsOf: bytes)
            return
        }
        var index = 0
        while index < bytes.count {
            if let range = link(in: bytes, at: index) {
                output += source[range]
                index += range.count
            } else {
                output.append(bytes[index] == Self.escapedHash ? UInt8(ascii: "#") : bytes[index])
                index += 1
            }
        }
    }
}
