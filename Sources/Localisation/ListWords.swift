/// What lists of notes, tags and folders say, and the pages that lead on.
package struct ListWords: Sendable, Hashable {
    package let allNotesDescription: String
    package let recentDescription: String
    package let reviewsDescription: String
    package let groupsLandmark: String
    package let notes: String
    package let folders: String
    package let decisions: String
    package let comparisons: String
    package let recentlyUpdated: String
    package let tags: Plural
    package let taggedDescription: Phrase
    package let about: Phrase
    package let narrow: String
    package let nestedTags: String
    package let tagsTogether: String
    /// With the example of a tag.
    package let noTags: Phrase
    /// A tag for the example, one word.
    package let exampleTag: String
    package let searchDescription: String
    package let searchNeedsScript: String
    package let lettersLandmark: String
    package let notFound: String
    /// With `homePage` and `listOfTags` as links.
    package let notFoundWays: Phrase
    package let homePage: String
    package let listOfTags: String
    package let moved: String
    package let movedTo: Phrase
}
