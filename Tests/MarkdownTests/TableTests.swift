import Markdown
import Testing

@Suite("Tables")
struct TableTests {
    /// What is a table, and what its cells are.
    static let found: [(name: String, text: String, rows: [[String]])] = [
        ("plain", "| a | b |\n|---|---|\n| 1 | 2 |", [["a", "b"], ["1", "2"]]),
        ("without outer pipes", "a | b\n--|--\n1 | 2", [["a", "b"], ["1", "2"]]),
        ("one dash is enough", "a|b\n-|-\n1|2", [["a", "b"], ["1", "2"]]),
        ("header only", "| a | b |\n|---|---|", [["a", "b"]]),
        ("one column", "| a |\n|---|\n| 1 |", [["a"], ["1"]]),
        ("blank corner", "|  | b |\n|---|---|\n| 1 | 2 |", [["", "b"], ["1", "2"]]),
        ("escaped pipe", "| a \\| b | c |\n|---|---|\n| 1 \\| 1 | 2 |", [["a | b", "c"], ["1 | 1", "2"]]),
        ("escaped pipe in code", "| a | b |\n|---|---|\n| `x \\| y` | 2 |", [["a", "b"], ["x | y", "2"]]),
        ("bare pipe in code parts cells", "| a | b |\n|---|---|\n| `x | y` |", [["a", "b"], ["`x", "y`"]]),
        ("short row", "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 |", [["a", "b"], ["1", ""], ["1", "2"]]),
        ("long row", "| a | b |\n|---|---|\n| 1 | 2 | 3 |", [["a", "b"], ["1", "2"]]),
        ("text right below is a row", "| a | b |\n|---|---|\ntext", [["a", "b"], ["text", ""]]),
        (
            "equals signs below are a row", "| a | b |\n|---|---|\n| 1 | 2 |\n===",
            [["a", "b"], ["1", "2"], ["===", ""]]
        ),
        ("emphasis and code", "| **a** | `b` |\n|---|---|\n| *1* | ~2~ |", [["a", "b"], ["1", "2"]]),
        ("indented by three", "   | a | b |\n   |---|---|\n   | 1 | 2 |", [["a", "b"], ["1", "2"]]),
        ("hash signs in cells", "| C# | # |\n|---|---|\n| a # | ## |", [["C#", "#"], ["a #", "##"]]),
        ("backslashes", "| a\\\\ | b |\n|---|---|\n| \\* | \\\\ |", [["a\\", "b"], ["*", "\\"]]),
        (
            "block marks in cells are text", "| a | b |\n|---|---|\n| - x | > y |",
            [["a", "b"], ["- x", "> y"]]
        ),
        ("wide characters", "| 维度 | é |\n|---|---|\n| 一 | 😀 |", [["维度", "é"], ["一", "😀"]]),
        ("tabs around cells", "|\ta\t|\tb\t|\n|---|---|\n|\t1\t|\t2\t|", [["a", "b"], ["1", "2"]]),
        ("in a quote", "> | a | b |\n> |---|---|\n> | 1 | 2 |", [["a", "b"], ["1", "2"]]),
        ("in a quote without spaces", ">| a | b |\n>|---|---|\n>| 1 | 2 |", [["a", "b"], ["1", "2"]]),
        (
            "in a quote below text", "> text\n> | a | b |\n> |---|---|\n> | 1 | 2 |",
            [["a", "b"], ["1", "2"]]
        ),
        ("in a list item", "- | a | b |\n  |---|---|\n  | 1 | 2 |", [["a", "b"], ["1", "2"]]),
        (
            "in a list item below text", "- text\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |",
            [["a", "b"], ["1", "2"]]
        ),
        ("in a numbered item", "10. | a | b |\n    |---|---|\n    | 1 | 2 |", [["a", "b"], ["1", "2"]]),
        ("in a list in a quote", "> - | a | b |\n>   |---|---|\n>   | 1 | 2 |", [["a", "b"], ["1", "2"]]),
        ("in a nested list", "- x\n  - | a | b |\n    |---|---|\n    | 1 | 2 |", [["a", "b"], ["1", "2"]]),
        ("below a paragraph's text", "text\n| a | b |\n|---|---|\n| 1 | 2 |", [["a", "b"], ["1", "2"]]),
        ("ended by a lazy line", "> | a | b |\n> |---|---|\n> | 1 | 2 |\nlazy", [["a", "b"], ["1", "2"]]),
        ("ended by a thematic break", "| a | b |\n|---|---|\n| 1 | 2 |\n---", [["a", "b"], ["1", "2"]]),
        ("ended by a heading", "| a | b |\n|---|---|\n| 1 | 2 |\n# h", [["a", "b"], ["1", "2"]]),
        ("ended by a list", "| a | b |\n|---|---|\n| 1 | 2 |\n- x", [["a", "b"], ["1", "2"]]),
        ("ended by a fence", "| a | b |\n|---|---|\n| 1 | 2 |\n```\nx\n```", [["a", "b"], ["1", "2"]]),
        ("reference link", "| [a] | b |\n|---|---|\n| 1 | 2 |\n\n[a]: /u", [["a", "b"], ["1", "2"]]),
        (
            "wikilink with an escaped pipe", "| [[n\\|l]] | b |\n|---|---|\n| 1 | 2 |",
            [["l", "b"], ["1", "2"]]
        ),
    ]

    @Test("is a table", arguments: found.indices)
    func isTable(_ index: Int) {
        let row = Self.found[index]
        #expect(tables(row.text) == [row.rows], "\(row.name)")
    }

