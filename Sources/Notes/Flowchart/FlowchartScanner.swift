/// A reader's place in the source of a chart.
///
/// Every step forward is for good, but for the few bytes that tell one arrow from another, so reading takes time in
/// proportion to the source.
struct FlowchartScanner {
    let bytes: ArraySlice<UInt8>
    private(set) var index: Int
    /// Whether no `}%%` comes any more, so that it is looked for once.
    private var hasOpenSetting = false

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    var isAtEnd: Bool { index >= bytes.endIndex }

    /// The line that the place is in, from 1.
    var line: Int { 1 + bytes[..<index].count { $0 == UInt8(ascii: "\n") } }

    /// How many line ends come before an index.
    struct LineMark {
        var index: Int?
        var line = 1
    }

    /// The line that the place is in, from 1, counted on from where it was last asked for.
    func line(after mark: inout LineMark) -> Int {
        let start = mark.index ?? bytes.startIndex
        if start < index { mark.line += bytes[start..<index].count { $0 == UInt8(ascii: "\n") } }
        mark.index = max(start, index)
        return mark.line
    }

    /// The byte at a distance from the place; nil beyond the end.
    func peek(_ distance: Int = 0) -> UInt8? {
        let place = index + distance
        return place >= bytes.startIndex && place < bytes.endIndex ? bytes[place] : nil
    }

    func has(_ text: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        return bytes[index...].starts(with: wanted)
    }

    mutating func skip(_ count: Int = 1) { index = min(bytes.endIndex, index + count) }

    /// Takes the text if it stands here.
    mutating func take(_ text: StaticString) -> Bool {
        guard has(text) else { return false }
        index += text.utf8CodeUnitCount
        return true
    }

    /// Takes every byte that a condition holds for.
    @discardableResult
    mutating func take(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = index
        while index < bytes.endIndex, condition(bytes[index]) { index += 1 }
        return bytes[start..<index]
    }

    mutating func skipBlanks() { take { $0 == 0x20 || $0 == 0x09 } }

    mutating func skipWhitespace() { take { $0 <= 0x20 } }

    mutating func skipLine() { take { $0 != UInt8(ascii: "\n") } }

    /// Passes over blanks, line ends, separators and comments.
    mutating func skipToStatement() {
        while let byte = peek() {
            if byte <= 0x20 || byte == UInt8(ascii: ";") {
                skip()
            } else if has("%%{") {
                skipSetting()
            } else if has("%%") {
                skipLine()
            } else {
                return
            }
        }
    }

    /// Passes over `%%{init: …}%%`, which may go on over several lines.
    private mutating func skipSetting() {
        let start = index
        if !hasOpenSetting {
            if take(upTo: "}%%") != nil { return }
            hasOpenSetting = true
        }
        // It is not closed: then it is a comment.
        index = start
        skipLine()
    }

    /// Passes over what may stand before the first word: blank lines, comments, settings, front matter.
    mutating func skipPreamble() {
        skipToStatement()
        guard has("---") else { return }
        let start = index
        skipLine()
        while !isAtEnd {
            skip()
            if has("---") {
                skipLine()
                return skipToStatement()
            }
            skipLine()
        }
        index = start
    }

    /// Passes over a statement that means nothing to a drawing, up to its line end or to a separator outside quotes.
    mutating func skipStatement() {
        var isQuoted = false
        while let byte = peek(), byte != UInt8(ascii: "\n") {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: ";"), !isQuoted { return }
            skip()
        }
    }

    /// Takes everything up to a text, and the text; nil where it does not come.
    mutating func take(upTo text: StaticString) -> ArraySlice<UInt8>? {
        let start = index
        while !isAtEnd {
            if has(text) {
                let taken = bytes[start..<index]
                skip(text.utf8CodeUnitCount)
                return taken
            }
            index += 1
        }
        return nil
    }

    /// Takes a word of letters, digits and hyphens.
    mutating func takeWord() -> ArraySlice<UInt8> {
        take { Self.isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    }

    /// The word that stands here, and is not part of a longer name.
    func word() -> String {
        var copy = self
        let word = copy.takeWord()
        if let next = copy.peek(), next >= 0x80 { return "" }
        return String(decoding: word, as: UTF8.self)
    }

    /// Takes a name of a node: all but what begins a shape, an arrow, a class or the next name.
    mutating func takeName() -> ArraySlice<UInt8> {
        let start = index
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "-"):
                guard index > start, let next = peek(1), next > 0x20, next != UInt8(ascii: "-"),
                    next != UInt8(ascii: ">"), next != UInt8(ascii: ".")
                else { return bytes[start..<index] }
            case UInt8(ascii: "="):
                guard index > start, peek(1) != UInt8(ascii: "=") else { return bytes[start..<index] }
            case 0x80..., UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "#"),
                UInt8(ascii: "$"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"),
                UInt8(ascii: "/"), UInt8(ascii: "'"), UInt8(ascii: "\\"):
                break
            case UInt8(ascii: ":"):
                guard let next = peek(1), Self.isAlphanumeric(next), peek(-1) != UInt8(ascii: ":") else {
                    return bytes[start..<index]
                }
            default:
                guard Self.isAlphanumeric(byte) else { return bytes[start..<index] }
            }
            index += 1
        }
        return bytes[start..<index]
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
