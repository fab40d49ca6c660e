import Diagnostics
import Markdown
import Notes

/// Resolves references by the names, paths and headings of all notes.
struct Resolver {
    let notes: [Note]
    let names: NameTable
    let assets: Set<SourcePath>
    let tags: Tags
    /// The pages that no note has, by the paths that lead to them.
    let pages: [SourcePath: RoutePath]
    /// For each file's name in lower case the first file that has it, in path order.
    private let assetsByName: [String: SourcePath]
    private(set) var diagnostics: [Diagnostic] = []
    /// The anchors of the notes that have many, made when first asked for: a long note may link to itself often.
    private var anchors: [Int: [String: Int32]] = [:]

    init(notes: [Note], names: NameTable, assets: Set<SourcePath>, tags: Tags, pages: [SourcePath: RoutePath])
    {
        self.notes = notes
        self.names = names
        self.assets = assets
        assetsByName = Dictionary(
            assets.sorted().map { ($0.fileName.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        self.tags = tags
        self.pages = pages
    }

    /// Where a reference of a note leads. What is wrong with it but that it leads nowhere is reported.
    mutating func resolve(_ reference: Reference, of note: Int) -> Resolution {
        let found: Resolution
        switch reference.kind {
        case .external: return .external
        case .tag: return tags.index(of: TagName(reference.target)).map { .tag($0) } ?? .unresolved
        case .wikilink, .embed: found = named(reference, from: note)
        case .link, .image: found = path(reference, from: note)
        }
        guard case .note(let target, _) = found, let fragment = reference.fragment else { return found }
        if let place = place(fragment, in: target) { return .note(target, place) }
        diagnostics.append(
            Diagnostic(
                .brokenAnchor, "\(notes[target].path) has no heading \(fragment)", at: notes[note].path,
                reference.range, hint: headingHint(target)))
        return found
    }

    private func headingHint(_ target: Int) -> String {
        let anchors = notes[target].headings.prefix(5).map { "#\($0.anchor)" }
        return anchors.isEmpty
            ? "the note has no headings" : "its headings are \(anchors.joined(separator: ", "))"
    }

    /// `[[name]]`: a note by path, title or alias; a file by its name.
    private mutating func named(_ reference: Reference, from note: Int) -> Resolution {
        if reference.target.isEmpty { return .note(note, nil) }
        switch names.match(reference.target, from: notes[note].path.folder) {
        case .note(let target): return .note(target, nil)
        case .ambiguous(let targets):
            diagnostics.append(ambiguity(reference, targets, from: note))
            return .note(targets[0], nil)
        case .none:
            let path = notes[note].path
            let candidates = [path.resolving(reference.target), path.resolving("/" + reference.target)]
            let found =
                candidates.compactMap { $0 }.first(where: assets.contains)
                ?? assetsByName[reference.target.lowercased()]
            return found.map { .asset($0) } ?? .unresolved
        }
    }

    private func ambiguity(_ reference: Reference, _ targets: [Int], from note: Int) -> Diagnostic {
        Diagnostic(
            .ambiguousLink, "\(reference.target) names \(targets.count) notes", at: notes[note].path,
            reference.range,
            related: targets.prefix(4).enumerated().map { position, target in
                Diagnostic.Related(
                    path: notes[target].path, note: position == 0 ? "the link leads here" : "or here")
            }, hint: "write the whole path: [[/\(notes[targets[0]].path.string.dropLast(3))]]")
    }

    /// `[text](path)`: a note or a file, from the note's folder or, with a leading slash, from the content folder.
    private func path(_ reference: Reference, from note: Int) -> Resolution {
        if reference.target.isEmpty { return .note(note, nil) }
        guard let path = notes[note].path.resolving(reference.target) else { return .unresolved }
        if reference.kind == .link, let target = names.note(at: path) { return .note(target, nil) }
        if assets.contains(path) { return .asset(path) }
        return pages[path].map { .page($0) } ?? .unresolved
    }

    private mutating func place(_ fragment: String, in note: Int) -> Resolution.Place? {
        let candidates = [fragment, Anchor(heading: fragment).string]
        if let title = notes[note].titleHeading, candidates.contains(title.anchor.string) { return .title }
        let headings = notes[note].headings
        guard headings.count > 16 else {
            return headings.firstIndex { candidates.contains($0.anchor.string) }.map { .heading(Int32($0)) }
        }
        if anchors[note] == nil {
            // Anchors are unique in a note.
            anchors[note] = Dictionary(
                uniqueKeysWithValues: headings.enumerated().map { ($1.anchor.string, Int32($0)) })
        }
        let known = anchors[note] ?? [:]
        return candidates.compactMap { known[$0] }.first.map { .heading($0) }
    }
}
