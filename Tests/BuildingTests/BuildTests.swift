import Building
import Diagnostics
import Foundation
import Linking
import Notes
import Testing

@Suite("Builds")
struct BuildTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private func problems(_ report: Report) -> [String] {
        report.diagnostics.map { "\($0.path):\($0.range.start.line):\($0.range.start.column) \($0.rule.id)" }
    }

    /// The paths in order but those of the search index, whose names tell its content.
    private static func pages(_ paths: [OutputPath]) -> [String] {
        paths.map(\.string).filter { !$0.hasPrefix("_waymark/search/") }.sorted()
    }

    @Test("a second one writes nothing, and a change only what it touches")
    func rebuild() throws {
        try workspace.write(["content/a.md": "# A\n\n[[B]]", "content/b.md": "# B\n\none\n\ntwo"])
        #expect(try workspace.build().changes.unchanged == 0)
        let second = try workspace.build().changes
        #expect(second.written.isEmpty)
        #expect(second.removed.isEmpty)
        try workspace.write("content/b.md", "# B\n\none\n\nthree")
        #expect(
            try Self.pages(workspace.build().changes.written) == ["b/index.html", "b/index.md"])
        try workspace.remove("content/b.md")
        let third = try workspace.build()
        #expect(Self.pages(third.changes.removed) == ["b/index.html", "b/index.md"])
        #expect(!workspace.exists("site/b"))
        #expect(problems(third.report) == ["a.md:3:3 broken-link"])
    }

    @Test("have the same bytes with any number of threads")
    func jobs() throws {
        for number in 0..<60 {
            try workspace.write(
                "content/f\(number % 7)/n\(number).md",
                "#t\(number % 5) #all\n# Note \(number)\n\n[[n\((number * 7) % 60)]] [[Note \((number + 1) % 60)]]\n"
            )
        }
        _ = try workspace.build(output: "one", jobs: 1)
        _ = try workspace.build(output: "eight", jobs: 8)
        let one = try workspace.files("one")
        #expect(one.count > 120)
        #expect(try one == workspace.files("eight"))
    }

    @Test(
        "nothing of a note that is kept back is in any file",
        arguments: ["draft: true", "audience: [staff]", "audience: staff\ndraft: maybe"])
    func withheld(frontMatter: String) throws {
        try workspace.write([
            "content/zqfile.md": """
            ---
            title: zqtitle
            \(frontMatter)
            tags: [zqtag]
            aliases: [zqalias, /zq/old]
            description: zqsummary
            updated: 2026-01-02
            zqkey: zqvalue
            ---
            # zqheading

            zqtext #zqinline [[Visible]] ![zqalt](zqimage.png)

            | Aspect | zqa | zqb |
            |---|---|---|
            | zqc | yes | no |

            - Use **zqa** if:
              - zqd
            - Use **zqb** if:
              - zqe
            """, "content/zqfolder/zqother.md": "---\n\(frontMatter)\n---\ntext",
            "content/visible.md": "# Visible\n\ntext", "content/zqimage.png": "zqpng",
            "waymark.yml": "base_url: https://x.example",
        ])
        _ = try workspace.build()
        for (path, data) in try workspace.files("site") {
            #expect(!path.contains("zq"), "\(path)")
            #expect(!String(decoding: data, as: UTF8.self).contains("zq"), "\(path)")
        }
        #expect(workspace.exists("site/visible/index.html"))
    }

    @Test("what is wrong in a note that is kept back is not reported, but for its front matter")
    func keptBack() throws {
        try workspace.write([
            "content/a.md": "# A\n\ntext", "content/b.md": "---\ndraft: true\n---\n# B\n\n![](x.png) $\\foo$",
            "content/c.md":
                "---\ndraft: true\ndate: soon\n---\n# C\n\n<!-- waymark: allow stale-note -->\n\ntext",
        ])
        let found = try workspace.build().report.diagnostics
        #expect(found.map { "\($0.path) \($0.rule.id)" } == ["c.md bad-front-matter"])
    }

    @Test("a link to a note that is kept back shows its text alone, with a warning")
    func withheldLink() throws {
        try workspace.write([
            "content/zqfile.md": "---\ndraft: true\n---\n# zqtitle",
            "content/a.md": "# A\n\nsee [[zqtitle|that note]] and [this one](zqfile.md)",
        ])
        let report = try workspace.build().report
        #expect(problems(report) == ["a.md:3:7 withheld-link", "a.md:3:42 withheld-link"])
        for (path, data) in try workspace.files("site") where path.hasSuffix(".html") {
            #expect(!String(decoding: data, as: UTF8.self).contains("zq"), "\(path)")
        }
        #expect(try workspace.text("site/a/index.html").contains("<p>see that note and this one</p>"))
    }

    @Test(
        "show a note to its audience",
        arguments: [
            ("", Audience(), true), ("draft: true", Audience(), false), ("draft: false", Audience(), true),
            ("draft: true", Audience(showsDrafts: true), true), ("audience: staff", Audience(), false),
            ("audience: staff", Audience(name: "staff"), true),
            ("audience: [a, Staff]", Audience(name: "STAFF"), true),
            ("audience: staff", Audience(name: "partners"), false), ("", Audience(name: "staff"), true),
            ("audience: []", Audience(), true),
            ("audience: staff\ndraft: true", Audience(name: "staff"), false),
            ("audience: staff\ndraft: true", Audience(name: "staff", showsDrafts: true), true),
            ("audience: staff", Audience(showsDrafts: true), false),
        ])
    func audience(frontMatter: String, audience: Audience, expected: Bool) {
        let note = Note(
            compiling: Source(path: SourcePath("a.md"), bytes: Array("---\n\(frontMatter)\n---\ntext".utf8)))
        #expect(audience.maySee(note) == expected)
    }

    @Test("symbolic links out of the content folder are not followed")
    func symbolicLinks() throws {
        try workspace.write([
            "outside/secret.md": "# zqsecret", "content/a.md": "# A\n\n![x](pic.png)", "outside/p.png": "zq",
        ])
        try workspace.link("content/link.md", to: workspace.path("outside/secret.md"))
        try workspace.link("content/folder", to: workspace.path("outside"))
        try workspace.link("content/pic.png", to: "../outside/p.png")
        try workspace.link("content/nowhere.md", to: "no-such-file.md")
        try workspace.link("content/same.md", to: "a.md")
        let report = try workspace.build().report
        #expect(
            problems(report).sorted() == [
                "a.md:3:6 missing-asset", "folder:1:1 unreadable-source", "link.md:1:1 unreadable-source",
                "nowhere.md:1:1 unreadable-source", "pic.png:1:1 unreadable-source",
                "same.md:3:6 missing-asset",
            ])
        for (path, data) in try workspace.files("site") {
            #expect(!String(decoding: data, as: UTF8.self).contains("zq"), "\(path)")
        }
        #expect(workspace.exists("site/same/index.html"))
    }

    @Test("a note that cannot be read is reported, and the others are built", .enabled(if: geteuid() != 0))
    func unreadable() throws {
        try workspace.write(["content/a.md": "# A", "content/b.md": "# B", "content/closed/c.md": "# C"])
        let manager = FileManager.default
        try manager.setAttributes([.posixPermissions: 0], ofItemAtPath: workspace.path("content/b.md"))
        try manager.setAttributes([.posixPermissions: 0], ofItemAtPath: workspace.path("content/closed"))
        let report = try workspace.build().report
        try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: workspace.path("content/closed"))
        #expect(problems(report) == ["b.md:1:1 unreadable-source", "closed:1:1 unreadable-source"])
        #expect(workspace.exists("site/a/index.html"))
    }

    @Test("a missing content folder is an error")
    func noContent() {
        #expect(throws: FileError.self) { try workspace.build() }
        #expect(!workspace.exists("site"))
    }

    @Test("an empty content folder gives a site")
    func emptyContent() throws {
        try workspace.write("content/.hidden.md", "# zqhidden")
        let built = try workspace.build()
        #expect(built.report.diagnostics.isEmpty)
        #expect(try workspace.text("site/index.html").contains("0 notes"))
    }

    @Test("files are copied where a note refers to them, byte for byte")
    func assets() throws {
        try workspace.write([
            "content/x/a.md": "# A\n\n![p](p.png) [d](/files/doc%201.pdf) ![[used.svg]]",
            "content/x/p.png": "\u{0}\r\n\u{1}png",
            "content/files/doc 1.pdf": "pdf", "content/x/used.svg": "<svg/>", "content/x/unused.png": "no",
            "content/.secret": "no",
        ])
        let report = try workspace.build().report
        #expect(report.diagnostics.isEmpty)
        #expect(try workspace.text("site/x/p.png") == "\u{0}\r\n\u{1}png")
        #expect(try workspace.text("site/files/doc 1.pdf") == "pdf")
        #expect(workspace.exists("site/x/used.svg"))
        #expect(!workspace.exists("site/x/unused.png"))
        #expect(!workspace.exists("site/.secret"))
    }

    @Test("stay in the output folder, whatever a note is called", arguments: ["’...md", "！...md", "x/’..md"])
    func staysInside(name: String) throws {
        try workspace.write(["content/\(name)": "# T\n\ntext", "content/a.md": "# A"])
        _ = try workspace.build(output: "out/site")
        #expect(try workspace.files("out").keys.allSatisfy { $0.hasPrefix("site/") })
        #expect(!(try workspace.files("out/site").keys.contains { $0.contains("..") }))
    }

    @Test("a wrong configuration is reported, and the last site stays")
    func wrongConfiguration() throws {
        try workspace.write(["content/a.md": "# A", "waymark.yml": "title: One"])
        _ = try workspace.build()
        let before = try workspace.files("site")
        try workspace.write(["content/a.md": "# Changed", "waymark.yml": "title: Two\n\nlinks: both\n"])
        #expect {
            try workspace.build()
        } throws: { error in
            guard let report = (error as? ConfigurationError)?.report else { return false }
            return report.diagnostics.map { "\($0.range.start.line):\($0.range.start.column)" } == ["3:8"]
                && report.rendered(as: .text).contains("  3 | links: both\n    |        ^^^^\n")
        }
        #expect(try workspace.files("site") == before)
    }

    @Test("a configuration that is not there is an error")
    func noConfiguration() throws {
        try workspace.write("content/a.md", "# A")
        var options = Build.Options()
        options.content = workspace.path("content")
        options.configuration = workspace.path("no.yml")
        #expect(throws: FileError.self) { try Build(options).link() }
    }
}

