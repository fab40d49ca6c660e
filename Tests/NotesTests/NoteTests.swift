import Diagnostics
import Markdown
import Notes
import Testing
import Writers

@Suite("Titles")
struct TitleTests {
    @Test(
        "come from the front matter, else a heading, else the file's name",
        arguments: [
            ("# A\n\ntext", "A", "<p>text</p>\n"),
            ("#eks #k8s\n# A\ntext", "A", "<p>text</p>\n"),
            ("## A\n\n# B", "A", "<h2 id=\"b\">B</h2>\n"),
            ("### A\ntext", "A", "<p>text</p>\n"),
            ("text\n\n# B", "B", "<p>text</p>\n"),
            ("text\n\n# B\n\n# C", "B", "<p>text</p>\n<h2 id=\"c\">C</h2>\n"),
            ("text\n\n## B", "note", "<p>text</p>\n<h2 id=\"b\">B</h2>\n"),
            ("> # B", "note", "<blockquote>\n<h2 id=\"b\">B</h2>\n</blockquote>\n"),
            ("---\ntitle: X\n---\n# B", "X", "<h2 id=\"b\">B</h2>\n"),
            ("---\ntitle: B\n---\n# B\ntext", "B", "<p>text</p>\n"),
            ("#eks #k8s\n\ntext", "note", "<p>text</p>\n"),
            ("#eks\n---\ntext", "note", "<p>text</p>\n"),
            ("<!-- c -->\n\n## A", "A", ""),
            ("#\n\ntext", "note", "<h2 id=\"section\"></h2>\n<p>text</p>\n"),
            ("# [[Link]] *x* `y`", "Link x y", ""),
            ("A\n=\n\ntext", "A", "<p>text</p>\n"),
            ("", "note", ""),
            ("\n\n", "note", ""),
            ("# T\n\n## A\n\n### B", "T", "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n"),
            ("# T\n\n# A\n\n## B", "T", "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n"),
        ])
    func title(text: String, title: String, body: String) {
        let note = note(text, path: "dir/note.md")
        #expect(note.title == title)
        #expect(html(note) == body)
    }

    @Test("a heading that gives the title keeps its anchor, and the others theirs")
    func anchors() {
        let note = note("# Setup\n\n## Setup\n\n## Other")
        #expect(note.titleHeading?.anchor.string == "setup")
        #expect(note.headings.map(\.anchor.string) == ["setup-1", "other"])
        #expect(note.headings.map(\.line) == [3, 5])
    }

    @Test(
        "have the HTML that the page shows as text",
        arguments: [("# The <T> parameter", "The <T> parameter"), ("# A <!-- b -->", "A")])
    func rawHTML(text: String, expected: String) {
        #expect(note(text).title == expected)
    }

    @Test(
        "what is no element is hinted at as text first",
        arguments: [("List<T>", "put it into backticks"), ("x <form>", "`html: trusted`")])
    func hintOfHTML(text: String, hint: String) {
        #expect(note(text).diagnostics.first { $0.rule == .rawHTML }?.hint?.hasPrefix(hint) == true)
    }

    @Test(
        "a file's name is taken as it is",
        arguments: [
            ("x/My Note.md", "My Note"), ("a.b.md", "a.b"), ("NOTES.MD", "NOTES"),
            // A folder's page is called as its folder.
            ("eks/README.md", "Eks"), ("pod-identity/index.md", "Pod identity"), ("x/iOS/index.md", "iOS"),
            ("index.md", "Home"),
        ])
    func stem(path: String, expected: String) {
        #expect(note("text", path: path).title == expected)
    }
}

