import Diagnostics
import Notes
import Testing

@Suite("Checks of a note")
struct NoteCheckTests {
    @Test(
        "a note without text is empty",
        arguments: [
            ("", true), ("# Title\n", true), ("#tag\n# Title\n", true), ("---\ntitle: T\n---\n", true),
            ("%%later%%\n", true), ("<!-- later -->\n", true), ("Text\n", false), ("# T\n\n## Part\n", false),
            ("![[other]]\n", false), ("---\ndraft: true\n---\n", false),
        ])
    func empty(text: String, isEmpty: Bool) {
        #expect(note(text).diagnostics.contains { $0.rule == .emptyNote } == isEmpty)
    }

    @Test(
        "a heading is one level below the one before at most",
        arguments: [
            ("# T\n\n### A\n", [3]), ("# T\n\n## A\n\n### B\n\n## C\n\n### D\n", []),
            ("### A\n\ntext\n\n### B\n", [5]),
            ("# T\n\n## A\n\n#### B\n\n##### C\n", [5]), ("# T\n\n> #### quoted\n\ntext\n", []),
            ("---\ntitle: T\n---\n### A\n", [4]),
        ])
    func levels(text: String, lines: [Int]) {
        let found = note(text).diagnostics.filter { $0.rule == .headingSkipsLevel }
        #expect(found.map(\.range.start.line) == lines)
    }

    @Test(
        "an image has a text",
        arguments: [
            ("![](a.png)", ["1:5"]), ("![  ](a.png)", ["1:7"]), ("![a](a.png)", []), ("![](a.mp4)", []),
            ("![](https://example.com/a)", ["1:5"]), ("![[a.png]]", []), ("[](a.png)", []),
        ])
    func alternatives(text: String, places: [String]) {
        let found = note(text).diagnostics.filter { $0.rule == .missingAltText }.map(\.range.start)
        #expect(found.map { "\($0.line):\($0.column)" } == places)
    }

    @Test(
        "an allowance is for the block below, or before all text for the note",
        arguments: [
            ("<!-- waymark: allow raw-html: r -->\n#tag\n# T\n\ntext\n", nil as ClosedRange<Int>?),
            ("# T\n\n<!-- waymark: allow raw-html: r -->\nfirst\nsecond\n\nthird\n", 4...5),
            ("text\n\n<!-- waymark: allow raw-html: r -->\n\n- a\n- b\n", 5...6),
        ])
    func allowances(text: String, lines: ClosedRange<Int>?) throws {
        let note = note(text)
        let allowance = try #require(note.allowances.first)
        #expect(allowance.rule == .rawHTML)
        #expect(allowance.lines == lines)
        #expect(note.diagnostics == [])
    }

    @Test("a comment above the tags leaves them tags")
    func tagsBelowAComment() {
        let note = note("<!-- waymark: allow raw-html: r -->\n#eks #iam\n# Title\n\ntext\n")
        #expect(note.tags.map(\.spelling) == ["eks", "iam"])
        #expect(html(note) == "<p>text</p>\n")
    }

    @Test(
        "an allowance needs a rule, a reason and a block",
        arguments: [
            ("allow raw-html", "an allowance needs a rule and a reason"),
            ("allow raw-html:", "an allowance needs a rule and a reason"),
            ("allow", "an allowance needs a rule and a reason"),
            ("allow raw-htm: r", "there is no rule `raw-htm` to allow"),
            ("allow raw-html: r", "nothing stands below this allowance"),
        ])
    func badAllowances(directive: String, message: String) {
        #expect(
            problems(note("text\n\n<!-- waymark: \(directive) -->\n")) == [
                "3:1 unknown-directive: \(message)"
            ])
    }
}

@Suite("Checks of code blocks")
struct CodeCheckTests {
    /// What is wrong with a block, as `line:column message`; lines count in the block.
    private func problems(_ language: String, _ code: String) -> [String] {
        note("```\(language)\n\(code)\n```\n").diagnostics.filter { $0.rule == .invalidCodeBlock }.map {
            "\($0.range.start.line - 1):\($0.range.start.column) \($0.message)"
        }
    }

    @Test(
        "JSON that is valid",
        arguments: [
            "{}", "[]", "1", "-0.5e+3", "\"a\\u00e9\\n\"", "{\"a\": [1, {\"b\": null}], \"c\": true}",
            "{}\n{}\n", "",
            "[[[]]]",
        ])
    func json(code: String) {
        #expect(problems("json", code) == [])
    }

