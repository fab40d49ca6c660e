import Testing

@testable import Notes

@Suite("Ranking by rules")
struct RuleRankingTests {
    private static let rules = [
        Decision.Rule(
            option: OptionName("A"), match: .any, conditions: ["one", "two"], exceptions: ["not a"]),
        Decision.Rule(option: OptionName("B"), match: .all, conditions: ["Two", "three"], exceptions: []),
        Decision.Rule(option: OptionName("C"), match: .any, conditions: ["four"], exceptions: ["one"]),
    ]

    private func ranking(_ rules: [Decision.Rule], _ holding: Set<Int>) -> RuleRanking {
        RuleRanking(Checklist(rules, choices: rules.map(\.option.key)), holding: holding)
    }

    /// The names of the best options.
    private func best(_ rules: [Decision.Rule], _ holding: Set<Int>) -> [String] {
        ranking(rules, holding).best.map { rules[$0.choice].option.name }
    }

    /// Each standing as `option state reasons`.
    private func ranked(_ holding: Set<Int>) -> [String] {
        ranking(Self.rules, holding).standings.map {
            "\(Self.rules[$0.choice].option) \($0.state) \($0.reasons.count)/\($0.needed)"
        }
    }

    @Test("a statement that several rules share is asked once")
    func statements() {
        let checklist = Checklist(Self.rules, choices: [0, 1, 2])
        #expect(checklist.statements == ["one", "two", "not a", "three", "four"])
        #expect(checklist.rules.map(\.conditions) == [[0, 1], [1, 3], [4]])
        #expect(checklist.rules.map(\.exceptions) == [[2], [], [0]])
    }

    @Test("nothing holds: all are open, in the author's order")
    func nothing() {
        #expect(ranked([]) == ["A open 0/2", "B open 0/2", "C open 0/1"])
        #expect(best(Self.rules, []).isEmpty)
    }

    @Test("any of the conditions is enough, all of them are needed where the rule says so")
    func match() {
        #expect(ranked([1]) == ["A chosen 1/1", "B incomplete 1/2", "C open 0/1"])
        #expect(ranked([1, 3]) == ["B chosen 2/2", "A chosen 1/1", "C open 0/1"])
    }

    @Test("an exception rules out, however much speaks for the option")
    func exception() {
        #expect(ranked([0, 1, 2, 4]) == ["B incomplete 1/2", "A ruledOut 2/2", "C ruledOut 1/1"])
    }

    @Test("equal options stay equal, and numbers that mean no statement count for nothing")
    func equal() {
        let equal =
            Array(Self.rules.dropLast()) + [
                Decision.Rule(
                    option: OptionName("D"), match: .any, conditions: ["one", "three"], exceptions: [])
            ]
        #expect(best(equal, [0, 1, 3]) == ["A", "B", "D"])
        #expect(ranked([99, -1]) == ranked([]))
    }

    @Test("rules of one option count together")
    func together() {
        let rules = ["one", "two"].map {
            Decision.Rule(option: OptionName("A"), match: .any, conditions: [$0], exceptions: [])
        }
        #expect(ranking(rules, [0, 1]).standings.map(\.reasons) == [[0, 1]])
        // Also under two names, where those mean one option.
        #expect(Checklist(rules, choices: [7, 7]).rules.map(\.choice) == [0, 0])
    }

    @Test("a rule of exceptions alone holds until one of them does")
    func exceptionsAlone() {
        let rules = [
            Decision.Rule(option: OptionName("A"), match: .any, conditions: [], exceptions: ["one"]),
            Decision.Rule(option: OptionName("B"), match: .any, conditions: ["two"], exceptions: []),
        ]
        #expect(best(rules, []) == ["A"])
        #expect(best(rules, [0]).isEmpty)
        #expect(best(rules, [1]) == ["B"])
    }
}
