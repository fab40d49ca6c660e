import Diagnostics
import Testing

/// One list of diagnostics for all formats: both severities, a related place, a hint, characters to be escaped.
private let fixture: [Diagnostic] = [
    Diagnostic(
        .ambiguousLink, "irsa names 2 notes", at: SourcePath("b,c:d.md"),
        SourceRange(start: SourcePosition(line: 3, column: 7), length: 4),
        related: [
            Diagnostic.Related(
                path: SourcePath("x/irsa.md"), position: SourcePosition(line: 2, column: 5), note: "here"),
            Diagnostic.Related(path: SourcePath("y/irsa.md"), note: "or here"),
        ], hint: "write the path"),
    Diagnostic(
        .brokenLink, "no note has the path, title or alias \"100%\"", at: SourcePath("a.md"),
        SourceRange(start: SourcePosition(line: 12, column: 5), length: 4)),
]

private let lines: @Sendable (SourcePath, Int) -> String? = { path, line in
    switch (path.string, line) {
    case ("a.md", 12): "See 100% of it"
    case ("b,c:d.md", 3): "First [[irsa]]"
    default: nil
    }
}

private func rendered(_ format: Report.Format, isColored: Bool = false) -> String {
    Report(fixture, prefix: "content/", line: lines).rendered(as: format, isColored: isColored)
}

/// A broken link at a place of a line, as text.
private func broken(line: String?, column: Int, length: Int) -> String {
    let range = SourceRange(start: SourcePosition(line: 1, column: column), length: length)
    return Report([Diagnostic(.brokenLink, "m", at: SourcePath("a.md"), range)]) { _, _ in line }
        .rendered(as: .text)
}

@Suite("Report formats")
struct ReportFormatTests {
    @Test("the content folder stands before its files alone", arguments: Report.Format.allCases)
    func others(_ format: Report.Format) {
        let path = SourcePath("theme/partials/footer.html")
        let report = Report(
            fixture + [Diagnostic(.unknownKey, "m", at: path)], prefix: "content/", others: [path])
        let text = report.with(report.diagnostics).rendered(as: format)
        #expect(text.contains("theme/partials/footer.html") && text.contains("content/a.md"))
        #expect(!text.contains("content/theme"))
    }

