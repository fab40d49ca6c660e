import Writers

/// What a browser reads first: which files there are, and what each of them holds.
struct Manifest: Sendable, Hashable {
    let notes: Int
    /// How many notes each block has.
    let blocks: [Int]
    /// The names of the files with the texts, a block each.
    let texts: [String]
    /// The first term of each file of terms.
    let bounds: [String]
    let terms: [String]
    /// The first character of the words of each file of words.
    let letters: [String]
    let words: [String]
    let facets: String
    let choices: String

    func render() -> [UInt8] {
        var digits: [UInt8] = []
        for count in blocks { Digits.append(count, to: &digits) }
        var json = JSONWriter()
        json.object { json in
            json.field("version", Shards.version)
            json.field("notes", notes)
            json.field("blocks", String(decoding: digits, as: UTF8.self))
            json.field("texts", texts.joined())
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
