/// What the page of a note says.
package struct NoteWords: Sendable, Hashable {
    package let updated: Phrase
    /// When, and by whom.
    package let updatedBy: Phrase
    package let owner: Phrase
    package let minutes: Phrase
    /// Around `due` or `overdue`.
    package let review: Phrase
    package let due: Phrase
    package let overdue: Phrase
    package let stale: String
    /// The day by which the review was due.
    package let wasDue: Phrase
    /// The day of the last review, and the day by which the next was due.
    package let wasReviewed: Phrase
    package let sources: String
    package let edit: String
    package let previous: String
    package let next: String
    package let pagerLandmark: String
    package let sectionLandmark: String
    package let wholeFolder: Phrase
    package let contents: String
    package let otherNotes: String
    package let options: String
    package let backlinks: String
    package let related: String
    /// Why a note is related.
    package let linked: String
    package let shares: Phrase
}