@Suite("The configuration")
struct ConfigurationTests {
    @Test("has every setting")
    func settings() {
        let file = ConfigurationFile(
            Array(
                """
                title: "My: site"
                description: About
                language: de
                base_url: https://x.example/docs//
                links: file
                history: none
                edit_url: https://x.example/edit/{path}
                theme:
                  accent: "#123"
                  font: Inter, 'Segoe UI'
                  density: compact
                tags:
                  eks: Amazon's Kubernetes
                  model: { notice: Not reviewed }
                """.utf8), name: "waymark.yml")
        var expected = Configuration()
        expected.title = "My: site"
        expected.description = "About"
        expected.language = "de"
        expected.baseURL = "https://x.example/docs"
        expected.links = .file
        expected.asksHistory = false
        expected.editURL = "https://x.example/edit/{path}"
        expected.appearance.accent = Color("#112233")
        expected.appearance.font = "\"Inter\", \"Segoe UI\""
        expected.appearance.density = .compact
        var (eks, model) = (TagSetting(), TagSetting())
        eks.description = "Amazon's Kubernetes"
        model.notice = "Not reviewed"
        expected.tags = [TagName("eks"): eks, TagName("model"): model]
        #expect(file.configuration == expected)
        #expect(file.diagnostics.isEmpty)
    }

