/// What there is to tick in a decision by rules: each condition and exception once, and the rules in terms of them.
package struct Checklist: Sendable, Hashable {
    /// The conditions and exceptions of all rules in the author's order, each once, however it is written.
    package let statements: [String]
    /// As many as the decision has.
    package let rules: [Rule]

    package struct Rule: Sendable, Hashable {
        /// The number of the first rule that chooses the same.
        package let choice: Int
        package let match: Decision.Match
        /// Indices in `statements`.
        package let conditions: [Int]
        package let exceptions: [Int]
    }

    /// - Parameter choices: for each rule something that it has in common with the rules that choose the same.
    package init<Choice: Hashable>(_ rules: [Decision.Rule], choices: [Choice]) {
        var statements: [String] = []
        var numbers: [String: Int] = [:]
        func indices(_ texts: [String]) -> [Int] {
            texts.map { text in
                let key = Words.folded(text)
                if let known = numbers[key] { return known }
                numbers[key] = statements.count
                statements.append(text)
                return statements.count - 1
            }
        }
        let first = Dictionary(zip(choices, rules.indices), uniquingKeysWith: min)
        self.rules = zip(rules, choices).enumerated().map { index, pair in
            Rule(
                choice: first[pair.1] ?? index, match: pair.0.match, conditions: indices(pair.0.conditions),
                exceptions: indices(pair.0.exceptions))
        }
        self.statements = statements
    }
}
