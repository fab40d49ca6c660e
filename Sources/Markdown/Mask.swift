/// Hides from libcmark what is ours: each wikilink, footnote reference, bare address and formula becomes one opaque word
/// of the same length, and an escaped character that means something to us a mark.
///
/// libcmark would take `[[a_b_c]]` for brackets and emphasis, or for a link where `[a_b_c]` is defined, and it drops
/// the backslash that says that `\#word` is no tag. So both are replaced before parsing, byte for byte, which keeps
/// every column; and where a mark turns up in code, HTML or a URL, the author's own bytes are put back. The marks are
/// control characters, which `SourceText` has removed from the source.
struct Mask {
    /// The source as libcmark sees it.
    private(set) var masked: [UInt8]
    private let source: [UInt8]
    private var spans: [Span] = []
    /// The labels of the footnotes that are defined.
    private let footnotes: Set<[UInt8]>

    /// A stretch that is hidden.
    struct Span {
        let kind: Kind
        let range: Range<Int>

        enum Kind { case wikilink, footnote, address, mail, math }
    }

    /// Begins a span; its number follows in `digits` characters, so what can be hidden has four bytes at least.
    static let spanStart: UInt8 = 0x0E
    /// Around the one character of `$x$`, which is too short for a number.
    static let symbolMark: UInt8 = 0x0F
    private static let digits = 3
    static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    private static let capacity = 62 * 62 * 62

    /// The characters that mean something to us after which a backslash is lost, and their marks.
    private static let escapes: [(byte: UInt8, mark: UInt8)] = [
        (UInt8(ascii: "#"), 0x10), (UInt8(ascii: "~"), 0x01), (UInt8(ascii: "="), 0x02),
        (UInt8(ascii: "^"), 0x03), (UInt8(ascii: "{"), 0x04), (UInt8(ascii: "["), 0x05),
    ]
    private static let markOfByte = table { byte in escapes.first { $0.byte == byte }?.mark ?? 0 }
    private static let byteOfMark = table { byte in escapes.first { $0.mark == byte }?.byte ?? 0 }
    private static func table(_ value: (UInt8) -> UInt8) -> [UInt8] { (0...255).map(value) }

    /// The character that a mark stands for; nil for any other byte.
    static func escaped(_ byte: UInt8) -> UInt8? {
        guard byte <= 0x10 else { return nil }
        let character = byteOfMark[Int(byte)]
        return character == 0 ? nil : character
    }

    /// Whether anything was hidden; where not, nothing needs to be put back.
    private(set) var isActive = false

    /// Where no formula between `$$` can begin before, as none would end.
    private var noMathBefore = 0
    /// Where the last span ends.
    private var free = 0

    init(_ source: [UInt8], footnotes: Set<[UInt8]> = []) {
        self.source = source
        self.footnotes = footnotes
        masked = source
        source.withUnsafeBufferPointer { hide($0) }
        // Marks may have been written before.
        if !isActive {
            isActive = source.contains { $0 == Preparation.formulaStart || $0 == Preparation.filler }
        }
    }

