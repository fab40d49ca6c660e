/// Questions, the answers to each, and where every answer leads.
///
/// Most are trees. One that comes from a drawing may join branches again, and may lead in a circle, which is a fault
/// of the author's that is reported and drawn all the same.
package struct QuestionTree: Sendable, Hashable {
    /// The first is where to begin. Every index in a branch is one of these.
    package let nodes: [Node]
    /// For each node its source line, from 1; empty where they are not known.
    package let lines: [Int]

    package init(nodes: [Node], lines: [Int] = []) {
        self.nodes = nodes
        self.lines = lines
    }

    package enum Node: Sendable, Hashable {
        case question(String, branches: [Branch])
        case outcome(Outcome)
    }

    /// An answer to a question.
    package struct Branch: Sendable, Hashable {
        /// The answer in the author's words: `Yes`.
        package let label: String
        /// The index of the node that it leads to.
        package let target: Int

        package init(label: String, target: Int) {
            self.label = label
            self.target = target
        }
    }

    /// Where the questions end.
    package struct Outcome: Sendable, Hashable {
        /// Nil where the author's words name none.
        package let option: OptionName?
        /// The author's words: `Use IRSA until the SDK can be updated`.
        package let text: String

        package init(option: OptionName?, text: String) {
            self.option = option
            self.text = text
        }
    }

    /// The outcomes in the order of the nodes.
    package var outcomes: [Outcome] {
        nodes.compactMap { node in
            if case .outcome(let outcome) = node { outcome } else { nil }
        }
    }

    /// For each node that is a question its number, from 1.
    package var questionNumbers: [Int: Int] {
        var numbers: [Int: Int] = [:]
        for (index, node) in nodes.enumerated() {
            if case .question = node { numbers[index] = numbers.count + 1 }
        }
        return numbers
    }
}
