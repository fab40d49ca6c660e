import Testing

@testable import Notes

/// Rules as `option: conditions - exceptions`.
private func rules(_ text: String) -> [[String]] {
    note(text).decisions.map { decision in
        decision.rules.map { rule in
            let exceptions = rule.exceptions.isEmpty ? "" : " - \(rule.exceptions.joined(separator: "; "))"
            return "\(rule.option.name): \(rule.conditions.joined(separator: "; "))\(exceptions)"
        }
    }
}

@Suite("Ways to write rules")
struct DecisionFormTests {
    static let found: [(name: String, text: String, rules: [String])] = [
        (
            "sub-headings",
            "# T\n\n## Choice\n\n### Use Kafka when\n\n- one\n- two\n\n### Use Redis when:\n\n- three",
            ["Kafka: one; two", "Redis: three"]
        ),
        (
            "an ellipsis for what follows",
            "# T\n\n## Choice\n\n### Use Kafka when…\n\n- one\n\n### Use Redis if …\n\n1. two",
            ["Kafka: one", "Redis: two"]
        ),
        (
            "paragraphs with an ellipsis",
            "# T\n\n**Use Kafka if…**\n\n- one\n\n**Use Redis if ...**\n\n- two",
            ["Kafka: one", "Redis: two"]
        ),
        (
            "adverbs and remarks behind the option",
            "# T\n\n## Which one?\n\n- Use **Kafka** only for logs\n- Use **Redis**, our favourite, if it is hot\n- Use **SQS** mainly when it is a job",
            ["Kafka: logs", "Redis: it is hot", "SQS: it is a job"]
        ),
        (
            "adverbs behind plain names",
            "# Kafka vs Redis\n\n- Use Kafka only for logs\n- Use Redis mostly when it is hot",
            ["Kafka: logs", "Redis: it is hot"]
        ),
        (
            "words that only introduce a list",
            "# T\n\n- Use Kafka if at least one is true:\n  - one\n- Use Redis if either:\n  - two\n- Use SQS if one or more apply:\n  - three",
            ["Kafka: one", "Redis: two", "SQS: three"]
        ),
        (
            "if and only if",
            "# Kafka vs Redis\n\n- Use Kafka if and only if it is a log\n- Use Redis if it is hot",
            ["Kafka: it is a log", "Redis: it is hot"]
        ),
        (
            "every verb can be negated",
            "# T\n\n## Which one?\n\n- Use **Kafka** if it is a log\n- Use **Redis** if it is hot\n- Don't choose **Redis** if it is large\n- Never pick **Kafka** when it is small",
            ["Kafka: it is a log - it is small", "Redis: it is hot - it is large"]
        ),
        (
            "sub-headings that lead to lists",
            "# T\n\n## Choice\n\n### Choose **Kafka** if you want:\n\nThis comes first:\n\n- one\n\n### Choose **Redis** if you want:\n\n- two",
            ["Kafka: one", "Redis: two"]
        ),
        (
            "sub-headings with conditions, under a decision",
            "# T\n\n## Which one to use?\n\n### Use Kafka for streams\n\ntext\n\n### Use Redis for caches\n\n- a",
            ["Kafka: streams", "Redis: caches"]
        ),
        (
            "when to use", "# T\n\n## When to use Kafka?\n\n- one\n\n## When to use Redis?\n\n- two",
            ["Kafka: one", "Redis: two"]
        ),
        (
            "when should I",
            "# Git\n\n### When should I use _merge_?\n\n- one\n\n### When should I use _rebase_?\n\n- two",
            ["merge: one", "rebase: two"]
        ),
        (
            "when to use both",
            "# T\n\n## When to use Kafka\n\n- one\n\n## When to use Redis\n\n- two\n\n## When to use both\n\n- three",
            ["Kafka: one", "Redis: two", "both: three"]
        ),
        (
            "when not to use one",
            "# T\n\n## When to use Kafka\n\n- one\n\n## When not to use Kafka\n\n- no\n\n## When to use Redis\n\n- two",
            ["Kafka: one - no", "Redis: two"]
        ),
        (
            "situations and choices",
            "# T\n\n| Situation | Use |\n|---|---|\n| It is cold | Kafka |\n| It is hot | **Redis** |",
            ["Kafka: It is cold", "Redis: It is hot"]
        ),
        (
            "needs and recommendations, in Chinese",
            "# T\n\n| 场景 | 推荐方案 | 原因 |\n|---|---|---|\n| 缓存 | Redis | 快 |\n| 日志 | Kafka | 大 |",
            ["Redis: 缓存", "Kafka: 日志"]
        ),
        (
            "an open beginning",
            "# T\n\n| If you need… | Go with |\n|---|---|\n| order | Use Kafka |\n| speed | Use Redis |",
            ["Kafka: order", "Redis: speed"]
        ),
        (
            "columns of conditions",
            "# T\n\n| Use streams when… | Use readers when… |\n|---|---|\n| data is large | data is small |\n| it comes late | |",
            ["streams: data is large; it comes late", "readers: data is small"]
        ),
        (
            "columns of options",
            "# Streams vs readers\n\n## Use it when\n\n| Streams | Readers |\n|---|---|\n| large | small |\n| late | soon |",
            ["Streams: large; late", "Readers: small; soon"]
        ),
        (
            "what each is best for",
            "# T\n\n## Which one?\n\n- **Kafka**: best for logs\n- **Redis** — ideal for caches",
            ["Kafka: logs", "Redis: caches"]
        ),
        (
            "situations first",
            "# T\n\n## How to choose\n\n- If you need logs, use **Kafka**\n- If you want a cache, use **Redis**.",
            ["Kafka: you need logs", "Redis: you want a cache"]
        ),
        (
            "arrows",
            "# Kafka vs Redis\n\n## How to choose\n\n- Need logs? → **Kafka**\n- **caches** → Redis",
            ["Kafka: Need logs", "Redis: caches"]
        ),
        (
            "sections with what each is best for",
            "# Kafka vs Redis\n\n## Kafka\n\ntext\n\n**Best for:** logs\n\n## Redis\n\n**Best for:**\n\n- caches\n- queues",
            ["Kafka: logs", "Redis: caches; queues"]
        ),
        (
            "unless",
            "# Kafka vs Redis\n\n- Use Kafka unless it is small\n- Use Redis if it is small, unless it must last",
            ["Kafka:  - it is small", "Redis: it is small - it must last"]
        ),
        (
            "a list of exceptions", "# T\n\n- Use Kafka unless:\n  - one\n- Use Redis if:\n  - two",
            ["Kafka:  - one", "Redis: two"]
        ),
        (
            "an alternative in bold",
            "# T\n\n- Use **TCP** over **UDP** when:\n  - one\n- Use **UDP** over **TCP** when:\n  - two",
            ["TCP: one", "UDP: two"]
        ),
        (
            "bold within a name",
            "# T\n\n- Use **Direct** trust when:\n  - one\n- Use **Chained** roles when:\n  - two",
            ["Direct trust: one", "Chained roles: two"]
        ),
        (
            "paragraphs in a callout",
            "# T\n\n> [!TIP]\n> Use Kafka when:\n> - one\n>\n> Use Redis when:\n> - two",
            ["Kafka: one", "Redis: two"]
        ),
        (
            "neither",
            "# T\n\n- Use Kafka when:\n  - one\n- Use Redis when:\n  - two\n- Use neither when:\n  - three",
            ["Kafka: one", "Redis: two", "neither: three"]
        ),
        (
            "letters whose lower case is longer", "# T\n\n- Use İİİİ if:\n  - one\n- Use İX if:\n  - two",
            ["İİİİ: one", "İX: two"]
        ),
        (
            "one over the other, under a question",
            "# Which broker should I use?\n\n- Use Kafka over Redis when logs are kept\n- Use Redis over Kafka when they are not",
            ["Kafka: logs are kept", "Redis: they are not"]
        ),
        (
            "tasks and tools under a question",
            "# T\n\n## Which tool to use\n\n| Task | Tool |\n|---|---|\n| logs | Kafka |\n| cache | Redis |",
            ["Kafka: logs", "Redis: cache"]
        ),
    ]

