/// What UTF-8 says of the bytes at one place.
enum UTF8Sequence {
    /// The length of the well-formed sequence that begins at `index`, or 0 (The Unicode Standard, table 3-7).
    static func length(in bytes: ArraySlice<UInt8>, at index: Int) -> Int {
        let first = bytes[index]
        func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index + offset < bytes.endIndex && range.contains(bytes[index + offset])
        }
        switch first {
        case 0..<0x80: return 1
        case 0xC2...0xDF: return continues(1) ? 2 : 0
        case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
        case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
        case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
        case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
        case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
        case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
        default: return 0
        }
    }

    /// Whether the sequence of `length` bytes at `index` is a noncharacter, which no HTML may hold (The Unicode Standard,
    /// section 23.7): U+FDD0...U+FDEF, or the last two of a plane.
    static func isNoncharacter<Bytes: RandomAccessCollection<UInt8>>(
        _ bytes: Bytes, at index: Int, length: Int
    ) -> Bool where Bytes.Index == Int {
        guard length > 2, bytes[index + length - 1] >= 0x90 else { return false }
        let last = bytes[index + length - 1]
        let isLastOfPlane = bytes[index + length - 2] == 0xBF && last >= 0xBE
        guard length == 4 else {
            return bytes[index] == 0xEF
                && (isLastOfPlane || (bytes[index + 1] == 0xB7 && (0x90...0xAF).contains(last)))
        }
        return isLastOfPlane && bytes[index + 1] & 0x0F == 0x0F
    }

    /// The scalar that begins at `index` in valid UTF-8, and its length.
    static func scalar(in bytes: ArraySlice<UInt8>, at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let length = length(in: bytes, at: index)
        var value: UInt32
        switch length {
        case 2: value = UInt32(bytes[index] & 0x1F)
        case 3: value = UInt32(bytes[index] & 0x0F)
        case 4: value = UInt32(bytes[index] & 0x07)
        default: value = UInt32(bytes[index])
        }
        if length > 1 {
            for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", max(1, length))
    }
}
