import Building
import Foundation
import Linking
import Testing

@Suite("The output folder")
struct OutputFolderTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private func names(_ paths: [OutputPath]) -> [String] { paths.map(\.string) }

    @Test("is made, and gets every file", arguments: [1, 4])
    func first(jobs: Int) throws {
        let changes = try workspace.publish(["index.html": "a", "x/y/index.html": "b"], jobs: jobs)
        #expect(names(changes.written) == ["index.html", "x/y/index.html"])
        #expect(changes.unchanged == 0)
        #expect(changes.removed.isEmpty)
        #expect(changes.summary == "2 written, 0 unchanged, 0 removed")
        #expect(try workspace.text("site/x/y/index.html") == "b")
        #expect(!workspace.exists("site/_waymark/tmp"))
    }

    @Test("gets only what changed")
    func onlyChanges() throws {
        _ = try workspace.publish(["a.html": "1", "b.html": "2", "c.html": "3"])
        let again = try workspace.publish(["a.html": "1", "b.html": "2", "c.html": "3"])
        #expect(again.written.isEmpty)
        #expect(again.unchanged == 3)
        let other = try workspace.publish(["a.html": "1", "b.html": "two", "c.html": "4"])
        #expect(names(other.written) == ["b.html", "c.html"])
        #expect(try workspace.text("site/b.html") == "two")
        #expect(try workspace.text("site/c.html") == "4")
    }

    @Test("a file that did not change is not touched")
    func untouched() throws {
        _ = try workspace.publish(["a.html": "1"])
        let before = try FileManager.default.attributesOfItem(atPath: workspace.path("site/a.html"))
        _ = try workspace.publish(["a.html": "1", "b.html": "2"])
        let after = try FileManager.default.attributesOfItem(atPath: workspace.path("site/a.html"))
        #expect(before[.systemFileNumber] as? UInt64 == after[.systemFileNumber] as? UInt64)
        #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
    }

    @Test("loses what a build wrote before and does not now, and folders that are empty then")
    func removes() throws {
        _ = try workspace.publish(["a.html": "1", "x/y/b.html": "2", "x/c.html": "3", "z/d.html": "4"])
        try workspace.write("site/z/mine.txt", "mine")
        let changes = try workspace.publish(["a.html": "1", "x/c.html": "3"])
        #expect(names(changes.removed) == ["x/y/b.html", "z/d.html"])
        #expect(!workspace.exists("site/x/y"))
        #expect(workspace.exists("site/x/c.html"))
        #expect(try workspace.text("site/z/mine.txt") == "mine")
    }

    @Test("keeps the user's own files")
    func usersFiles() throws {
        try workspace.write(["site/CNAME": "x.example", "site/x/notes.txt": "mine", "site/.nojekyll": ""])
        _ = try workspace.publish(["a.html": "1", "x/b.html": "2"])
        _ = try workspace.publish(["a.html": "1"])
        #expect(try workspace.text("site/CNAME") == "x.example")
        #expect(try workspace.text("site/x/notes.txt") == "mine")
        #expect(workspace.exists("site/.nojekyll"))
    }

    @Test("a file of somebody else in a page's place is an error, each time, and is left alone")
    func foreign() throws {
        try workspace.write("site/x/index.html", "mine")
        for _ in 0..<2 {
            #expect {
                try workspace.publish(["a.html": "1", "x/index.html": "2"])
            } throws: { error in
                guard case .foreignFiles(let paths, _)? = error as? OutputFolder.PublishError else {
                    return false
                }
                return paths.map(\.string) == ["x/index.html"]
            }
            #expect(try workspace.text("site/x/index.html") == "mine")
        }
        // Nor may a later build that does not want the place remove it.
        _ = try workspace.publish(["a.html": "1"])
        #expect(try workspace.text("site/x/index.html") == "mine")
        try workspace.remove("site/x/index.html")
        #expect(
            names(try workspace.publish(["a.html": "1", "x/index.html": "2"]).written) == ["x/index.html"])
    }

    @Test("a folder in a page's place is an error, and is left alone")
    func foreignFolder() throws {
        try workspace.write("site/a.html/mine.txt", "mine")
        #expect(throws: OutputFolder.PublishError.self) { try workspace.publish(["a.html": "1"]) }
        #expect(try workspace.text("site/a.html/mine.txt") == "mine")
    }

    @Test("a symbolic link in a page's place is not written through")
    func foreignLink() throws {
        try workspace.write("victim.txt", "mine")
        try workspace.link("site/a.html", to: workspace.path("victim.txt"))
        #expect(throws: OutputFolder.PublishError.self) { try workspace.publish(["a.html": "1"]) }
        #expect(try workspace.text("victim.txt") == "mine")
    }

    @Test("a file that is there already with the same bytes is taken over")
    func sameBytes() throws {
        try workspace.write("site/a.html", "1")
        let changes = try workspace.publish(["a.html": "1"])
        #expect(changes.unchanged == 1)
        #expect(names(try workspace.publish(["a.html": "2"]).written) == ["a.html"])
    }

    @Test(
        "a manifest cannot make it remove what lies elsewhere",
        arguments: ["../victim.txt", "x/../../victim.txt", "..", "./../victim.txt"])
    func outside(line: String) throws {
        try workspace.write([
            "victim.txt": "mine", "site/_waymark/manifest.txt": "waymark manifest 1\n\(line)\n",
        ])
        let changes = try workspace.publish(["a.html": "1"])
        #expect(changes.removed.isEmpty)
        #expect(try workspace.text("victim.txt") == "mine")
    }

    @Test("nor by an absolute path")
    func absolute() throws {
        try workspace.write("victim.txt", "mine")
        try workspace.write(
            "site/_waymark/manifest.txt", "waymark manifest 1\n\(workspace.path("victim.txt"))\n")
        #expect(try workspace.publish(["a.html": "1"]).removed.isEmpty)
        #expect(try workspace.text("victim.txt") == "mine")
    }

    @Test(
        "what is no manifest of ours lists nothing",
        arguments: [
            "", "a.html\n", "waymark manifest 2\na.html\n", "\u{0}\u{1}\n", " waymark manifest 1\na.html\n",
        ])
    func unknownManifest(text: String) throws {
        try workspace.write(["site/a.html": "mine", "site/_waymark/manifest.txt": text])
        #expect(Manifest(Array(text.utf8)).files.isEmpty)
        #expect(throws: OutputFolder.PublishError.self) { try workspace.publish(["a.html": "1"]) }
        #expect(try workspace.text("site/a.html") == "mine")
    }

    @Test("what a build wrote before it was cut short is known to the next one")
    func interrupted() throws {
        _ = try workspace.publish(["a.html": "1", "b.html": "2"])
        let paths = ["a.html", "c.html", "d.html"].map { OutputPath($0) }
        #expect(throws: OutputFolder.PublishError.self) {
            try OutputFolder(workspace.path("site")).publish(paths, jobs: 1) { index throws(FileError) in
                index == 2 ? try Files.read("/no/such/file") : Array("\(index)".utf8)
            }
        }
        #expect(workspace.exists("site/b.html"))
        #expect(workspace.exists("site/c.html"))
        let changes = try workspace.publish(["a.html": "1"])
        #expect(names(changes.removed).filter { workspace.exists("site/\($0)") }.isEmpty)
        #expect(try workspace.files("site").keys.sorted() == ["_waymark/manifest.txt", "a.html"])
    }

    @Test("so is what the first build wrote, half a page among it")
    func interruptedAtFirst() throws {
        let paths = ["a/index.html", "b.html", "c.html"].map { OutputPath($0) }
        #expect(throws: OutputFolder.PublishError.self) {
            try OutputFolder(workspace.path("site")).publish(paths, jobs: 1) { index throws(FileError) in
                index == 2 ? try Files.read("/no/such/file") : Array("\(index)".utf8)
            }
        }
        try workspace.write("site/b.html", "")
        let changes = try workspace.publish(["a/index.html": "0", "b.html": "1"])
        #expect(names(changes.written) == ["b.html"])
        #expect(
            try workspace.files("site").keys.sorted() == ["_waymark/manifest.txt", "a/index.html", "b.html"])
    }

    @Test("of two paths that are one file in a new folder, the last one stays")
    func oneFile() throws {
        let path = workspace.path("site/b.html")
        let changes = try OutputFolder(workspace.path("site")).publish([OutputPath("b.html")], jobs: 1) {
            _ throws(FileError) in
            try Files.write(Array("first".utf8), toNew: path)
            return Array("last".utf8)
        }
        #expect(names(changes.written) == ["b.html"])
        #expect(try workspace.text("site/b.html") == "last")
    }

    @Test("a folder can take the place of a file, and a file that of a folder")
    func fileAndFolder() throws {
        _ = try workspace.publish(["a": "1"])
        _ = try workspace.publish(["a/index.html": "2"])
        #expect(try workspace.text("site/a/index.html") == "2")
        _ = try workspace.publish(["a": "3"])
        #expect(try workspace.text("site/a") == "3")
    }
}

@Suite("New files")
struct NewFileTests {
    @Test("are written once")
    func once() throws {
        let workspace = try Workspace()
        try Files.write(Array("one".utf8), toNew: workspace.path("x/y/a.md"))
        #expect(throws: FileError.self) {
            try Files.write(Array("two".utf8), toNew: workspace.path("x/y/a.md"))
        }
        #expect(try workspace.text("x/y/a.md") == "one")
    }
}

@Suite("Concurrency")
struct ConcurrencyTests {
    @Test("results are in the order of the elements", arguments: [1, 2, 8], [0, 1, 33, 1000])
    func order(jobs: Int, count: Int) {
        #expect((10..<10 + count).concurrentMap(jobs: jobs) { $0 * 2 } == (10..<10 + count).map { $0 * 2 })
    }
}
