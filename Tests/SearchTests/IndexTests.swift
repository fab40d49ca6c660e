import Linking
import Testing

@testable import Search

struct IndexTests {
    /// Many notes, so that terms are common and files several.
    private func many(_ count: Int, changed: Int? = nil) -> Site {
        Site(
            linking: (0..<count).map { number in
                let extra = number == changed ? "Something unheard-of." : ""
                return note(
                    "# Note \(number)\n\nThe word\(number % 97) and the word\(number % 89)x. \(extra)\n",
                    path: "f\(number % 7)/n\(number).md")
            })
    }

    @Test func postingsComeBack() throws {
        var reader = TermReader(Shards(of: sample))
        let found = reader.postings("fargat")
        let fargate = try #require(found)
        // choice.md and irsa.md, in path order.
        #expect(fargate.notes.map(\.number) == [0, 1])
        let missing = reader.postings("nowhere")
        #expect(missing == nil)
    }

    @Test func piecesGiveTheSameIndexInAnySize() {
        let site = many(900)
        let catalogue = Catalogue(of: site)
        let whole = Piece(0..<catalogue.blockCount, of: catalogue, in: site)
        let one = Shards(joining: [whole], of: catalogue, in: site)
        let several = Shards(of: site)
        #expect(catalogue.pieces.count > 1)
        #expect(one.termFiles == several.termFiles)
        #expect(one.manifest == several.manifest)
        #expect((0..<one.count).map(one.route) == (0..<several.count).map(several.route))
    }

    @Test func blocksHoldEachNoteOnce() {
        let catalogue = Catalogue(of: many(500))
        #expect((0..<catalogue.blockCount).flatMap { Array(catalogue.notes(inBlock: $0)) } == Array(0..<500))
        for number in 0..<500 {
            #expect(catalogue.notes(inBlock: catalogue.block(of: number)).contains(number))
        }
    }

    @Test func aChangedNoteChangesFewFiles() {
        let (before, after) = (files(many(900)), files(many(900, changed: 450)))
        let changed = after.filter { before[$0.key] != $0.value }
        // The manifest, one block of texts and its shelf, and the terms and words of what was added.
        #expect(changed.count < 10, "\(changed.keys.sorted())")
        #expect(after.count > 40)
    }

    @Test func namesAreMadeFromContent() {
        for (route, text) in files(sample) where route != "/_waymark/search/index.js" {
            let name = Shards.name(of: Array(text.utf8))
            #expect(route.hasSuffix("-\(name).js"), "\(route)")
        }
    }

    @Test func commonTermsKeepAllNotesAndTheirBestWeights() throws {
        // Of 3,000 notes two in three have the word, and every fiftieth of these in its title.
        let site = Site(
            linking: (0..<3000).map { number in
                let title = number % 150 == 0 ? "Beacon \(number)" : "Note \(number)"
                let text = number % 3 == 2 ? "Nothing here." : "A beacon stands here."
                return note("# \(title)\n\n\(text)\n", path: "f\(number % 7)/n\(number).md")
            })
        let shards = Shards(of: site)
        var reader = TermReader(shards)
        let found = reader.postings("beacon")
        let beacon = try #require(found)
        #expect(beacon.notes.count == 2000)
        #expect(beacon.notes.map(\.number) == beacon.notes.map(\.number).sorted())
        let heaviest = beacon.notes.reduce(0) { max($0, $1.weight) }
        #expect(beacon.notes.count { $0.weight == heaviest } == 20)
        let text = shards.termFiles.map { String(decoding: $0, as: UTF8.self) }.joined()
        let value = try #require(text.firstMatch(of: #/beacon ([^ ]+) /#)).output.1
        #expect(value.contains("."))
        #expect(find("beacon", in: site).total == 2000)
        #expect(find("tag:none -beacon", in: site).total == 0)
        #expect(find("nothing -beacon", in: site).total == 1000)
        #expect(find("stands -beacon", in: site).hits.isEmpty)
    }

    @Test func aWordOfMostNotesIsInNobodysWay() {
        let site = many(3000)
        #expect(find("the", in: site).hits.count == 10)
        #expect(find("the word42", in: site).total == find("word42", in: site).total)
    }

    @Test func shelvesHoldEachBlockOnce() {
        let catalogue = Catalogue(of: many(5000))
        #expect(catalogue.shelfCount > 5)
        #expect(
            (0..<catalogue.shelfCount).flatMap { Array(catalogue.blocks(onShelf: $0)) }
                == Array(0..<catalogue.blockCount))
    }

    @Test func noTwoFilesShareAName() {
        let shards = Shards(of: many(900))
        #expect(Set((0..<shards.count).map(shards.route)).count == shards.count)
    }

    @Test func filesOfTermsAreSplit() {
        let site = Site(
            linking: (0..<300).map { number in
                note(
                    (0..<60).map { "w\(number)x\($0)" }.joined(separator: " "), path: "n\(number).md")
            })
        let shards = Shards(of: site)
        #expect(shards.termFiles.count > 1)
        #expect(shards.termFiles.allSatisfy { $0.count < 60_000 })
        #expect(urls("w123x45", in: site) == ["n123/"])
    }

    @Test func anEmptySiteHasAnIndex() {
        #expect(find("anything", in: Site(linking: [])).hits.isEmpty)
    }
}
