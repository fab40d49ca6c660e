/// What a decision by rules comes to, once it is known which of its statements hold.
///
/// An option is chosen where one of its rules holds and none of its exceptions does. A rule holds where any or all of its
/// conditions do, as it says; one that names only exceptions holds as long as none of them does. Of several options the
/// one with more conditions that hold comes first; equal ones are equal, because the note does not say which weighs more.
/// The theme's `decide.js` follows the same rules.
package struct RuleRanking: Sendable, Hashable {
    /// One for each option, the best first; of equal ones in the author's order.
    package let standings: [Standing]

    /// How one option stands. Statements are indices in the checklist.
    package struct Standing: Sendable, Hashable {
        /// The number of the first rule that chooses it.
        package let choice: Int
        package let state: State
        /// The conditions that hold.
        package let reasons: [Int]
        /// How many conditions would have to hold.
        package let needed: Int
        /// The exceptions that hold.
        package let obstacles: [Int]
    }

    package enum State: Int, Sendable, Hashable, Comparable {
        case chosen
        /// Some of the conditions hold that all must.
        case incomplete
        case open
        case ruledOut

        package static func < (left: State, right: State) -> Bool { left.rawValue < right.rawValue }
    }

    /// - Parameter holding: indices of the checklist's statements; others count for nothing.
    package init(_ checklist: Checklist, holding: Set<Int>) {
        let rules = Dictionary(grouping: checklist.rules, by: \.choice).sorted { $0.key < $1.key }
        standings = rules.map { Standing($0.key, $0.value, holding) }.enumerated().sorted { left, right in
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
}

extension RuleRanking.Standing {
    fileprivate init(_ choice: Int, _ rules: [Checklist.Rule], _ facts: Set<Int>) {
        func holding(_ statements: [Int]) -> [Int] {
            var seen: Set<Int> = []
            return statements.filter { facts.contains($0) && seen.insert($0).inserted }
        }
        let held = rules.filter { rule in
            let count = rule.conditions.count(where: facts.contains)
            return rule.conditions.isEmpty
                || (rule.match == .all ? count == rule.conditions.count : count > 0)
        }
        self.choice = choice
        obstacles = holding(rules.flatMap(\.exceptions))
        reasons = holding((held.isEmpty ? rules : held).flatMap(\.conditions))
        needed = held.isEmpty ? Set(rules.flatMap(\.conditions)).count : reasons.count
        state =
            !obstacles.isEmpty ? .ruledOut : !held.isEmpty ? .chosen : reasons.isEmpty ? .open : .incomplete
    }
}
