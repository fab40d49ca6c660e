/// What working through a decision says.
package struct DecideWords: Sendable, Hashable {
    package let allQuestions: String
    package let allRules: String
    package let question: Phrase
    package let outcome: String
    package let outcomeIs: Phrase
    package let noWayOn: String
    package let back: String
    package let startAgain: String
    package let copyMarkdown: String
    package let copyAddress: String
    package let change: String
    package let changeAnswer: Phrase
    package let soFar: String
    package let because: String
    package let result: String
    package let tick: String
    package let ruledOut: String
    /// How many of how many conditions hold.
    package let someHold: Phrase
    package let hold: Plural
    package let nothingAgainst: String
    package let noDefault: String
    package let equally: String
    package let noneFully: String
    package let ifNone: String
    package let otherwise: Phrase
    package let nothingTicked: String
}
