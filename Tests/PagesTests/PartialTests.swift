import Diagnostics
import Linking
import Notes
import Testing

@testable import Pages

@Suite("Partials")
struct PartialTests {
    private static func page(
        _ partials: [Partial: String], _ path: String = "a/index.html",
        notes: [String: String] = ["a.md": "# A"],
        _ change: (inout Configuration) -> Void = { _ in }
    ) throws -> String {
        var configuration = Configuration()
        configuration.title = "Site & Co"
        configuration.appearance.partials = partials.mapValues { Array($0.utf8) }
        change(&configuration)
        let site = Site(
            linking: notes.sorted { $0.key < $1.key }.map {
                Note(compiling: Source(path: SourcePath($0.key), bytes: Array($0.value.utf8)))
            }, configuration: configuration)
        let theme = Theme(configuration)
        let models = site.pageModels(theme)
        let model = try #require(models.first { $0.route.outputPath.string == path })
        return String(decoding: Page(rendering: model, theme: theme).bytes, as: UTF8.self)
    }

    private static func problems(_ partials: [Partial: String]) -> [String] {
        PartialChecks(partials.mapValues { Array($0.utf8) }, in: "theme/partials").diagnostics.map {
            "\($0.path):\($0.range.start.line):\($0.range.start.column) \($0.message) (\($0.hint ?? ""))"
        }
    }

