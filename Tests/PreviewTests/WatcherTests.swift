import Foundation
import Testing

@testable import Preview

@Suite("Watching")
struct WatcherTests {
    /// The paths that a watcher tells of, below the folder; nil where it says that all may have changed.
    private func changes(_ watcher: any FileWatcher, _ folder: ProjectFolder) -> Set<String>? {
        let changes = watcher.changes()
        guard !changes.isEverything else { return nil }
        let root = folder.path("")
        return Set(changes.paths.map { String($0.dropFirst(root.count)) })
    }

    @Test("tells at once of files that were saved, in one way or another")
    func saved() throws {
        let folder = try ProjectFolder(["content/a.md": "a", "content/b.md": "b"])
        let watcher = folder.watcher
        #expect(watcher.changes().isEmpty)
        try folder.write("content/a.md", "aa")
        #expect(changes(watcher, folder) == ["content/a.md"])
        try folder.replace("content/b.md", "bb")
        #expect(try #require(changes(watcher, folder)).contains("content/b.md"))
        #expect(watcher.changes().isEmpty)
    }

    @Test("tells of the configuration, and of no other file beside the content folder")
    func configuration() throws {
        let folder = try ProjectFolder()
        let watcher = folder.watcher
        try folder.write("other.yml", "")
        #expect(watcher.changes().isEmpty)
        try folder.replace("waymark.yml", "title: A")
        #expect(changes(watcher, folder) == ["waymark.yml"])
        try folder.remove("waymark.yml")
        #expect(changes(watcher, folder) == ["waymark.yml"])
        try folder.write("waymark.yml", "title: B")
        #expect(changes(watcher, folder) == ["waymark.yml"])
        try folder.write("theme/style.css", "a {}")
        #expect(changes(watcher, folder)?.isEmpty == false)
        try folder.write("theme/style.css", "b { color: red }")
        #expect(changes(watcher, folder) == ["theme/style.css"])
    }

    @Test("goes on in folders that are new, moved or removed")
    func folders() throws {
        let folder = try ProjectFolder()
        let watcher = folder.watcher
        try folder.write("content/new/deep/a.md", "a")
        #expect(try #require(changes(watcher, folder)).contains("content/new"))
        try folder.write("content/new/deep/a.md", "aa")
        #expect(try #require(changes(watcher, folder)).contains("content/new/deep/a.md"))
        try folder.move("content/new", to: "content/moved")
        #expect(try #require(changes(watcher, folder)).isSuperset(of: ["content/new", "content/moved"]))
        try folder.write("content/moved/deep/a.md", "aaa")
        #expect(try #require(changes(watcher, folder)).contains("content/moved/deep/a.md"))
        try folder.move("content/moved", to: "outside")
        _ = watcher.changes()
        try folder.write("outside/deep/a.md", "no business of ours")
        #expect(watcher.changes().isEmpty)
    }

    @Test("goes on when the content folder itself goes and comes again")
    func contentFolder() async throws {
        let folder = try ProjectFolder(["content/a.md": "# A\n"])
        let rebuilder = folder.rebuilder()
        #expect(await rebuilder.current().failure == nil)
        try folder.move("content", to: "away")
        #expect(await rebuilder.current().failure != nil)
        try folder.move("away", to: "content")
        try folder.write("content/a.md", "# B\n")
        let edition = await rebuilder.current()
        #expect(edition.failure == nil)
        #expect(try Visit(edition).text("/a/").contains("<h1 id=\"b\">"))
    }

    @Test("loses nothing when there is more than the system remembers")
    func overflow() async throws {
        let folder = try ProjectFolder(["content/a.md": "# A\n", "content/z.md": "# Z\n"])
        let rebuilder = folder.rebuilder()
        _ = await rebuilder.current()
        // Linux remembers 16,384 events by default; equal ones that follow each other count once.
        for _ in 0..<10_000 {
            for note in ["content/a.md", "content/z.md"] { close(open(folder.path(note), O_WRONLY)) }
        }
        try folder.write("content/new/b.md", "# B\n")
        try folder.write("content/a.md", "# Last\n")
        let visit = Visit(await rebuilder.current())
        #expect(try visit.text("/a/").contains("<h1 id=\"last\">"))
        try folder.write("content/new/b.md", "# Later\n")
        #expect(try Visit(await rebuilder.current()).text("/new/b/").contains("<h1 id=\"later\">"))
    }

