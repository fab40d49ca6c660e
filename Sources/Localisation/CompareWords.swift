/// What the tools of a comparison say.
package struct CompareWords: Sendable, Hashable {
    package let table: String
    package let toolsFor: Phrase
    package let differences: String
    package let hideEmpty: String
    package let swap: String
    package let swapLong: String
    package let columns: String
    package let rowCount: Plural
    package let columnCount: Plural
    package let columnNumber: Phrase
    package let sortBy: Phrase
    package let reset: String
    package let asMarkdown: String
    package let asCSV: String
    package let notLoaded: String
}
