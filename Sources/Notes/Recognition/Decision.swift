/// A passage that tells which option to choose.
package struct Decision: Sendable, Hashable {
    /// The heading it stands under.
    package let question: String
    /// The first source line of the passage, from 1.
    package let line: Int
    package let rules: [Rule]
    /// What to choose where nothing else decides; only where the author says so.
    package let fallback: Fallback?
    /// The offset in the note's HTML after the passage, where its flow is shown.
    package let place: Int

    /// An option with the conditions for it.
    package struct Rule: Sendable, Hashable {
        package let option: OptionName
        package let match: Match
        package let conditions: [String]
        /// What rules the option out.
        package let exceptions: [String]
    }

    /// How many of a rule's conditions must hold.
    package enum Match: String, Sendable { case any, all }

    /// The default, and the sentence that gives it.
    package struct Fallback: Sendable, Hashable {
        package let option: OptionName
        package let sentence: String
    }
}
