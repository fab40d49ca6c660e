import Writers

/// A list of neighbouring blocks: how many notes each has, and what its file is called.
///
/// The lists are files of their own, so that what a browser reads first stays short however many notes there are.
struct Shelf: Sendable, Hashable {
    let notes: [Int]
    let texts: [String]

    init(_ shelf: Int, of catalogue: Catalogue, texts: [String]) {
        let blocks = catalogue.blocks(onShelf: shelf)
        notes = blocks.map { catalogue.notes(inBlock: $0).count }
        self.texts = Array(texts[blocks])
    }

    func render() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("notes", Digits.text(notes))
            json.field("texts", texts.joined())
        }
        return Shards.script("blocks", json.bytes)
    }
}
