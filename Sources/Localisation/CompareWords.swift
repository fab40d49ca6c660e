/// What the tools of a comparison say.
package struct CompareWords: Sendable, Hashable {
    package let table: String
    package let toolsFor: Phrase
    package let differences: String
    package let hideEmpty: String
    package let swap: String
    package let swapLong: String
    package let swapped: String
    package let unswapped: String
    package let rows: String
    package let columns: String
    package let rowCount: Plural
    package let columnCount: Plural
    /// How many of how many.
    package let rowsShown: Phrase
    package let columnsShown: Phrase
    package let columnNumber: Phrase
    /// A column, and how many are shown.
    package let shown: Phrase
    package let hidden: Phrase
    package let oneStays: String
    package let sortBy: Phrase
    package let ascending: Phrase
    package let descending: Phrase
    package let authorsOrder: String
    package let reset: String
    package let asMarkdown: String
    package let asCSV: String
}