    @Test("signals once there is something")
    func signals() async throws {
        let folder = try ProjectFolder(["content/a.md": "a"])
        let watcher = folder.watcher
        try folder.write("content/a.md", "aa")
        for await _ in watcher.signals { break }
        #expect(changes(watcher, folder) == ["content/a.md"])
    }

    @Test(
        "takes up other files beside the content folder, and leaves those that it had",
        arguments: [false, true])
    func settings(_ isPolling: Bool) throws {
        let folder = try ProjectFolder(["a.svg": "a", "pictures/b.svg": "b"])
        let watcher: any FileWatcher =
            isPolling
            ? PollingWatcher(content: folder.path("content"), settings: [folder.path("a.svg")])
            : makeFileWatcher(content: folder.path("content"), settings: [folder.path("a.svg")])
        try folder.write("pictures/b.svg", "bb")
        #expect(watcher.changes().isEmpty)
        watcher.watch(settings: ["pictures", "pictures/b.svg"].map(folder.path))
        try folder.write("a.svg", "aa")
        #expect(watcher.changes().isEmpty)
        try folder.write("pictures/b.svg", "bbb")
        #expect(changes(watcher, folder) == ["pictures/b.svg"])
        try folder.move("pictures", to: "gone")
        #expect(try #require(changes(watcher, folder)).contains("pictures"))
        try folder.write("pictures/b.svg", "b")
        #expect(changes(watcher, folder)?.isEmpty == false)
        try folder.write("pictures/b.svg", "bb")
        #expect(changes(watcher, folder) == ["pictures/b.svg"])
    }

    @Test("by looking again finds the same changes")
    func polling() async throws {
        let folder = try ProjectFolder(["content/a.md": "a", "content/b.md": "b"])
        let watcher = PollingWatcher(
            content: folder.path("content"), settings: [folder.path("waymark.yml")],
            interval: .milliseconds(5))
        #expect(watcher.changes().isEmpty)
        try folder.write("content/a.md", "aa")
        try folder.write("content/new/c.md", "c")
        try folder.remove("content/b.md")
        try folder.write("waymark.yml", "title: Longer\n")
        for await _ in watcher.signals { break }
        #expect(
            try #require(changes(watcher, folder)).isSuperset(of: [
                "content/a.md", "content/b.md", "content/new/c.md", "waymark.yml",
            ]))
        #expect(watcher.changes().isEmpty)
    }

    @Test("takes a folder's change for that of all that is in it")
    func includes() {
        let changes = FileChanges(paths: ["content/eks", "content/a.md"])
        #expect(changes.includes("content/eks/deep/b.md"))
        #expect(changes.includes("content/a.md"))
        #expect(!changes.includes("content/eks2/b.md"))
        #expect(FileChanges.everything.includes("x"))
    }
}

@Suite("Reading again")
struct NotebookTests {
    @Test("reads through symbolic links when their files change, and never out of the folder")
    func links() async throws {
        let folder = try ProjectFolder(["content/a.md": "# A\n", "secret.md": "# Secret\n"])
        try folder.link("content/b.md", to: "a.md")
        try folder.link("content/out.md", to: "../secret.md")
        let rebuilder = folder.rebuilder()
        _ = await rebuilder.current()
        try folder.replace("content/a.md", "# Changed\n")
        let visit = Visit(await rebuilder.current())
        #expect(try visit.text("/b/").contains("<h1 id=\"changed\">"))
        #expect(try visit.response("/out/")?.status == .notFound)
    }

    @Test("tells what has changed, and passes over what was saved without a change")
    func changed() async throws {
        let folder = try ProjectFolder(["content/a.md": "# A\n", "content/b.md": "# B\n"])
        let rebuilder = folder.rebuilder()
        let first = await rebuilder.current()
        try folder.write("content/a.md", "# A\n")
        #expect(await rebuilder.current().number == first.number)
        try folder.write("content/a.md", "# AA\n")
        #expect(await rebuilder.current().number == first.number + 1)
    }

    @Test("gets over a note that may not be read, once it may", .enabled(if: getuid() != 0))
    func unreadable() async throws {
        let folder = try ProjectFolder(["content/a.md": "# A\n"])
        let rebuilder = folder.rebuilder()
        _ = await rebuilder.current()
        try folder.write("content/b.md", "# B\n")
        chmod(folder.path("content/b.md"), 0)
        #expect(await rebuilder.current().failure != nil)
        chmod(folder.path("content/b.md"), 0o644)
        #expect(await rebuilder.current().failure == nil)
    }
}
