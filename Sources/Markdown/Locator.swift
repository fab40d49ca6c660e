/// Finds where in the source the things stand that libcmark gives without a trustworthy column.
///
/// The locator follows the inlines of one block in their order. Text moves it forward, so it never passes the place
/// where the next thing stands, and what it reports has been read in the source itself.
struct Locator {
    private let source: [UInt8]
    /// Where the locator is: nothing that is still to come stands before.
    private(set) var cursor = 0
    private var limit = 0
    private var start = 0

    /// How far ahead a thing is looked for. Markup between two inlines is shorter.
    private static let window = 2048

    init(_ source: [UInt8]) { self.source = source }

    /// Begins a block that stands in `range` of the source.
    mutating func begin(_ range: Range<Int>) {
        cursor = range.lowerBound
        limit = range.upperBound
        while cursor < limit, SourceText.isBlank(source[cursor]) || source[cursor] == UInt8(ascii: ">") {
            cursor += 1
        }
        start = cursor
    }

    /// Moves on behind a run of text. In the source it stands as long as here, or longer where something is escaped.
    mutating func pass(_ text: UnsafeBufferPointer<UInt8>) {
        let head = UnsafeBufferPointer(rebasing: text.prefix(12))
        if let place = find("", head, from: cursor, window: 256) { cursor = min(limit, place + text.count) }
    }

    mutating func pass(_ text: [UInt8]) { text.withUnsafeBufferPointer { pass($0) } }

    /// Moves on behind a place.
    mutating func leave(_ place: Place) { cursor = max(cursor, min(limit, place.offset + place.count)) }

    /// A stretch of the source.
    typealias Place = (offset: Int, count: Int)

    /// The place of `needle` where it first stands behind one of `prefixes`, tried in their order.
    ///
    /// - Parameter start: where to look from; without it from where the locator is.
    func place(of needle: [UInt8], behind prefixes: StaticString..., from start: Int? = nil) -> Place? {
        guard !needle.isEmpty else { return nil }
        return needle.withUnsafeBufferPointer { bytes in
            for prefix in prefixes {
                let found = find(prefix, bytes, from: start ?? cursor, window: Self.window + bytes.count)
                if let found { return (found + prefix.utf8CodeUnitCount, bytes.count) }
            }
            return nil
        }
    }

    /// The block's first character: the place of what does not stand in the block as it is.
    var fallback: Place { (start, 1) }

    /// Where `prefix` with `needle` right behind it first stands.
    private func find(
        _ prefix: StaticString, _ needle: UnsafeBufferPointer<UInt8>, from cursor: Int, window: Int
    ) -> Int? {
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
