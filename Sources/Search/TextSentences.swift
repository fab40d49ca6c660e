/// The sentences of a note's text, of which each block is a line.
enum TextSentences {
    /// A sentence ends with its line, behind `.`, `!` and `?` with a space after them, and behind `。`, `！` and `？`; but not behind
    /// the full stop of a single letter, as in `e.g. this`.
    static func ranges(of text: String) -> [Range<Int>] {
        var text = text
        return text.withUTF8 { bytes in
            var ranges: [Range<Int>] = []
            var (start, index) = (0, 0)
            func finish(_ end: Int) {
                if end > start { ranges.append(start..<end) }
            }
            while index < bytes.count {
                var end = index + 1
                var next = end
                switch bytes[index] {
                case UInt8(ascii: "\n"): end = index
                case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
                    guard end < bytes.count, bytes[end] == 0x20, !isAbbreviation(bytes, index) else {
                        index += 1
                        continue
                    }
                    next = end + 1
                case 0xE3, 0xEF:
                    guard isFullWidthStop(bytes, index) else {
                        index += 1
                        continue
                    }
                    end = index + 3
                    next = end
                default:
                    index += 1
                    continue
                }
                finish(end)
                start = next
                index = next
            }
            finish(bytes.count)
            return ranges
        }
    }

    private static func isFullWidthStop(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index + 2 < bytes.count else { return false }
        return switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): true
        default: false
        }
    }

    private static func isAbbreviation(_ bytes: UnsafeBufferPointer<UInt8>, _ stop: Int) -> Bool {
        guard bytes[stop] == UInt8(ascii: "."), stop > 0, bytes[stop - 1] | 0x20 &- UInt8(ascii: "a") < 26
        else {
            return false
        }
        return stop == 1 || bytes[stop - 2] < 0x80 && Folding.kind(ofASCII: bytes[stop - 2]) != .word
    }
}
