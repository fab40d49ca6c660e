import Localisation
import Notes

extension Flow {
    /// Draws a decision.
    ///
    /// - Parameter url: the address of an option's note, where there is one.
    init(_ decision: Decision, number: Int?, _ wording: Wording, url: (OptionName) -> String?) {
        let words = wording.flows
        let title = words.title(decision.question)
        switch decision.form {
        case .rules:
            let layout = RuleLayout(decision, words, url: url)
            self.init(
                number: number, title: title, description: Self.description(of: decision, words),
                width: RuleLayout.width, height: layout.height, groups: [], boxes: layout.boxes,
                arrows: layout.arrows)
        case .questions(let tree):
            let description = Self.description(of: tree, words)
            if let layout = QuestionLayout(tree, url: url) {
                self.init(
                    number: number, title: title, description: description, width: layout.width,
                    height: layout.height, groups: [], boxes: layout.boxes, arrows: layout.arrows)
            } else {
                let layout = Self.layout(joined: tree, url: url)
                self.init(
                    number: number, title: title, description: description, width: layout.width,
                    height: layout.height, groups: [], boxes: layout.boxes, arrows: layout.arrows)
            }
        }
    }

    /// Questions whose branches join again are drawn as a chart.
    private static func layout(joined tree: QuestionTree, url: (OptionName) -> String?) -> ChartLayout {
        var edges: [Flowchart.Edge] = []
        var keys: [String] = []
        for (index, node) in tree.nodes.enumerated() {
            guard case .question(_, let branches) = node else { continue }
            for (place, branch) in branches.enumerated() where tree.nodes.indices.contains(branch.target) {
                edges.append(
                    Flowchart.Edge(from: .node(index), to: .node(branch.target), label: branch.label))
                keys.append("\(index):\(place)")
            }
        }
        let nodes = tree.nodes.enumerated().map { index, node in
            switch node {
            case .question(let text, _):
                ChartLayout.Node(text: text, shape: .rounded, kind: .question, key: "\(index)")
            case .outcome(let outcome):
                ChartLayout.Node(
                    text: outcome.shownText, shape: outcome.shownText.count > 40 ? .rounded : .stadium,
                    kind: .outcome, url: outcome.option.flatMap(url), key: "\(index)")
            }
        }
        return ChartLayout(nodes, edges, direction: .down, keys: keys)
    }

    // MARK: In words

    private static func description(of decision: Decision, _ words: FlowWords) -> String {
        var sentences = decision.rules.map { rule in
            let exceptions = rule.exceptions.map(clause).joined(separator: "; ")
            guard !rule.conditions.isEmpty else {
                return words.sentence(words.chooseUnless(rule.option.name, exceptions))
            }
            let phrase =
                rule.conditions.count == 1
                ? words.choose : rule.match == .all ? words.chooseAll : words.chooseAny
            let advice = phrase(rule.option.name, rule.conditions.map(clause).joined(separator: "; "))
            return words.sentence(exceptions.isEmpty ? advice : words.butNotIf(advice, exceptions))
        }
        if let fallback = decision.fallback {
            sentences.append(words.sentence(words.otherwiseChoose(fallback.option.name)))
        }
        return sentences.joined(separator: " ")
    }

    /// The questions by their numbers, each with its answers and where they lead.
    private static func description(of tree: QuestionTree, _ words: FlowWords) -> String {
        let numbers = tree.questionNumbers
        var sentences: [String] = []
        for (index, node) in tree.nodes.enumerated() {
            guard case .question(let text, let branches) = node, let number = numbers[index] else { continue }
            sentences.append(words.question(String(number), oneLine(text)))
            for branch in branches where tree.nodes.indices.contains(branch.target) {
                switch tree.nodes[branch.target] {
                case .question:
                    sentences.append(
                        words.goToQuestion(oneLine(branch.label), String(numbers[branch.target] ?? 0)))
                case .outcome(let outcome):
                    sentences.append(
                        words.outcome(oneLine(branch.label), clause(oneLine(outcome.shownText))))
                }
            }
        }
        return sentences.joined(separator: " ")
    }

    private static func clause(_ condition: String) -> String {
        condition.last == "." ? String(condition.dropLast()) : condition
    }
}

extension QuestionTree.Outcome {
    /// The author's words, or the option where there are none.
    var shownText: String {
        let text = text.last == "." ? String(text.dropLast()) : text
        guard text.isEmpty, let option else { return text }
        return option.name
    }
}
