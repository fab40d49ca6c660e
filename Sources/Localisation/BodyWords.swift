/// What the body of a note says besides its author's words.
package struct BodyWords: Sendable, Hashable {
    package let footnotes: String
    package let backToReference: Phrase
    package let table: String
    /// The two states of a task.
    package let toDo: String
    package let done: String
    package let callouts: CalloutTitles
}
