/// A section of a note that a query finds, or a page that answers it.
package struct Hit: Sendable, Hashable {
    package enum Kind: String, Sendable { case note, comparison, decision }

    package let kind: Kind
    package let title: String
    /// Relative to the site's root, with the section's anchor.
    package let url: String
    /// The section; empty for the beginning of the note.
    package var heading = ""
    /// The titles of the folders that lead to the note.
    package var folders = ""
    package var date = ""
    package var tags: [String] = []
    /// The sentence that fits best, parted at the words that were looked for.
    package var sentence: [Fragment] = []

    package struct Fragment: Sendable, Hashable {
        package let text: String
        package let isMarked: Bool
    }
}

/// What a query finds.
package struct Findings: Sendable, Hashable {
    /// The comparison and the decisions between two options that the query names; they come first.
    package var answers: [Hit] = []
    package var hits: [Hit] = []
    /// How many notes have all words; where there is a phrase, of those that have been read.
    package var total = 0
    /// How many notes that have all words may have the phrase too, and have not been read.
    package var unread = 0
    /// The words that no note has, each with the one that was taken instead, if there is one.
    package var corrections: [Correction] = []

    package struct Correction: Sendable, Hashable {
        package let word: String
        package let instead: String?

        package init(word: String, instead: String?) {
            self.word = word
            self.instead = instead
        }
    }
}
