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
        for index in bytes.indices where arena[start + index] != bytes[index] { return false }
        return true
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
        var state = seed ^ UInt64(bytes.count)
        var index = 0
        while index < bytes.count {
            var word: UInt64 = 0
            for offset in 0..<min(8, bytes.count - index) {
                word |= UInt64(bytes[index + offset]) << (8 * offset)
            }
            let (high, low) = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 ^ seed | 1)
            state = high ^ low
            index += 8
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
