import Testing

@testable import Notes

/// A comparison's shape: its options, its criteria and its cells, row by row.
private func shapes(_ text: String) -> [String] {
    note(text).comparisons.map { comparison in
        let rows = comparison.criteria.map { criterion in
            "\(criterion.name): \(criterion.cells.map(\.text).joined(separator: ", "))"
        }
        return
            "\(comparison.orientation) \(comparison.options.map(\.name).joined(separator: "/")) | \(rows.joined(separator: " | "))"
    }
}

private let rows = """
    | Approach | Speed | Best for |
    |---|---|---|
    | Polling | slow | few |
    | Webhooks | fast | many |
    """

@Suite("Ways to lay out a comparison")
struct ComparisonFormTests {
    static let found: [(name: String, text: String, shape: String)] = [
        (
            "options as rows", "# Polling vs webhooks\n\n\(rows)",
            "optionsAsRows Polling/Webhooks | Speed: slow, fast | Best for: few, many"
        ),
        (
            "options as rows, with one more that the title leaves out",
            "# Polling vs webhooks\n\n\(rows)\n| Streams | steady | some |",
            "optionsAsRows Polling/Webhooks/Streams | Speed: slow, fast, steady | Best for: few, many, some"
        ),
        (
            "statements",
            "# TCP vs UDP\n\n| TCP | UDP |\n|---|---|\n| Connects first | Just sends |\n| Orders | Does not |",
            "statements TCP/UDP | : Connects first, Just sends | : Orders, Does not"
        ),
        (
            "statements of three",
            "# A1 vs B1 vs C1\n\n| A1 | B1 | C1 |\n|---|---|---|\n| a | b | c |\n| d | e | f |",
            "statements A1/B1/C1 | : a, b, c | : d, e, f"
        ),
        (
            "scenarios with marks, the options used elsewhere",
            "# Design\n\n## Composition\n\nx\n\n## Inheritance\n\ny\n\n## Fit\n\n| Scenario | Composition | Inheritance |\n|---|---|---|\n| Plug-ins | ✅ | ❌ |\n| Frameworks | ❌ | ✅ |",
            "optionsAsColumns Composition/Inheritance | Plug-ins: ✅, ❌ | Frameworks: ❌, ✅"
        ),
        (
            "a single row under a title",
            "# TCP vs UDP\n\n| Aspect | TCP | UDP |\n|---|---|---|\n| Order | kept | lost |",
            "optionsAsColumns TCP/UDP | Order: kept, lost"
        ),
        (
            "a title in Chinese, a weak corner",
            "# MySQL 与 PostgreSQL 的区别\n\n| 项 | MySQL | PostgreSQL |\n|---|---|---|\n| x | a | b |\n| y | a | b |",
            "optionsAsColumns MySQL/PostgreSQL | x: a, b | y: a, b"
        ),
        (
            "a title in Japanese, statements",
            "# RedisとMemcachedの違い\n\n| Redis | Memcached |\n|---|---|\n| a | b |\n| c | d |",
            "statements Redis/Memcached | : a, b | : c, d"
        ),
        (
            "a title in Korean, a weak corner",
            "# Redis와 Memcached 차이\n\n| 項目 | Redis | Memcached |\n|---|---|---|\n| x | a | b |\n| y | a | b |",
            "optionsAsColumns Redis/Memcached | x: a, b | y: a, b"
        ),
    ]

    @Test("are read", arguments: found.indices)
    func isFound(_ index: Int) {
        let row = Self.found[index]
        #expect(shapes(row.text) == [row.shape], "\(row.name)")
    }