@Suite("Tags of a note")
struct NoteTagTests {
    @Test(
        "a row of tags on the first line, or below the title, is left out of the text",
        arguments: [
            ("#a #b\n\ntext", ["a", "b"], "<p>text</p>\n"),
            ("#a #b\ntext", ["a", "b"], "<p>text</p>\n"),
            ("#a  #b \ntext", ["a", "b"], "<p>text</p>\n"),
            ("#a #b  \ntext", ["a", "b"], "<p>text</p>\n"),
            (" #a\n\ntext", ["a"], "<p>text</p>\n"),
            ("\n\n#a\n\ntext", ["a"], "<p>text</p>\n"),
            ("#a, #b\n\ntext", ["a", "b"], "<p>text</p>\n"),
            ("#a #b\n# T\ntext", ["a", "b"], "<p>text</p>\n"),
            ("#a\n- x", ["a"], "<ul>\n<li>x</li>\n</ul>\n"),
            ("#a\n```\nx\n```", ["a"], "<pre tabindex=\"0\"><code>x\n</code></pre>\n"),
            ("#a\n---\ntext", ["a"], "<p>text</p>\n"),
            ("# T\n#a #b\n\ntext", ["a", "b"], "<p>text</p>\n"),
            ("# T\n\n#a\ntext", ["a"], "<p>text</p>\n"),
            ("Tags: #a #b\n\ntext", ["a", "b"], "<p>text</p>\n"),
            ("**Tags:** #a, #b\n\ntext", ["a", "b"], "<p>text</p>\n"),
            ("---\nx: y\n---\n#a\n\ntext", ["a"], "<p>text</p>\n"),
            ("#a/b #é #cafe\n\ntext", ["a/b", "é", "cafe"], "<p>text</p>\n"),
            ("#a", ["a"], ""),
            // No rows.
            ("#a #b and more\n\ntext", ["a", "b"], "<p>#a #b and more</p>\n<p>text</p>\n"),
            ("text\n\n#a", ["a"], "<p>text</p>\n<p>#a</p>\n"),
            ("see #a\n\ntext", ["a"], "<p>see #a</p>\n<p>text</p>\n"),
            ("#1 #2\n\ntext", [], "<p>#1 #2</p>\n<p>text</p>\n"),
        ])
    func row(text: String, tags: [String], body: String) {
        let note = note(text)
        #expect(note.tags.map(\.spelling) == tags)
        #expect(html(note) == body)
    }

    @Test("a second row of tags is of the page too")
    func secondRow() {
        #expect(note("#a\n#b #c\ntext").tags.map(\.spelling) == ["a", "b", "c"])
    }

    @Test("come from the front matter, the row and the text, each once and as first written")
    func union() {
        let note = note("---\ntags: [EKS, oidc]\n---\n#eks #K8s\n# T\ntext #k8s #OIDC #new/one #New/One")
        #expect(note.tags.map(\.spelling) == ["EKS", "oidc", "K8s", "new/one"])
    }

    @Test(
        "that differ in case alone are one",
        arguments: [("EKS", "eks", true), ("é", "É", true), ("a/B", "A/b", true), ("a", "b", false)])
    func folding(left: String, right: String, expected: Bool) {
        #expect((TagName(left) == TagName(right)) == expected)
        #expect(Set([TagName(left), TagName(right)]).count == (expected ? 1 : 2))
    }

    @Test(
        "are nested in others",
        arguments: [("a", []), ("a/b", ["a"]), ("a/b/c", ["a", "a/b"])])
    func ancestors(name: String, expected: [String]) {
        #expect(TagName(name).ancestors.map(\.spelling) == expected)
    }
}

@Suite("References")
struct ReferenceTests {
    private static func dump(_ text: String) -> [String] {
        note(text).references.map { reference in
            let parts: [String?] = [
                reference.kind.rawValue, reference.target, reference.fragment.map { "#\($0)" },
                reference.text.isEmpty ? nil : "|\(reference.text)",
                reference.title.isEmpty ? nil : "\"\(reference.title)\"",
            ]
            return parts.compactMap { $0 }.joined(separator: " ")
        }
    }

    @Test(
        "have a kind, a target, a fragment, a title and a text",
        arguments: [
            ("[[A]]", "wiki A"),
            ("[[A|label]]", "wiki A |label"),
            ("[[A#Part|label]]", "wiki A #Part |label"),
            ("[[#Part]]", "wiki  #Part"),
            ("[[a%20b]]", "wiki a%20b"),
            ("![[p.png]]", "embed p.png"),
            ("![[p.png|alt]]", "embed p.png |alt"),
            ("[a](b.md)", "markdown b.md"),
            ("[a](b.md#c)", "markdown b.md #c"),
            ("[a](b.md#)", "markdown b.md"),
            ("[a](b.md \"t\")", "markdown b.md \"t\""),
            ("[a](b%20c.md)", "markdown b c.md"),
            ("[a](%E6%97%A5.md)", "markdown 日.md"),
            ("[a](b%23c.md)", "markdown b#c.md"),
            ("[a](b.md?x=1#c)", "markdown b.md #c"),
            ("[a](#c%20d)", "markdown  #c d"),
            ("[a](100%.md)", "markdown 100%.md"),
            ("[a]()", "markdown "),
            ("![alt *x*](p.png \"t\")", "image p.png |alt x \"t\""),
            ("[a](https://x.example/#y)", "external https://x.example/#y"),
            ("![a](https://x.example/p.png)", "external https://x.example/p.png"),
            ("<me@x.example>", "external mailto:me@x.example"),
            ("[a](//x.example)", "external //x.example"),
            ("text #a/b", "tag a/b"),
        ])
    func parts(text: String, expected: String) {
        #expect(Self.dump(text) == [expected])
    }

