import Diagnostics
import Markdown
import Notes

/// What only all notes and the configuration together tell of a site, beside where its links lead.
struct SiteChecks {
    private(set) var diagnostics: [Diagnostic] = []

    init(
        _ notes: [Note], _ configuration: Configuration, tags: Tags, folders: Folders,
        resolutions: [[Resolution]], unusedAssets: @autoclosure () -> [SourcePath]
    ) {
        let rules = configuration.rules
        if rules.mayReport(.missingTitle) {
            diagnostics += notes.filter { $0.frontMatter.title == nil && $0.titleHeading == nil }
                .map(Self.untitled)
        }
        if rules.mayReport(.duplicateTitle) { diagnostics += Self.duplicateTitles(notes) }
        if rules.mayReport(.unusedAsset) { diagnostics += unusedAssets().map(Self.unused) }
        if rules.mayReport(.orphanNote) {
            let reached = Reach(from: folders, by: resolutions, count: notes.count)
            diagnostics += notes.indices.filter { !reached.contains($0) }.map { Self.orphan(notes[$0]) }
        }
        diagnostics += FrontMatterChecks(notes, configuration).diagnostics
        diagnostics += TagChecks(notes, tags, allowed: configuration.allowedTags).diagnostics
    }

    private static func duplicateTitles(_ notes: [Note]) -> [Diagnostic] {
        var first: [String: Note] = [:]
        return notes.compactMap { note in
            let title = note.title.lowercased()
            guard let other = first[title] else {
                first[title] = note
                return nil
            }
            return Diagnostic(
                .duplicateTitle, "\(other.path) is called \(note.title) too", at: note.path, note.titleRange,
                related: [
                    Diagnostic.Related(
                        path: other.path, position: other.titleRange.start, note: "the first with this title")
                ], hint: "give one of them a title that tells them apart")
        }
    }

    private static func untitled(_ note: Note) -> Diagnostic {
        Diagnostic(
            .missingTitle, "the note has no title but its file's name", at: note.path,
            hint: "begin it with a heading, or write `title:` into its front matter")
    }

    private static func unused(_ asset: SourcePath) -> Diagnostic {
        Diagnostic(
            .unusedAsset, "no note shows or links to this file", at: asset,
            hint: "it is not published; remove it, or link to it")
    }

    private static func orphan(_ note: Note) -> Diagnostic {
        Diagnostic(
            .orphanNote, "no links lead here from the home page", at: note.path, note.titleRange,
            hint: "link to it from a note that readers come by")
    }
}

extension Note {
    /// Where the title stands, else the beginning of the file.
    fileprivate var titleRange: SourceRange {
        titleHeading.map { SourceRange(start: SourcePosition(line: $0.line, column: 1)) } ?? .file
    }
}
