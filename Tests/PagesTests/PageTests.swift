import Diagnostics
import Linking
import Notes
import Pages
import Testing

/// A site with every kind of page.
private func everything(baseURL: String? = nil, links: LinkStyle = .folder) -> Site {
    site(
        [
            "index.md": "# Home & <co>",
            "eks/irsa.md": """
            ---
            tags: [eks]
            aliases: [/old/irsa]
            updated: 2026-02-03
            description: A "quoted" & <angled> summary
            owner: R&D <team>
            ---
            # IRSA \\<vs> "others"

            See [[Pod Identity]], [oidc](oidc.md#setup "t"), #aws/iam and ![alt](p.png). [[nothing]]

            | Aspect | A | B |
            |---|---|---|
            | x | yes | no |
            """,
            "eks/oidc.md":
                "---\ndate: 2026-01-02\n---\n#eks\n# OIDC\n\n## Setup\n\nBack to [[irsa]]. And more.\n\n### Deep",
            "eks/pod identity.md": """
            # Pod Identity

            ## Which?

            - Use **IRSA** if:
              - one
            - Use **OIDC** if:
              - two & <three>
            """,
            "eks/sub/deep.md": "#eks\ntext",
        ], assets: ["eks/p.png"]
    ) { configuration in
        configuration.title = "Site & <title>"
        configuration.description = "About \"it\""
        configuration.baseURL = baseURL
        configuration.links = links
    }
}

@Suite("Pages")
struct PageTests {
    /// The paths in order but those of the search index, whose names tell its content.
    private static func paths(_ pages: [String: String]) -> [String] {
        pages.keys.filter { !$0.hasPrefix("_waymark/search/") }.sorted()
    }

