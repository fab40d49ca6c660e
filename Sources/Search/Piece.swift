package import Linking
import Markdown
import Notes
import Writers

/// The index of some neighbouring blocks of notes: a pure function of the site and the range, so that pieces can be made on
/// several threads and then be joined.
package struct Piece: Sendable {
    /// The terms in order, with their bytes one behind the other.
    let terms: [UInt8]
    let termEnds: [Int32]
    /// The words that the terms are the stems of, in no order that means anything, and the term of each.
    let words: [UInt8]
    let wordEnds: [Int32]
    let wordTerms: [Int32]
    /// For each term where its postings end.
    let postingEnds: [Int32]
    /// For each term its notes in order, each as `number << 6 | weight`.
    let postings: [UInt32]
    /// For each block the beginning of the hash of its file.
    let blockNames: [String]

    package init(_ blocks: Range<Int>, of catalogue: Catalogue, in site: Site) {
        var reader = NoteReader()
        var found: [(term: Int32, posting: UInt32)] = []
        blockNames = blocks.map { block in
            for number in catalogue.notes(inBlock: block) {
                let index = Int(catalogue.notes[number])
                reader.read(
                    site.notes[index], tags: site.tags.ofNote[index].map { site.tags.all[Int($0)].name })
                reader.finish { term, weight in
                    found.append((Int32(term), UInt32(number) << 6 | UInt32(weight)))
                }
            }
            let bytes = NoteTexts(block, of: catalogue, in: site).render()
            return Shards.name(of: bytes)
        }

        let order = (0..<reader.terms.count).sorted { TermOrder.precedes(reader.terms[$0], reader.terms[$1]) }
        var (terms, termEnds): ([UInt8], [Int32]) = ([], [])
        var places = [Int32](repeating: 0, count: order.count)
        var counts = [Int32](repeating: 0, count: order.count)
        for entry in found { counts[Int(entry.term)] += 1 }
        var (end, postingEnds): (Int32, [Int32]) = (0, [])
        for term in order {
            terms += reader.terms[term]
            termEnds.append(Int32(terms.count))
            places[term] = end
            end += counts[term]
            postingEnds.append(end)
        }
        var ranks = [Int32](repeating: 0, count: order.count)
        for (rank, term) in order.enumerated() { ranks[term] = Int32(rank) }
        var (words, wordEnds, wordTerms): ([UInt8], [Int32], [Int32]) = ([], [], [])
        for (number, term) in reader.termOfSurface.enumerated() {
            words += reader.surface(number)
            wordEnds.append(Int32(words.count))
            wordTerms.append(ranks[Int(term)])
        }
        var postings = [UInt32](repeating: 0, count: found.count)
        for entry in found {
            postings[Int(places[Int(entry.term)])] = entry.posting
            places[Int(entry.term)] += 1
        }
        self.terms = terms
        self.termEnds = termEnds
        self.words = words
        self.wordEnds = wordEnds
        self.wordTerms = wordTerms
        self.postingEnds = postingEnds
        self.postings = postings
    }

    var count: Int { termEnds.count }

    func term(_ index: Int) -> ArraySlice<UInt8> { Self.slice(terms, termEnds, index) }
    func word(_ index: Int) -> ArraySlice<UInt8> { Self.slice(words, wordEnds, index) }
    func postings(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(postingEnds[index - 1]))..<Int(postingEnds[index])
    }

    private static func slice(_ bytes: [UInt8], _ ends: [Int32], _ index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
    }
}

/// The order of terms: that of UTF-16 code units, in which browsers compare strings.
enum TermOrder {
    static func precedes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        var (first, second) = (left.startIndex, right.startIndex)
        while first < left.endIndex, second < right.endIndex {
            if left[first] != right[second] { return key(left[first]) < key(right[second]) }
            first += 1
            second += 1
        }
        return first == left.endIndex && second < right.endIndex
    }

    /// U+E000 to U+FFFF, which begin with these two bytes, come behind the characters of two code units.
    private static func key(_ byte: UInt8) -> UInt8 { byte == 0xEE || byte == 0xEF ? byte + 10 : byte }
}
