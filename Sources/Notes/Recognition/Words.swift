/// Text as recognition compares it.
enum Words {
    /// Without white space, emoji, emphasis marks and section numbers around it. A flag keeps its dashes: `--force`.
    static func trimmed(_ text: String) -> String {
        if isTrimmedASCII(text) { return text }
        if let trimmed = trimmedASCII(text) { return trimmed }
        var scalars = Substring(text).unicodeScalars
        dropLeadingMarks(of: &scalars)
        scalars = withoutNumber(scalars)
        while let last = scalars.last, isDecoration(last) || isTrailingMark(last) { scalars.removeLast() }
        return scalars.split(whereSeparator: \.properties.isWhitespace)
            .map { String($0) }.joined(separator: " ")
    }

    /// How many bytes of emoji, marks and section numbers stand in front of a text.
    static func leadingDecoration(_ text: String) -> Int {
        if let first = text.utf8.first, isWordByte(first), !(0x30...0x39).contains(first) { return 0 }
        var scalars = Substring(text).unicodeScalars
        dropLeadingMarks(of: &scalars)
        return text.utf8.distance(from: text.startIndex, to: withoutNumber(scalars).startIndex)
    }

    /// Whether a text begins and ends with a letter and holds single spaces at most, as most do.
    private static func isTrimmedASCII(_ text: String) -> Bool {
        var previous: UInt8 = 0x20
        for byte in text.utf8 {
            if byte >= 0x80 || byte < 0x20 || (byte == 0x20 && previous == 0x20) { return false }
            previous = byte
        }
        func isLetter(_ byte: UInt8?) -> Bool {
            byte.map { isWordByte($0) && !(0x30...0x39).contains($0) } ?? false
        }
        return isLetter(text.utf8.first) && (isLetter(previous) || previous == UInt8(ascii: ")"))
    }

    /// What `trimmed` makes of a text of ASCII with single spaces and no number in front, as most are; nil for others.
    private static func trimmedASCII(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            var previous: UInt8 = 0
            for byte in bytes {
                if byte >= 0x80 || byte < 0x20 || (byte == 0x20 && previous == 0x20) { return nil }
                previous = byte
            }
            var (start, end) = (0, bytes.count)
            while start < end, isMark(bytes[start]) {
                let dashes = bytes[start..<end].prefix { $0 == UInt8(ascii: "-") }.count
                if isFlag(dashes, start + dashes < end && isWordByte(bytes[start + dashes])) { break }
                start += max(1, dashes)
            }
            guard start < end, !(0x30...0x39).contains(bytes[start]) else { return nil }
            while start < end, isMark(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
            return String(decoding: bytes[start..<end], as: UTF8.self)
        }
    }

    /// Whether a byte is a space or an ASCII mark that may stand around a name; some symbols are decoration too, and are
    /// left to the slower way.
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ":"),
            UInt8(ascii: ";"),
            UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            true
        default: false
        }
    }

    /// Trimmed and in lower case: two texts with one folded form say the same.
    static func folded(_ text: String) -> String { trimmed(text).lowercased() }

    /// With ASCII letters in lower case: as long as the text in UTF-8, so that places in one are places in the other.
    static func asciiFolded(_ text: String) -> String {
        String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    static func split(_ text: String) -> [Substring] {
        // White space beyond ASCII parts no words here: a no-break space is written to keep them together.
        text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { Substring($0) }
    }

    static func count(_ text: String) -> Int { split(text).count }

    /// The initials of a long name, in lower case: `irsa` for `IAM Roles for Service Accounts`. Words in lower case
    /// do not count; nil for fewer than three.
    static func acronym(of name: String) -> String? {
        let initials = split(name).compactMap { $0.first }.filter(\.isUppercase)
        return initials.count >= 3 ? String(initials).lowercased() : nil
    }

    /// Drops `1.`, `2)` and the like, which number a heading.
    private static func withoutNumber(_ scalars: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        let rest = scalars.drop { ("0"..."9").contains($0) }
        guard rest.startIndex != scalars.startIndex, let mark = rest.first,
            mark == "." || mark == ")" || mark == "\u{FE0F}" || mark == "\u{20E3}"
        else { return scalars }
        let after = rest.drop { $0 == mark || $0 == "\u{20E3}" }
        // `3.5 Sonnet` is no third section.
        guard let next = after.first, next.properties.isWhitespace else { return scalars }
        return after.drop { $0.properties.isWhitespace || isDecoration($0) }
    }

    private static func dropLeadingMarks(of scalars: inout Substring.UnicodeScalarView) {
        while let first = scalars.first, isDecoration(first) || isLeadingMark(first) {
            let dashes = scalars.prefix { $0 == "-" }.count
            let next = scalars.dropFirst(dashes).first?.properties
            if isFlag(dashes, next.map { $0.isAlphabetic || $0.numericType != nil } ?? false) { return }
            scalars.removeFirst(max(1, dashes))
        }
    }

    /// Whether so many dashes begin a flag: `-O2`, `--force`. With a space behind them they are bullets.
    private static func isFlag(_ dashes: Int, _ isBeforeWord: Bool) -> Bool {
        isBeforeWord && (dashes == 1 || dashes == 2)
    }

    private static func isDecoration(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        if properties.isWhitespace || scalar == "\u{FE0F}" || scalar == "\u{200D}" { return true }
        return properties.generalCategory == .otherSymbol
    }

    private static func isLeadingMark(_ scalar: Unicode.Scalar) -> Bool {
        "*_-–—•:;,!?\"“”'‘’".unicodeScalars.contains(scalar)
    }

    private static func isTrailingMark(_ scalar: Unicode.Scalar) -> Bool {
        isLeadingMark(scalar) || scalar == "." || scalar == "：" || scalar == "。" || scalar == "？"
    }

    /// Whether `word` occurs in `text` with no letter or digit beside it. Both in lower case.
    static func contains(_ word: String, in text: String) -> Bool {
        var isFound = false
        find(word, in: text) { _ in
            isFound = true
            return false
        }
        return isFound
    }

    /// The places, in UTF-8, where `word` occurs in `text` with no ASCII letter or digit beside it.
    static func ranges(of word: String, in text: String) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        find(word, in: text) { range in
            ranges.append(range)
            return true
        }
        return ranges
    }

    /// Calls `body` with each place until it returns false.
    private static func find(_ word: String, in text: String, _ body: (Range<Int>) -> Bool) {
        var (word, text) = (word, text)
        word.withUTF8 { needle in
            text.withUTF8 { bytes in
                guard let first = needle.first else { return }
                var index = 0
                while index <= bytes.count - needle.count {
                    let end = index + needle.count
                    if bytes[index] == first, needle.indices.allSatisfy({ bytes[index + $0] == needle[$0] }),
                        index == 0 || !isWordByte(bytes[index - 1]),
                        end == bytes.count || !isWordByte(bytes[end])
                    {
                        guard body(index..<end) else { return }
                        index = end
                    } else {
                        index += 1
                    }
                }
            }
        }
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