    @Test("there is one for each note, folder, tag and redirect, and the site's own files")
    func paths() {
        let files = [
            "404.html", "_waymark/model.json", "_waymark/tree/eks/index.js",
            "_waymark/tree/eks/sub/index.js", "_waymark/tree/index.js", "_waymark/urls.txt", "all/index.html",
            "compare/index.html",
            "decide/index.html",
            "decide/pod-identity/index.html", "eks/index.html", "eks/irsa/index.html", "eks/irsa/index.md",
            "eks/oidc/index.html", "eks/oidc/index.md", "eks/pod-identity/index.html",
            "eks/pod-identity/index.md",
            "eks/sub/deep/index.html", "eks/sub/deep/index.md", "eks/sub/index.html", "graph/index.html",
            "index.html",
            "index.md",
            "llms.txt", "old/irsa/index.html", "options/irsa/index.html", "options/oidc/index.html",
            "recent/index.html", "search/index.html", "tags/aws/iam/index.html", "tags/aws/index.html",
            "tags/eks/index.html", "tags/index.html",
        ]
        #expect(Self.paths(pages(everything())) == files)
        #expect(
            Self.paths(pages(everything(baseURL: "https://x.example")))
                == (files + [
                    "feed.xml", "sitemap.xml", "tags/aws/feed.xml", "tags/aws/iam/feed.xml",
                    "tags/eks/feed.xml",
                ]).sorted())
    }

    @Test("no two have one path, and the paths are known before they are made")
    func unique() {
        let models = everything(baseURL: "https://x.example").pageModels(.standard)
        let paths = models.map { Page(rendering: $0, theme: .standard).path }
        #expect(Set(paths).count == paths.count)
        #expect(paths == models.paths)
    }

    @Test("nothing of the program shows in them", arguments: [nil, "https://x.example/docs"])
    func placeholders(baseURL: String?) {
        for (path, text) in pages(everything(baseURL: baseURL)) {
            for trace in ["Optional(", "\\(", "Markup(", "{{", "\u{0}"] {
                #expect(!text.contains(trace), "\(path): \(trace)")
            }
            if path.hasSuffix(".html") {
                #expect(text.hasPrefix("<!doctype html>\n<html lang=\"en\" data-page=\""), "\(path)")
                #expect(text.hasSuffix("</html>\n"), "\(path)")
                #expect(
                    !text.contains("<vs>") && !text.contains("<team>") && !text.contains("<co>"), "\(path)")
                // Scripts only from files of their own.
                let scripts = all(between: "<script", and: "</script>", in: text)
                #expect(
                    scripts.allSatisfy { $0.contains(" src=\"") && $0.hasSuffix("\">") }, "\(path)")
                #expect(!text.contains(" style="), "\(path)")
            }
        }
    }

    @Test("are equal for equal sites")
    func equal() {
        #expect(Array(everything().pageModels(.standard)) == Array(everything().pageModels(.standard)))
        #expect(pages(everything()) == pages(everything()))
    }

    @Test("a change of one note's text changes its own page alone")
    func localChange() {
        func pagesOfSite(_ text: String) -> [String: String] {
            pages(site(["a.md": "# A\n\nfirst\n\n\(text)", "b.md": "# B\n\n[[a]]", "c/d.md": "# D"]))
        }
        let (before, after) = (pagesOfSite("one"), pagesOfSite("two"))
        let changed = Self.paths(before.filter { after[$0.key] != $0.value })
        #expect(changed == ["a/index.html", "a/index.md"])
    }

    @Test("link to each other by relative addresses", arguments: [LinkStyle.folder, .file])
    func relative(style: LinkStyle) {
        for (path, text) in pages(everything(links: style)) where path.hasSuffix(".html") {
            let found = addresses(text)
            #expect(!found.isEmpty, "\(path)")
            #expect(found.allSatisfy { !$0.hasPrefix("/") && !$0.contains("://") }, "\(path): \(found)")
            if style == .file { #expect(found.allSatisfy { !$0.hasSuffix("/") }, "\(path): \(found)") }
        }
    }

    @Test("have links that lead to each other", arguments: [LinkStyle.folder, .file])
    func leadSomewhere(style: LinkStyle) {
        let site = everything(links: style)
        let files = Set(site.pageModels(.standard).paths.map(\.string) + site.assets.map(\.string))
        for (path, text) in pages(site) where path.hasSuffix(".html") {
            for address in addresses(text) where !address.hasPrefix("#") {
                let target = address.split(omittingEmptySubsequences: false) { $0 == "#" || $0 == "?" }[0]
                let resolved = SourcePath(path).resolving(target)?.string
                let file =
                    target.hasSuffix("/") ? [resolved, "index.html"].compactMap { $0 } : [resolved ?? ""]
                let name = file.filter { !$0.isEmpty }.joined(separator: "/")
                #expect(files.contains(name), "\(path): \(address)")
            }
        }
    }

    @Test("a title is the page's and the site's, escaped")
    func title() throws {
        let page = try page("eks/irsa/index.html", of: everything())
        #expect(page.contains("<title>IRSA &lt;vs&gt; &quot;others&quot; · Site &amp; &lt;title&gt;</title>"))
        #expect(
            page.contains(
                "<meta name=\"description\" content=\"A &quot;quoted&quot; &amp; &lt;angled&gt; summary\">"))
        #expect(page.contains("Owned by R&amp;D &lt;team&gt;"))
        #expect(page.contains("<time datetime=\"2026-02-03\">2026-02-03</time>"))
    }

    @Test("a page that a note has is the note's")
    func taken() {
        let pages = pages(
            site(["tags/index.md": "# My tags\n\n#eks", "tags/eks.md": "# My eks", "b.md": "#eks"]))
        #expect(pages["tags/index.html"]?.contains("<h1 id=\"my-tags\">My tags</h1>") == true)
        #expect(pages["tags/eks/index.html"]?.contains("<h1 id=\"my-eks\">My eks</h1>") == true)
    }
}

@Suite("Other pages")
struct OtherPageTests {
    @Test("a redirect leads to its note")
    func redirect() throws {
        let files: KeyValuePairs = ["x/a b.md": "---\naliases: [/old/page]\n---\n# A & \\<b>"]
        let plain = try page("old/page/index.html", of: site(files))
        #expect(plain.contains("<meta http-equiv=\"refresh\" content=\"0; url=../../x/a-b/\">"))
        #expect(plain.contains("<a href=\"../../x/a-b/\">A &amp; &lt;b&gt;</a>"))
        #expect(!plain.contains("canonical"))
        let based = try page("old/page/index.html", of: site(files) { $0.baseURL = "https://x.example/docs" })
        #expect(based.contains("<link rel=\"canonical\" href=\"https://x.example/docs/x/a-b/\">"))
    }

