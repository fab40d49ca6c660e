import Testing

@testable import Notes

/// A tree in one line: `question [label: outcome, label: question […]]`, with the option behind an outcome.
private func outline(_ tree: QuestionTree, at index: Int = 0, depth: Int = 0) -> String {
    guard depth < 10 else { return "…" }
    switch tree.nodes[index] {
    case .outcome(let outcome): return "\(outcome.text) = \(outcome.option?.name ?? "-")"
    case .question(let question, let branches):
        let answers = branches.map { "\($0.label): \(outline(tree, at: $0.target, depth: depth + 1))" }
        return "\(question) [\(answers.joined(separator: ", "))]"
    }
}

private func asked(_ text: String) -> [String] {
    note(text).decisions.compactMap(\.questions).map { outline($0) }
}

@Suite("Questions")
struct QuestionTests {
    static let found: [(name: String, text: String, tree: String)] = [
        (
            "bold answers with arrows",
            "# T\n\n- Is it large?\n  - **Yes** → Use **Kafka** until it shrinks.\n  - **No** → Is it hot?\n    - **Yes** → Use **Redis**.\n    - **No** → Use **Kafka**.",
            "Is it large? [Yes: Use Kafka until it shrinks = Kafka, No: Is it hot? [Yes: Use Redis = Redis, No: Use Kafka = Kafka]]"
        ),
        (
            "plain answers with colons", "# T\n\n- Is it large?\n  - Yes: use Kafka\n  - No: use Redis",
            "Is it large? [Yes: use Kafka = Kafka, No: use Redis = Redis]"
        ),
        (
            "answers that say more",
            "# Kafka vs Redis\n\n- Do you need replay?\n  - Yes, for weeks → Kafka\n  - **Yes**, for minutes → Redis\n  - No, use Redis → see below",
            "Do you need replay? [Yes, for weeks: Kafka = Kafka, Yes, for minutes: Redis = Redis, No: use Redis → see below = Redis]"
        ),
        (
            "if yes", "# T\n\n- Is it large?\n  - If yes, use Kafka.\n  - If no, use Redis.",
            "Is it large? [Yes: use Kafka = Kafka, No: use Redis = Redis]"
        ),
        (
            "dashes and colons in bold",
            "# T\n\n- Is it large?\n  - **Yes** – use Kafka\n  - **No:** use Redis",
            "Is it large? [Yes: use Kafka = Kafka, No: use Redis = Redis]"
        ),
        (
            "answers of their own",
            "# T\n\n- How large is it?\n  - **Small** → use Redis\n  - **Large**: use Kafka\n  - **Huge** → use both",
            "How large is it? [Small: use Redis = Redis, Large: use Kafka = Kafka, Huge: use both = both]"
        ),
        (
            "what follows in an item of its own",
            "# T\n\n- Is it large?\n  - Yes\n    - Use Kafka\n  - No\n    - Is it hot?\n      - Yes: use Redis\n      - No: use Kafka",
            "Is it large? [Yes: Use Kafka = Kafka, No: Is it hot? [Yes: use Redis = Redis, No: use Kafka = Kafka]]"
        ),
        (
            "outcomes that are known",
            "# Kafka vs Redis\n\n- Is it large?\n  - Yes → Kafka\n  - No → Redis, in most cases",
            "Is it large? [Yes: Kafka = Kafka, No: Redis, in most cases = Redis]"
        ),
        (
            "outcomes in bold under a decision",
            "# T\n\n## Which one?\n\n- Is it large?\n  - Yes → **Kafka**\n  - No → **Redis**",
            "Is it large? [Yes: Kafka = Kafka, No: Redis = Redis]"
        ),
        (
            "an outcome that names none",
            "# T\n\n- Is it large?\n  - Yes: use Kafka\n  - No: use Redis\n  - Maybe later: think",
            ""
        ),
    ]

    @Test("are read", arguments: found.indices)
    func isFound(_ index: Int) {
        let row = Self.found[index]
        #expect(asked(row.text) == (row.tree.isEmpty ? [] : [row.tree]), "\(row.name)")
    }