    @Test(
        "is no table",
        arguments: [
            ("one header cell too few", "| a |\n|---|---|\n| 1 | 2 |"),
            ("one header cell too many", "| a | b | c |\n|---|---|\n| 1 | 2 |"),
            ("delimiter without a pipe", "a\n---\n1"),
            ("delimiter without a pipe below a row", "| a |\n---\n| 1 |"),
            ("delimiter with other characters", "| a | b |\n|-x-|---|\n| 1 | 2 |"),
            ("delimiter with an empty cell", "| a | b |\n|---||\n| 1 | 2 |"),
            ("delimiter with colons alone", "| a | b |\n|:|:|\n| 1 | 2 |"),
            ("delimiter split by spaces", "| a | b |\n|- -|---|\n| 1 | 2 |"),
            ("no delimiter", "| a | b |\n| 1 | 2 |"),
            ("delimiter first", "|---|---|\n| a | b |"),
            ("blank line between", "| a | b |\n\n|---|---|"),
            ("in a fence", "```\n| a | b |\n|---|---|\n| 1 | 2 |\n```"),
            ("in a fence in a list", "- x\n  ```\n  | a | b |\n  |---|---|\n  ```"),
            ("in indented code", "    | a | b |\n    |---|---|"),
            ("in an HTML block", "<div>\n| a | b |\n|---|---|\n</div>"),
            ("in a comment", "<!--\n| a | b |\n|---|---|\n-->"),
            ("delimiter is a lazy line", "> | a | b |\n|---|---|\n| 1 | 2 |"),
        ])
    func isNoTable(name: String, text: String) {
        #expect(tables(text) == [], "\(name)")
    }

    @Test(
        "what stands before and after keeps its own kind",
        arguments: [
            ("text\n| a | b |\n|---|---|\n| 1 | 2 |", [.paragraph, .table]),
            ("| a | b |\n|---|---|\n| 1 | 2 |\n---", [.table, .thematicBreak]),
            ("| a | b |\n|---|---|\n| 1 | 2 |\n***", [.table, .thematicBreak]),
            ("| a | b |\n|---|---|\n| 1 | 2 |\n- x", [.table, .bulletList]),
            ("| a | b |\n|---|---|\n| 1 | 2 |\n# h", [.table, .heading]),
            ("| a | b |\n|---|---|\n| 1 | 2 |\n> q", [.table, .blockQuote]),
            ("| a | b |\n|---|---|\n| 1 | 2 |\n\ntext", [.table, .paragraph]),
            ("> | a | b |\n> |---|---|\n> | 1 | 2 |\nlazy", [.blockQuote, .paragraph]),
            ("# h\n| a | b |\n|---|---|\n| 1 | 2 |", [.heading, .table]),
            ("| a | b |\n|---|---|\n\n| c | d |\n|---|---|", [.table, .table]),
            ("| a |\n---\n| 1 |", [.heading, .paragraph]),
        ] as [(String, [Tree.Kind])])
    func neighbours(text: String, expected: [Tree.Kind]) {
        #expect(blocks(text) == expected)
    }

    @Test("the delimiter row gives the alignments")
    func alignments() throws {
        let tree = tree("| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |")
        let table = try #require(tree.nodes.indices.first { tree[$0].kind == .table })
        for row in tree.children(of: table) {
            let levels = tree.children(of: row).map { tree[$0].level }
            #expect(levels == [.left, .center, .right, .none].map(\Tree.Alignment.rawValue))
        }
    }

    @Test("rows know their own lines")
    func lines() throws {
        let tree = tree("text\n\n> | a | b |\n> |---|---|\n> | 1 | 2 |\n> | 3 | 4 |\n\nafter")
        let rows = tree.nodes.filter { $0.kind == .tableRow }.map(\.line)
        #expect(rows == [3, 5, 6])
        #expect(tree.nodes.last { $0.kind == .paragraph }?.line == 8)
    }

    @Test("is written as HTML with a scroll container, scopes and alignment classes")
    func markup() {
        #expect(
            html("| a | b |\n|:-:|---|\n| `<` | [x](y.md) |\n") == """
                <div class="table-scroll narrow" role="group" aria-label="Table" tabindex="0">
                <table>
                <thead>
                <tr>
                <th scope="col" class="center">a</th>
                <th scope="col">b</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="center"><code>&lt;</code></td>
                <td>‹0x0›</td>
                </tr>
                </tbody>
                </table>
                </div>

                """)
    }

    @Test("has no body where it has a header only")
    func headerOnlyMarkup() {
        let html = html("| a | b |\n|---|---|\n")
        #expect(html.contains("<thead>"))
        #expect(!html.contains("<tbody>"))
    }

    @Test("a reference link in a cell leads where its definition says")
    func referenceLink() {
        #expect(links("| [a] | b |\n|---|---|\n| [x][a] | 2 |\n\n[a]: u.md") == ["link u.md", "link u.md"])
    }

    @Test("a wikilink in a cell has its label behind an escaped pipe")
    func wikilink() {
        #expect(links("| [[n\\|l]] | b |\n|---|---|\n| 1 | 2 |") == ["wikilink n|l"])
    }

    @Test("for CommonMark it is a paragraph")
    func commonMark() {
        let tree = tree("| a | b |\n|---|---|\n| 1 | 2 |", dialect: .commonMark)
        #expect(tree.children(of: 0).map { tree[$0].kind } == [.paragraph])
    }
}