    @Test("each partial stands in its place")
    func places() throws {
        let page = try Self.page([
            .head: "<meta name=\"a\" content=\"b\">", .header: "<p>H</p>", .footer: "<p>F</p>\n",
            .noteTop: "<p>T</p>", .noteBottom: "<p>B</p>",
        ])
        #expect(page.contains("<meta name=\"a\" content=\"b\">\n</head>"))
        #expect(
            page.contains(
                "</header>\n<aside class=\"partial-header\">\n<p>H</p>\n</aside>\n<div class=\"layout\">"))
        #expect(page.contains("<div class=\"partial-footer\">\n<p>F</p>\n</div>\n</footer>\n</body>"))
        #expect(page.contains("<div class=\"partial-note-top\">\n<p>T</p>\n</div>\n<div class=\"body\">"))
        #expect(page.contains("</div>\n<div class=\"partial-note-bottom\">\n<p>B</p>\n</div>\n"))
        let tags = try Self.page([.noteTop: "<p>T</p>"], "tags/index.html")
        #expect(!tags.contains("partial"))
    }

    @Test("a note's fields, escaped")
    func fields() throws {
        let note = """
            ---
            tags: [eks, aws]
            owner: A <b>
            updated: 2026-01-02
            ---
            # T & U

            Text.
            """
        let template = """
            {{site.title}}|{{site.language}}|{{site.root}}|{{page.kind}}|{{page.title}}|{{page.url}}|{{page.description}}|\
            {{page.owner}}|{{page.updated}}|{{#page.tags}}{{name}} {{url}}{{^last()}}, {{/last()}}{{/page.tags}}|\
            {{^page.author}}nobody{{/page.author}}{{#page.is_home}}home{{/page.is_home}}{{! gone }}
            """
        let page = try Self.page([.footer: template], "x/a/index.html", notes: ["x/a.md": note])
        #expect(
            page.contains(
                """
                Site &amp; Co|en|../../|note|T &amp; U|/x/a/|Text.|A &lt;b&gt;|2026-01-02|eks ../../tags/eks/, aws ../../tags/aws/|nobody

                """))
    }

    @Test("the keys of front matter that Waymark does not read: text, lists, and what is no value")
    func keys() throws {
        let note = """
            ---
            Team: Storage <1>
            reviewers: [Ada, "Böb\\0", ~]
            beta: false
            said: "false"
            chat:
            links: {wiki: a}
            ---
            # A
            """
        let key = "page.front_matter"
        let template = """
            {{\(key).team}}|{{\(key).Team}}|{{\(key).reviewers}}|\
            {{#\(key).reviewers}}{{.}}{{^last()}}, {{/last()}}{{/\(key).reviewers}}|\
            {{#\(key).team}}{{.}} of {{site.title}}{{^last()}}, {{/last()}}{{/\(key).team}}|\
            {{#\(key).beta}}beta{{/\(key).beta}}{{^\(key).beta}}stable{{/\(key).beta}}|{{\(key).said}}|\
            {{^\(key).chat}}silent{{/\(key).chat}}|{{\(key).links}}|{{^\(key).none}}none{{/\(key).none}}
            """
        #expect(Self.problems([.footer: template]) == [])
        let page = try Self.page([.footer: template], notes: ["a.md": note])
        #expect(
            page.contains(
                """
                Storage &lt;1&gt;|Storage &lt;1&gt;|Ada, Böb\u{FFFD}|Ada, Böb\u{FFFD}|Storage &lt;1&gt; of Site &amp; Co|stable|false|\
                silent|wiki: a|none

                """))
        let other = try Self.page([.footer: template], "tags/index.html")
        #expect(other.contains("||||stable||silent||none\n"))
    }

    @Test("a key that no note has is told once, where it is first asked for")
    func unknownKeys() {
        let notes = [("a.md", "Team: x"), ("b.md", "title: B")].map { path, line in
            Note(
                compiling: Source(path: SourcePath(path), bytes: Array("---\n\(line)\n---\nText.\n".utf8)))
        }
        func told(_ partials: [Partial: String], allowed: [String] = []) -> [String] {
            PartialChecks.unknownKeys(
                partials.mapValues { Array($0.utf8) }, in: "theme/partials", notes, allowed: allowed
            ).map {
                "\($0.rule.id) \($0.path):\($0.range.start.line):\($0.range.start.column) \($0.message) (\($0.hint ?? ""))"
            }
        }
        let asks = "{{#page.front_matter.taem}}\n{{page.front_matter.TAEM}}{{/page.front_matter.taem}}"
        #expect(
            told([.footer: asks, .header: "<p>\n  \(asks)</p>"]) == [
                "unknown-key theme/partials/header.html:2:3 no note has the key `taem` (did you mean `page.front_matter.team`?)"
            ])
        #expect(told([.footer: "{{page.front_matter.team}}{{! {{page.front_matter.x}} }}"]) == [])
        #expect(told([.footer: asks], allowed: ["Taem"]) == [])
        #expect(
            told([.footer: "{{^page.front_matter.chat}}a{{/page.front_matter.chat}}"]) == [
                "unknown-key theme/partials/footer.html:1:1 no note has the key `chat` (write `chat:` into the front matter of the notes that it is for)"
            ])
    }

    @Test("what a page has none of is left out, and a place with nothing in it too")
    func empty() throws {
        let page = try Self.page(
            [.footer: "{{#page.owner}}{{page.owner}}{{/page.owner}}{{#site.url}}{{site.url}}{{/site.url}}"],
            "tags/index.html")
        #expect(!page.contains("partial-footer"))
    }

    @Test("a partial shows another one")
    func inclusion() throws {
        let page = try Self.page([.header: "<p>{{> footer}}</p>", .footer: "F{{page.title}}"])
        #expect(page.contains("<aside class=\"partial-header\">\n<p>FA</p>"))
    }

    @Test("the page for missing addresses begins its links at the server's root")
    func rooted() throws {
        let page = try Self.page([.footer: "<a href=\"{{site.root}}b/\">b</a>"], "404.html") {
            $0.baseURL = "https://example.com/docs"
        }
        #expect(page.contains("<a href=\"/docs/b/\">b</a>"))
    }

    @Test("templates are part of a theme, so that what is made with others is made anew")
    func theme() {
        var configuration = Configuration()
        #expect(Theme(configuration) == Theme.standard)
        configuration.appearance.partials = [.footer: Array("a".utf8)]
        let first = Theme(configuration)
        configuration.appearance.partials = [.footer: Array("b".utf8)]
        #expect(first != Theme(configuration))
    }

    @Test(
        "what is wrong is told with its place",
        arguments: [
            ("a\n {{site.titel}}", "2:2 there is no field `site.titel` (did you mean `site.title`?)"),
            ("{{#page.tags}}{{nam}}{{/page.tags}}", "1:15 there is no field `nam` (did you mean `name`?)"),
            ("{{name}}", "1:1 there is no field `name` (the fields are "),
            (
                "{{page.front_matter.Owner}}",
                "1:1 Waymark itself reads the key `owner` (its field is `page.owner`)"
            ),
            (
                "{{page.front_matter.lastmod}}",
                "1:1 Waymark itself reads the key `lastmod` (its field is `page.updated`)"
            ),
            ("{{page.front_matter.draft}}", "1:1 Waymark itself reads the key `draft` (the fields are "),
            ("{{page.front_matter}}", "1:1 there is no field `page.front_matter` ("),
            ("{{page.front_matter.a.b}}", "1:1 there is no field `page.front_matter.a.b` ("),
            (
                "{{page.team}}",
                "1:1 there is no field `page.team` (a key of front matter is `page.front_matter.team`)"
            ),
            ("{{.}}", "1:1 there is no field `.` ("),
            ("{{page.tags}}", "1:1 `page.tags` is a list (write `{{#page.tags}}{{name}}{{/page.tags}}`)"),
            ("ä{{site.title", "1:2 this tag has no end (close it with `}}`)"),
            (
                "{{#page.owner}}\nx",
                "1:1 the section `page.owner` is not closed (end it with `{{/page.owner}}`)"
            ),
            ("{{/page.owner}}", "1:1 no section `page.owner` is open here ("),
            (
                "{{{site.title}}}",
                "1:1 `site.title` would stand in the page unescaped (write `{{site.title}}`:"
            ),
            ("{{& site.title}}", "1:1 `site.title` would stand in the page unescaped ("),
            ("{{=<% %>=}}", "1:1 this kind of tag is not offered ("),
            ("{{% CONTENT_TYPE:TEXT}}", "1:1 this kind of tag is not offered ("),
            ("{{< header}}{{/header}}", "1:1 this kind of tag is not offered ("),
            ("{{> heder}}", "1:1 there is no partial `heder` ("),
            ("{{> footer}}", "1:1 `footer` would show itself (take this tag out)"),
            ("<p>\n<div>", "2:1 `<div>` is not closed (end it with `</div>`)"),
            ("<p>a</p></div>", "1:9 no `<div>` is open here ("),
            ("<script>alert(1)</script>", "1:1 browsers refuse a script in a page ("),
            (
                "<style>a {}</style>",
                "1:1 browsers refuse styles in a page (write them into `theme/style.css`)"
            ),
            ("<p style=\"color: red\">a</p>", "1:1 browsers refuse styles in a page ("),
            ("<p onclick=\"go()\">a</p>", "1:1 browsers refuse `onclick` ("),
            ("<img src=\"https://a.b/c.png\" alt=\"\">", "1:11 browsers load nothing from elsewhere ("),
        ])
    func wrong(_ template: String, _ expected: String) throws {
        let problems = Self.problems([.footer: template])
        let first = try #require(problems.first)
        #expect(first.hasPrefix("theme/partials/footer.html:" + expected), "\(first)")
        #expect(!problems.isEmpty)
    }

    @Test("only metadata may stand in the head, and a circle of partials is found")
    func headAndCircle() {
        #expect(
            Self.problems([.head: "<p>a</p>"]) == [
                "theme/partials/head.html:1:1 `<p>` may not stand in a page's head (link, meta, noscript and script may; the rest goes into `header.html`)"
            ])
        #expect(Self.problems([.header: "{{> footer}}", .footer: "{{> header}}"]).count == 2)
    }

    @Test(
        "what browsers allow is allowed",
        arguments: [
            "<a href=\"https://example.com/\">out</a>", "<script defer src=\"/metrics.js\"></script>",
            "<ul><li>a<li>b</ul><p>c", "<br><img src=\"{{site.root}}a.png\" alt=\"\">",
            "{{#page.owner}}<p>{{page.owner}}</p>{{/page.owner}}",
            "<a{{#page.is_home}} class=\"x\"{{/page.is_home}}>b</a>",
            "<!-- <div> -->", "<hr/>", "<link rel=\"me\" href=\"https://example.com/\">", "",
        ])
    func right(_ template: String) { #expect(Self.problems([.footer: template]) == []) }
}