    @Test(
        "the page for missing addresses has links from the root where that is known",
        arguments: [
            ("https://x.example", "/", "/tags/"), ("https://x.example/docs", "/docs/", "/docs/tags/"),
            (nil, "./", "tags/"),
        ] as [(String?, String, String)])
    func notFound(baseURL: String?, home: String, tags: String) throws {
        let page = try page("404.html", of: site(["a.md": "x"]) { $0.baseURL = baseURL })
        #expect(page.contains("Start from the <a href=\"\(home)\">"))
        #expect(page.contains("<a href=\"\(tags)\">tags</a>"))
        #expect(!page.contains("canonical"))
    }

    @Test("the sitemap has every note with its last change, escaped")
    func sitemap() throws {
        let sitemap = try page(
            "sitemap.xml",
            of: site(["a b.md": "---\nupdated: 2026-01-02\n---\n", "日.md": "x"]) {
                $0.baseURL = "https://x.example/?a&b"
            })
        #expect(
            all(between: "<url>", and: "</url>", in: sitemap) == [
                "<loc>https://x.example/?a&amp;b/a-b/</loc><lastmod>2026-01-02</lastmod>",
                "<loc>https://x.example/?a&amp;b/%E6%97%A5/</loc>",
            ])
    }

    @Test("the feed has the notes with a date, the latest first")
    func feed() throws {
        let feed = try page(
            "feed.xml",
            of: site([
                "a.md": "---\ndate: 2026-01-01\n---\n# A & B\n\n1 < 2",
                "b.md": "---\nupdated: 2026-03-01\ndate: 2020-01-01\n---\n# B",
                "c.md": "# C", "d.md": "---\ndate: 2026-01-01\n---\n# D",
            ]) { $0.baseURL = "https://x.example" })
        #expect(all(between: "<entry>\n<title>", and: "</title>", in: feed) == ["B", "A &amp; B", "D"])
        #expect(
            feed.contains("<updated>2026-03-01T00:00:00Z</updated>\n\n<entry>")
                || feed.contains("<updated>2026-03-01T00:00:00Z</updated>\n<entry>"))
        #expect(feed.contains("<summary>1 &lt; 2</summary>"))
        #expect(feed.contains("<id>https://x.example/a/</id>"))
    }

    @Test("llms.txt lists the notes by folder, with brackets escaped and no line broken")
    func overview() throws {
        let overview = try page(
            "llms.txt",
            of: site(["a.md": "# A [b] \\ c\n\nsummary", "x/index.md": "# X", "x/y z.md": "# Y"]) {
                configuration in
                configuration.title = "Line\nbreak"
                configuration.description = "One\nline"
            })
        #expect(
            overview
                == """
                # Line break

                > One line

                ## Line
                break

                - [A \\[b\\] \\\\ c](a/index.md): summary

                ## X

                - [X](x/index.md)
                - [Y](x/y-z/index.md)

                """.replacing("## Line\nbreak", with: "## Line break"))
    }

    @Test("urls.txt lists every page but that for missing addresses, in byte order")
    func urls() throws {
        let site = site([
            "index.md": "#Zebra #a/b", "x/日.md": "---\naliases: [/old]\n---\n", "x/a b.md": "y",
            "x/a.md": "y",
        ])
        let lines = try page("_waymark/urls.txt", of: site).split(separator: "\n").map(String.init)
        #expect(lines.elementsEqual(lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }))
        let expected = pages(site).keys.filter { $0.hasSuffix("index.html") }
            .map { RoutePath("/\($0.dropLast("index.html".count))").url }
        #expect(Set(lines) == Set(expected))
        #expect(lines.count == expected.count)
    }

    @Test("the list of tags says so where there are none")
    func tagIndex() throws {
        #expect(try page("tags/index.html", of: site(["a.md": "x"])).contains("No note has a tag yet"))
        let page = try page("tags/index.html", of: site(["a.md": "#b/c", "b.md": "#b"]))
        #expect(page.contains("<a href=\"b/\">#b <span class=\"count\">2</span></a>"))
        #expect(page.contains("<a href=\"b/c/\">#b/c <span class=\"count\">1</span></a>"))
    }

    @Test("a tag's page has its notes, the tags in it and those that go with it")
    func tagPage() throws {
        let page = try page(
            "tags/a/index.html", of: site(["x.md": "#a #q\n# X", "y.md": "#a/b\n# Y", "z.md": "# Z"]))
        #expect(page.contains("<h1>#a</h1>"))
        #expect(
            page.contains(
                "<p class=\"byline\">2 notes · <a href=\"../../search/?q=tag%3Aa\">Narrow down by more tags</a></p>"
            ))
        #expect(page.contains("<a href=\"b/\">#a/b"))
        #expect(page.contains("<a href=\"../q/\">#q"))
        #expect(!page.contains(">Z</a>"))
    }

    @Test("a tag is described by the site, or by the note of its name, and may warn above its notes")
    func tagSettings() throws {
        var setting = TagSetting()
        setting.notice = "Written by a model & not yet reviewed."
        let site = site(["kafka.md": "#log\n# Kafka\n\nKeeps a log.", "x.md": "#kafka #model\n# X"]) {
            $0.tags = [TagName("model"): setting]
        }
        let tag = try page("tags/kafka/index.html", of: site)
        #expect(tag.contains("<p class=\"lead\">Keeps a log.</p>"))
        #expect(tag.contains("About it: <a href=\"../../kafka/\">Kafka</a>"))
        let note = try page("x/index.html", of: site)
        #expect(note.contains("<p class=\"notice\">Written by a model &amp; not yet reviewed.</p>"))
        #expect(try !page("kafka/index.html", of: site).contains("class=\"notice\""))
    }

    @Test("each tag has a feed of its own")
    func tagFeed() throws {
        let site = site([
            "a.md": "---\ndate: 2026-01-02\n---\n#x\n# A", "b.md": "---\ndate: 2026-01-03\n---\n# B",
        ]) {
            $0.baseURL = "https://x.example"
        }
        let feed = try page("tags/x/feed.xml", of: site)
        #expect(feed.contains("<link rel=\"self\" href=\"https://x.example/tags/x/feed.xml\"/>"))
        #expect(feed.contains("<title>A</title>"))
        #expect(!feed.contains("<title>B</title>"))
        #expect(
            try page("tags/x/index.html", of: site).contains(
                "type=\"application/atom+xml\" href=\"https://x.example/tags/x/feed.xml\""))
    }

    @Test("languages that are written from right to left say so")
    func direction() throws {
        let hebrew = site(["a.md": "# A"]) { $0.language = "he-IL" }
        #expect(try page("a/index.html", of: hebrew).contains("<html lang=\"he-IL\" dir=\"rtl\""))
        #expect(try !page("a/index.html", of: site(["a.md": "# A"])).contains("dir="))
    }

    @Test("a folder without a note lists its notes and folders")
    func folder() throws {
        let site = site([
            "some_folder/a.md": "# A", "some_folder/b/c/d.md": "# D", "some_folder/b/e.md": "# E",
        ])
        let page = try page("some_folder/index.html", of: site)
        #expect(page.contains("<h1>Some folder</h1>"))
        #expect(page.contains("<a href=\"b/\">B</a> <span class=\"reason\">2 notes</span>"))
        #expect(page.contains("<a href=\"a/\">A</a>"))
    }

    @Test("the home page of a site without one lists what there is")
    func home() throws {
        let site = site(["a.md": "---\nupdated: 2026-01-01\n---\n#x\n# A", "f/b.md": "# B"]) {
            configuration in
            configuration.title = "My site"
            configuration.description = "About"
        }
        let page = try page("index.html", of: site)
        #expect(page.contains("data-page=\"home\""))
        #expect(page.contains("<title>My site</title>"))
        #expect(page.contains("<p class=\"lead\">About</p>"))
        #expect(page.contains("2 notes"))
        #expect(page.contains("<a href=\"f/\">F</a>"))
    }
}
