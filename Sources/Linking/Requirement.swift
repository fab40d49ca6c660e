package import Notes

/// Which notes must have something.
package enum Requirement: Sendable, Hashable {
    case all
    /// Those that have one of these tags, or one nested in it.
    case tagged([TagName])

    /// Why it holds for a note, as the beginning of a sentence; nil where it does not.
    func reason(for note: Note) -> String? {
        switch self {
        case .all: "every note needs one,"
        case .tagged(let tags):
            note.tags.first { tag in tags.contains { tag.isOrIsIn($0) } }.map { "the note is tagged #\($0)" }
        }
    }
}

extension TagName {
    /// Whether this is a tag, or nested in it.
    func isOrIsIn(_ other: TagName) -> Bool { self == other || ancestors.contains(other) }
}
