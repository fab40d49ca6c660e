/// What search says.
package struct SearchWords: Sendable, Hashable {
    package let search: String
    package let searchNotes: String
    package let narrow: String
    package let results: String
    package let searching: String
    package let recent: String
    /// With the signs that narrow.
    package let hint: Phrase
    package let isOld: String
    package let isBroken: String
    package let reload: String
    package let retry: String
    package let noNoteSays: Phrase
    package let didYouMean: Phrase
    package let quoted: Phrase
    package let or: Phrase
    package let lookFurther: String
    package let showMore: String
    package let withoutFilters: String
    package let notes: Plural
    package let noNote: String
    /// Notes with their number, or none.
    package let soFar: Phrase
    package let mayHavePhrase: Plural
    /// With how many notes have all words.
    package let allThenSome: Phrase
    package let someWords: String
    package let nothing: String
    package let allNotes: String
    package let allTags: String
    package let decision: String
    package let comparison: String
    package let decisionFilter: String
    package let comparisonFilter: String
    package let since: Phrase
    package let versus: Phrase
    /// How queries set two things against each other, the more particular ways first.
    package let setAgainst: [Phrase]
    /// Words that frame a question and do not say what it is about, with a space between two.
    package let functionWords: String
    /// What the arrows and the keys Enter and Escape do.
    package let toChoose: String
    package let toOpen: String
    package let toClose: String
    package let asPage: String
    package let leave: String
}
