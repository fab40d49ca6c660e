import Localisation
import SeededRandom
import Testing
import Writers

@testable import Notes
@testable import Pages

private func decision(_ tree: QuestionTree) -> Decision {
    Decision(
        question: "Ten questions, in order", line: 1, anchor: nil, form: .questions(tree), fallback: nil,
        place: 0..<0)
}

private func outcome(_ text: String, _ option: String? = nil) -> QuestionTree.Node {
    .outcome(QuestionTree.Outcome(option: option.map { OptionName($0) }, text: text))
}

/// The questions of a chain, each with the answer that ends it.
private let ten: QuestionTree = {
    let steps: [(String, String, String, String, String)] = [
        (
            "Does the workload run on Amazon EKS, rather than EKS Anywhere, ROSA or self-managed Kubernetes?",
            "No", "Use IRSA.", "Yes", ""
        ),
        ("Is the cluster on AWS Outposts?", "Yes", "?", "No", ""),
        ("Do the pods run on Fargate or on Windows nodes?", "Yes", "Use IRSA.", "No", ""),
        (
            "Can every workload use an SDK at or above the Pod Identity minimum, with the default credential chain?",
            "No", "Use IRSA until the SDK can be updated, provided that it supports web identity.", "Yes", ""
        ),
        (
            "Can you run the agent or Auto Mode, grant the node permission and reach EKS Auth?", "No",
            "Use IRSA.", "Yes", ""
        ),
        (
            "Must the STS session name stay fixed, with no room for a second role assumption?", "Yes",
            "Use IRSA.", "No", ""
        ),
        (
            "Do you need more than 5,000 service account mappings in one cluster?", "Yes",
            "Use IRSA for the surplus, or share service accounts, or split the cluster.", "No", ""
        ),
        ("Is there a working IRSA set-up already?", "No", "Use EKS Pod Identity.", "Yes", ""),
        (
            "Do you feel one of its limits, such as many clusters per role, the provider quota, the policy size, missing session tags or missing IAM rights?",
            "Yes", "Use EKS Pod Identity, and migrate one service account at a time.", "No", "Use IRSA."
        ),
    ]
    var nodes: [QuestionTree.Node] = []
    for (index, step) in steps.enumerated() {
        // Each question has three places of its own: itself, its outcome, and one more.
        let base = 3 * index
        nodes.append(
            .question(
                step.0,
                branches: [
                    QuestionTree.Branch(label: step.1, target: base + 1),
                    QuestionTree.Branch(label: step.3, target: step.4.isEmpty ? base + 3 : base + 2),
                ]))
        if step.2 == "?" {
            nodes.append(
                .question(
                    "Is it a local cluster, with its control plane on the Outpost?",
                    branches: [
                        QuestionTree.Branch(label: "Yes", target: base + 2),
                        QuestionTree.Branch(label: "No", target: 3 * steps.count),
                    ]))
            nodes.append(outcome("Use neither."))
        } else {
            nodes.append(outcome(step.2, step.2.hasPrefix("Use IRSA") ? "IRSA" : "EKS Pod Identity"))
            nodes.append(outcome(step.4, "IRSA"))
        }
    }
    nodes.append(outcome("Use IRSA.", "IRSA"))
    return pruned(QuestionTree(nodes: nodes))
}()

/// The same tree without nodes that nothing leads to.
private func pruned(_ tree: QuestionTree) -> QuestionTree {
    var used: Set<Int> = [0]
    for node in tree.nodes {
        if case .question(_, let branches) = node { used.formUnion(branches.map(\.target)) }
    }
    let kept = tree.nodes.indices.filter(used.contains)
    var numbers: [Int: Int] = [:]
    for (number, index) in kept.enumerated() { numbers[index] = number }
    return QuestionTree(
        nodes: kept.map { index in
            guard case .question(let text, let branches) = tree.nodes[index] else { return tree.nodes[index] }
            return .question(
                text,
                branches: branches.map {
                    QuestionTree.Branch(label: $0.label, target: numbers[$0.target] ?? 0)
                })
        })
}

