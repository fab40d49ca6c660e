import Diagnostics
import Testing

@testable import Notes

/// What is wrong, without the message.
private func found(_ text: String) -> [String] {
    note(text).diagnostics.map { "\($0.range.start.line):\($0.range.start.column) \($0.rule.id)" }
}

@Suite("Checks of the model")
struct ModelCheckTests {
    private static let table = "| Feature | Kafka | Redis |\n|---|---|---|\n| x | a | b |\n| y | a | b |"
    private static let rules = "- Use Kafka if:\n  - one\n- Use Redis if:\n  - two"
    private static let end = "\n\nWhen in doubt, use Kafka."

    static let rows: [(name: String, text: String, found: [String])] = [
        ("a whole comparison", "# Kafka vs Redis\n\n\(table)", []),
        (
            "an empty cell", "# Kafka vs Redis\n\n\(table)\n| z | a | |", ["7:1 comparison-empty-cell"]
        ),
        ("a dash", "# Kafka vs Redis\n\n\(table)\n| z | a | – |", []),
        (
            "a criterion twice", "# Kafka vs Redis\n\n\(table)\n| **X** | c | d |",
            ["7:1 comparison-duplicate-criterion"]
        ),
        (
            "statements have no criteria",
            "# Kafka vs Redis\n\n| Kafka | Redis |\n|---|---|\n| a | b |\n| a | b |", []
        ),
        ("a whole decision", "# T\n\n\(rules)\(end)", []),
        ("no default", "# T\n\n\(rules)", ["3:1 decision-no-default"]),
        (
            "one condition for two options",
            "# T\n\n- Use Kafka if:\n  - one\n- Use Redis if:\n  - One.\n\(end)",
            ["5:1 decision-overlap"]
        ),
        (
            "one condition of several that must hold",
            "# T\n\n- Use Kafka if all of these hold:\n  - one\n  - two\n- Use Redis if all of these hold:\n  - one\n  - three\n\(end)",
            []
        ),
        (
            "a rule that says it again",
            "# T\n\n- Use Kafka if:\n  - one\n- Use Redis if:\n  - two\n- Use Kafka when:\n  - one\n\(end)",
            ["7:1 decision-unreachable"]
        ),
        (
            "a rule that is its own exception",
            "# T\n\n- Use Kafka if:\n  - one\n- Use Redis if:\n  - two\n- Avoid Kafka if:\n  - one\n\(end)",
            ["3:1 decision-unreachable"]
        ),
        (
            "an option that the comparison lacks",
            "# Kafka vs Redis\n\n\(table)\n\n- Use Kafka if:\n  - one\n- Use NATS if:\n  - two\n- Use both if:\n  - three\n\(end)",
            ["10:1 decision-unknown-option"]
        ),
        (
            "a comparison of other things",
            "# Kafka vs Redis\n\n\(table)\n\n## Which language?\n\n- Use Go if:\n  - one\n- Use Swift if:\n  - two\n\nWhen in doubt, use Swift.",
            []
        ),
        (
            "a question without answers",
            "# T\n\n- Large?\n  - Yes → Hot?\n  - No → use Redis\n  - **Maybe** → use Kafka",
            ["4:3 decision-dead-end"]
        ),
        (
            "an answer without an outcome",
            "# T\n\n- Large?\n  - Yes →\n  - No → use Redis\n  - **Maybe** → use Kafka",
            ["4:3 decision-dead-end"]
        ),
        (
            "questions that lead in a circle",
            "# T\n\n## Which one?\n\n```mermaid\nflowchart TD\nA{Large?} -->|Yes| B[Kafka]\nA -->|No| C{Hot?}\nC -->|Yes| D[Redis]\nC -->|No| A\n```",
            ["5:1 decision-cycle"]
        ),
        (
            "a question that nothing leads to",
            "# T\n\n## Which one?\n\n```mermaid\nflowchart TD\nA{Large?} -->|Yes| B[Kafka]\nA -->|No| C[Redis]\nE{Hot?} -->|Yes| B\nE -->|No| C\n```",
            ["5:1 decision-unreachable"]
        ),
        ("whole questions", "# T\n\n- Large?\n  - Yes → use Kafka\n  - No → use Redis", []),
    ]

    @Test("report", arguments: rows.indices)
    func report(_ index: Int) {
        let row = Self.rows[index]
        #expect(found(row.text) == row.found, "\(row.name)")
    }
}
