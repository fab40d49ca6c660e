import Testing

@testable import Notes

@Suite("Directives")
struct DirectiveTests {
    @Test(
        "make a comparison of any table of options",
        arguments: [
            (
                "| Port | Kafka | Redis |\n|---|---|---|\n| x | 1 | 2 |", "optionsAsColumns",
                ["Kafka", "Redis"]
            ),
            (
                "| Tool | Type | Default |\n|---|---|---|\n| Kafka | a | b |\n| Redis | c | d |",
                "optionsAsRows", ["Kafka", "Redis"]
            ),
            (
                "| Name | Purpose |\n|---|---|\n| Kafka | a |\n| Redis | c |", "optionsAsRows",
                ["Kafka", "Redis"]
            ),
        ] as [(String, String, [String])])
    func comparison(table: String, orientation: String, options: [String]) {
        for gap in ["\n", "\n\n"] {
            let note = note("# T\n\n<!-- waymark: comparison -->\(gap)\(table)")
            #expect(note.comparisons.map { "\($0.orientation)" } == [orientation])
            #expect(note.comparisons.map { $0.options.map(\.name) } == [options])
            #expect(!problems(note).contains { $0.contains("unknown-directive") })
        }
    }

    @Test(
        "make a decision of any list of rules, and of any table",
        arguments: [
            ("- Use tags for releases\n- Use digests for builds", ["tags: releases", "digests: builds"]),
            (
                "- **tags**: best for releases\n- **digests**: ideal for builds",
                ["tags: releases", "digests: builds"]
            ),
            ("- releases → tags\n- builds → digests", ["tags: releases", "digests: builds"]),
            (
                "| a | b |\n|---|---|\n| releases | tags |\n| builds | digests |",
                ["tags: releases", "digests: builds"]
            ),
        ] as [(String, [String])])
    func decision(block: String, rules: [String]) {
        #expect(decided("# T\n\n## Tips\n\n\(block)") == [])
        #expect(decided("# T\n\n## Tips\n\n<!-- waymark: decision -->\n\(block)") == [rules])
        #expect(
            decided(
                "# T\n\n> <!-- Waymark: Decision -->\n>\n\(block.split(separator: "\n").map { "> \($0)" }.joined(separator: "\n"))"
            ) == [rules])
    }

    @Test("leave a block as it is")
    func plain() {
        let table = "| Feature | Kafka | Redis |\n|---|---|---|\n| x | a | b |\n| y | a | b |"
        let list = "- Use Kafka if:\n  - one\n- Use Redis if:\n  - two"
        let situations = "| Need | Use |\n|---|---|\n| a | Kafka |\n| b | Redis |"
        let chart = "```mermaid\nflowchart TD\nA{Large?} -->|Yes| B[Kafka]\nA -->|No| C[Redis]\n```"
        for block in [table, list, situations, chart] {
            let note = note("# Kafka vs Redis\n\n<!-- waymark: plain -->\n\(block)")
            #expect(note.comparisons == [] && note.decisions == [], "\(block)")
            #expect(problems(note) == [])
        }
        let sections = "### Use Kafka when\n\n- one\n\n### Use Redis when\n\n- two"
        #expect(decided("# T\n\n<!-- waymark: plain -->\n\(sections)") == [])
        #expect(decided("# T\n\n\(sections)").count == 1)
    }

    @Test(
        "are reported where they are wrong",
        arguments: [
            (
                "<!-- waymark: comparisn -->\n\n| a | b |\n|---|---|\n| c | d |",
                "no such directive: comparisn"
            ),
            ("<!-- waymark: -->\n\ntext", "no such directive: "),
            (
                "<!-- waymark: comparison -->\n\ntext",
                "nothing below this directive can be read as `comparison`"
            ),
            (
                "<!-- waymark: comparison -->\n- a\n- b",
                "nothing below this directive can be read as `comparison`"
            ),
            (
                "<!-- waymark: decision -->\n- a\n- b",
                "nothing below this directive can be read as `decision`"
            ),
            (
                "<!-- waymark: decision -->\n```sh\nls\n```",
                "nothing below this directive can be read as `decision`"
            ),
            (
                "<!-- waymark: decision -->\n| a | b |\n|---|---|\n| c | d |",
                "nothing below this directive can be read as `decision`"
            ),
            (
                "<!-- waymark: comparison -->\n| a |\n|---|\n| c |",
                "nothing below this directive can be read as `comparison`"
            ),
            ("<!-- waymark: plain -->", "nothing below this directive can be read as `plain`"),
        ])
    func wrong(text: String, message: String) {
        #expect(problems(note("# T\n\n\(text)")) == ["3:1 unknown-directive: \(message)"])
    }

    @Test(
        "are not what other comments say",
        arguments: ["<!-- a waymark: plain -->", "<!-- plain -->", "%% waymark: plain %%"])
    func others(comment: String) {
        #expect(problems(note("# T\n\n\(comment)\n\ntext")) == [])
    }
}
