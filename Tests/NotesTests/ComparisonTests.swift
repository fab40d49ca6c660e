import Testing

@testable import Notes

private let body = "|---|---|---|\n| Persistence | Yes | No |\n| Threads | One | Many |\n"

@Suite("Comparisons")
struct ComparisonTests {
    static let found: [(name: String, text: String, options: [String])] = [
        (
            "title and corner", "# Redis vs Memcached\n\n| Feature | Redis | Memcached |\n\(body)",
            ["Redis", "Memcached"]
        ),
        (
            "bold corner", "# Redis vs Memcached\n\n| **Feature** | **Redis** | Memcached |\n\(body)",
            ["Redis", "Memcached"]
        ),
        (
            "blank corner", "# Redis vs Memcached\n\n|  | Redis | Memcached |\n\(body)",
            ["Redis", "Memcached"]
        ),
        (
            "blank corner under a heading",
            "# Notes\n\n## Redis versus Memcached\n\n| | Redis | Memcached |\n\(body)",
            ["Redis", "Memcached"]
        ),
        (
            "corner and comparison heading",
            "# Caches\n\n## Comparison\n\n| Aspect | Redis | Memcached |\n\(body)", ["Redis", "Memcached"]
        ),
        (
            "weak corner with a title", "# Redis vs Memcached\n\n| Capability | Redis | Memcached |\n\(body)",
            ["Redis", "Memcached"]
        ),
        (
            "difference between",
            "# What is the difference between TCP and UDP?\n\n| Aspect | TCP | UDP |\n\(body)",
            ["TCP", "UDP"]
        ),
        (
            "Chinese", "# MySQL 与 PostgreSQL 的区别\n\n| 维度 | MySQL | PostgreSQL |\n\(body)",
            ["MySQL", "PostgreSQL"]
        ),
        (
            "Japanese", "# メモ\n\n## RedisとMemcachedの違い\n\n| 観点 | Redis | Memcached |\n\(body)",
            ["Redis", "Memcached"]
        ),
        ("Korean", "# 노트\n\n## 비교\n\n| 항목 | Redis | Memcached |\n\(body)", ["Redis", "Memcached"]),
        (
            "German", "# Notiz\n\n## Vergleich\n\n| Merkmal | Redis | Memcached |\n\(body)",
            ["Redis", "Memcached"]
        ),
        (
            "three options",
            "# A vs B vs C\n\n| Feature | A | B | C |\n|---|---|---|---|\n| x | 1 | 2 | 3 |\n| y | a | b | c |",
            ["A", "B", "C"]
        ),
        (
            "trailing notes",
            "# Redis vs Memcached\n\n| Feature | Redis | Memcached | Notes |\n|---|---|---|---|\n| x | a | b | c |\n| y | a | b | c |",
            ["Redis", "Memcached"]
        ),
        (
            "trailing verdict in another script",
            "# Redis vs Memcached\n\n| 维度 | Redis | Memcached | 备注 |\n|---|---|---|---|\n| x | a | b | c |\n| y | a | b | c |",
            ["Redis", "Memcached"]
        ),
        (
            "parentheses",
            "# TCP vs UDP\n\n| Feature | TCP (Transmission Control Protocol) | UDP (User Datagram Protocol) |\n\(body)",
            ["TCP", "UDP"]
        ),
        (
            "in a quote",
            "# Redis vs Memcached\n\n> | Feature | Redis | Memcached |\n> |---|---|---|\n> | x | a | b |\n> | y | a | b |",
            ["Redis", "Memcached"]
        ),
        (
            "in a callout",
            "# Redis vs Memcached\n\n> [!NOTE]\n> | Feature | Redis | Memcached |\n> |---|---|---|\n> | x | a | b |\n> | y | a | b |",
            ["Redis", "Memcached"]
        ),
        (
            "wikilinks with labels",
            "# Redis vs Memcached\n\n| Feature | [[redis\\|Redis]] | [[memcached\\|Memcached]] |\n\(body)",
            ["Redis", "Memcached"]
        ),
        (
            "names used elsewhere",
            "# Browser storage\n\n## localStorage\n\nx\n\n## sessionStorage\n\ny\n\n## Summary\n\n| Feature | localStorage | sessionStorage |\n\(body)",
            ["localStorage", "sessionStorage"]
        ),
        (
            "scenarios by options",
            "# Composition vs inheritance\n\n| Scenario | Composition | Inheritance |\n|---|---|---|\n| x | ✅ | ❌ |\n| y | ❌ | ✅ |",
            ["Composition", "Inheritance"]
        ),
        (
            "emoji heading",
            "# Caches\n\n## 🔍 Redis vs. Memcached\n\n| Feature | Redis | Memcached |\n\(body)",
            ["Redis", "Memcached"]
        ),
        (
            "numbered heading",
            "# Caches\n\n## 3. Redis vs Memcached\n\n| Aspect | Redis | Memcached |\n\(body)",
            ["Redis", "Memcached"]
        ),
        (
            "hand-aligned",
            "# Redis vs Memcached\n\n|Feature|Redis|Memcached|\n|:------|:---:|--------:|\n|x|a|b|\n|y|a|b|",
            ["Redis", "Memcached"]
        ),
    ]

