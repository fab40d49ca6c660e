/// Eight bytes that are looked at together.
///
/// A search gives a word whose lowest bit that is set stands in the first byte that is looked for (Warren, Hacker's Delight,
/// 6-1). Bits above it may mean nothing, so searches are joined by `|` alone.
@usableFromInline package struct EightBytes {
    @usableFromInline let word: UInt64

    @usableFromInline @inline(__always)
    init(_ word: UInt64) { self.word = word }

    @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
    @usableFromInline static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Looks for a byte, some bits of which may be set or not.
    @inlinable @inline(__always)
    package func equal(_ byte: UInt8, or bits: UInt8 = 0) -> UInt64 {
        let difference = (word | Self.ones &* UInt64(bits)) ^ Self.ones &* UInt64(byte | bits)
        return (difference &- Self.ones) & ~difference & Self.highs
    }

    /// Looks for a byte below another one, which is ASCII.
    @inlinable @inline(__always)
    package func below(_ byte: UInt8) -> UInt64 {
        (word &- Self.ones &* UInt64(byte)) & ~word & Self.highs
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The index of the first byte from `start` on, which is at most `count`, that a search finds; or `count`.
    @inlinable @inline(__always)
    package func firstIndex(from start: Int, where search: (EightBytes) -> UInt64) -> Int {
        let bytes = UnsafeRawBufferPointer(self)
        var index = start
        while index + 8 <= count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let found = search(EightBytes(word))
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        var word: UInt64 = 0
        for offset in 0..<count - index { word |= UInt64(self[index + offset]) << (8 * offset) }
        return Swift.min(count, index + search(EightBytes(word)).trailingZeroBitCount / 8)
    }
}