    @Test("are read", arguments: found.indices)
    func isFound(_ index: Int) {
        let row = Self.found[index]
        #expect(rules(row.text) == [row.rules], "\(row.name)")
    }

    static let notFound: [(name: String, text: String)] = [
        ("tasks and tools", "# T\n\n| Task | Tool |\n|---|---|\n| logs | Kafka |\n| cache | Redis |"),
        (
            "what a machine needs",
            "# Installation\n\n| Requirement | Recommended |\n|---|---|\n| CPU | 4 cores |\n| Memory | 8 GB |"
        ),
        (
            "commands by goal",
            "# Shell\n\n| Goal | Use |\n|---|---|\n| Move | `mv` |\n| Copy | `cp` |"
        ),
        ("sub-headings of one thing", "## When to use\n\n- x\n\n## When not to use\n\n- y"),
        ("sub-headings without lists", "## When to use Kafka\n\ntext\n\n## When to use Redis\n\ntext"),
        ("one sub-heading", "## When to use Kafka\n\n- x\n\n## Installation\n\n- y"),
        (
            "sub-headings that advise",
            "## Images\n\n### Use tags for releases\n\n- x\n\n### Use digests for builds\n\n- y"
        ),
        (
            "sub-headings of a comparison",
            "## When to use Kafka vs Redis\n\n- x\n\n## When to use which\n\n- y"
        ),
        (
            "questions and answers",
            "## Which one?\n\n| Question | Answer |\n|---|---|\n| Is it fast? | Kafka |\n| Is it small? | Redis |"
        ),
        (
            "requirements and services",
            "| Requirement | AWS service |\n|---|---|\n| a queue | SQS |\n| a bucket | S3 |"
        ),
        ("situations with one choice", "| Situation | Use |\n|---|---|\n| a | Kafka |\n| b | Kafka |"),
        (
            "situations with sentences",
            "| Situation | Recommendation |\n|---|---|\n| It is slow | Restart it, then look at the log, and ask whoever is on call |\n| It is down | Ask |"
        ),
        (
            "a guideline as a table",
            "## Guidelines\n\n| Task | Use |\n|---|---|\n| a | tags |\n| b | digests |"
        ),
        (
            "what each is best for, elsewhere",
            "## Products\n\n- **Kafka**: best for logs\n- **Redis**: best for caches"
        ),
        (
            "situations first, elsewhere",
            "## Alerts\n\n- If you need logs, use **Kafka**\n- If you want a cache, use **Redis**"
        ),
        ("arrows to unknown things", "## How to choose\n\n- **slow** → restart\n- **down** → call"),
        ("descriptions under a decision", "## Which one?\n\n- **Kafka**: a log\n- **Redis**: a cache"),
        (
            "sections of things that nobody compares",
            "## Kafka\n\n**Best for:** logs\n\n## Redis\n\n**Best for:** caches"
        ),
        (
            "numbered questions",
            "## Which one?\n\n1. Is it large?\n   - Yes: Kafka\n2. Is it small?\n   - Yes: Redis"
        ),
    ]