    static let notFound: [(name: String, text: String)] = [
        (
            "findings under a comparison",
            "# Review\n\n## Differences found\n\n| Aspect | Finding | Follow-up |\n|---|---|---|\n| x | a | b |\n| y | a | b |"
        ),
        (
            "results under a comparison",
            "# T\n\n## Comparison\n\n| Feature | Expected result | Actual result |\n|---|---|---|\n| x | a | b |\n| y | a | b |"
        ),
        (
            "versions",
            "# T\n\n## Comparison\n\n| Feature | 1.9 | 2.0 |\n|---|---|---|\n| x | a | b |\n| y | a | b |"
        ),
        (
            "names that stand in the table alone",
            "# T\n\n| Property | Kafka | Redis |\n|---|---|---|\n| x | Kafka Kafka | Redis Redis |\n| y | Kafka | Redis |"
        ),
        ("a catalogue of rows", "# Tools\n\n## Comparison\n\n\(rows)"),
        (
            "rows that the title does not name",
            "# TCP vs UDP\n\n| Approach | Speed | Best for |\n|---|---|---|\n| Polling | slow | few |\n| Webhooks | fast | many |"
        ),
        (
            "definitions of the two",
            "# TCP vs UDP\n\n| Term | Meaning |\n|---|---|\n| TCP | a protocol |\n| UDP | another |"
        ),
        (
            "two rows among many",
            "# TCP vs UDP\n\n| Port | Use | Since |\n|---|---|---|\n| TCP | a | b |\n| UDP | a | b |\n| x | a | b |\n| y | a | b |\n| z | a | b |"
        ),
        ("statements without a title", "# Notes\n\n| TCP | UDP |\n|---|---|\n| a | b |\n| c | d |"),
        (
            "statements of which one is unknown",
            "# TCP vs UDP\n\n| TCP | SCTP |\n|---|---|\n| a | b |\n| c | d |"
        ),
        ("myth and reality", "# Myth vs reality\n\n| Myth | Reality |\n|---|---|\n| a | b |\n| c | d |"),
        ("before and after", "# Before vs after\n\n| Before | After |\n|---|---|\n| a | b |\n| c | d |"),
        (
            "before and after, in longer words",
            "# Comparison\n\n| Aspect | Before the move | After the move |\n|---|---|---|\n| a | b | c |\n| c | d | e |"
        ),
        (
            "advantages and disadvantages",
            "# Redis vs Memcached\n\n| Aspect | Advantages of Redis | Disadvantages of Redis |\n|---|---|---|\n| a | b | c |\n| c | d | e |"
        ),
        (
            "one row without a title",
            "# N\n\n## Comparison\n\n| Feature | A1 | B1 |\n|---|---|---|\n| x | a | b |"
        ),
        (
            "scenarios that were tested",
            "# Release\n\n| Scenario | Linux | macOS |\n|---|---|---|\n| Start | ✅ | ❌ |\n| Stop | ✅ | ✅ |"
        ),
    ]

    @Test("are not read into", arguments: notFound.indices)
    func isNotFound(_ index: Int) {
        let row = Self.notFound[index]
        #expect(shapes(row.text) == [], "\(row.name)")
    }

    @Test("several tables of a note are numbered, and their rows can be linked to")
    func numbers() throws {
        let table = "| Feature | A1 | B1 |\n|---|---|---|\n| x | yes | no |\n| y | no | yes |"
        let note = note("# A1 vs B1\n\n\(table)\n\n| Key | Value |\n|---|---|\n| a | b |\n\n\(table)")
        #expect(note.comparisons.map(\.number) == [1, 2])
        let second = try #require(note.comparisons.last)
        #expect(
            second.criteria.map { $0.cells.map(second.fragment) } == [
                ["claim:2:1", "claim:2:1"], ["claim:2:2", "claim:2:2"],
            ])
        let html = html(note)
        for id in ["claim:1:1", "claim:1:2", "claim:2:1", "claim:2:2"] {
            #expect(html.components(of: "<tr id=\"\(id)\">") == 1)
        }
        #expect(html.components(of: "<tr id=") == 4)
    }

    @Test("with options as rows, a cell's row is its option's")
    func rowsOfCells() throws {
        let note = note("# Polling vs webhooks\n\n\(rows)")
        let comparison = try #require(note.comparisons.first)
        #expect(
            comparison.criteria.map { $0.cells.map(comparison.fragment) } == [
                ["claim:1:1", "claim:1:2"], ["claim:1:1", "claim:1:2"],
            ])
        #expect(comparison.criteria.map(\.line) == [3, 3])
        #expect(comparison.criteria.map { $0.cells.map(\.line) } == [[5, 6], [5, 6]])
        let text = html(note)
        #expect(text.components(of: "<th scope=\"row\">Polling</th>") == 1)
        #expect(text.components(of: "<td class=\"value\">slow</td>") == 1)
        let cell = try #require(comparison.criteria.last?.cells.last)
        #expect(String(decoding: Array(text.utf8)[cell.place], as: UTF8.self) == "many")
    }

    @Test("a blank row is no criterion, and keeps no other row from its address")
    func blankRow() throws {
        let text =
            "# A vs B\n\n| Feature | A | B |\n|---|---|---|\n| one | 1 | 2 |\n|  |  |  |\n| two | 3 | 4 |\n|  |  |  |"
        let note = note(text)
        let comparison = try #require(note.comparisons.first)
        #expect(comparison.criteria.map(\.name) == ["one", "two"])
        #expect(comparison.criteria.map { $0.cells[0].row } == [1, 3])
        #expect([comparison].criterionCount == 2)
        #expect(problems(note) == [])
    }

    @Test("statements are counted, not criteria")
    func statementCount() throws {
        let text = "# A vs B vs C\n\n| A | B | C |\n|---|---|---|\n| a | b | c |\n| d | | f |\n| | | |"
        let comparison = try #require(note(text).comparisons.first)
        #expect([comparison].criterionCount == 0)
        #expect(comparison.statementCount(in: [0, 1]) == 3)
        #expect(comparison.statementCount(in: 0..<3) == 5)
    }

    @Test("statements have no row headers")
    func statements() {
        let text = html(note("# TCP vs UDP\n\n| TCP | UDP |\n|---|---|\n| Yes | No |\n| Orders | Does not |"))
        #expect(text.components(of: "scope=\"row\"") == 0)
        #expect(text.components(of: "<td class=\"value\">Yes</td>") == 1)
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
