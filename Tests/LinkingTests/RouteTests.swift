import Diagnostics
import Linking
import Notes
import Testing

@Suite("Routes")
struct RouteTests {
    @Test(
        "are made from paths",
        arguments: [
            ("irsa.md", "/irsa/"), ("eks/irsa.md", "/eks/irsa/"), ("index.md", "/"), ("README.md", "/"),
            ("readme.md", "/"), ("eks/index.md", "/eks/"), ("eks/README.md", "/eks/"), ("INDEX.md", "/"),
            ("My Note.md", "/my-note/"), ("A b/C_d.md", "/a-b/c_d/"), ("日本 語.md", "/日本-語/"),
            ("Ünïcode.md", "/ünïcode/"),
            ("a.b.md", "/a.b/"), ("c#.md", "/c-sharp/"), ("what?.md", "/what/"), ("100%.md", "/100/"),
            ("….md", "/untitled/"),
            ("note.markdown", "/note/"), ("it's.md", "/its/"),
        ])
    func paths(path: String, expected: String) {
        let site = site([path: "text"])
        #expect(site.routes.ofNote.map { $0?.string } == [expected])
        #expect(site.diagnostics.isEmpty)
    }

    @Test("index comes before README")
    func indexAndReadme() {
        #expect(
            routes(site(["a/README.md": "x", "a/index.md": "y"])) == [
                "a/README.md /a/readme/", "a/index.md /a/",
            ])
    }

    @Test("a slug of its own takes the place of the file's name")
    func slug() {
        #expect(
            routes(site(["a/long-name.md": "---\nslug: Short One\n---\n"])) == [
                "a/long-name.md /a/short-one/"
            ])
    }

    @Test(
        "of two notes with one URL the first keeps it",
        arguments: [
            ("A.md", "a.md", "/a/"), ("a b.md", "a-b.md", "/a-b/"), ("a.md", "a/index.md", "/a/"),
            ("x/C!.md", "x/C.md", "/x/c/"), ("….md", "⋯.md", "/untitled/"),
        ])
    func collision(first: String, second: String, route: String) throws {
        let site = site([second: "x", first: "y"])
        #expect(routes(site) == ["\(first) \(route)", "\(second) none"])
        let diagnostic = try #require(site.diagnostics.first)
        #expect(site.diagnostics.count == 1)
        #expect(diagnostic.rule == .urlCollision)
        #expect(diagnostic.path.string == second)
        #expect(diagnostic.related.map(\.path.string) == [first])
    }

    @Test("an alias redirects from the note's folder, or from the address that it gives")
    func aliases() {
        let site = site([
            "eks/irsa.md": "---\naliases: [Old Name, /old/URL, /x, Irsa]\n---\n",
            "b.md": "---\naliases: [日本]\n---\n",
        ])
        #expect(
            routes(site) == [
                "b.md /b/", "eks/irsa.md /eks/irsa/", "/eks/old-name/ → eks/irsa.md",
                "/old/url/ → eks/irsa.md",
                "/x/ → eks/irsa.md", "/日本/ → b.md",
            ])
        #expect(site.diagnostics.isEmpty)
    }

    @Test("an alias that two notes have redirects to the first")
    func duplicateAlias() throws {
        let site = site([
            "a.md": "---\ntitle: A\naliases:\n  - Same\n---\n", "b.md": "---\naliases: [x, same]\n---\n",
        ])
        #expect(site.routes.redirects.map(\.from.string) == ["/same/", "/x/"])
        #expect(site.routes.redirects.map(\.target) == [.note(0), .note(1)])
        let diagnostic = try #require(site.diagnostics.first)
        #expect(site.diagnostics.count == 1)
        #expect(diagnostic.rule == .duplicateAlias)
        #expect(diagnostic.path.string == "b.md")
        #expect(diagnostic.range.start == SourcePosition(line: 2, column: 14))
        #expect(diagnostic.related.map(\.path.string) == ["a.md"])
        #expect(diagnostic.related.map(\.position) == [SourcePosition(line: 4, column: 5)])
    }

    @Test("an alias twice in one note is one")
    func repeatedAlias() {
        let site = site(["a.md": "---\naliases: [x, X]\n---\n"])
        #expect(site.routes.redirects.map(\.from.string) == ["/x/"])
        #expect(site.diagnostics.isEmpty)
    }

    @Test("an address that another page has is not redirected")
    func aliasOfPage() {
        let site = site(["a.md": "---\naliases: [B, /b, /a]\n---\n", "b.md": "x"])
        #expect(site.routes.redirects.isEmpty)
        #expect(site.diagnostics.map(\.rule) == [.urlCollision])
        #expect(site.diagnostics.map(\.path.string) == ["a.md"])
    }
}

