/// Finds where in the source the things stand that libcmark gives without a trustworthy column.
///
/// The locator follows the inlines of one block in their order. Text moves it forward, so it never passes the place
/// where the next thing stands, and what it reports has been read in the source itself.
struct Locator {
    private let source: [UInt8]
    private var cursor = 0
    private var limit = 0
    private var start = 0

    /// How far ahead a thing is looked for. Markup between two inlines is shorter.
    private static let window = 2048

    init(_ source: [UInt8]) { self.source = source }

    /// Begins a block that stands in `range` of the source.
    mutating func begin(_ range: Range<Int>) {
        cursor = range.lowerBound
        limit = range.upperBound
        while cursor < limit, TableFinder.isBlank(source[cursor]) || source[cursor] == UInt8(ascii: ">") {
            cursor += 1
        }
        start = cursor
    }

    /// Moves on to a run of text.
    mutating func pass(_ text: UnsafeBufferPointer<UInt8>) {
        let head = UnsafeBufferPointer(rebasing: text.prefix(12))
        if let place = find("", head, window: 256) { cursor = place + head.count }
    }

    /// Moves on behind a place: a link's text stands before its destination.
    mutating func leave(_ place: (offset: Int, count: Int)) {
        cursor = max(cursor, min(limit, place.offset + place.count))
    }

    /// The place of `needle` where it first stands behind one of `prefixes`, tried in their order; the block's first
    /// character where it stands elsewhere, as the destination of a reference does.
    func locate(_ needle: [UInt8], behind prefixes: StaticString...) -> (offset: Int, count: Int) {
        find(needle, behind: prefixes) ?? fallback
    }

    /// The same, with `other` where `needle` does not stand in the block.
    func locate(
        _ needle: [UInt8], behind prefixes: StaticString..., orElse other: [UInt8],
        behind prefix: StaticString
    ) -> (offset: Int, count: Int) {
        find(needle, behind: prefixes) ?? find(other, behind: [prefix]) ?? fallback
    }

    private var fallback: (offset: Int, count: Int) { (start, 1) }

    private func find(_ needle: [UInt8], behind prefixes: [StaticString]) -> (offset: Int, count: Int)? {
        guard !needle.isEmpty else { return nil }
        return needle.withUnsafeBufferPointer { bytes in
            for prefix in prefixes {
                let count = prefix.utf8CodeUnitCount
                if let place = find(prefix, bytes, window: Self.window + bytes.count) {
                    return (place + count, bytes.count)
                }
            }
            return nil
        }
    }

    /// Where `prefix` with `needle` right behind it first stands.
    private func find(_ prefix: StaticString, _ needle: UnsafeBufferPointer<UInt8>, window: Int) -> Int? {
        let prefix = UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)
        guard let first = prefix.first ?? needle.first else { return nil }
        return source.withUnsafeBufferPointer { source in
            let last = min(limit, cursor + window) - prefix.count - needle.count
            var index = cursor
            while index <= last {
                if source[index] == first, matches(source, index, prefix),
                    matches(source, index + prefix.count, needle)
                {
                    return index
                }
                index += 1
            }
            return nil
        }
    }

    private func matches(
        _ source: UnsafeBufferPointer<UInt8>, _ offset: Int, _ needle: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        for index in needle.indices where source[offset + index] != needle[index] { return false }
        return true
    }
}
