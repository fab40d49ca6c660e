import Building
import Diagnostics
import Testing

private func fix(_ line: Int, _ column: Int, _ length: Int, _ text: String) -> Diagnostic.Fix {
    Diagnostic.Fix(SourceRange(start: SourcePosition(line: line, column: column), length: length), text)
}

@Suite("Fixes")
struct FixTests {
    @Test("fixes change their places alone, whatever ends the lines")
    func lineEnds() {
        let bytes = Array("\u{FEFF}one\r\ntwo é two\rthree\nfour".utf8)
        let fixed = FixedText(
            bytes, [fix(1, 1, 3, "1"), fix(2, 5, 1, "e"), fix(2, 7, 3, "2"), fix(4, 1, 4, "4")])
        #expect(String(decoding: fixed.bytes, as: UTF8.self) == "\u{FEFF}1\r\ntwo e 2\rthree\n4")
        #expect(fixed.count == 4)
    }

    @Test("of two that overlap one is left out, and so is one beyond the text")
    func overlap() {
        let fixed = FixedText(
            Array("abcdef\n".utf8),
            [fix(1, 1, 4, "x"), fix(1, 3, 2, "y"), fix(1, 9, 1, "z"), fix(9, 1, 1, "z")])
        #expect(fixed.count == 1)
        #expect(String(decoding: fixed.bytes, as: UTF8.self) == "abyef\n")
    }

    @Test("the diff is a unified one")
    func diff() {
        let text = (1...20).map { "line \($0)\n" }.joined()
        let fixed = FixedText(
            Array(text.utf8), [fix(2, 1, 4, "LINE"), fix(3, 1, 1, "new\nl"), fix(15, 6, 2, "xv")])
        #expect(
            fixed.diff(of: "a.md") == """
                --- a.md
                +++ a.md
                @@ -1,6 +1,7 @@
                 line 1
                -line 2
                +LINE 2
                -line 3
                +new
                +line 3
                 line 4
                 line 5
                 line 6
                @@ -12,7 +13,7 @@
                 line 12
                 line 13
                 line 14
                -line 15
                +line xv
                 line 16
                 line 17
                 line 18

                """)
        #expect(FixedText(Array(text.utf8), []).diff(of: "a.md") == "")
    }

    @Test("fixing what is mechanical leaves nothing to fix")
    func wholeSite() throws {
        let workspace = try Workspace()
        try workspace.write([
            "content/a.md":
                "#pod-identity\n# A\n\n[x](old/b.md#part \"t\") [[old/b|label]] ![p](gone/p%20q.png)\n",
            "content/new/b.md": "#pod-identity\n# B\n\n## Part\n\nText.\n",
            "content/c.md": "---\ntags: [podidentity]\n---\n# C\n\nText.\n",
            "content/files/p q.png": "",
        ])
        let linked = try workspace.link()
        #expect(linked.report.diagnostics.count == 4)
        let fixes = try Fixes(linked.report.diagnostics, in: linked.content)
        #expect(fixes.count == 4)
        try fixes.write()
        #expect(
            try workspace.text("content/a.md")
                == "#pod-identity\n# A\n\n[x](new/b.md#part \"t\") [[b|label]] ![p](files/p%20q.png)\n")
        #expect(try workspace.text("content/c.md") == "---\ntags: [pod-identity]\n---\n# C\n\nText.\n")
        #expect(try workspace.link().report.diagnostics == [])
    }

    @Test(
        "anchors of headings that were renamed by a slip are corrected, in every kind of link, and no others")
    func anchors() throws {
        let workspace = try Workspace()
        try workspace.write([
            "content/a.md": """
            #x
            # A

            [[Tokens#Life time]] [[Tokens#life-time|label]] ![[Tokens#Life time]] [x](tokens.md#life-time "t")

            [y](tokens.md#step-2) [[Tokens#^blok]] [[Tokens#Renewalz]] [[Tokens#Nothing]] [[#Own hedding]]

            | a | b |
            | --- | --- |
            | é [[Tokens#Life time\\|cell]] | c |

            ## Own heading

            Text.

            """,
            "content/tokens.md": """
            #x
            # Tokens

            ## Lifetime

            See [[A]]. ^block

            ## Step 1

            ## Renewal

            ## Renewals

            Text.

            """,
        ])
        let linked = try workspace.link()
        let fixes = try Fixes(linked.report.diagnostics, in: linked.content)
        #expect(fixes.count == 6)
        #expect(fixes.diff.contains("-[[Tokens#Life time]]"))
        #expect(fixes.diff.contains("\n+[[Tokens#Lifetime]]"))
        try fixes.write()
        let text = try workspace.text("content/a.md")
        #expect(
            text.contains(
                "\n[[Tokens#Lifetime]] [[Tokens#lifetime|label]] ![[Tokens#Lifetime]] [x](tokens.md#lifetime \"t\")\n"
            ))
        #expect(
            text.contains(
                "\n[y](tokens.md#step-2) [[Tokens#^blok]] [[Tokens#Renewalz]] [[Tokens#Nothing]] [[#Own heading]]\n"
            ))
        #expect(text.contains("\n| é [[Tokens#Lifetime\\|cell]] | c |\n"))
        let left = try workspace.link().report.diagnostics.filter { $0.rule == .brokenAnchor }
        #expect(left.count == 4)
        #expect(left.allSatisfy { $0.fix == nil })
    }
}
