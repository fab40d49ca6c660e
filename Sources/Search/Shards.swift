package import Linking
import Writers

/// The index of a site as the files that a browser loads bit by bit.
///
/// All are scripts, since a page that is opened from disk may load a script but not fetch a file. Each calls one function with
/// one value, and all names but the first's are made from the content, so a browser may keep them for ever:
///
/// | file | value |
/// |---|---|
/// | `index.js` | `Manifest`: how many notes there are, and which files |
/// | `terms-….js` | a string: term, postings, term, postings, … parted by spaces, the terms in `TermOrder` |
/// | `blocks-….js` | a `Shelf`: the files of some neighbouring blocks |
/// | `notes-….js` | `NoteTexts` of a block of notes |
/// | `words-….js` | a string: word, count, … of all words with one first character, to hold typing errors to |
/// | `facets-….js` | `Facets`: tags, dates, folders of all notes |
/// | `choices-….js` | `Choices`: options, comparisons and decisions |
///
/// Postings are `Digits`: how many notes have the term, then for each the distance from the one before and a weight. Of a term
/// that most notes have, and over 1,024 notes, only those with the highest weights are listed so; a full stop follows, and the
/// notes that lack it. All others have it with the least weight that is listed.
package struct Shards: Sendable {
    /// What the form of the files is called; it goes up when one of them changes its meaning.
    package static let version = 1
    package static let folder = "/_waymark/search/"

    let manifest: Manifest
    let catalogue: Catalogue
    /// In the order of the manifest.
    let termFiles: [[UInt8]]
    let wordFiles: [[UInt8]]
    let shelves: [[UInt8]]
    let facets: [UInt8]
    let choices: [UInt8]
    /// For each block the name of its file.
    private let texts: [String]

    /// - Parameter pieces: those of the catalogue, in order.
    package init(joining pieces: [Piece], of catalogue: Catalogue, in site: Site) {
        let joined = JoinedTerms(pieces, notes: catalogue.notes.count)
        termFiles = joined.files.map { Self.script("terms", Self.quoted($0.text)) }
        wordFiles = joined.words.map { Self.script("words", Self.quoted($0.text)) }
        facets = Facets(of: catalogue, in: site).render()
        choices = Choices(of: site).render()
        let texts = pieces.flatMap(\.blockNames)
        shelves = (0..<catalogue.shelfCount).map { Shelf($0, of: catalogue, texts: texts).render() }
        self.texts = texts
        self.catalogue = catalogue
        manifest = Manifest(
            notes: catalogue.notes.count,
            shelfNotes: (0..<catalogue.shelfCount).map { shelf in
                catalogue.blocks(onShelf: shelf).reduce(0) { $0 + catalogue.notes(inBlock: $1).count }
            },
            shelves: shelves.map(Self.name),
            bounds: joined.files.map { String(decoding: $0.first, as: UTF8.self) },
            terms: termFiles.map(Self.name),
            letters: joined.words.map { String(decoding: $0.first, as: UTF8.self) },
            words: wordFiles.map(Self.name),
            facets: Self.name(of: facets), choices: Self.name(of: choices))
    }

    /// The whole index, made on one thread.
    package init(of site: Site) {
        let catalogue = Catalogue(of: site)
        self.init(
            joining: catalogue.pieces.map { Piece($0, of: catalogue, in: site) }, of: catalogue, in: site)
    }

    /// What a file is called after: 48 bits, so that of a hundred thousand no two are likely to share a name.
    static func name(of bytes: [UInt8]) -> String { String(ContentHash.hexadecimal(of: bytes).prefix(12)) }

    static func script(_ function: StaticString, _ value: [UInt8]) -> [UInt8] {
        var script: [UInt8] = []
        script.reserveCapacity(value.count + 40)
        script += "waymark.search.\(function)(".utf8
        script += value
        script += ");\n".utf8
        return script
    }

    /// Terms have neither quotes nor backslashes nor line breaks.
    private static func quoted(_ text: [UInt8]) -> [UInt8] {
        [UInt8(ascii: "\"")] + text + [UInt8(ascii: "\"")]
    }

    // MARK: Files

    /// How many files there are.
    package var count: Int { 3 + termFiles.count + wordFiles.count + shelves.count + catalogue.blockCount }

    package func route(_ index: Int) -> RoutePath {
        let name =
            switch place(index) {
            case .manifest: "index"
            case .facets: "facets-\(manifest.facets)"
            case .choices: "choices-\(manifest.choices)"
            case .terms(let file): "terms-\(manifest.terms[file])"
            case .words(let file): "words-\(manifest.words[file])"
            case .shelf(let shelf): "blocks-\(manifest.shelves[shelf])"
            case .block(let block): "notes-\(texts[block])"
            }
        return RoutePath("\(Self.folder)\(name).js")
    }

    /// The bytes of a file. The texts are put together when they are asked for, so that they never are in memory all at once.
    package func bytes(_ index: Int, of site: Site) -> [UInt8] {
        switch place(index) {
        case .manifest: manifest.render()
        case .facets: facets
        case .choices: choices
        case .terms(let file): termFiles[file]
        case .words(let file): wordFiles[file]
        case .shelf(let shelf): shelves[shelf]
        case .block(let block): NoteTexts(block, of: catalogue, in: site).render()
        }
    }

    private enum Place { case manifest, facets, choices, terms(Int), words(Int), shelf(Int), block(Int) }

    private func place(_ index: Int) -> Place {
        let words = 3 + termFiles.count
        let shelf = words + wordFiles.count
        let block = shelf + shelves.count
        return switch index {
        case 0: .manifest
        case 1: .facets
        case 2: .choices
        case ..<words: .terms(index - 3)
        case ..<shelf: .words(index - words)
        case ..<block: .shelf(index - shelf)
        default: .block(index - block)
        }
    }
}