@Suite("Slugs")
struct SlugTests {
    @Test(
        "are made from names",
        arguments: [
            ("Simple", "simple"), ("Two Words", "two-words"), ("a--b  c", "a-b-c"), (" -edges- ", "edges"),
            ("it's", "its"), ("Don’t", "dont"), ("a/b", "a-b"), ("C#", "c-sharp"),
            ("C++ & C", "c-plus-plus-c"), ("C++17", "c-plus-plus-17"), ("A+", "a-plus"), ("名+", "名-plus"),
            ("Redis+Kafka", "redis-kafka"), ("1 + 1", "1-1"), ("#1", "1"), ("+", "untitled"),
            ("…+", "untitled"),
            ("“Kafka”+ Redis", "kafka-redis"), ("C#_notes", "c-sharp_notes"),
            ("ASP.NET C#.md", "asp.net-c-sharp-md"),
            ("C#8", "c-8"),
            ("a_b.c", "a_b.c"),
            ("日本 語", "日本-語"), ("ÉTÉ", "été"), ("हिन्दी", "हिन्दी"), ("a—b", "a-b"), ("v1.2.3", "v1.2.3"),
            ("", "untitled"), ("???", "untitled"), (".", "untitled"), ("..", "untitled"), ("…", "untitled"),
            ("’..", "untitled"), ("..！", "untitled"), ("%2e%2e", "2e-2e"), ("a\nb", "a-b"),
            ("\u{202E}abc", "abc"),
        ])
    func made(name: String, expected: String) {
        #expect(Slug(name).string == expected)
    }

    @Test(
        "fit a file's name, and long ones stay apart",
        arguments: [String(repeating: "a", count: 300), String(repeating: "日", count: 100)])
    func limit(name: String) {
        let slugs = ["", "1", "2"].map { Slug(name + $0).string }
        #expect(Set(slugs).count == 3)
        #expect(slugs.allSatisfy { $0.utf8.count <= 200 })
        #expect(Slug(name).string == slugs[0])
    }

    @Test("of two hundred bytes is not cut")
    func atLimit() {
        let name = String(repeating: "a", count: 200)
        #expect(Slug(name).string == name)
    }
}

@Suite("Relative URLs")
struct RelativeURLTests {
    @Test(
        "are the shortest",
        arguments: [
            ("/", "/", "./", "index.html"),
            ("/a/", "/a/", "./", "index.html"),
            ("/", "/a/", "a/", "a/index.html"),
            ("/a/", "/", "../", "../index.html"),
            ("/a/", "/b/", "../b/", "../b/index.html"),
            ("/a/b/", "/a/", "../", "../index.html"),
            ("/a/", "/a/b/", "b/", "b/index.html"),
            ("/a/b/", "/a/c/", "../c/", "../c/index.html"),
            ("/a/b/", "/c/d/", "../../c/d/", "../../c/d/index.html"),
            ("/a/", "/ab/", "../ab/", "../ab/index.html"),
            ("/ab/", "/a/", "../a/", "../a/index.html"),
            ("/a/", "/sitemap.xml", "../sitemap.xml", "../sitemap.xml"),
            ("/a/", "/a/index.md", "index.md", "index.md"),
            ("/404.html", "/", "./", "index.html"),
            ("/404.html", "/a/", "a/", "a/index.html"),
            ("/a/", "/日 x/", "../%E6%97%A5%20x/", "../%E6%97%A5%20x/index.html"),
            ("/日/", "/本/", "../%E6%9C%AC/", "../%E6%9C%AC/index.html"),
            ("/a/", "/b:c/", "../b%3Ac/", "../b%3Ac/index.html"),
            ("/", "/b:c/", "b%3Ac/", "b%3Ac/index.html"),
        ])
    func relative(from: String, to: String, folder: String, file: String) {
        #expect(RoutePath(from).relativeURL(to: RoutePath(to), style: .folder) == folder)
        #expect(RoutePath(from).relativeURL(to: RoutePath(to), style: .file) == file)
    }

    @Test(
        "a route has a file and a depth",
        arguments: [
            ("/", "index.html", 0), ("/a/", "a/index.html", 1), ("/a/b/", "a/b/index.html", 2),
            ("/404.html", "404.html", 0), ("/_waymark/urls.txt", "_waymark/urls.txt", 1),
        ])
    func outputPath(route: String, expected: String, depth: Int) {
        #expect(RoutePath(route).outputPath.string == expected)
        #expect(RoutePath(route).depth == depth)
    }

    @Test("a route's URL is percent-encoded")
    func url() {
        #expect(RoutePath("/日 #/").url == "/%E6%97%A5%20%23/")
    }
}
