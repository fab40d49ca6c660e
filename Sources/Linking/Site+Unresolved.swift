package import Diagnostics
import Notes

extension Site {
    /// Reports the references that lead nowhere.
    ///
    /// - Parameter withheld: the names of the notes that this build leaves out. Linking knows nothing of those notes;
    ///   here a link to one is told from a mistake.
    package func diagnostics(withholding withheld: NameTable) -> [Diagnostic] {
        unresolved.map { entry in
            let note = notes[entry.note]
            let reference = note.references[entry.reference]
            if isWithheld(reference, of: note, withheld) {
                return Diagnostic(
                    .withheldLink, "\(reference.target) is a note that this build leaves out", at: note.path,
                    reference.range, hint: "readers see the link's text alone")
            }
            switch reference.kind {
            case .image:
                return Diagnostic(
                    .missingAsset, "there is no file \(reference.target)", at: note.path, reference.range,
                    hint:
                        "paths count from the note's own folder, or with a leading slash from the content folder"
                )
            case .embed where Self.namesFile(reference.target):
                return Diagnostic(
                    .missingAsset, "there is no file \(reference.target)", at: note.path, reference.range,
                    hint: "paths count from the note's own folder or from the content folder")
            case .wikilink, .embed:
                return Diagnostic(
                    .brokenLink, "no note has the path, title or alias \(reference.target)", at: note.path,
                    reference.range,
                    hint: "names are compared without regard to case, and otherwise to the letter")
            case .link, .tag, .external:
                return Diagnostic(
                    .brokenLink, "there is no note or file \(reference.target)", at: note.path,
                    reference.range,
                    hint:
                        "paths count from the note's own folder, or with a leading slash from the content folder"
                )
            }
        }
    }

    private static func namesFile(_ target: String) -> Bool {
        let path = SourcePath(target)
        return !path.isMarkdown && (2...5).contains(path.fileExtension.utf8.count)
    }

    private func isWithheld(_ reference: Reference, of note: Note, _ withheld: NameTable) -> Bool {
        switch reference.kind {
        case .wikilink, .embed: withheld.match(reference.target, from: note.path.folder) != .none
        case .link, .image: note.path.resolving(reference.target).flatMap(withheld.note(at:)) != nil
        case .tag, .external: false
        }
    }
}
