/// What putting together a comparison says.
package struct MatrixWords: Sendable, Hashable {
    package let filter: String
    package let chosen: String
    package let noMatch: String
    /// How many of how many.
    package let someShown: Phrase
    package let remove: Phrase
    package let chooseOptions: String
    package let chooseAnother: String
    package let loading: Phrase
    package let notLoaded: Phrase
    package let tryAgain: String
    package let contested: String
    package let criterion: String
    package let comparisonOf: Phrase
    /// The comparison, and its criteria with their number.
    package let summary: Phrase
    package let criteria: Plural
    package let options: Plural
}
