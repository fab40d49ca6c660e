/// Numbers distinct byte strings from 0 on, in the order in which they come.
struct TermTable {
    private(set) var count = 0
    private var arena: [UInt8] = []
    private var ends: [Int32] = [0]
    private var hashes: [UInt32] = []
    private var slots: [Int32]
    private let seed: UInt64

    init(capacity: Int = 1024) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        // No text can be made to be slow: where a string stands in the table differs in every run. Its number does not.
        seed = UInt64.random(in: 1 ... .max)
    }

    subscript(number: Int) -> ArraySlice<UInt8> { arena[Int(ends[number])..<Int(ends[number + 1])] }

    /// The number of a string, new or known.
    mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
        let hash = hash(bytes)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash, holds(number, bytes) { return (number, false) }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(count)
        hashes.append(hash)
        arena.append(contentsOf: bytes)
        ends.append(Int32(arena.count))
        count += 1
        if count * 2 > slots.count { grow() }
        return (count - 1, true)
    }

    private func holds(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(ends[number])
        guard Int(ends[number + 1]) - start == bytes.count else { return false }
        return arena.withUnsafeBufferPointer { arena in
            var index = 0
            while index < bytes.count, arena[start + index] == bytes[index] { index += 1 }
            return index == bytes.count
        }
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for number in 0..<count {
            var slot = Int(hashes[number]) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    private func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let bytes = UnsafeRawBufferPointer(bytes)
        var state = seed ^ UInt64(bytes.count)
        func mix(_ word: UInt64) {
            let (high, low) = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 ^ seed | 1)
            state = high ^ low
        }
        var index = 0
        while index + 8 < bytes.count {
            mix(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        // The last eight bytes at most, some of them twice.
        switch bytes.count {
        case 8...: mix(bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
        case 4...:
            let first = bytes.loadUnaligned(as: UInt32.self)
            let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self)
            mix(UInt64(first) << 32 | UInt64(last))
        case 1...:
            mix(UInt64(bytes[0]) << 16 | UInt64(bytes[bytes.count / 2]) << 8 | UInt64(bytes[bytes.count - 1]))
        default: break
        }
        return UInt32(truncatingIfNeeded: state ^ state >> 32)
    }
}

extension TermTable {
    mutating func insert(_ bytes: some ContiguousBytes) -> (number: Int, isNew: Bool) {
        bytes.withBytes { insert($0) }
    }
}

/// What lends its bytes.
protocol ContiguousBytes {
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result
}

extension [UInt8]: ContiguousBytes {
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        withUnsafeBufferPointer { body($0) }
    }
}

extension ArraySlice<UInt8>: ContiguousBytes {
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        withUnsafeBufferPointer { body($0) }
    }
}
