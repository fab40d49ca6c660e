import Diagnostics
import Linking
import Testing

@testable import Preview

@Suite("The preview answers")
struct ResponderTests {
    private func visit(_ configuration: String = "title: Notes\n", editor: EditorLink? = nil) async throws
        -> Visit
    {
        let folder = try ProjectFolder([
            "waymark.yml": configuration,
            "content/index.md": "# Home\n\n[[IRSA]] ![flow](flow.png)\n",
            "content/eks/irsa.md": "---\naliases: [old]\n---\n# IRSA\n\nSee [[Nowhere]].\n",
            "content/flow.png": "0123456789",
            "content/secret.png": "nobody links here",
        ])
        return Visit(await folder.rebuilder().current(), editor: editor)
    }

    @Test("with pages and files, each with its type")
    func pages() async throws {
        let visit = try await visit()
        #expect(try visit.response("/")?.value(of: "Content-Type") == "text/html; charset=utf-8")
        #expect(try visit.text("/eks/irsa/").contains("<h1 id=\"irsa\">IRSA</h1>"))
        #expect(try visit.text("/eks/irsa/index.html") == visit.text("/eks/irsa/?query"))
        #expect(
            try visit.response("/eks/irsa/index.md")?.value(of: "Content-Type")
                == "text/markdown; charset=utf-8")
        #expect(try visit.answer("/flow.png") == .file(SourcePath("flow.png")))
    }

    @Test("with the site's own page where there is nothing, and with no file that no note refers to")
    func notFound() async throws {
        let visit = try await visit()
        for target in [
            "/nowhere/", "/secret.png", "/../waymark.yml", "/%2e%2e/waymark.yml", "/..%2fwaymark.yml",
            "//etc/passwd",
            "/eks/%00", "/%", "/content/index.md", "/eks/irsa.md", "/_waymark/manifest.txt",
        ] {
            let response = try #require(try visit.response(target))
            #expect(response.status == .notFound, "\(target)")
            #expect(try visit.text(target).contains("Page not found"), "\(target)")
        }
    }

    @Test("with where a folder's page is")
    func folders() async throws {
        let visit = try await visit()
        #expect(try visit.response("/eks/irsa?a=b")?.value(of: "Location") == "/eks/irsa/?a=b")
        #expect(try visit.response("/eks")?.status == .movedPermanently)
    }

    @Test("with redirects as they are published")
    func redirects() async throws {
        let page = try await visit().text("/eks/old/")
        #expect(page.contains("http-equiv=\"refresh\" content=\"0; url=../irsa/\""))
        #expect(page == withoutPreview(page))
    }

    @Test("below the path of the base URL")
    func subPath() async throws {
        let visit = try await visit("base_url: https://example.com/team/docs\n")
        #expect(try visit.response("/")?.value(of: "Location") == "/team/docs/")
        #expect(try visit.response("/team/docs")?.value(of: "Location") == "/team/docs/")
        #expect(try visit.response("/team/docs/eks/irsa")?.value(of: "Location") == "/team/docs/eks/irsa/")
        #expect(try visit.response("/team/docs/")?.status == .ok)
        #expect(try visit.response("/eks/irsa/")?.status == .notFound)
        #expect(try visit.response("/team/docsy/")?.status == .notFound)
        #expect(try visit.text("/team/docs/").contains("src=\"/team/docs/_waymark/preview/preview.js?"))
        #expect(try visit.text("/a/b/c").contains("href=\"/team/docs/tags/\""))
    }

    @Test("to nobody who comes by another name")
    func hosts() async throws {
        let visit = try await visit()
        let head = "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n"
        let answer = visit.responder.answer(try Request(parsing: Array(head.utf8)), from: visit.edition)
        guard case .response(let response) = answer else { throw Refusal.badRequest }
        #expect(response.status == .forbidden)
        #expect(response.value(of: "ETag") == nil)
    }

    @Test("with the published page, one script and the panel")
    func additions() async throws {
        let visit = try await visit(editor: EditorLink("vscode", in: "/home/me"))
        let page = try visit.text("/eks/irsa/")
        #expect(page.contains("<head>\n<script defer src=\"/_waymark/preview/preview.js?"))
        #expect(page.contains("<aside id=\"page:writer\" class=\"writer-panel\" lang=\"en\""))
        #expect(page.contains("<summary>1 problem</summary>"))
        #expect(page.contains("<code>See [[<mark>Nowhere</mark>]].</code>"))
        #expect(page.contains("href=\"vscode://file/"))
        #expect(page.contains("eks/irsa.md:6:7\">"))
        #expect(try visit.published("/eks/irsa/").contains("</footer>\n</body>\n</html>\n"))
        #expect(try !visit.text("/").contains("page:writer"))
        #expect(try !visit.text("/index.md").contains("preview.js"))
    }

    @Test("to open pages with what is new to them")
    func listeners() async throws {
        let visit = try await visit()
        let target = "/_waymark/preview/events?page=%2Feks%2Firsa%2F&tag=abc&seen=i.7"
        #expect(
            try visit.answer(target)
                == .events(.init(path: OutputPath("eks/irsa/index.html"), tag: "abc", edition: 7)))
        guard case .events(let other) = try visit.answer("/_waymark/preview/events?seen=j.7") else { return }
        #expect(other.edition == nil)
    }
}

