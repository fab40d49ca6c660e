import Diagnostics

/// What comparisons and decisions lack or say twice. Nothing here looks beyond one note.
struct ModelChecks {
    let problems: [ModelProblem]

    init(_ comparisons: [Comparison], _ decisions: [Decision]) {
        var problems: [ModelProblem] = []
        for comparison in comparisons { problems += Self.problems(of: comparison) }
        for decision in decisions {
            switch decision.form {
            case .rules(let rules): problems += RuleChecks.problems(of: decision, rules)
            case .questions(let tree): problems += QuestionChecks(decision, tree).problems
            }
            problems += Self.unknownOptions(of: decision, comparisons)
        }
        self.problems = problems
    }

    // MARK: Comparisons

    private static func problems(of comparison: Comparison) -> [ModelProblem] {
        var problems: [ModelProblem] = []
        var seen: [String: Criterion] = [:]
        for criterion in comparison.criteria {
            for (option, cell) in zip(comparison.options, criterion.cells)
            where cell.text.allSatisfy(\.isWhitespace) {
                let name = criterion.name.isEmpty ? "" : ", \(criterion.name)"
                problems.append(
                    ModelProblem(
                        .comparisonEmptyCell, "nothing is said of \(option.name)\(name)", line: cell.line,
                        hint: "write a dash where nothing applies"))
            }
            let folded = Words.folded(criterion.name)
            guard !folded.isEmpty else { continue }
            if let first = seen[folded] {
                problems.append(
                    ModelProblem(
                        .comparisonDuplicateCriterion, "the criterion \(criterion.name) is there twice",
                        line: criterion.line,
                        hint: "the first is on line \(first.line); merge them or give one another name"))
            } else {
                seen[folded] = criterion
            }
        }
        return problems
    }

    private typealias Criterion = Comparison.Criterion

    // MARK: Options

    /// Options that the decision names and a comparison of the same options does not.
    private static func unknownOptions(of decision: Decision, _ comparisons: [Comparison]) -> [ModelProblem] {
        let compared = comparisons.flatMap(\.options).prefix(200)
        guard !compared.isEmpty else { return [] }
        let named: [(option: OptionName, line: Int)] =
            switch decision.form {
            case .rules(let rules): rules.map { ($0.option, $0.line) }
            case .questions(let tree): tree.namedOptions
            }
        var known: [OptionName: Bool] = [:]
        for (option, _) in named.prefix(200) where known[option] == nil {
            known[option] = compared.contains { $0.isSame(as: option) }
        }
        guard known.values.contains(true) else { return [] }
        return named.prefix(200).compactMap { option, line in
            guard known[option] == false, !option.meansNoOption
            else {
                return nil
            }
            known[option] = true
            return ModelProblem(
                .decisionUnknownOption, "no comparison of this note names \(option.name)",
                line: line > 0 ? line : decision.line,
                hint: "name it as the table does, or add it there")
        }
    }
}

extension QuestionTree {
    /// The outcomes' options with their lines.
    fileprivate var namedOptions: [(option: OptionName, line: Int)] {
        nodes.enumerated().compactMap { index, node in
            guard case .outcome(let outcome) = node, let option = outcome.option else { return nil }
            return (option, line(of: index))
        }
    }
}