    @Test("are found", arguments: found.indices)
    func isFound(_ index: Int) {
        let row = Self.found[index]
        #expect(compared(row.text) == [row.options], "\(row.name)")
    }

    @Test("the file's name tells what is compared, where no title does")
    func fileName() {
        let note = note("| Feature | Redis | Memcached |\n\(body)", path: "redis-vs-memcached.md")
        #expect(note.comparisons.map { $0.options.map(\.name) } == [["Redis", "Memcached"]])
    }

    @Test("have a criterion for each row, short rows too")
    func ragged() throws {
        let comparison = try #require(
            note("# A vs B\n\n| Feature | A | B |\n|---|---|---|\n| **x** | yes | |\n| `y` | no |")
                .comparisons.first)
        #expect(comparison.criteria.map(\.name) == ["x", "y"])
        #expect(comparison.criteria.map { $0.cells.map(\.verdict) } == [[.yes, .empty], [.no, .empty]])
        #expect(comparison.title == "A vs B")
        #expect(comparison.line == 3)
    }

    /// Tables under a plain heading, as they stand in notes about one thing.
    static let notFound: [(name: String, header: String)] = [
        ("features described", "Feature | Description"), ("features described, in Japanese", "機能 | 説明"),
        ("items", "項目 | 内容"), ("keys", "Key | Action"), ("topics", "Topic | Description | Status"),
        ("purposes", "Feature | Purpose"), ("requirements", "Attribute | Required | Type"),
        ("attributes", "Attribute | Type | Default"), ("features in use", "Feature | Description | Use case"),
        ("categories", "Category | Examples"), ("parameters", "Parameter | Description"),
        ("metrics", "Metric | Value"),
        ("criteria with points", "Criterion | Points"),
        ("a rubric", "Criterion | 1 (Poor) | 3 | 5 (Excellent)"),
        ("questions", "Question | Answer"), ("services", "Requirement | AWS service"),
        ("tasks", "Feature | Responsible | Deadline"),
        ("number systems", "Attribute | Decimal | Hexadecimal | Constant"),
        ("shaders", "VS | HS | DS | GS"), ("a benchmark", "Tool | Command | Line count | Time"),
        ("a result set", "id | name | age"), ("problems", "Problem | Cause | Solution"),
        ("commands", "Command | Purpose"),
        ("risks", "Risk | Impact | Mitigation"),
        ("pros and cons", "Advantages of Redis | Disadvantages of Redis"),
        ("pros and cons by aspect", "Aspect | Pros | Cons"), ("a timeline", "时间 | 画面 | 口播"),
        ("before and after", "Aspect | Before | After"), ("old and new", "Feature | Old | New"),
        ("advice", "Feature | Why it matters | How to use"), ("a catalogue", "Type | Best for | Notes"),
    ]

    private static func table(_ header: String, _ cell: String) -> String {
        let width = header.split(separator: "|").count
        func row(_ cell: String) -> String { "|" + String(repeating: " \(cell) |", count: width) + "\n" }
        return "| \(header) |\n\(row("---"))\(row(cell))\(row("\(cell) too"))\(row("another"))"
    }

    @Test("are not found in tables that describe one thing", arguments: notFound.indices)
    func describing(_ index: Int) {
        let row = Self.notFound[index]
        #expect(
            compared("# Redis\n\n## Key features\n\n\(Self.table(row.header, "a text"))") == [], "\(row.name)"
        )
    }

    @Test(
        "are not found in tables that describe one thing, whatever the heading says",
        arguments: notFound.indices.filter { notFound[$0].header.split(separator: "|").count == 2 })
    func describingUnderComparison(_ index: Int) {
        let row = Self.notFound[index]
        #expect(compared("# Redis vs Memcached\n\n\(Self.table(row.header, "a text"))") == [], "\(row.name)")
    }

    @Test("are not found in changes of state", arguments: ["Aspect | Before | After", "维度 | 变更前 | 变更后"])
    func changes(header: String) {
        #expect(compared("# Redis\n\n## Before/after comparison\n\n\(Self.table(header, "a text"))") == [])
    }

    @Test(
        "are not found in",
        arguments: [
            (
                "numbers of two runs",
                "# Latency\n\n| Metric | bad (50 runs) | good (50 runs) |\n|---|---|---|\n| p50 | 10 | 5 |\n| p99 | 90 | 40 |"
            ),
            ("code", "# Redis vs Memcached\n\n```\n| Feature | Redis | Memcached |\n\(body)```"),
            ("a title of VS Code", "# Working in VS Code\n\n| Command | Mac | Windows |\n\(body)"),
            (
                "a query's result",
                "# Difference between LEFT and INNER JOIN\n\n| id | name | age |\n|---|---|---|\n| 1 | Ann | 30 |\n| 2 | Bob | 40 |"
            ),
            (
                "comparison operators",
                "# Comparison operators\n\n| Operator | Meaning | Example |\n|---|---|---|\n| = | equal | a = b |\n| < | less | a < b |"
            ),
            ("headers that repeat", "# A vs B\n\n| Feature | A | A |\n\(body)"),
            ("headers that are blank", "# A vs B\n\n| Feature | A | |\n\(body)"),
            ("a header alone", "# A vs B\n\n| Feature | A | B |\n|---|---|---|"),
            (
                "headers as long as sentences",
                "# A vs B\n\n| Feature | A \(String(repeating: "word ", count: 15)) | B |\n\(body)"
            ),
        ])
    func notIn(name: String, text: String) {
        #expect(compared(text) == [], "\(name)")
    }

    @Test("a table that is none is still a table")
    func stillTable() {
        let html = html(note("# Redis\n\n| Feature | Description |\n|---|---|\n| a | b |"))
        #expect(html.contains("<table>"))
        #expect(!html.contains("comparison"))
    }
}

