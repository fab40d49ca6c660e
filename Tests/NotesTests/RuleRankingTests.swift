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

    /// Each standing as `option state reasons`.
    private func ranked(_ holding: Set<Int>) -> [String] {
        RuleRanking(Self.rules, holding: holding).standings.map {
            "\($0.option) \($0.state) \($0.reasons.count)/\($0.needed)"
        }
    }

    @Test("a statement that several rules share is asked once")
    func statements() {
        #expect(RuleRanking.statements(of: Self.rules) == ["one", "two", "not a", "three", "four"])
    }

    @Test("nothing holds: all are open, in the author's order")
    func nothing() {
        #expect(ranked([]) == ["A open 0/2", "B open 0/2", "C open 0/1"])
        #expect(RuleRanking(Self.rules, holding: []).best.isEmpty)
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
        #expect(RuleRanking(equal, holding: [0, 1, 3]).best.map(\.option.name) == ["A", "B", "D"])
        #expect(ranked([99, -1]) == ranked([]))
    }

    @Test("rules of one option count together")
    func together() {
        let rules = ["one", "two"].map {
            Decision.Rule(option: OptionName("A"), match: .any, conditions: [$0], exceptions: [])
        }
        let standings = RuleRanking(rules, holding: [0, 1]).standings
        #expect(standings.map(\.reasons) == [["one", "two"]])
    }

    @Test("a rule of exceptions alone holds until one of them does")
    func exceptionsAlone() {
        let rules = [
            Decision.Rule(option: OptionName("A"), match: .any, conditions: [], exceptions: ["one"]),
            Decision.Rule(option: OptionName("B"), match: .any, conditions: ["two"], exceptions: []),
        ]
        #expect(RuleRanking(rules, holding: []).best.map(\.option.name) == ["A"])
        #expect(RuleRanking(rules, holding: [0]).best.isEmpty)
        #expect(RuleRanking(rules, holding: [1]).best.map(\.option.name) == ["B"])
    }
}
