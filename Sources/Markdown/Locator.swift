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
        if let place = find(head, window: 256) { cursor = place + head.count }
    }

    /// The place of a link's destination; the block's first character where it stands elsewhere, as a reference's.
    mutating func locate(_ spellings: [(prefix: StaticString, needle: [UInt8])]) -> (offset: Int, count: Int) {
        for (prefix, needle) in spellings where !needle.isEmpty {
            let whole = Array(UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount))
            let found = (whole + needle).withUnsafeBufferPointer { find($0, window: Self.window + $0.count) }
            if let found {
                cursor = found
                return (found + whole.count, needle.count)
            }
        }
        return (start, max(1, min(limit - start, 1)))
    }

    private func find(_ needle: UnsafeBufferPointer<UInt8>, window: Int) -> Int? {
        guard let first = needle.first else { return nil }
        return source.withUnsafeBufferPointer { source in
            var index = cursor
            let last = min(limit, cursor + window) - needle.count
            while index <= last {
                if source[index] == first, source[index..<index + needle.count].elementsEqual(needle) {
                    return index
                }
                index += 1
            }
            return nil
        }
    }
}