    /// 1 for a byte at which something to hide may begin or be noticed.
    private static let isTrigger = table { byte in
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "$"),
            UInt8(ascii: "w"), UInt8(ascii: "W"):
            1
        default: 0
        }
    }

    private mutating func hide(_ bytes: UnsafeBufferPointer<UInt8>) {
        Self.isTrigger.withUnsafeBufferPointer { isTrigger in
            var index = 0
            while index + 1 < bytes.count {
                let byte = bytes[index]
                if isTrigger[Int(byte)] == 0 { index += 1 } else { index = hide(bytes, byte, at: index) }
            }
        }
    }

    /// Hides what begins at `index`, if anything does, and returns where to go on.
    private mutating func hide(_ bytes: UnsafeBufferPointer<UInt8>, _ byte: UInt8, at index: Int) -> Int {
        switch (byte, bytes[index + 1]) {
        case (UInt8(ascii: "\\"), let next):
            let mark = Self.markOfByte[Int(next)]
            if mark != 0, !Self.isInDestination(bytes, at: index) {
                masked[index + 1] = mark
                isActive = true
            }
            return index + 2
        case (UInt8(ascii: "["), UInt8(ascii: "[")): return hideLink(bytes, at: index)
        case (UInt8(ascii: "["), UInt8(ascii: "^")): return hideFootnote(bytes, at: index)
        case (UInt8(ascii: ":"), UInt8(ascii: "/")): return hideAddress(bytes, at: index)
        case (UInt8(ascii: "w"), UInt8(ascii: "w")), (UInt8(ascii: "W"), UInt8(ascii: "W")):
            guard let range = Autolink.host(in: bytes, at: index), index >= free,
                !Self.isInDestination(bytes, at: index)
            else { return index + 1 }
            return hide(.address, range)
        case (UInt8(ascii: "@"), _):
            guard let range = Autolink.mail(in: bytes, around: index, from: free),
                !Self.isInDestination(bytes, at: range.lowerBound)
            else { return index + 1 }
            return hide(.mail, range)
        case (UInt8(ascii: "$"), _): return hideMath(bytes, at: index)
        default: return index + 1
        }
    }

    private mutating func hide(_ kind: Span.Kind, _ range: Range<Int>) -> Int {
        guard spans.count < Self.capacity, range.count > Self.digits else { return range.upperBound }
        for index in range { masked[index] = Self.alphabet[0] }
        masked[range.lowerBound] = Self.spanStart
        var rest = spans.count
        for digit in (1...Self.digits).reversed() {
            masked[range.lowerBound + digit] = Self.alphabet[rest % 62]
            rest /= 62
        }
        spans.append(Span(kind: kind, range: range))
        isActive = true
        free = range.upperBound
        return range.upperBound
    }

    private mutating func hideLink(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        var end = start + 2
        scan: while end < bytes.count {
            switch bytes[end] {
            case UInt8(ascii: "\n"), UInt8(ascii: "["), UInt8(ascii: "`"), UInt8(ascii: "<"): return end
            case UInt8(ascii: "]"): break scan
            default: end += 1
            }
        }
        guard end > start + 2, end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "]") else { return end }
        let isEmbed =
            start > free && bytes[start - 1] == UInt8(ascii: "!")
            && !(start > 1 && bytes[start - 2] == UInt8(ascii: "\\"))
        return hide(.wikilink, (isEmbed ? start - 1 : start)..<end + 2)
    }

    private mutating func hideFootnote(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        guard !footnotes.isEmpty,
            let label = Preparation.label(in: source[start...], at: start),
            footnotes.contains(Preparation.name(source[(start + 2)..<(label.upperBound - 1)]))
        else { return start + 1 }
        return hide(.footnote, label)
    }

    private mutating func hideAddress(_ bytes: UnsafeBufferPointer<UInt8>, at colon: Int) -> Int {
        guard let range = Autolink.url(in: bytes, around: colon, from: free),
            !Self.isInDestination(bytes, at: range.lowerBound)
        else { return colon + 1 }
        return hide(.address, range)
    }

    /// Hides `$…$` or `$$…$$` on one line.
    ///
    /// As in pandoc (`tex_math_dollars`) the first `$` has no white space behind it and the last none before it and no
    /// digit behind it; besides, neither touches a letter or digit outside, and there is no backtick inside: `$5` and
    /// `$HOME` stay text. Where the next `$` cannot be the last, it may be the first of another formula.
    private mutating func hideMath(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        let isDisplay = bytes[start + 1] == UInt8(ascii: "$")
        let width = isDisplay ? 2 : 1
        let content = start + width
        if content < bytes.count, bytes[content] == UInt8(ascii: "$") {
            var end = content
            while end < bytes.count, bytes[end] == UInt8(ascii: "$") { end += 1 }
            return end
        }
        guard content < bytes.count, !isDisplay || start >= noMathBefore,
            isDisplay || !Self.isSpace(bytes[content]),
            start == 0 || !Self.isAlphanumeric(bytes[start - 1])
        else { return content }
        var end = content
        scan: while end < bytes.count {
            switch bytes[end] {
            case UInt8(ascii: "\\"): end += 2
            case UInt8(ascii: "\n"), UInt8(ascii: "`"), 0..<0x09, Preparation.filler, 0x0E...0x1F: break scan
            case UInt8(ascii: "$") where isDisplay:
                if end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "$") {
                    return hide(.math, start..<end + 2)
                }
                end += 1
            case UInt8(ascii: "$"):
                let next = end + 1 < bytes.count ? bytes[end + 1] : 0
                guard end > content, next != UInt8(ascii: "$"), !Self.isSpace(bytes[end - 1]),
                    !Self.isAlphanumeric(next)
                else { return end }
                if end == content + 1 { return hideSymbol(bytes[content], at: start) }
                return hide(.math, start..<end + 1)
            default: end += 1
            }
        }
        if isDisplay { noMathBefore = end }
        return isDisplay ? content : min(end, bytes.count)
    }

    /// Hides `$x$`; a character that means something to libcmark cannot be hidden in place.
    private mutating func hideSymbol(_ symbol: UInt8, at start: Int) -> Int {
        guard Self.isAlphanumeric(symbol) else { return start + 1 }
        masked[start] = Self.symbolMark
        masked[start + 2] = Self.symbolMark
        isActive = true
        free = start + 3
        return start + 3
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// Whether the place lies where a link leads: behind `](`, `<` or the `]:` of a definition. libcmark allows no
    /// control character there.
    private static func isInDestination(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        var index = place
        // No URL that is longer holds what is looked for.
        let limit = max(0, place - 512)
        while index > limit {
            switch bytes[index - 1] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"):
                return follows(bytes, index - 1, limit)
            case UInt8(ascii: "<"): return true
            case UInt8(ascii: "(") where index > 1 && bytes[index - 2] == UInt8(ascii: "]"): return true
            default: index -= 1
            }
        }
        return false
    }

    /// Whether the blanks that end at `index`, with one line break at most, follow `]:` or `](`.
    private static func follows(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ limit: Int) -> Bool {
        var index = end
        var breaks = 0
        while index > limit, bytes[index] <= 0x20 {
            if bytes[index] == UInt8(ascii: "\n") { breaks += 1 }
            index -= 1
        }
        return breaks <= 1 && index > 0 && bytes[index - 1] == UInt8(ascii: "]")
            && (bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: "("))
    }

    // MARK: Putting back

    /// The span whose mark begins at `index` of `bytes`.
    func span(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Span? {
        guard isActive, index + Self.digits < bytes.count, bytes[index] == Self.spanStart else { return nil }
        var number = 0
        for digit in 1...Self.digits {
            guard let value = Self.value(of: bytes[index + digit]) else { return nil }
            number = number * 62 + value
        }
        guard number < spans.count, index + spans[number].range.count <= bytes.count else { return nil }
        return spans[number]
    }

    static func value(of digit: UInt8) -> Int? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(digit - UInt8(ascii: "A")) + 10
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(digit - UInt8(ascii: "a")) + 36
        default: nil
        }
    }

    /// The author's bytes of a span.
    func sourceBytes(_ range: Range<Int>) -> ArraySlice<UInt8> { source[range] }

    /// Appends `bytes` with every mark replaced by what the author wrote.
    ///
    /// - Parameter unescaping: whether a backslash before an escaped character is dropped, as libcmark does it in titles
    ///   and URLs; in code and HTML it stays.
    func restore(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], unescaping: Bool = false) {
        guard isActive else {
            output.append(contentsOf: bytes)
            return
        }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x20 {
                output.append(byte)
            } else if let span = span(in: bytes, at: index) {
                output += source[span.range]
                index += span.range.count
                continue
            } else if let character = Self.escaped(byte) {
                if unescaping, output.last == UInt8(ascii: "\\") { output.removeLast() }
                output.append(character)
            } else if byte == Preparation.formulaStart {
                // What was prepared as text has become code after all.
                output += "$$".utf8
                index += 1
            } else {
                output.append(
                    byte == Self.symbolMark ? UInt8(ascii: "$") : byte == Preparation.filler ? 0x20 : byte)
            }
            index += 1
        }
    }
}
