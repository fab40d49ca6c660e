/// What pages of options, comparisons and decisions say.
package struct ChoiceWords: Sendable, Hashable {
    package let options: Plural
    package let criteria: Plural
    /// What is said of options side by side, without a criterion.
    package let statements: Plural
    package let comparisons: Plural
    package let decisions: Plural
    package let moreNotes: Plural
    package let compareDescription: String
    /// Options and comparisons, both with their numbers.
    package let optionsInComparisons: Phrase
    package let criteriaInComparisons: Phrase
    package let sideBySide: String
    package let optionsLegend: String
    package let comparedInNotes: String
    package let allOptions: String
    /// Two options.
    package let versus: Phrase
    package let comparisonDescription: Phrase
    /// Criteria with their number, and the title of the note that they are from.
    package let criteriaFrom: Phrase
    /// The same, with the number of further notes.
    package let criteriaFromMore: Phrase
    package let whereFrom: String
    package let sourceNumber: Phrase
    package let contested: String
    package let decideDescription: String
    package let from: Phrase
    /// The options of a decision, and the note it is from.
    package let optionsFrom: Phrase
    package let authorsWords: String
    package let readOn: Phrase
    package let compared: String
    package let workThrough: String
    package let optionDescription: Phrase
    package let alsoCalled: Phrase
    package let readNote: Phrase
    package let whenToChoose: String
    package let whatNotesSay: String
    package let whatNotesSayOf: Phrase
    package let questionsLeadTo: String
    package let isDefault: String
    package let criterion: String
    package let source: String
}
