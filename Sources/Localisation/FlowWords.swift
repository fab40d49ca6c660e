/// What decisions and their drawings say.
package struct FlowWords: Sendable, Hashable {
    /// What stands before one condition, before several, before exceptions, and before exceptions where there is nothing else.
    package let condition: String
    package let allConditions: String
    package let anyCondition: String
    package let exceptions: String
    package let exceptionsAlone: String
    package let otherwise: String
    /// The decision's question.
    package let title: Phrase
    package let source: String
    /// Clauses of the description of a drawing: an option and its conditions.
    package let choose: Phrase
    package let chooseAll: Phrase
    package let chooseAny: Phrase
    package let chooseUnless: Phrase
    /// Such a clause, and its exceptions.
    package let butNotIf: Phrase
    package let otherwiseChoose: Phrase
    /// Makes a clause a sentence.
    package let sentence: Phrase
    /// A question's number and its text.
    package let question: Phrase
    /// An answer, and the number of the question that it leads to.
    package let goToQuestion: Phrase
    /// An answer, and what it leads to.
    package let outcome: Phrase
    package let boxes: Plural
    /// The title of a chart, and the text of its first box.
    package let startsAt: Phrase
    package let quoted: Phrase
    /// Two boxes, and what the line between them says.
    package let leadsTo: Phrase
    package let isConnected: Phrase
    package let label: Phrase
    package let moreLines: Plural
    package let group: String
    package let groupNamed: Phrase
    /// A group and its boxes.
    package let holds: Phrase
}