    @Test("are in the order of the text, with lines of the whole file")
    func places() {
        let note = note("---\ntitle: x\n---\n#tag\n\nsee [a](b.md)\nand [[c]]\n\n> ![d](e.png)")
        let places = note.references.map {
            "\($0.range.start.line):\($0.range.start.column)+\($0.range.length)"
        }
        #expect(note.references.map(\.target) == ["tag", "b.md", "c", "e.png"])
        #expect(places == ["4:2+3", "6:9+4", "7:7+1", "9:8+5"])
    }

    @Test("know the block and the byte of the plain text where they stand")
    func plainText() throws {
        let note = note("# T\n\nfirst\n\nOne é. Two [[x|y]] three.")
        let reference = try #require(note.references.first)
        let block = note.text.blocks[Int(reference.place.block)]
        let text = String(decoding: note.text.text(of: block), as: UTF8.self)
        #expect(text == "One é. Two y three.")
        #expect(Array(text.utf8)[Int(reference.place.offset)] == UInt8(ascii: "y"))
    }
}

@Suite("Plain text")
struct PlainTextTests {
    @Test(
        "a summary is the description, else the first paragraph",
        arguments: [
            ("---\ndescription: D\n---\ntext", "D"),
            (
                "# T\n\nFirst *one*\nwith `code` and [[Link|label]].\n\nSecond.",
                "First one with code and label."
            ),
            ("#a #b\n# T\n- item\n\npara", "para"),
            ("# T\n\n- item\n- other", "item"),
            ("# T\n\n```\ncode\n```", ""),
            ("# T", ""),
            ("", ""),
            ("> quoted", "quoted"),
        ])
    func summary(text: String, expected: String) {
        #expect(note(text).summary == expected)
    }

    @Test("a long summary is cut at a word's end")
    func longSummary() {
        let summary = note(String(repeating: "wörd ", count: 100)).summary
        #expect(summary.hasSuffix("wörd…"))
        #expect(summary.unicodeScalars.count <= 201)
        #expect(summary.unicodeScalars.count > 190)
    }

    @Test(
        "text is cut at a space, or where there is none",
        arguments: [
            ("abc", 3, "abc"), ("abcd", 3, "abc…"), ("ab cd", 4, "ab…"), ("", 3, ""), ("日本語テキスト", 3, "日本語…"),
            ("a b c", 5, "a b c"),
        ])
    func cut(text: String, limit: Int, expected: String) {
        #expect(PlainText.cut(text, limit: limit) == expected)
    }

    @Test(
        "words are counted, code left out",
        arguments: [
            ("one two  three", 3), ("one\ntwo\n\nthree", 3), ("```\na b c\n```", 0), ("é ü", 2), ("", 0),
            ("日本語日本語", 2),
        ])
    func words(text: String, expected: Int) {
        #expect(note(text).text.wordCount == expected)
    }
}

@Suite("Broken bytes of a note")
struct RepairTests {
    @Test("are reported once for each kind, at the first place")
    func reported() {
        let bytes: [UInt8] = Array("# é\nx".utf8) + [0xFF, 0xFE] + Array("y\n\u{1}".utf8)
        let note = Note(compiling: Source(path: SourcePath("a.md"), bytes: bytes))
        #expect(
            problems(note) == [
                "2:2 invalid-utf8: this byte is not UTF-8, and 1 more",
                "3:1 control-character: this is a control character",
            ])
        #expect(note.title == "é")
    }

    @Test("a clean note has nothing to report")
    func clean() {
        #expect(problems(note("\u{FEFF}# é\r\n\r\ttext\u{C}")) == [])
    }
}

@Suite("The nesting of tags")
struct TagNestingTests {
    @Test("ends at eight levels, however many a tag has")
    func deepTag() {
        let tag = TagName((0..<3000).map(String.init).joined(separator: "/"))
        #expect(tag.ancestors.count == 7)
        #expect(tag.ancestors.last == tag.parent)
        #expect(tag.ancestors.first?.spelling == "0")
    }
}
