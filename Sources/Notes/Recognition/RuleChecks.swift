import Diagnostics

/// What is wrong with the rules of a decision.
enum RuleChecks {
    static func problems(of decision: Decision, _ rules: [Decision.Rule]) -> [ModelProblem] {
        var problems: [ModelProblem] = []
        if decision.fallback == nil, !rules.contains(where: \.conditions.isEmpty) {
            problems.append(
                ModelProblem(
                    .decisionNoDefault, "nothing is said for readers whom no rule fits", line: decision.line,
                    hint: "add a sentence such as “When in doubt, use \(rules.first?.option.name ?? "…").”"))
        }
        /// For each condition the first rule that has it.
        var first: [String: Int] = [:]
        var whole: Set<[String]> = []
        for (index, rule) in rules.enumerated() {
            let line = rule.line > 0 ? rule.line : decision.line
            let conditions = rule.conditions.map(Words.folded)
            let exceptions = Set(rule.exceptions.map(Words.folded))
            let key =
                [rule.match.rawValue, Words.folded(rule.option.name)] + conditions.sorted() + ["\u{0}"]
                + exceptions.sorted()
            if !whole.insert(key).inserted {
                problems.append(
                    ModelProblem(
                        .decisionUnreachable, "this rule for \(rule.option.name) repeats an earlier one",
                        line: line,
                        hint: "remove it, or say what is different"))
                continue
            }
            if !conditions.isEmpty,
                rule.match == .any
                    ? conditions.allSatisfy(exceptions.contains)
                    : conditions.contains(where: exceptions.contains)
            {
                problems.append(
                    ModelProblem(
                        .decisionUnreachable,
                        "all conditions for \(rule.option.name) are also its exceptions",
                        line: line, hint: "no reader ever comes here"))
            }
            for (condition, text) in zip(conditions, rule.conditions) {
                // Where several must hold together, one of them in common decides nothing.
                if rule.match == .all, conditions.count > 1 { break }
                guard let earlier = first[condition] else {
                    first[condition] = index
                    continue
                }
                guard !rules[earlier].option.isSame(as: rule.option) else { continue }
                problems.append(
                    ModelProblem(
                        .decisionOverlap,
                        "\(rules[earlier].option.name) and \(rule.option.name) have one condition: \(PlainText.cut(text, limit: 40))",
                        line: line, hint: "say what tells the two cases apart"))
            }
        }
        return problems
    }
}
