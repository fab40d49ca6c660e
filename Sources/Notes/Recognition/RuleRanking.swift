/// What a decision by rules comes to, once it is known which of its statements hold.
///
/// An option is chosen where one of its rules holds and none of its exceptions does. A rule holds where any or all of its
/// conditions do, as it says; one that names only exceptions holds as long as none of them does. Of several options the
/// one with more conditions that hold comes first; equal ones are equal, because the note does not say which weighs more.
/// The theme's `decide.js` follows the same rules.
package struct RuleRanking: Sendable, Hashable {
    /// The conditions and exceptions of all rules in the author's order, each once.
    package let statements: [String]
    /// One for each option, the best first; of equal ones in the author's order.
    package let standings: [Standing]

    package struct Standing: Sendable, Hashable {
        package let option: OptionName
        package let state: State
        /// The conditions that hold.
        package let reasons: [String]
        /// How many conditions would have to hold.
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
        let statements = Self.statements(of: rules)
        let facts = Set(holding.lazy.filter(statements.indices.contains).map { Words.folded(statements[$0]) })
        self.statements = statements
        var order: [String] = []
        var rulesOf: [String: [Decision.Rule]] = [:]
        for rule in rules {
            if rulesOf[rule.option.key] == nil { order.append(rule.option.key) }
            rulesOf[rule.option.key, default: []].append(rule)
        }
        let found = order.compactMap { rulesOf[$0].flatMap { Standing($0, facts) } }
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

extension RuleRanking.Standing {
    /// Nil without rules.
    fileprivate init?(_ rules: [Decision.Rule], _ facts: Set<String>) {
        guard let first = rules.first else { return nil }
        func holding(_ statements: [String]) -> [String] {
            var seen: Set<String> = []
            return statements.filter {
                facts.contains(Words.folded($0)) && seen.insert(Words.folded($0)).inserted
            }
        }
        let held = rules.filter { rule in
            let count = rule.conditions.count { facts.contains(Words.folded($0)) }
            return rule.conditions.isEmpty
                || (rule.match == .all ? count == rule.conditions.count : count > 0)
        }
        option = first.option
        obstacles = holding(rules.flatMap(\.exceptions))
        reasons = holding((held.isEmpty ? rules : held).flatMap(\.conditions))
        needed = held.isEmpty ? Set(rules.flatMap(\.conditions).map(Words.folded)).count : reasons.count
        state =
            !obstacles.isEmpty ? .ruledOut : !held.isEmpty ? .chosen : reasons.isEmpty ? .open : .incomplete
    }
}