    @Test("may be empty", arguments: ["", "\n\n", "# a comment\n"])
    func empty(text: String) {
        let file = ConfigurationFile(Array(text.utf8), name: "waymark.yml")
        #expect(file.configuration == Configuration())
        #expect(file.diagnostics.isEmpty)
    }

    @Test(
        "is reported where it is wrong",
        arguments: [
            ("titel: x", "1:1 there is no setting `titel`"),
            ("title: x\n\nlanguage: [a]", "3:11 `language` must be one value"),
            ("base_url: x.example", "1:11 `base_url` is not an absolute address: x.example"),
            ("base_url: https://", "1:11 `base_url` is not an absolute address: https://"),
            (
                "base_url: javascript:alert(1)",
                "1:11 `base_url` is not an absolute address: javascript:alert(1)"
            ),
            ("title: x\nlinks: both", "2:8 `links` is neither `folder` nor `file`: both"),
            (
                "edit_url: https://x.example",
                "1:11 `edit_url` is not an address with `{path}` in it: https://x.example"
            ),
            ("theme:\n  accent: red", "2:11 `accent` is not a colour: red"),
            ("theme:\n  font: a; }", "2:9 these are no names of fonts: a; }"),
            ("theme:\n  size: 1", "2:3 there is no setting `size` of `theme`"),
            ("theme: dark", "1:8 `theme` is not a mapping"),
            ("tags: [a]", "1:7 `tags` is not a mapping"),
            ("tags:\n  a: { colour: red }", "2:8 there is no setting `colour` of a tag"),
            ("history: svn", "1:10 `history` is neither `git` nor `none`: svn"),
            ("- title", "1:1 the configuration is not a mapping"),
            (
                "title: a: b",
                "1:9 the configuration is not valid YAML: mapping values are not allowed in this context"
            ),
            ("title: a\nlinks: file\ntitle: b", "3:1 the configuration gives `title` twice"),
        ])
    func wrong(text: String, expected: String) {
        let file = ConfigurationFile(Array(text.utf8), name: "x/waymark.yml")
        #expect(
            file.diagnostics.map { "\($0.range.start.line):\($0.range.start.column) \($0.message)" } == [
                expected
            ])
        #expect(
            file.diagnostics.allSatisfy { $0.rule == .badConfiguration && $0.path.string == "x/waymark.yml" })
    }
}