    static let notFound: [(name: String, text: String)] = [
        ("a quiz", "- Is water wet?\n  - **Yes**: it is\n  - **No**: it is not"),
        ("a procedure", "- Did it start?\n  - **Yes** → look at the log\n  - **No** → restart it"),
        ("a list of questions", "- Is it large?\n  - Think of the peak.\n- Is it hot?\n  - Measure."),
        ("one outcome", "- Is it large?\n  - Yes: use Kafka"),
        ("the same outcome twice", "- Is it large?\n  - Yes: use Kafka\n  - No: use Kafka"),
        (
            "several questions in a row",
            "- Is it large?\n  - Yes: use Kafka\n- Is it hot?\n  - Yes: use Redis"
        ),
        ("numbered questions", "1. Is it large?\n   - Yes: use Kafka\n   - No: use Redis"),
        ("code", "```\n- Is it large?\n  - Yes: use Kafka\n  - No: use Redis\n```"),
        ("lines drawn in code", "## Which one?\n\n```\nIs it large?\n├── Yes → Kafka\n└── No → Redis\n```"),
        (
            "a flow at run time",
            "## How it works\n\n```mermaid\nflowchart TD\nA[Request] --> B{Cached?}\nB -->|Yes| C[Return it]\nB -->|No| D[Fetch it]\n```"
        ),
        (
            "a flow that does two things at once",
            "## Which one?\n\n```mermaid\nflowchart TD\nA{Large?} -->|Yes| B[Kafka]\nA -->|No| C[Redis]\nB --> D[Disk]\nB --> E[Log]\n```"
        ),
        (
            "a flow that leads to a group",
            "## Which one?\n\n```mermaid\nflowchart TD\nA{Large?} -->|Yes| B[Kafka]\nA -->|No| s\nA -->|Perhaps| D[SQS]\nsubgraph s\nC[Redis]\nend\n```"
        ),
    ]

    @Test("are not read into", arguments: notFound.indices)
    func isNotFound(_ index: Int) {
        let row = Self.notFound[index]
        #expect(note("# T\n\n\(row.text)").decisions == [], "\(row.name)")
    }

    @Test("nested deeper than anybody reads, they are none")
    func depth() {
        var text = "# T\n\n"
        for level in 0..<400 {
            text += String(repeating: "  ", count: level) + "- **Yes** → Is it \(level)?\n"
        }
        #expect(note(text).decisions == [])
    }

    static let charts: [(name: String, text: String, tree: String)] = [
        (
            "under a decision",
            "# T\n\n## Which one?\n\n```mermaid\nflowchart TD\nS[Start] --> A{Large?}\nA -->|Yes| B[Kafka]\nA -->|No| C{Hot?}\nC -->|Yes| D[Redis]\nC -->|No| B\n```",
            "Large? [Yes: Kafka = Kafka, No: Hot? [Yes: Redis = Redis, No: Kafka = Kafka]]"
        ),
        (
            "with options that the title names",
            "# Kafka vs Redis\n\n```mermaid\nflowchart LR\nA[How large?] -->|large| N[Look again]\nN --> B[Use Kafka]\nA -->|small| C[Use Redis]\n```",
            "How large? [large: Use Kafka = Kafka, small: Use Redis = Redis]"
        ),
        (
            "from the first node, though a way leads back to it",
            "# T\n\n## Which one?\n\n```mermaid\nflowchart TD\nS[Start] --> A{Large?}\nA -->|Yes| B[Kafka]\nA -->|No| C{Hot?}\nC -->|Yes| D[Redis]\nC -->|No| S\n```",
            "Large? [Yes: Kafka = Kafka, No: Hot? [Yes: Redis = Redis, No: Large? [Yes: Kafka = Kafka, No: Hot? [Yes: Redis = Redis, No: Large? [Yes: Kafka = Kafka, No: Hot? [Yes: Redis = Redis, No: Large? [Yes: Kafka = Kafka, No: Hot? [Yes: Redis = Redis, No: Large? [Yes: Kafka = Kafka, No: Hot? [Yes: …, No: …]]]]]]]]]]"
        ),
        (
            "in any order",
            "# T\n\n## Which one?\n\n```mermaid\nflowchart TD\nC{Hot?} -->|Yes| D[Redis]\nC -->|No| B[Kafka]\nA{Large?} -->|Yes| B\nA -->|No| C\n```",
            "Large? [Yes: Kafka = Kafka, No: Hot? [Yes: Redis = Redis, No: Kafka = Kafka]]"
        ),
        (
            "by directive",
            "# T\n\n<!-- waymark: decision -->\n```mermaid\nflowchart TD\nA{Cached?} -->|Yes| C[Return it]\nA -->|No| D[Fetch it]\n```",
            "Cached? [Yes: Return it = Return it, No: Fetch it = Fetch it]"
        ),
    ]

    @Test("are read from flowcharts", arguments: charts.indices)
    func chart(_ index: Int) {
        let row = Self.charts[index]
        #expect(asked(row.text) == [row.tree], "\(row.name)")
    }

    @Test("know their lines and their place")
    func place() throws {
        let note = note("# T\n\n- Is it large?\n  - Yes: use Kafka\n  - No: use Redis\n\nend")
        let decision = try #require(note.decisions.first)
        #expect(decision.questions?.lines == [3, 4, 5])
        #expect(decision.line == 3)
        #expect(decision.options.map(\.name) == ["Kafka", "Redis"])
        let text = String(decoding: Array(html(note).utf8)[decision.place], as: UTF8.self)
        #expect(text.hasPrefix("<ul>") && text.hasSuffix("</ul>\n"))
    }
}