private func tree(_ seed: Int) -> QuestionTree {
    var generator = SplitMix64(seed: UInt64(seed))
    func upTo(_ most: Int) -> Int { Int.random(in: 0..<max(1, most), using: &generator) }
    let words = ["Is it ready", "cluster", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "日本語の長い文", "a", "role"]
    func text(_ most: Int) -> String {
        (0...upTo(most)).map { _ in words[upTo(words.count)] }.joined(separator: " ")
    }
    let questions = 1 + upTo(20)
    // Which question each question hangs from.
    var children = [[Int]](repeating: [], count: questions)
    for question in 1..<max(1, questions) where question < questions {
        children[seed.isMultiple(of: 2) ? upTo(question) : max(0, question - 1 - upTo(2))].append(question)
    }
    var nodes: [QuestionTree.Node] = []
    var outcomes: [QuestionTree.Node] = []
    for question in 0..<questions {
        var branches = children[question].map { QuestionTree.Branch(label: text(3), target: $0) }
        for _ in 0..<(branches.isEmpty ? 1 + upTo(3) : upTo(3)) {
            branches.insert(
                QuestionTree.Branch(
                    label: upTo(4) == 0 ? text(4) : "Yes", target: questions + outcomes.count),
                at: upTo(branches.count + 1))
            outcomes.append(outcome(text(12), "X"))
        }
        nodes.append(.question(text(12), branches: branches))
    }
    return QuestionTree(nodes: nodes + outcomes)
}

@Suite("Flows of questions")
struct QuestionFlowTests {
    @Test("nothing overlaps, and no arrow runs through a box", arguments: 0..<200)
    func geometry(seed: Int) {
        let tree = tree(seed)
        let flow = Flow(decision(tree), number: 1, .english) { _ in nil }
        #expect(FlowGeometry.faults(flow) == [])
        #expect(Set(flow.boxes.compactMap(\.key)) == Set(tree.nodes.indices.map { "\($0)" }))
        #expect(flow.boxes.count == tree.nodes.count && flow.arrows.count == tree.nodes.count - 1)
    }

    @Test("a chain of questions leads straight down, and fits a phone")
    func chain() {
        let flow = Flow(decision(ten), number: 1, .english) { _ in nil }
        #expect(FlowGeometry.faults(flow) == [])
        #expect(flow.width <= 446)
        let questions = flow.boxes.filter { $0.kind == .question }
        #expect(questions.count == 10)
        #expect(Set(questions.map(\.frame.x)).count == 2)
        #expect(flow.boxes.count { $0.kind == .outcome } == 11)
    }

    @Test("an edge has the name of its question and its answer")
    func keys() {
        let flow = Flow(decision(ten), number: 1, .english) { _ in "../irsa/" }
        #expect(Set(flow.arrows.compactMap(\.key)).count == flow.arrows.count)
        let markup = String(decoding: flow.figure(Wording.english).bytes, as: UTF8.self)
        #expect(markup.contains("<g class=\"box question\" data-node=\"0\">"))
        #expect(markup.contains("<g class=\"edge\" data-edge=\"0:1\">"))
        #expect(markup.contains("<a href=\"../irsa/\" class=\"box outcome\" data-node=\"1\">"))
    }

    @Test("questions whose branches join, or lead in a circle, are drawn all the same")
    func joined() {
        let tree = QuestionTree(nodes: [
            .question("First?", branches: [.init(label: "Yes", target: 1), .init(label: "No", target: 2)]),
            .question("Second?", branches: [.init(label: "Yes", target: 2), .init(label: "No", target: 0)]),
            outcome("Use A.", "A"),
        ])
        let flow = Flow(decision(tree), number: 1, .english) { _ in nil }
        #expect(FlowGeometry.faults(flow) == [])
        #expect(flow.arrows.map(\.key) == ["0:0", "0:1", "1:0", "1:1"])
        #expect(
            flow.description
                == "Question 1: First? Yes: go to question 2. No: Use A. Question 2: Second? Yes: Use A. No: go to question 1."
        )
    }
}