@Suite("What open pages are told")
struct EventStreamTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test("is what they do not have, once")
    func once() async throws {
        let folder = try ProjectFolder([
            "content/a.md": "# A\n\n![x](x.png)\n", "content/b.md": "# B\n", "content/x.png": "1",
        ])
        let rebuilder = folder.rebuilder()
        let first = await rebuilder.current()
        let responder = Visit(first).responder
        let (a, b) = (OutputPath("a/index.html"), OutputPath("b/index.html"))
        var known = EventStream(
            .init(path: a, tag: responder.tag(at: a, of: first), edition: nil), responder, from: first)
        var old = EventStream(.init(path: a, tag: "older", edition: nil), responder, from: first)
        var other = EventStream(
            .init(path: b, tag: responder.tag(at: b, of: first), edition: nil), responder, from: first)
        #expect(known.events(upTo: first).isEmpty)
        #expect(other.events(upTo: first).isEmpty)
        #expect(text(old.events(upTo: first)).hasPrefix("event: page\nid: i.1\ndata: {\"tag\":\""))
        #expect(old.events(upTo: first).isEmpty)

        try folder.replace("content/a.md", "# A\n\n![x](x.png) changed\n")
        try folder.write("content/x.png", "2")
        let second = await rebuilder.current()
        let events = text(known.events(upTo: second))
        #expect(events.contains("event: files\nid: i.2\ndata: {\"urls\":[\"/x.png\"]}\n\n"))
        #expect(events.contains("event: page\n"))
        #expect(!text(other.events(upTo: second)).contains("event: page"))
        #expect(known.events(upTo: second).isEmpty)
    }

    @Test("is nothing of the site after a failed build, but why it failed")
    func failure() async throws {
        let folder = try ProjectFolder(["content/a.md": "# A\n"])
        let rebuilder = folder.rebuilder()
        let first = await rebuilder.current()
        try folder.write("waymark.yml", "colour: red\n")
        try folder.replace("content/a.md", "# Other\n\nText.\n")
        let failed = Visit(await rebuilder.current())
        #expect(try failed.published("/a/") == Visit(first).published("/a/"))
        #expect(try failed.text("/a/").contains("waymark.yml:1:1"))
        #expect(try failed.text("/a/").contains("<code><mark>colour</mark>: red</code>"))
        try folder.write("waymark.yml", "title: Mended\n")
        let mended = Visit(await rebuilder.current())
        #expect(try mended.text("/a/").contains("<h1 id=\"other\">Other</h1>"))
        #expect(try !mended.text("/a/").contains("page:writer"))
    }

    @Test("is why there is no site yet, until there is one")
    func noSite() async throws {
        let folder = try ProjectFolder(["waymark.yml": "colour: red\n", "content/a.md": "# A\n"])
        let rebuilder = folder.rebuilder()
        let failed = Visit(await rebuilder.current())
        let response = try #require(try failed.response("/a/"))
        #expect(response.status == .serviceUnavailable)
        #expect(try failed.text("/a/").contains("there is no setting"))
        try folder.write("waymark.yml", "")
        #expect(try Visit(await rebuilder.current()).response("/a/")?.status == .ok)
    }
}
