/// The words that a grammar knows, found by their bytes.
///
/// A hash table with open addressing, at most half full. Nothing is allocated for a look-up, and a name is compared with
/// the few words of its slot only.
struct WordTable: Sendable {
    struct Entry: Sendable {
        let start: Place
        let count: Int
        let group: UInt8
        let vocabulary: UInt8
    }

    /// A word as a part of a literal.
    struct Place: Sendable {
        let list: StaticString
        let offset: Int
    }

    private struct Slot: Sendable {
        let offset: UInt32
        /// 0 where the slot is free.
        let count: UInt8
        let group: UInt8
        let vocabulary: UInt8
    }

    private let slots: [Slot]
    private let bytes: [UInt8]
    private let longest: Int

    init(_ entries: [Entry]) {
        var size = 8
        while size < entries.count * 2 { size *= 2 }
        var slots = [Slot](repeating: Slot(offset: 0, count: 0, group: 0, vocabulary: 0), count: size)
        var bytes: [UInt8] = []
        var longest = 0
        for entry in entries {
            let offset = bytes.count
            for index in 0..<entry.count {
                bytes.append(entry.start.list.utf8Start[entry.start.offset + index])
            }
            var slot = Self.hash(
                entry.count, bytes[offset], bytes[offset + entry.count / 2], bytes[offset + entry.count - 1])
            while slots[slot & (size - 1)].count > 0 { slot &+= 1 }
            slots[slot & (size - 1)] = Slot(
                offset: UInt32(truncatingIfNeeded: offset), count: UInt8(truncatingIfNeeded: entry.count),
                group: entry.group, vocabulary: entry.vocabulary)
            longest = max(longest, entry.count)
        }
        self.slots = slots
        self.bytes = bytes
        self.longest = longest
    }

    /// The words of a list with blanks between them.
    static func entries(of list: StaticString, group: UInt8, vocabulary: UInt8) -> [Entry] {
        var entries: [Entry] = []
        var start = 0
        for index in 0...list.utf8CodeUnitCount {
            guard index == list.utf8CodeUnitCount || ByteSet.blanks.contains(list.utf8Start[index]) else {
                continue
            }
            if index > start {
                entries.append(
                    Entry(
                        start: Place(list: list, offset: start), count: index - start, group: group,
                        vocabulary: vocabulary))
            }
            start = index + 1
        }
        return entries
    }

    /// The group of a name, or nil where it is none of the words of this vocabulary.
    func group(
        of name: Range<Int>, in code: UnsafeBufferPointer<UInt8>, vocabulary: UInt8, ignoresCase: Bool
    ) -> Int? {
        guard name.count <= longest, !name.isEmpty else { return nil }
        func byte(_ offset: Int) -> UInt8 {
            let byte = code[name.lowerBound + offset]
            return ignoresCase && byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
        }
        var slot = Self.hash(name.count, byte(0), byte(name.count / 2), byte(name.count - 1))
        while true {
            let entry = slots[slot & (slots.count - 1)]
            if entry.count == 0 { return nil }
            if Int(entry.count) == name.count, entry.vocabulary == vocabulary {
                var offset = 0
                while offset < name.count, bytes[Int(entry.offset) + offset] == byte(offset) { offset += 1 }
                if offset == name.count { return Int(entry.group) }
            }
            slot &+= 1
        }
    }

    /// Words that stand in the table twice, where only the first counts.
    var repeated: [String] {
        var seen: Set<String> = []
        return slots.filter { $0.count > 0 }.compactMap { slot in
            let word = bytes[Int(slot.offset)..<Int(slot.offset) + Int(slot.count)]
            let text = String(decoding: word, as: UTF8.self)
            return seen.insert("\(slot.vocabulary) \(text)").inserted ? nil : text
        }
    }

    private static func hash(_ count: Int, _ first: UInt8, _ middle: UInt8, _ last: UInt8) -> Int {
        let mixed = (Int(first) &* 31 &+ Int(middle)) &* 31 &+ Int(last)
        return (mixed &* 31 &+ count) &* 0x9E37 >> 4
    }
}
