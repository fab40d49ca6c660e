import Markdown
import Testing
import Writers

@Suite("Tables on paper")
struct PrintedTableTests {
    /// A table of equal columns: its head, and a row.
    private func table(_ columns: Int, _ cell: String, head: String = "H") -> String {
        func row(_ cell: String) -> String { "|" + String(repeating: " \(cell) |", count: columns) + "\n" }
        return row(head) + row("---") + row(cell)
    }

    private func form(_ html: String) -> String? {
        html.firstMatch(of: /class="table-scroll ?([-a-z]*)(?: narrow)?"/).map {
            $0.output.1 == "narrow" ? "" : String($0.output.1)
        }
    }

    @Test(
        "the more columns, the smaller the type, then the wider the sheet, then row by row",
        arguments: [
            (1, ""), (7, ""), (8, "print-small"), (9, "print-small"), (10, "print-wide"), (13, "print-wide"),
            (14, "print-rows"), (60, "print-rows"),
        ])
    func columns(count: Int, expected: String) {
        #expect(form(html(table(count, "characters"))) == expected)
    }

    @Test(
        "a column is as wide as its longest word",
        arguments: [
            ("one two three four five six seven eight", ""), ("onetwothreefourfive", "print-wide"),
            ("one-two-three-four-five", ""), ("**one**two*three*four`five`", "print-wide"),
            ("[onetwothreefourfive](x.md)", "print-wide"), ("[[onetwothreefourfive]]", "print-wide"),
            ("[[onetwothreefourfive\\|one]]", ""), ("`one two`", ""), ("表格的每一列都很长表格的每一列都很长", ""),
            ("üüüüüüü", ""), ("#onetwothreefourfive", "print-wide"),
        ])
    func words(cell: String, expected: String) {
        #expect(form(html(table(6, cell))) == expected, "\(cell)")
    }

    @Test(
        "few columns have room for whole words on a wide screen, unless these are too long",
        arguments: [
            (4, "characters", true), (4, "onetwothreefourfive", false), (5, "one", false), (1, "one", true),
            (3, "onetwothreefourfive", false), (3, "onetwothreefour", true),
        ])
    func narrow(columns: Int, cell: String, expected: Bool) {
        #expect(html(table(columns, cell)).contains("class=\"table-scroll narrow\"") == expected)
    }

    @Test("a comparison has room for marks")
    func marks() {
        let tree = tree(table(7, "characters"))
        let action = Directive.Action.comparison(name: "x", hasRowHeaders: true)
        let node = tree.nodes.firstIndex { $0.kind == .table } ?? 0
        let body = body(tree, directives: [Directive(node: node, action: action)])
        #expect(form(String(decoding: body.html.bytes, as: UTF8.self)) == "print-small")
    }

    @Test("a word that no column can hold makes none wide, and may break")
    func longWords() {
        let word = String(repeating: "x", count: 31)
        let html = html("| a | b |\n|---|--:|\n| \(word) | \(word) |\n| \(word.dropLast()) | c |\n")
        #expect(form(html) == "")
        #expect(html.contains("<td class=\"long\">\(word)</td>\n<td class=\"right long\">\(word)</td>"))
        #expect(html.contains("<td>\(word.dropLast())</td>\n<td class=\"right\">c</td>"))
    }

    @Test("row by row, each cell says the name of its column as an attribute can hold it")
    func labels() {
        let html = html(table(30, "characters", head: "*A* \"\\<b>\" & `c`"))
        let label = "data-label=\"A &quot;&lt;b&gt;&quot; &amp; c\""
        #expect(html.matches(of: /data-label=/).count == 30)
        #expect(html.components(separatedBy: label).count == 31)
        #expect(!html.contains(/<th[^>]*data-label/))
    }

    @Test("no other table says it, and a column without a name has none to say")
    func noLabels() {
        #expect(!html(table(13, "characters")).contains("data-label"))
        let html = html(table(30, "characters", head: " "))
        #expect(form(html) == "print-rows")
        #expect(!html.contains("data-label"))
    }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}
