/// What a decision by rules comes to, once it is known which of its statements hold.
///
/// An option is chosen where its rule's conditions hold, any or all of them as the rule says, and none of its exceptions
/// does. Of several the one with more conditions that hold comes first; equal ones are equal, because the note does not
/// say which weighs more.
package struct RuleRanking: Sendable, Hashable {
    /// The conditions and exceptions of all rules in the author's order, each once.
    package let statements: [String]
    /// One for each rule, the best first; of equal ones in the author's order.
    package let standings: [Standing]

    package struct Standing: Sendable, Hashable {
        package let option: OptionName
        package let state: State
        /// The conditions that hold.
        package let reasons: [String]
        /// How many conditions must hold.
        package let needed: Int
        /// The exceptions that hold.
        package let obstacles: [String]
    }

    package enum State: Int, Sendable, Hashable, Comparable {
        case chosen
        /// Some of the conditions hold that all must.
        case incomplete
        case open
        case ruledOut

        package static func < (left: State, right: State) -> Bool { left.rawValue < right.rawValue }
    }

    /// - Parameter holding: indices of `statements(of:)`.
    package init(_ rules: [Decision.Rule], holding: Set<Int>) {
        statements = Self.statements(of: rules)
        let holding = Set(
            holding.lazy.filter(statements.indices.contains).map { [statements] in
                Words.folded(statements[$0])
            })
        let found = rules.map { rule in
            let reasons = rule.conditions.filter { holding.contains(Words.folded($0)) }
            let obstacles = rule.exceptions.filter { holding.contains(Words.folded($0)) }
            let needed = rule.match == .all ? rule.conditions.count : 1
            let state: State =
                !obstacles.isEmpty
                ? .ruledOut : reasons.isEmpty ? .open : reasons.count >= needed ? .chosen : .incomplete
            return Standing(
                option: rule.option, state: state, reasons: reasons, needed: needed, obstacles: obstacles)
        }
        standings = found.enumerated().sorted { left, right in
            if left.element.state != right.element.state { return left.element.state < right.element.state }
            if left.element.reasons.count != right.element.reasons.count {
                return left.element.reasons.count > right.element.reasons.count
            }
            return left.offset < right.offset
        }.map(\.element)
    }

    /// The options that hold and that nothing sets apart; empty where no rule does.
    package var best: [Standing] {
        guard let first = standings.first, first.state == .chosen else { return [] }
        return standings.filter { $0.state == .chosen && $0.reasons.count == first.reasons.count }
    }

    /// The conditions and exceptions of all rules in the author's order, each once.
    package static func statements(of rules: [Decision.Rule]) -> [String] {
        var seen: Set<String> = []
        return rules.flatMap { $0.conditions + $0.exceptions }.filter {
            seen.insert(Words.folded($0)).inserted
        }
    }
}