@Suite("Contrasts in titles")
struct ContrastTests {
    @Test(
        "options of a title",
        arguments: [
            ("TCP vs UDP", ["TCP", "UDP"]),
            ("TCP vs. UDP", ["TCP", "UDP"]),
            ("TCP VS UDP", ["TCP", "UDP"]),
            ("TCP versus UDP", ["TCP", "UDP"]),
            ("A vs B vs C", ["A", "B", "C"]),
            ("TCP vs UDP: which one?", ["TCP", "UDP"]),
            ("TCP vs UDP — a summary", ["TCP", "UDP"]),
            ("What is the difference between IRSA and EKS Pod Identity?", ["IRSA", "EKS Pod Identity"]),
            ("Differences between A, B and C", ["A", "B", "C"]),
            ("Choosing between A or B", ["A", "B"]),
            ("Redis, Valkey and Memcached compared", ["Redis", "Valkey", "Memcached"]),
            ("Merge or rebase?", ["Merge", "rebase"]),
            ("VS Code vs Vim", ["VS Code", "Vim"]),
            ("Python packaging: pip, Poetry or uv", ["pip", "Poetry", "uv"]),
            ("Where to run it: Lambda, Fargate or EC2?", ["Lambda", "Fargate", "EC2"]),
            ("HTTP – PUT vs PATCH", ["PUT", "PATCH"]), ("When to use PUT vs PATCH", ["PUT", "PATCH"]),
            ("When to write unit tests vs integration tests", ["unit tests", "integration tests"]),
            ("3. TCP vs UDP", ["TCP", "UDP"]),
            ("IRSA (IAM Roles for Service Accounts) vs Pod Identity", ["IRSA", "Pod Identity"]),
        ])
    func options(title: String, expected: [String]) {
        #expect(Contrast.options(in: title).map(\.name) == expected)
    }

