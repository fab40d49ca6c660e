import Writers

/// What a browser reads first: which files there are, and what each of them holds.
///
/// Its file alone has a fixed name. It is short, so that browsers can ask for it anew each time.
struct Manifest: Sendable, Hashable {
    let notes: Int
    /// How many notes the blocks of each shelf have.
    let shelfNotes: [Int]
    let shelves: [String]
    /// The first term of each file of terms.
    let bounds: [String]
    let terms: [String]
    /// The first character of the words of each file of words.
    let letters: [String]
    let words: [String]
    let facets: String
    let choices: String

    func render() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("version", Shards.version)
            json.field("notes", notes)
            json.field("shelfNotes", Digits.text(shelfNotes))
            json.field("shelves", shelves.joined())
            json.field("bounds", bounds.joined(separator: " "))
            json.field("terms", terms.joined())
            json.field("letters", letters.joined(separator: " "))
            json.field("words", words.joined())
            json.field("facets", facets)
            json.field("choices", choices)
        }
        return Shards.script("index", json.bytes)
    }
}
