import Diagnostics
import Markdown
import Notes
import Writers

/// What a fragment was meant to be that its note does not have: a heading with nearly its name.
struct NearAnchors {
    private let note: Note
    private let known: KnownNames

    init(in note: Note) {
        self.note = note
        known = KnownNames(
            ([note.titleHeading?.anchor].compactMap { $0 } + note.headings.map(\.anchor)
                + note.body.blocks.map(\.anchor)).map(\.string))
    }

    /// What to say of a fragment: which one was meant, or which ones there are.
    func hint(for fragment: String) -> String {
        if let nearest = known.nearest(to: Self.name(of: fragment)) { return "did you mean #\(nearest)?" }
        guard !fragment.hasPrefix("^") else {
            let names = note.body.blocks.lazy.map(\.anchor.string).filter { $0.hasPrefix("^") }.prefix(5)
            return names.isEmpty
                ? "name the block by ` \(fragment)` at its end"
                : "its blocks are \(names.joined(separator: ", "))"
        }
        let anchors = note.headings.prefix(5).map { "#\($0.anchor)" }
        return anchors.isEmpty
            ? "the note has no headings" : "its headings are \(anchors.joined(separator: ", "))"
    }

    /// The fragment to write instead, in the words of the heading where the reference has words too; nil unless one heading
    /// alone is near, and near word by word, so that nothing else can have been meant.
    func replacement(for fragment: String, of kind: Reference.Kind) -> String? {
        guard !fragment.hasPrefix("^") else { return nil }
        let name = Self.name(of: fragment)
        guard let only = known.only(near: name), KnownNames.areAlike(name, only),
            let heading = (note.headings + [note.titleHeading].compactMap { $0 })
                .first(where: { $0.anchor.string == only })
        else { return nil }
        guard kind == .wikilink || kind == .embed else { return Escaping.percentEncodedPath(only) }
        let isInWords = fragment != name && Anchor(heading: heading.text) == heading.anchor
        return isInWords && !heading.text.contains(where: "[]|#^\\".contains) ? heading.text : only
    }

    private static func name(of fragment: String) -> String {
        fragment.hasPrefix("^") ? fragment : Anchor(heading: fragment).string
    }
}

extension Note {
    /// Another fragment for a reference; its target and what it shows stay. Nil where the place does not hold just the
    /// fragment that was read.
    func fix(_ reference: Reference, fragment: String) -> Diagnostic.Fix? {
        let text = source.text(in: reference.range)
        guard let mark = text.firstIndex(of: "#") else { return nil }
        // In a table a bar is written with a backslash.
        let written = text[text.index(after: mark)...].prefix { $0 != "|" && $0 != "\\" }
        guard reference.fragment.map({ $0 == written || $0 == Escaping.percentDecoded(written) }) == true
        else { return nil }
        let start = reference.range.start
        let column = start.column + text[...mark].unicodeScalars.count
        return Diagnostic.Fix(
            SourceRange(
                start: SourcePosition(line: start.line, column: column),
                length: written.unicodeScalars.count), fragment)
    }
}