    @Test(
        "JSON that is not",
        arguments: [
            ("{\"a\": 1,}", "1:9 a name in double quotes belongs here"),
            ("[1,]", "1:4 a value is missing before this"),
            ("{\"a\" 1}", "1:6 `:` is missing after the name"), ("[1 2]", "1:4 `,` is missing before this"),
            ("{\n  \"é\": nul\n}", "2:8 this is no value"), ("[1", "1:1 this is not closed"),
            ("01", "1:1 this is no number"),
            ("{'a': 1}", "1:2 a name in double quotes belongs here"), ("// x", "1:1 JSON has no comments"),
            ("\"a\nb\"", "1:1 this string is not closed on its line"),
            ("\"\\x\"", "1:2 there is no such escape"),
            ("[1]]", "1:4 a value is missing before this"),
            ("{\"a\":}", "1:6 a value is missing before this"),
        ])
    func badJSON(code: String, problem: String) {
        let parts = problem.split(separator: " ", maxSplits: 1)
        #expect(problems("json", code) == ["\(parts[0]) this is not valid JSON: \(parts[1])"])
    }

    @Test("very deep JSON is read all the same")
    func deepJSON() {
        let depth = 50_000
        let code = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(problems("json", code) == [])
    }

    @Test(
        "YAML that is valid",
        arguments: ["a: 1\nb: [2, 3]", "---\na: 1\n---\nb: 2\n", "- !Ref x", "", "# nothing"])
    func yaml(code: String) {
        #expect(problems("yaml", code) == [])
        #expect(problems("yml", code) == [])
    }

    @Test(
        "YAML that is not, with its place",
        arguments: [("a: 1\n b: 2", 2), ("a: [1", 2), ("a: 1\n---\nb: {{ x }}: y", 3), ("a: 1\na: 2", 2)])
    func badYAML(code: String, line: Int) throws {
        let found = problems("yaml", code)
        let first = try #require(found.first)
        #expect(found.count == 1)
        #expect(first.hasPrefix("\(line):"))
    }

    @Test(
        "TOML that is valid",
        arguments: [
            "a = 1\nb = \"x\"", "[t]\na = 1\n[t.u]\na = 2",
            "[[p]]\nn = 1\n[[p]]\nn = 2\n[p.q]\nx=1\n[[p]]\n[p.q]\nx=1",
            "a = [1, # one\n 2,\n]", "a = { b = 1, c.d = 'x' }", "\"a b\".c = true # yes",
            "d = 1979-05-27T07:32:00Z",
            "d = 1979-05-27 07:32:00.5-07:00\nt = 07:32:00\ne = 1979-05-27",
            "n = [0xFF, 0o7, 0b1, 1_000, -1.5e3, inf, -nan]",
            "s = \"\"\"\na \"quoted\" b\\\n  c\"\"\"\nl = '''\nx'''", "",
        ])
    func toml(code: String) {
        #expect(problems("toml", code) == [])
    }

    @Test(
        "TOML that is not",
        arguments: [
            ("a = ", "1:5 a value is missing here"), ("a 1", "1:3 `=` is missing after the key"),
            ("a = x", "1:5 this is no value: text must stand in quotation marks"),
            ("= 1", "1:1 a key belongs here"),
            ("a = 1 b = 2", "1:7 a new line must begin here"),
            ("a = 1\na = 2", "2:1 the key a is there twice"),
            ("[t]\n[t]", "2:1 the table t is there twice"),
            ("[t", "1:3 `]` is missing after the table's name"),
            ("a = \"x", "1:5 this string is not closed on its line"),
            ("a = [1 2]", "1:8 `,` or `]` is missing before this"),
            ("a = { b = 1", "1:12 `,` or `}` is missing before this"),
            ("a = 01", "1:5 this is no value: text must stand in quotation marks"),
            ("a = 1__0", "1:5 this is no value: text must stand in quotation marks"),
            ("a = 2026-13-01", "1:5 this is no value: text must stand in quotation marks"),
            ("a = \"\\q\"", "1:6 there is no such escape"),
        ])
    func badTOML(code: String, problem: String) {
        let parts = problem.split(separator: " ", maxSplits: 1)
        #expect(problems("toml", code) == ["\(parts[0]) this is not valid TOML: \(parts[1])"])
    }

    @Test("very deep TOML is refused before it exhausts the stack")
    func deepTOML() {
        let found = problems("toml", "a = " + String(repeating: "[", count: 100_000))
        #expect(found == ["1:69 this is not valid TOML: values are nested too deep"])
    }

    @Test("the place is that of the source, in lists and quotes too")
    func places() {
        let text = "- item\n\n  ```json\n  {\n    \"a\" 1\n  }\n  ```\n\n> ```json\n> [1 2]\n> ```\n"
        let starts = note(text).diagnostics.map(\.range.start)
        #expect(starts.map { "\($0.line):\($0.column)" } == ["5:9", "10:6"])
    }

    @Test("other languages are left alone", arguments: ["", "jsonc", "json5", "text", "yaml-template"])
    func others(language: String) {
        #expect(problems(language, "{ not: ] data") == [])
    }
}