    @Test(
        "and titles without any",
        arguments: [
            "", "Redis", "Working in VS Code", "VS Code", "Comparison operators", "vs", "A vs", "vs B",
            "How to configure one thing or another thing in a very long title", "Terms and conditions",
            "Create or delete", "Create or delete clusters", "Integration tests with VS Code APIs",
            "Notes, links and tags", "Hello, world",
        ])
    func none(title: String) {
        #expect(Contrast.options(in: title).isEmpty)
    }
}

@Suite("Names of options")
struct OptionNameTests {
    @Test(
        "a name and what stands in parentheses",
        arguments: [
            ("IRSA (IAM Roles for Service Accounts)", "IRSA", ["IAM Roles for Service Accounts"]),
            ("Chatbot (old)", "Chatbot", []),
            ("S3 (Simple Storage Service)", "S3", ["Simple Storage Service"]),
            ("S3 (Amazon S3)", "S3", ["Amazon S3"]),
            ("S3 (AWS)", "S3", []),
            ("Amazon Elastic Container Service (ECS)", "Amazon Elastic Container Service", ["ECS"]),
            ("EC2 (Elastic Compute Cloud)", "EC2", ["Elastic Compute Cloud"]),
            ("message queue (MQ)", "message queue", ["MQ"]),
            ("GHA (GitHub Actions)", "GHA", ["GitHub Actions"]),
            ("GitHub Actions (GHA)", "GitHub Actions", ["GHA"]),
            ("K8s (Kubernetes)", "K8s", ["Kubernetes"]),
            ("Postgres (PostgreSQL)", "Postgres", ["PostgreSQL"]),
            ("Node.js (NodeJS)", "Node.js", ["NodeJS"]),
            ("MySQL (open source)", "MySQL", []),
            ("Redis (Redis Cluster)", "Redis", []),
            ("🐳", "🐳", []),
            ("X (more than five words stand in these parentheses)", "X", []),
            ("EKS Pod Identity", "EKS Pod Identity", []),
            ("**Bold** ", "Bold", []),
            ("(only)", "(only)", []),
            ("✅ Redis", "Redis", []),
            ("2. EKS Pod Identity", "EKS Pod Identity", []),
            ("Claude 3.5 Sonnet", "Claude 3.5 Sonnet", []),
        ])
    func parts(text: String, name: String, otherNames: [String]) {
        let option = OptionName(text)
        #expect(option.name == name)
        #expect(option.otherNames == otherNames)
    }

    @Test(
        "two names of one option",
        arguments: [
            ("IRSA", "irsa", true),
            ("IRSA", "IRSA (IAM Roles for Service Accounts)", true),
            ("IRSA", "IAM Roles for Service Accounts", true),
            ("Pod Identity", "EKS Pod Identity", true),
            ("container", "containers", true),
            ("TCP", "UDP", false),
            ("Redis", "Redis Cluster Enterprise", false),
            ("Java", "JavaScript", false),
        ])
    func same(left: String, right: String, expected: Bool) {
        #expect(OptionName(left).isSame(as: OptionName(right)) == expected)
        #expect(OptionName(right).isSame(as: OptionName(left)) == expected)
    }
}
