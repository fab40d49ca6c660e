package import Notes

/// Whom a build is for.
package struct Audience: Sendable, Hashable {
    /// Nil for everybody.
    package let name: String?
    package let showsDrafts: Bool

    package init(name: String? = nil, showsDrafts: Bool = false) {
        self.name = name
        self.showsDrafts = showsDrafts
    }

    /// Whether a note is for this audience. A note that names its audiences is for nobody else: a build for everybody
    /// leaves it out.
    package func maySee(_ note: Note) -> Bool {
        if note.frontMatter.isDraft, !showsDrafts { return false }
        guard !note.frontMatter.audience.isEmpty else { return true }
        return name.map { name in note.frontMatter.audience.contains { $0.lowercased() == name.lowercased() }
        } ?? false
    }
}
