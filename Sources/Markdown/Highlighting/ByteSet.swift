/// A set of bytes.
struct ByteSet: Sendable, Hashable {
    private var low: UInt64 = 0
    private var middle: UInt64 = 0
    private var high: UInt64 = 0
    private var top: UInt64 = 0

    init() {}

    /// The bytes of a text.
    init(_ text: StaticString) {
        for offset in 0..<text.utf8CodeUnitCount { insert(text.utf8Start[offset]) }
    }

    init(_ range: ClosedRange<UInt8>) {
        for byte in range { insert(byte) }
    }

    static let digits = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
    static let letters =
        ByteSet(UInt8(ascii: "a")...UInt8(ascii: "z")).union(ByteSet(UInt8(ascii: "A")...UInt8(ascii: "Z")))
    /// The bytes of what is not ASCII: nearly every language takes letters of any script into its names.
    static let beyond = ByteSet(0x80...0xFF)
    /// What begins a name in most languages.
    static let nameStart = letters.union(beyond).union(ByteSet("_"))
    /// What a name goes on with in most languages.
    static let name = nameStart.union(digits)
    static let dotted = name.union(ByteSet("."))
    static let hyphenated = name.union(ByteSet("-"))
    static let all = ByteSet(0...255)
    static let blanks = ByteSet(" \t\r\n")
    static let ink = all.subtracting(blanks)

    func contains(_ byte: UInt8) -> Bool {
        let bit: UInt64 = 1 << UInt64(byte & 63)
        return switch byte >> 6 {
        case 0: low & bit != 0
        case 1: middle & bit != 0
        case 2: high & bit != 0
        default: top & bit != 0
        }
    }

    mutating func insert(_ byte: UInt8) {
        let bit: UInt64 = 1 << UInt64(byte & 63)
        switch byte >> 6 {
        case 0: low |= bit
        case 1: middle |= bit
        case 2: high |= bit
        default: top |= bit
        }
    }

    func union(_ other: ByteSet) -> ByteSet {
        var result = self
        result.low |= other.low
        result.middle |= other.middle
        result.high |= other.high
        result.top |= other.top
        return result
    }

    func subtracting(_ other: ByteSet) -> ByteSet {
        var result = self
        result.low &= ~other.low
        result.middle &= ~other.middle
        result.high &= ~other.high
        result.top &= ~other.top
        return result
    }
}