    @Test("are not read into", arguments: notFound.indices)
    func isNotFound(_ index: Int) {
        let row = Self.notFound[index]
        #expect(rules("# T\n\n\(row.text)") == [], "\(row.name)")
    }

    @Test("further columns of a table of situations give the reason")
    func reasons() {
        let text =
            "# T\n\n| Need | Tool | Why | Note |\n|---|---|---|---|\n| logs | Kafka | keeps | |\n| cache | Redis | fast | small |"
        #expect(note(text).decisions.first?.rules.map(\.reason) == ["keeps", "fast; small"])
    }

    static let defaults: [(name: String, text: String, option: String?)] = [
        (
            "a row for those who are not sure",
            "# T\n\n| Need | Use |\n|---|---|\n| logs | Kafka |\n| cache | Redis |\n| Not sure | Redis |",
            "Redis"
        ),
        (
            "an item for all others",
            "# T\n\n## How to choose\n\n- If you need logs, use **Kafka**\n- If you need a cache, use **Redis**\n- Otherwise, use **Redis**.",
            "Redis"
        ),
        (
            "a callout",
            "# T\n\n## Which?\n\n- Use Kafka if:\n  - one\n- Use Redis if:\n  - two\n\n> [!TIP] Default to Redis",
            "Redis"
        ),
        (
            "most teams",
            "# T\n\n## Which?\n\n- Use Kafka if:\n  - one\n- Use Redis if:\n  - two\n\nMost teams are happy with Redis.",
            "Redis"
        ),
        (
            "a sentence behind sub-headings",
            "# T\n\n## Which?\n\n### Use Kafka if\n\n- one\n\n### Use Redis if\n\n- two\n\nWhen in doubt, use Kafka.",
            "Kafka"
        ),
        (
            "without any heading",
            "- Use Kafka if:\n  - one\n- Use Redis if:\n  - two\n\nWhen in doubt, use Kafka.", "Kafka"
        ),
        (
            "both named",
            "# T\n\n## Which?\n\n- Use Kafka if:\n  - one\n- Use Redis if:\n  - two\n\nStart with Kafka or Redis.",
            nil
        ),
    ]

    @Test("give a default", arguments: defaults.indices)
    func fallback(_ index: Int) {
        let row = Self.defaults[index]
        let decision = note(row.text).decisions.first
        #expect(decision?.rules.map(\.option.name) == ["Kafka", "Redis"], "\(row.name)")
        #expect(decision?.fallback?.option.name == row.option, "\(row.name)")
    }

    @Test("a passage of sections reaches from its first heading to its last list")
    func place() throws {
        let note = note(
            "# T\n\n## Choice?\n\ntext\n\n### Use Kafka when\n\n- one\n\n### Use Redis when\n\n- two\n\nend")
        let decision = try #require(note.decisions.first)
        let text = String(decoding: Array(html(note).utf8)[decision.place], as: UTF8.self)
        #expect(text.hasPrefix("<h3 id=\"use-kafka-when\">"))
        #expect(text.hasSuffix("<li>two</li>\n</ul>\n"))
        #expect(decision.question == "Choice?")
        #expect(decision.line == 7)
        #expect(decision.rules.map(\.line) == [7, 11])
    }
}
