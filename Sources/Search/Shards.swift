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
/// | `notes-….js` | `NoteTexts` of a block of notes |
/// | `words-….js` | a string: word, count, … of all words with one first character, to hold typing errors to |
/// | `facets.….js` | `Facets`: tags, dates, folders of all notes |
/// | `choices.….js` | `Choices`: options, comparisons and decisions |
///
/// Postings are `Digits`: how many notes have the term, then for each the distance from the one before and a weight. Of a term
/// that most notes have, and over 1,024 notes, only those with the highest weights are kept; it is never what a note is chosen by.
package struct Shards: Sendable {
    /// What the form of the files is called; it goes up when one of them changes its meaning.
    package static let version = 1
    package static let folder = "/_waymark/search/"

    let manifest: Manifest
    let catalogue: Catalogue
    /// In the order of the manifest.
    let termFiles: [[UInt8]]
    let wordFiles: [[UInt8]]
    let facets: [UInt8]
    let choices: [UInt8]

    /// - Parameter pieces: those of the catalogue, in order.
    package init(joining pieces: [Piece], of catalogue: Catalogue, in site: Site) {
        let joined = JoinedTerms(pieces, notes: catalogue.notes.count)
        termFiles = joined.files.map { Self.script("terms", Self.quoted($0.text)) }
        wordFiles = joined.words.map { Self.script("words", Self.quoted($0.text)) }
        facets = Facets(of: catalogue, in: site).render()
        choices = Choices(of: site).render()
        self.catalogue = catalogue
        manifest = Manifest(
            notes: catalogue.notes.count,
            blocks: (0..<catalogue.blockCount).map { catalogue.notes(inBlock: $0).count },
            texts: pieces.flatMap(\.blockNames),
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

    /// What a file is called after.
    static func name(of bytes: [UInt8]) -> String { String(ContentHash.hexadecimal(of: bytes).prefix(8)) }

    static func script(_ function: StaticString, _ value: [UInt8]) -> [UInt8] {
        Array("waymark.search.\(function)(".utf8) + value + Array(");\n".utf8)
    }

    /// Terms have neither quotes nor backslashes nor line breaks.
    private static func quoted(_ text: [UInt8]) -> [UInt8] {
        [UInt8(ascii: "\"")] + text + [UInt8(ascii: "\"")]
    }

    // MARK: Files

    /// How many files there are.
    package var count: Int { 3 + termFiles.count + wordFiles.count + catalogue.blockCount }

    package func route(_ index: Int) -> RoutePath {
        let name =
            switch place(index) {
            case .manifest: "index"
            case .facets: "facets-\(manifest.facets)"
            case .choices: "choices-\(manifest.choices)"
            case .terms(let file): "terms-\(manifest.terms[file])"
            case .words(let file): "words-\(manifest.words[file])"
            case .block(let block): "notes-\(manifest.texts[block])"
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
        case .block(let block): NoteTexts(block, of: catalogue, in: site).render()
        }
    }

    private enum Place { case manifest, facets, choices, terms(Int), words(Int), block(Int) }

    private func place(_ index: Int) -> Place {
        switch index {
        case 0: .manifest
        case 1: .facets
        case 2: .choices
        case ..<(3 + termFiles.count): .terms(index - 3)
        case ..<(3 + termFiles.count + wordFiles.count): .words(index - 3 - termFiles.count)
        default: .block(index - 3 - termFiles.count - wordFiles.count)
        }
    }
}
