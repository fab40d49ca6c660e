/// What stands around the content of every page, and what many pages share.
package struct FrameWords: Sendable, Hashable {
    package let skip: String
    package let home: String
    package let search: String
    /// What opens the links of the header on a phone; as short as can be.
    package let menu: String
    package let decide: String
    package let compare: String
    package let tags: String
    package let allNotes: String
    package let allTags: String
    package let map: String
    package let recentChanges: String
    package let reviews: String
    /// The names of landmarks.
    package let siteLandmark: String
    package let listsLandmark: String
    package let breadcrumbLandmark: String
    package let colours: String
    package let notes: Plural
    /// Between the items of a list, with the space that follows.
    package let comma: String
    /// All but the last of some items, and the last.
    package let or: Phrase
}
