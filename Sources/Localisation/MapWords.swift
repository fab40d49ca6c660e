/// What the maps of notes and tags say.
package struct MapWords: Sendable, Hashable {
    package let title: String
    package let summary: String
    package let links: Plural
    /// What the marks of a map stand for.
    package let notes: String
    package let folders: String
    package let tags: String
    /// With the example of a link.
    package let noLinks: Phrase
    /// A title for the example.
    package let exampleTitle: String
    package let mostLinked: String
    package let fromNotes: Plural
    package let unlinked: String
    package let more: Phrase
    /// What is in none of the groups that have names.
    package let others: String
    package let tagsTitle: String
    package let tagsTogether: String
    package let near: String
    package let arrows: String
    package let arrowsAndDots: String
}
