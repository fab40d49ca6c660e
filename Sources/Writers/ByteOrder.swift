extension String {
    /// Whether it comes first in the order of bytes, which is the same in every locale and on every machine.
    package func precedes(_ other: String) -> Bool {
        var (left, right) = (self, other)
        // Sorting all paths of a site spends its time here.
        return left.withUTF8 { left in
            right.withUTF8 { right in UnsafeRawBufferPointer(left).precedes(UnsafeRawBufferPointer(right)) }
        }
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func precedes(_ other: UnsafeRawBufferPointer) -> Bool {
        let common = Swift.min(count, other.count)
        var index = 0
        while index + 8 <= common {
            let own = UInt64(bigEndian: loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let others = UInt64(bigEndian: other.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            if own != others { return own < others }
            index += 8
        }
        while index < common {
            if self[index] != other[index] { return self[index] < other[index] }
            index += 1
        }
        return count < other.count
    }
}
