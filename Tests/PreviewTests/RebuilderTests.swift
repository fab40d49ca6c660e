import Building
import Diagnostics
import Foundation
import Linking
import Pages
import Testing

@testable import Preview

@Suite("Rebuilding")
struct RebuilderTests {
    @Test("answers every request with what was saved before it, however many rebuild and save at once")
    func neverStale() async throws {
        let folder = try ProjectFolder(["content/index.md": "# Home\n\nText.\n"])
        let rebuilder = folder.rebuilder()
        await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    for edit in 0..<40 {
                        let text = "# Note \(writer)\n\nEdit \(edit) of [[Note \((writer + 1) % 4)]].\n"
                        if edit % 2 == 0 {
                            try folder.write("content/n\(writer).md", text)
                        } else {
                            try folder.replace("content/n\(writer).md", text)
                        }
                        let page = try Visit(await rebuilder.current()).text("/n\(writer)/")
                        #expect(page.contains("Edit \(edit) of"), "writer \(writer), edit \(edit)")
                    }
                }
            }
        }
        let edition = await rebuilder.current()
        #expect(edition.site?.linked.report.diagnostics.isEmpty == true)
    }

    @Test("shows a changed partial, and says what is wrong with a broken one until it is mended")
    func partials() async throws {
        let folder = try ProjectFolder(["content/a.md": "# A\n"])
        let rebuilder = folder.rebuilder()
        #expect(try !Visit(await rebuilder.current()).text("/a/").contains("partial-footer"))
        try folder.write("theme/partials/footer.html", "<p>{{page.title}} one</p>\n")
        #expect(try Visit(await rebuilder.current()).text("/a/").contains("<p>A one</p>"))
        try folder.write("theme/partials/footer.html", "<p>{{page.titel}}</p>\n")
        #expect(await rebuilder.current().failure != nil)
        try folder.write("theme/partials/footer.html", "<p>{{page.title}} two</p>\n")
        let mended = await rebuilder.current()
        #expect(mended.failure == nil)
        #expect(try Visit(mended).text("/a/").contains("<p>A two</p>"))
    }

    @Test("follows the logos that the configuration names, wherever they are, also once it names others")
    func logos() async throws {
        func picture(_ width: Int) -> String {
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) 1\"></svg>"
        }
        let folder = try ProjectFolder([
            "content/a.md": "# A\n", "brand/new/mark.svg": picture(2),
            "waymark.yml": "theme:\n  logo: ./brand/new/mark.svg\n",
        ])
        let rebuilder = folder.rebuilder()
        /// The widths of the logos that a page shows.
        func widths() async throws -> [String] {
            try Visit(await rebuilder.current()).text("/a/")
                .matches(of: /<img class="logo[^"]*" src="[^"]*" width="(\d+)"/).map { String($0.output.1) }
        }
        #expect(try await widths() == ["56"])
        try folder.write("brand/new/mark.svg", picture(3))
        #expect(try await widths() == ["84"])
        try folder.write("waymark.yml", "theme:\n  logo: one.svg\n  logo_dark: brand/dark.svg\n")
        #expect(await rebuilder.current().failure != nil)
        // One file after the other, and the folder of one anew.
        try folder.write("one.svg", picture(4))
        #expect(await rebuilder.current().failure != nil)
        try folder.write("brand/dark.svg", picture(5))
        #expect(await rebuilder.current().failure == nil)
        #expect(try await widths() == ["112", "140"])
        try folder.move("brand", to: "old")
        #expect(await rebuilder.current().failure != nil)
        try folder.write("brand/dark.svg", picture(6))
        #expect(try await widths() == ["112", "168"])
        try folder.write("brand/dark.svg", picture(7))
        #expect(try await widths() == ["112", "196"])
        // What is not named any more is of no interest.
        let number = await rebuilder.current().number
        try folder.write("brand/new/mark.svg", picture(8))
        #expect(await rebuilder.current().number == number)
        #expect(folder.watcher.changes().isEmpty)
    }

    @Test("tells those who listen of the latest edition, though they were slow")
    func slowListeners() async throws {
        let folder = try ProjectFolder(["content/a.md": "# A\n"])
        let rebuilder = folder.rebuilder()
        let editions = await rebuilder.editions()
        for edit in 0..<5 {
            try folder.write("content/a.md", "# A\n\n\(edit)\n")
            _ = await rebuilder.current()
        }
        let latest = await rebuilder.current().number
        for await edition in editions {
            #expect(edition.number == latest)
            break
        }
    }

    @Test("reports what was changed, which problems are new, and which are gone")
    func report() async throws {
        let folder = try ProjectFolder([
            "content/a.md": "# A\n\n[[Nowhere]]\n", "content/b.md": "# B\n\nText.\n",
        ])
        let (rebuilds, continuation) = AsyncStream.makeStream(of: Rebuild.self)
        let rebuilder = Rebuilder(folder.build, watcher: folder.watcher) {
            continuation.yield($0)
        }
        var census = PageCensus()
        var reports: [RebuildReport] = []
        _ = await rebuilder.current()
        try folder.write("content/a.md", "# A\n\n[[B]]\n")
        try folder.write("content/c.md", "# C\n\n[[Neither]]\n")
        try folder.remove("content/b.md")
        _ = await rebuilder.current()
        try folder.write("waymark.yml", "colour: red\n")
        _ = await rebuilder.current()
        continuation.finish()
        for await rebuild in rebuilds {
            reports.append(RebuildReport(rebuild, pageCount: census.count(rebuild.after) { false }))
        }
        #expect(reports.map(\.isFirst) == [true, false, false])
        #expect(reports.map(\.noteCount) == [2, 2, 2])
        #expect(reports[0].appeared.diagnostics.map(\.path.string) == ["a.md"])
        #expect(reports[0].pageCount == nil)
        #expect(reports[1].changed.map(\.string) == ["a.md", "b.md", "c.md"])
        #expect(reports[1].appeared.diagnostics.map(\.path.string) == ["a.md", "c.md"])
        #expect(reports[1].resolved.diagnostics.map(\.path.string) == ["a.md"])
        #expect(try #require(reports[1].pageCount) > 4)
        guard case .configuration(let mistakes)? = reports[2].failure else {
            throw CocoaError(.featureUnsupported)
        }
        #expect(mistakes.diagnostics.count == 1)
        #expect(reports[2].hasSite)
    }

    @Test("a redirect to nowhere is a mistake in the configuration, as for a build, and keeps the last site")
    func brokenRedirect() async throws {
        let folder = try ProjectFolder([
            "content/a.md": "# A\n\nText.\n", "content/b.md": "# B\n\nText.\n",
            "waymark.yml": "redirects:\n  /old/: /b/\n",
        ])
        let rebuilder = folder.rebuilder()
        func mistakes() async -> [String]? {
            guard case .configuration(let report)? = await rebuilder.current().failure else { return nil }
            return report.diagnostics.map { "\($0.range.start.line) \($0.message)" }
        }
        #expect(await mistakes() == nil)
        try folder.remove("content/b.md")
        #expect(await mistakes() == ["2 there is no page /b/"])
        #expect(try Visit(await rebuilder.current()).text("/b/").contains("Text."))
        // Whatever else is saved, it stays a mistake until there is the page or no redirect to it.
        try folder.write("content/picture.png", "x")
        #expect(await mistakes() == ["2 there is no page /b/"])
        try folder.write("content/a.md", "# A\n\nAnother text.\n")
        #expect(await mistakes() == ["2 there is no page /b/"])
        try folder.write("waymark.yml", "redirects:\n  /old/: /a/\n")
        #expect(await mistakes() == nil)
        let edition = await rebuilder.current()
        #expect(try Visit(edition).text("/a/").contains("Another text."))
        #expect(edition.site?.linked.site.notes.count == 1)
        try folder.write("waymark.yml", "redirects:\n  /old/: /c/\n")
        #expect(await mistakes() == ["2 there is no page /c/"])
        try folder.write("content/c.md", "# C\n\nNew.\n")
        #expect(await mistakes() == nil)
        #expect(try Visit(await rebuilder.current()).text("/c/").contains("New."))
    }
}

@Suite("The editor's address")
struct EditorLinkTests {
    @Test(
        "names file, line and column",
        arguments: [
            ("vscode", "content/a b.md", "vscode://file/home/me/content/a%20b.md:3:7"),
            ("idea", "./a.md", "idea://open?file=/home/me/a.md&line=3&column=7"),
            ("x://o?f={path}&l={line}", "/notes/{line}.md", "x://o?f=/notes/%7Bline%7D.md&l=3"),
        ])
    func url(editor: String, path: String, url: String) throws {
        #expect(try #require(EditorLink(editor, in: "/home/me")).url(path, line: 3, column: 7) == url)
    }

    @Test(
        "is that of a known editor or holds a path",
        arguments: ["notepad", "x://o", "javascript:{path}", "{path}"])
    func unknown(editor: String) { #expect(EditorLink(editor, in: "/") == nil) }
}
