/// The sentences of a text.
package enum Sentences {
    /// Parts a text behind `.`, `!`, `?` with white space after them, and behind their full-width forms. A full stop
    /// after a single letter or a digit, as in `e.g. this` or `1. first`, ends nothing.
    package static func split(_ text: String) -> [String] {
        ranges(in: Array(text.utf8)[...]).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    }

    /// The sentence that holds the byte at `offset`, with the white space around it left out.
    package static func sentence(in text: ArraySlice<UInt8>, around offset: Int) -> ArraySlice<UInt8> {
        let place = text.startIndex + offset
        let range = ranges(in: text).last { $0.lowerBound <= place } ?? text.startIndex..<text.endIndex
        return text[range]
    }

    private static func ranges(in text: ArraySlice<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = text.startIndex
        var index = text.startIndex
        func finish(_ end: Int) {
            var (first, last) = (start, end)
            while first < last, text[first] == 0x20 { first += 1 }
            while last > first, text[last - 1] == 0x20 { last -= 1 }
            if first < last { ranges.append(first..<last) }
            start = end
        }
        while index < text.endIndex {
            switch text[index] {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
                if index + 1 < text.endIndex, text[index + 1] == 0x20, !isAbbreviation(text, at: index) {
                    finish(index + 1)
                }
                index += 1
            case 0xE3 where text[index...].starts(with: [0xE3, 0x80, 0x82]),
                0xEF
            where text[index...].starts(with: [0xEF, 0xBC, 0x9F])
                || text[index...].starts(with: [0xEF, 0xBC, 0x81]):
                index += 3
                finish(index)
            default: index += 1
            }
        }
        finish(text.endIndex)
        return ranges
    }

    private static func isAbbreviation(_ text: ArraySlice<UInt8>, at stop: Int) -> Bool {
        guard text[stop] == UInt8(ascii: "."), stop > text.startIndex else { return false }
        func isWord(_ byte: UInt8) -> Bool {
            (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")) || byte >= 0x80
        }
        let before = text[stop - 1]
        if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(before) {
            return stop - 1 == text.startIndex || text[stop - 2] == 0x20
        }
        return isWord(before) && (stop - 1 == text.startIndex || !isWord(text[stop - 2]))
    }
}
