import Diagnostics
package import Linking
import Markdown
import Notes

/// The notes that search knows, numbered in path order, and the blocks that their texts are stored in.
///
/// A block begins at a note whose path says so, and so does a shelf of blocks, so that a note that is changed, added or removed
/// leaves the others as they are.
package struct Catalogue: Sendable {
    /// The site's index of each note; those without a page are left out.
    let notes: [Int32]
    /// Where each block begins, and where the last one ends.
    let blockStarts: [Int32]
    /// Where each shelf begins, by block, and where the last one ends. A shelf is the blocks that one file lists.
    let shelfStarts: [Int32]

    /// The most bytes of text that a block goes on after.
    private static let mostBytes = 20_000
    private static let mostNotes = 16
    private static let mostBlocks = 96

    package init(of site: Site) {
        notes = site.notes.indices.filter { site.routes.ofNote[$0] != nil }.map(Int32.init)
        var starts: [Int32] = []
        var shelves: [Int32] = []
        var bytes = 0
        for (number, note) in notes.enumerated() {
            let note = site.notes[Int(note)]
            let hash = Self.hash(note.path.string)
            if let last = starts.last, bytes < Self.mostBytes, number - Int(last) < Self.mostNotes,
                hash & 7 != 0
            {
                bytes += note.text.bytes.count
                continue
            }
            if shelves.last.map({ hash & 255 == 0 || starts.count - Int($0) == Self.mostBlocks }) ?? true {
                shelves.append(Int32(starts.count))
            }
            starts.append(Int32(number))
            bytes = note.text.bytes.count
        }
        blockStarts = starts + [Int32(notes.count)]
        shelfStarts = shelves + [Int32(starts.count)]
    }

    /// FNV-1a, 32 bits, mixed once more for its low bits.
    private static func hash(_ path: String) -> UInt32 {
        let hash = path.utf8.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        return hash ^ hash >> 15
    }

    var blockCount: Int { blockStarts.count - 1 }

    func notes(inBlock block: Int) -> Range<Int> { Int(blockStarts[block])..<Int(blockStarts[block + 1]) }

    var shelfCount: Int { shelfStarts.count - 1 }

    func blocks(onShelf shelf: Int) -> Range<Int> { Int(shelfStarts[shelf])..<Int(shelfStarts[shelf + 1]) }

    func block(of number: Int) -> Int {
        var (low, high) = (0, blockCount)
        while low + 1 < high {
            let middle = (low + high) / 2
            if Int(blockStarts[middle]) <= number { low = middle } else { high = middle }
        }
        return low
    }

    /// The ranges of blocks that pieces of the index are made of.
    package var pieces: [Range<Int>] {
        stride(from: 0, to: blockCount, by: Self.blocksInPiece).map {
            $0..<min(blockCount, $0 + Self.blocksInPiece)
        }
    }

    /// Enough for a piece's own tables to pay.
    private static let blocksInPiece = 48
}
