package import Diagnostics
import Markdown
import Notes
import Writers

extension Site {
    /// Reports the references that lead nowhere.
    ///
    /// - Parameter withheld: the names of the notes that this build leaves out. Linking knows nothing of those notes;
    ///   here a link to one is told from a mistake.
    package func diagnostics(withholding withheld: NameTable) -> [Diagnostic] {
        guard !unresolved.isEmpty else { return [] }
        var search = NearTargets(in: self)
        return unresolved.map { entry in
            let note = notes[entry.note]
            let reference = note.references[entry.reference]
            if isWithheld(reference, of: note, withheld) {
                return Diagnostic(
                    .withheldLink, "\(reference.target) is a note that this build leaves out", at: note.path,
                    reference.range, hint: "readers see the link's text alone")
            }
            let found = search.target(meantBy: reference, in: note)
            let hint = String(didYouMean: found?.shown, otherwise: Self.hint(for: reference))
            return Diagnostic(
                reference.kind == .image || Self.embedsFile(reference) ? .missingAsset : .brokenLink,
                Self.message(for: reference), at: note.path, reference.range, hint: hint,
                fix: found.flatMap { $0.isCertain ? note.fix(reference, target: $0.written) : nil })
        }
    }

    private static func message(for reference: Reference) -> String {
        switch reference.kind {
        case .image: "there is no file \(reference.target)"
        case .embed where embedsFile(reference): "there is no file \(reference.target)"
        case .wikilink, .embed: "no note has the path, title or alias \(reference.target)"
        case .link, .tag, .external: "there is no note or file \(reference.target)"
        }
    }

    private static func hint(for reference: Reference) -> String {
        switch reference.kind {
        case .embed where embedsFile(reference):
            "paths count from the note's own folder or from the content folder"
        case .wikilink, .embed: "names are compared without regard to case, and otherwise to the letter"
        case .image, .link, .tag, .external:
            "paths count from the note's own folder, or with a leading slash from the content folder"
        }
    }

    private static func embedsFile(_ reference: Reference) -> Bool {
        let path = SourcePath(reference.target)
        return reference.kind == .embed && !path.isMarkdown && (2...5).contains(path.fileExtension.utf8.count)
    }

    private func isWithheld(_ reference: Reference, of note: Note, _ withheld: NameTable) -> Bool {
        switch reference.kind {
        case .wikilink, .embed: withheld.match(reference.target, from: note.path.folder) != .none
        case .link, .image: note.path.resolving(reference.target).flatMap(withheld.note(at:)) != nil
        case .tag, .external: false
        }
    }
}

extension Note {
    /// Another target for a reference; what follows it, as a fragment, stays. Nil where the place does not hold just the
    /// target that was read.
    fileprivate func fix(_ reference: Reference, target: String) -> Diagnostic.Fix? {
        let written = source.text(in: reference.range).prefix { $0 != "#" && $0 != "?" && $0 != "|" }
        guard Escaping.percentDecoded(written) == reference.target else { return nil }
        return Diagnostic.Fix(
            SourceRange(start: reference.range.start, length: written.unicodeScalars.count), target)
    }
}
