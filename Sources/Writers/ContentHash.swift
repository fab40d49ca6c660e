/// A short name for content: the same bytes have the same name on every machine. Not for security.
package enum ContentHash {
    /// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/), in sixteen hexadecimal digits.
    package static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
        let hash = bytes.withContiguousStorageIfAvailable(fnv) ?? Array(bytes).withUnsafeBufferPointer(fnv)
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static func fnv(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }
}