    @Test("short: a line a diagnostic")
    func short() {
        #expect(
            rendered(.short) == """
                content/a.md:12:5: error[broken-link]: no note has the path, title or alias "100%"
                content/b,c:d.md:3:7: warning[ambiguous-link]: irsa names 2 notes

                """)
    }

    @Test("text: the source line, carets, related places and the hint")
    func text() {
        #expect(
            rendered(.text) == """
                content/a.md:12:5: error[broken-link]: no note has the path, title or alias "100%"
                  12 | See 100% of it
                     |     ^^^^

                content/b,c:d.md:3:7: warning[ambiguous-link]: irsa names 2 notes
                  3 | First [[irsa]]
                    |       ^^^^
                  content/x/irsa.md:2: here
                  content/y/irsa.md:1: or here
                help: write the path


                """)
    }

    @Test("github: workflow commands with their own escapes")
    func github() {
        #expect(
            rendered(.github)
                == "::error file=content/a.md,line=12,col=5,endColumn=9,title=broken-link::"
                + "no note has the path, title or alias \"100%25\"\n"
                + "::warning file=content/b%2Cc%3Ad.md,line=3,col=7,endColumn=11,title=ambiguous-link::"
                + "irsa names 2 notes%0Ahelp: write the path\n")
    }

    @Test("json: an object a line")
    func json() {
        #expect(
            rendered(.json)
                == #"{"rule":"broken-link","severity":"error","#
                + #""message":"no note has the path, title or alias \"100%\"","path":"content/a.md","#
                + #""line":12,"column":5,"length":4,"hint":null,"related":[]}"# + "\n"
                + #"{"rule":"ambiguous-link","severity":"warning","message":"irsa names 2 notes","#
                + #""path":"content/b,c:d.md","line":3,"column":7,"length":4,"hint":"write the path","related":["#
                + #"{"path":"content/x/irsa.md","line":2,"column":5,"note":"here"},"#
                + #"{"path":"content/y/irsa.md","line":1,"column":1,"note":"or here"}]}"# + "\n")
    }

    @Test("colours change nothing but colours")
    func colors() {
        let colored = rendered(.text, isColored: true)
        #expect(colored.contains("\u{1B}[1;31merror[broken-link]\u{1B}[0m"))
        #expect(colored.contains("\u{1B}[1;33mwarning[ambiguous-link]\u{1B}[0m"))
        var plain = colored
        for code in ["1;31", "1;33", "31", "1", "0"] {
            plain = plain.split(separator: "\u{1B}[\(code)m", omittingEmptySubsequences: false).joined()
        }
        #expect(plain == rendered(.text))
    }

    @Test(
        "formats for programs have no colours", arguments: Report.Format.allCases.filter { $0 != .text })
    func noColors(format: Report.Format) {
        #expect(rendered(format, isColored: true) == rendered(format))
    }

    @Test(
        "a report without diagnostics is empty in formats of lines",
        arguments: [Report.Format.text, .short, .json, .github])
    func empty(format: Report.Format) {
        #expect(Report([]).rendered(as: format) == "")
    }

    @Test("a report without diagnostics is a whole document in formats of documents")
    func emptyDocuments() {
        #expect(Report([]).rendered(as: .gitlab) == "[]\n")
        #expect(Report([]).rendered(as: .sarif).contains(#""results": []"#))
        #expect(Report([]).rendered(as: .junit).contains(#"<testcase classname="notes" name="check"/>"#))
        #expect(Report([]).rendered(as: .markdown) == "### Notes\n\nNothing is wrong.\n")
    }

    @Test("gitlab: an array of what is wrong, with places")
    func gitlab() {
        let text = rendered(.gitlab)
        for piece in [
            #""description": "irsa names 2 notes (write the path)""#, #""check_name": "ambiguous-link""#,
            #""severity": "minor""#, #""path": "content/b,c:d.md""#, #""begin": 12"#,
        ] {
            #expect(text.contains(piece), "\(piece)")
        }
    }

    @Test("fingerprints stay where lines move, and tell equal diagnostics apart")
    func fingerprints() {
        func prints(_ lines: [Int]) -> [Substring] {
            let report = Report(
                lines.map { line in
                    let start = SourcePosition(line: line, column: 1)
                    return Diagnostic(.brokenLink, "m", at: SourcePath("a.md"), SourceRange(start: start))
                })
            return report.rendered(as: .gitlab).split(separator: "\n").filter { $0.contains("fingerprint") }
        }
        #expect(prints([1, 2]) == prints([5, 9]))
        #expect(Set(prints([1, 2])).count == 2)
    }

    @Test("sarif: results with places, related places and the rules that they break")
    func sarif() {
        let text = rendered(.sarif)
        for piece in [
            #""version": "2.1.0""#, #""ruleId": "broken-link""#, #""level": "error""#,
            #""uri": "content/b%2Cc%3Ad.md""#, #""uri": "content/x/irsa.md""#, #""startColumn": 5"#,
            #""endColumn": 9"#, #""text": "or here""#, #""columnKind": "unicodeCodePoints""#,
        ] {
            #expect(text.contains(piece), "\(piece)")
        }
    }

    @Test("junit: a suite for each file, with text that XML can hold")
    func junit() {
        let report = Report([
            Diagnostic(.brokenLink, "a <b> & \u{8}\"c\"", at: SourcePath("a.md"), hint: "h"),
            Diagnostic(.brokenLink, "z", at: SourcePath("b.md")),
        ])
        #expect(
            report.rendered(as: .junit) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="waymark" tests="2" failures="2">
                <testsuite name="a.md" tests="1" failures="1">
                <testcase classname="a.md" name="broken-link 1:1" file="a.md" line="1">
                <failure type="error" message="a &lt;b&gt; &amp; \u{FFFD}&quot;c&quot;">a.md:1:1: a &lt;b&gt; &amp; \u{FFFD}&quot;c&quot;
                help: h</failure>
                </testcase>
                </testsuite>
                <testsuite name="b.md" tests="1" failures="1">
                <testcase classname="b.md" name="broken-link 1:1" file="b.md" line="1">
                <failure type="error" message="z">b.md:1:1: z</failure>
                </testcase>
                </testsuite>
                </testsuites>

                """)
    }

    @Test("markdown: counts and a table, in which nothing of the notes is markup")
    func markdown() {
        #expect(
            rendered(.markdown) == """
                ### Notes: 1 error, 1 warning

                | Error | Place | What is wrong |
                | --- | --- | --- |
                | broken-link | content/a.md:12 | no note has the path, title or alias "100%" |

                | Warning | Place | What is wrong |
                | --- | --- | --- |
                | ambiguous-link | content/b,c:d.md:3 | irsa names 2 notes<br>write the path |

                """)
        let hostile = Report([Diagnostic(.brokenLink, "a|b\n<img> [x](y)", at: SourcePath("a.md"))])
        #expect(hostile.rendered(as: .markdown).contains(#"a\|b &lt;img&gt; \[x\](y) |"#))
        let many = Report((0..<150).map { Diagnostic(.brokenLink, "\($0)", at: SourcePath("a.md")) })
        #expect(many.rendered(as: .markdown).hasSuffix("\nAnd 50 more.\n"))
    }

    @Test("a message with line feeds stays one command of GitHub's")
    func githubLineFeeds() {
        let report = Report([Diagnostic(.brokenLink, "a\r\nb\rc\nd", at: SourcePath("a.md"))])
        #expect(
            report.rendered(as: .github)
                == "::error file=a.md,line=1,col=1,endColumn=2,title=broken-link::a%0Ab%0Dc%0Ad\n")
    }
}

@Suite("Report summary")
struct ReportSummaryTests {
    @Test(
        "counts errors and warnings",
        arguments: [
            (0, 0, ""), (1, 0, "1 error"), (2, 0, "2 errors"), (0, 1, "1 warning"),
            (2, 1, "2 errors, 1 warning"), (1, 3, "1 error, 3 warnings"),
        ])
    func summary(errors: Int, warnings: Int, expected: String) {
        let report = Report(
            (0..<errors).map { Diagnostic(.brokenLink, "\($0)", at: SourcePath("a.md")) }
                + (0..<warnings).map { Diagnostic(.withheldLink, "\($0)", at: SourcePath("a.md")) })
        #expect(report.summary == expected)
        #expect(report.errorCount == errors)
        #expect(report.warningCount == warnings)
    }
}

@Suite("Carets")
struct CaretTests {
    @Test(
        "carets stand below the column",
        arguments: [
            ("abc", 1, 1, "abc", "^"),
            ("abc", 3, 1, "abc", "  ^"),
            ("a [[b]] c", 5, 1, "a [[b]] c", "    ^"),
            // A tab is one column, and shown as one space.
            ("\t[[b]]", 4, 1, " [[b]]", "   ^"),
            // Columns are scalars: é is one, 日 is one.
            ("é日 [[b]]", 6, 1, "é日 [[b]]", "     ^"),
            ("abc", 1, 3, "abc", "^^^"),
            // Never beyond the line, and never none.
            ("abc", 2, 99, "abc", " ^^"),
            ("abc", 4, 2, "abc", "   ^"),
            ("", 1, 1, "", "^"),
            // What a terminal would act on does not reach it.
            ("a\u{1B}[31mb", 8, 1, "a [31mb", "       ^"),
            ("a\u{7F}b", 3, 1, "a b", "  ^"),
        ])
    func place(line: String, column: Int, length: Int, shown: String, carets: String) {
        #expect(
            broken(line: line, column: column, length: length)
                == "a.md:1:\(column): error[broken-link]: m\n  1 | \(shown)\n    | \(carets)\n\n")
    }

    @Test("without the source there are no carets")
    func noSource() {
        #expect(
            broken(line: nil, column: 1, length: 1) == "a.md:1:1: error[broken-link]: m\n\n")
    }

    @Test(
        "of a very long line only what surrounds the place is shown",
        arguments: [1, 60, 121, 122, 5000, 10_000])
    func longLine(column: Int) throws {
        var characters = [Character](repeating: "-", count: 10_000)
        characters[column - 1] = "X"
        let lines = broken(line: String(characters), column: column, length: 1)
            .split(separator: "\n", omittingEmptySubsequences: false)
        try #require(lines.count >= 3)
        #expect(lines[1].count <= 200)
        let mark = try #require(lines[1].firstIndex(of: "X"))
        let caret = try #require(lines[2].firstIndex(of: "^"))
        #expect(
            lines[1].distance(from: lines[1].startIndex, to: mark)
                == lines[2].distance(from: lines[2].startIndex, to: caret))
    }
}
