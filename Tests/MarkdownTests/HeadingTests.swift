import Markdown
import Testing
import Writers

@Suite("Anchors")
struct AnchorTests {
    @Test(
        "are made as GitHub makes them",
        arguments: [
            ("Setup", "setup"),
            ("Key Differences", "key-differences"),
            ("What's new?", "whats-new"),
            ("A & B", "a--b"),
            ("1. IRSA (IAM Roles)", "1-irsa-iam-roles"),
            ("C++ / C#", "c--c"),
            ("snake_case-and-more", "snake_case-and-more"),
            ("Überblick: Größe", "überblick-größe"),
            ("ÉTÉ", "été"),
            ("日本語 見出し", "日本語-見出し"),
            ("キャッシュ（概要）", "キャッシュ概要"),
            ("ПРИВЕТ мир", "привет-мир"),
            ("हिन्दी", "हिन्दी"),
            ("🔹 Key Features", "-key-features"),
            ("a\u{301}", "a\u{301}"),
            ("!?", "section"),
            ("", "section"),
            ("？！", "section"),
            ("🔹", "section"),
        ])
    func made(heading: String, expected: String) {
        #expect(Anchor(heading: heading).string == expected)
    }

    @Test("do not repeat in a page")
    func unique() {
        var anchors = AnchorSet()
        let found = ["setup", "setup", "setup-1", "setup", "setup-1", "other"]
            .map { anchors.unique(Anchor($0)).string }
        #expect(found == ["setup", "setup-1", "setup-1-1", "setup-2", "setup-1-2", "other"])
        #expect(Set(found).count == found.count)
    }
}

@Suite("Headings")
struct HeadingTests {
    private static func dump(_ text: String) -> [String] {
        tree(text).headings.map {
            "\($0.line): \(String(repeating: "#", count: $0.level)) \($0.text) = \($0.anchor)"
        }
    }

    @Test("have level, text, anchor and line")
    func dump() {
        let text = """
            # Title *with* `code`

            Setext
            ------

            > ## In a quote

            - ### In a list
            - x

            ## In a quote
            #
            """
        #expect(
            Self.dump(text) == [
                "1: # Title with code = title-with-code",
                "3: ## Setext = setext",
                "6: ## In a quote = in-a-quote",
                "8: ### In a list = in-a-list",
                "11: ## In a quote = in-a-quote-1",
                "12: #  = section",
            ])
    }

    @Test("lines count from the file's first, whatever the first line of the text")
    func offset() {
        let source = SourceText(Array("---\na: b\n---\n\n# x".utf8))
        #expect(Tree(parsing: source, fromLine: 4, dialect: .waymark).headings.map(\.line) == [5])
    }

    @Test(
        "move down together, at most to the sixth level",
        arguments: [(0, "h1", "h6"), (1, "h2", "h6"), (3, "h4", "h6")])
    func shift(by: Int, first: String, last: String) {
        #expect(
            html("# a\n\n###### b", headingShift: by)
                == "<\(first) id=\"a\">a</\(first)>\n<\(last) id=\"b\">b</\(last)>\n")
    }

    @Test("a heading that is left out takes its anchor with it")
    func skipped() throws {
        let tree = tree("# a\n\n# b\n\n> # c\n\n# d")
        let skipped = try #require(tree.headings.first?.node)
        let quote = try #require(tree.nodes.indices.first { tree[$0].kind == .blockQuote })
        let body = body(
            tree,
            directives: [Directive(node: skipped, action: .skip), Directive(node: quote, action: .skip)])
        #expect(
            String(decoding: body.html.bytes, as: UTF8.self) == "<h1 id=\"b\">b</h1>\n<h1 id=\"d\">d</h1>\n")
    }
}
