/// What the tools over a comparison say when they are used.
package struct CompareToolsWords: Sendable, Hashable {
    package let swapped: String
    package let unswapped: String
    package let rows: String
    /// How many of how many.
    package let rowsShown: Phrase
    package let columnsShown: Phrase
    /// A column, and how many are shown.
    package let shown: Phrase
    package let hidden: Phrase
    package let oneStays: String
    package let ascending: Phrase
    package let descending: Phrase
    package let authorsOrder: String
}
