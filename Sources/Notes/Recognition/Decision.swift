package import Markdown

/// A passage that tells which option to choose.
package struct Decision: Sendable, Hashable {
    /// The heading it stands under.
    package let question: String
    /// The first source line of the passage, from 1.
    package let line: Int
    /// The heading that the passage stands under, to link to; nil above the first.
    package let anchor: Anchor?
    package let form: Form
    /// What to choose where nothing else decides; only where the author says so.
    package let fallback: Fallback?
    /// Where the author's own words stand in the note's HTML. Its flow is shown after them.
    package let place: Range<Int>

    package enum Form: Sendable, Hashable {
        /// Which option to take under which conditions.
        case rules([Rule])
        /// Questions that lead from one to the next.
        case questions(QuestionTree)
    }

    /// An option with the conditions for it.
    package struct Rule: Sendable, Hashable {
        package let option: OptionName
        package let match: Match
        /// Empty where only exceptions are given: `Use A unless …`.
        package let conditions: [String]
        /// What rules the option out.
        package let exceptions: [String]
        /// Why, in the author's words; empty for most.
        package let reason: String
        /// The source line, from 1; 0 where it is not known.
        package let line: Int

        package init(
            option: OptionName, match: Match, conditions: [String], exceptions: [String], reason: String = "",
            line: Int = 0
        ) {
            self.option = option
            self.match = match
            self.conditions = conditions
            self.exceptions = exceptions
            self.reason = reason
            self.line = line
        }
    }

    /// How many of a rule's conditions must hold.
    package enum Match: String, Sendable { case any, all }

    /// The default, and the sentence that gives it.
    package struct Fallback: Sendable, Hashable {
        package let option: OptionName
        package let sentence: String
    }

    /// The rules; none where the decision asks questions.
    package var rules: [Rule] {
        if case .rules(let rules) = form { return rules }
        return []
    }

    /// The questions; nil where the decision gives rules.
    package var questions: QuestionTree? {
        if case .questions(let tree) = form { return tree }
        return nil
    }

    /// The options to choose among, in the order of their first mention, each once.
    package var options: [OptionName] {
        let named: [OptionName]
        switch form {
        case .rules(let rules): named = rules.map(\.option)
        case .questions(let tree): named = tree.outcomes.compactMap(\.option)
        }
        return named.distinct
    }
}
