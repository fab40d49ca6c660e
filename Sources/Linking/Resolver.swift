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
    /// Of the note that is being resolved.
    private var diagnostics: [Diagnostic] = []
    /// The places of notes by their ids, made when first asked for.
    private var places: [Int: [String: Resolution.Place]] = [:]

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

    /// Where all references of a note lead, and what is wrong with them but that they lead nowhere.
    mutating func resolve(all note: Int) -> ([Resolution], [Diagnostic]) {
        diagnostics = []
        let resolutions = notes[note].references.map { resolve($0, of: note) }
        return (resolutions, diagnostics)
    }

    private mutating func resolve(_ reference: Reference, of note: Int) -> Resolution {
        let found: Resolution
        switch reference.kind {
        case .external: return .external
        case .tag: return tags.index(of: TagName(reference.target)).map { .tag($0) } ?? .unresolved
        case .wikilink, .embed: found = named(reference, from: note)
        case .link, .image: found = path(reference, from: note)
        }
        guard case .note(let target, _) = found, let fragment = reference.fragment else { return found }
        if let place = place(fragment, in: target) { return .note(target, place) }
        let near = NearAnchors(in: notes[target])
        diagnostics.append(
            Diagnostic(
                .brokenAnchor,
                "\(notes[target].path) has no \(fragment.hasPrefix("^") ? "block" : "heading") \(fragment)",
                at: notes[note].path, reference.range, hint: near.hint(for: fragment),
                fix: near.replacement(for: fragment, of: reference.kind).flatMap {
                    notes[note].fix(reference, fragment: $0)
                }))
        return found
    }

    /// `[[name]]`: a note by path, title or alias; a file by its name; a folder by its path.
    private mutating func named(_ reference: Reference, from note: Int) -> Resolution {
        if reference.target.isEmpty { return .note(note, nil) }
        var match = names.match(reference.target, from: notes[note].path.folder)
        // `[[C#]]` is the note C# where there is one, and else C.
        if case .none = match, reference.target.utf8.last == UInt8(ascii: "#") {
            match = names.match(String(reference.target.dropLast()), from: notes[note].path.folder)
        }
        switch match {
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
            if let found { return .asset(found) }
            return candidates.compactMap { $0.flatMap { pages[$0] } }.first.map { .page($0) } ?? .unresolved
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

    /// A heading by its anchor or its text, or whatever else has the fragment as its `id`.
    private mutating func place(_ fragment: String, in note: Int) -> Resolution.Place? {
        let candidates = [fragment, Anchor(heading: fragment).string]
        if let title = notes[note].titleHeading, candidates.contains(title.anchor.string) { return .title }
        if places[note] == nil { places[note] = Self.places(in: notes[note]) }
        let known = places[note] ?? [:]
        return candidates.lazy.compactMap { known[$0] }.first
    }

    /// The places of a note by their ids; a heading with an `id` of the author's also by its text.
    private static func places(in note: Note) -> [String: Resolution.Place] {
        var places: [String: Resolution.Place] = [:]
        places.reserveCapacity(note.headings.count + note.body.blocks.count)
        for (index, heading) in note.headings.enumerated() {
            places[heading.anchor.string] = .heading(Int32(index))
        }
        for (index, block) in note.body.blocks.enumerated() {
            places[block.anchor.string] = .block(Int32(index))
        }
        for (index, heading) in note.headings.enumerated() {
            let name = Anchor(heading: heading.text).string
            if places[name] == nil { places[name] = .heading(Int32(index)) }
        }
        return places
    }
}
