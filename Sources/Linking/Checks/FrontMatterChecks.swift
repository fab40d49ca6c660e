import Diagnostics
import Notes

/// Front matter held to what the site asks of it: keys, owners, sources and reviews.
struct FrontMatterChecks {
    private(set) var diagnostics: [Diagnostic] = []

    init(_ notes: [Note], _ configuration: Configuration) {
        let known = KnownNames(FrontMatter.keys + (configuration.allowedKeys ?? []))
        let allowed = configuration.allowedKeys.map { Set($0.map { $0.lowercased() }) }
        for note in notes {
            for entry in note.frontMatter.other {
                if let found = Self.unknownKey(entry, of: note, allowed, known) { diagnostics.append(found) }
            }
            diagnostics += Self.missing(in: note, configuration)
            if let found = Self.stale(note, configuration) { diagnostics.append(found) }
        }
    }

    /// A key that Waymark does not read: where the site lists those it has besides, any other one; where it does not, only
    /// what looks like a slip, because notes of other programs have keys of their own.
    private static func unknownKey(
        _ entry: FrontMatter.Entry, of note: Note, _ allowed: Set<String>?, _ known: KnownNames
    ) -> Diagnostic? {
        if let allowed, allowed.contains(entry.key.lowercased()) { return nil }
        let nearest = known.nearest(to: entry.key)
        guard allowed != nil || nearest != nil else { return nil }
        return Diagnostic(
            .unknownKey, "there is no key `\(entry.key)`", at: note.path, entry.range,
            hint: String(
                didYouMean: nearest.map { "`\($0)`" },
                otherwise: "correct it, or list it below `allowed:` in the configuration"))
    }

    private static func missing(in note: Note, _ configuration: Configuration) -> [Diagnostic] {
        var missing: [Diagnostic] = []
        func check(_ requirement: Requirement?, _ rule: Rule, _ isMissing: Bool, _ key: String) {
            guard isMissing, let reason = requirement?.reason(for: note) else { return }
            missing.append(
                Diagnostic(
                    rule, "\(reason) and names no \(key)", at: note.path,
                    hint: "write `\(key):` into its front matter"))
        }
        check(configuration.needsOwner, .missingOwner, note.frontMatter.owner == nil, "owner")
        check(configuration.needsSources, .missingSource, note.frontMatter.sources.isEmpty, "sources")
        return missing
    }

    private static func stale(_ note: Note, _ configuration: Configuration) -> Diagnostic? {
        guard let today = configuration.today, let due = note.frontMatter.reviewDue, due < today else {
            return nil
        }
        return Diagnostic(
            .staleNote, "a review was due on \(due)", at: note.path,
            hint: "read it again, correct it, and write `reviewed: \(today)`")
    }
}
