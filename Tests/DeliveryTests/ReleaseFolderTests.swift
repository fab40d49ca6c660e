import Building
import Delivery
import Foundation
import Linking
import Testing

@Suite("A folder of releases")
struct ReleaseFolderTests {
    private let workspace: Workplace
    private let manager = FileManager.default

    init() throws { workspace = try Workplace() }

    private func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: workspace.path(path))), as: UTF8.self)
    }

    private func file(_ path: String) throws -> Int {
        let attributes = try manager.attributesOfItem(atPath: workspace.path(path))
        return try #require(attributes[.systemFileNumber] as? Int)
    }

    private func releases() throws -> [String] {
        try manager.contentsOfDirectory(atPath: workspace.path("docs/releases")).sorted()
    }

    @Test("serves the site, and each time all of it")
    func delivers() throws {
        let first = try workspace.deliver(["index.html": "1", "a/index.html": "same"])
        guard case .release(let release, removed: [], left: []) = first else {
            Issue.record("\(first)")
            return
        }
        #expect(release.number == 1)
        #expect(try text("docs/current/index.html") == "1")
        #expect(
            try manager.destinationOfSymbolicLink(atPath: workspace.path("docs/current"))
                == "releases/\(release)")
        _ = try workspace.deliver(["index.html": "2", "a/index.html": "same"])
        #expect(try text("docs/current/index.html") == "2")
        #expect(try text("docs/releases/\(release)/index.html") == "1")
    }

    @Test("keeps what did not change as the same file, with its date")
    func links() throws {
        _ = try workspace.deliver(["index.html": "1", "a/index.html": "same"])
        let before = try file("docs/current/a/index.html")
        _ = try workspace.deliver(["index.html": "2", "a/index.html": "same"])
        #expect(try file("docs/current/a/index.html") == before)
        #expect(try file("docs/current/a/index.html") != file("site/a/index.html"))
    }

    @Test("gets no release where nothing changed")
    func unchanged() throws {
        _ = try workspace.deliver(["index.html": "1"])
        #expect(try workspace.deliver(["index.html": "1"]) == .nothing)
        #expect(try releases().count == 1)
    }

    @Test("goes back, and on from there with a new number")
    func goesBack() throws {
        _ = try workspace.deliver(["index.html": "1"])
        _ = try workspace.deliver(["index.html": "2"])
        let folder = try workspace.open()
        try folder.serve(folder.earlier(nil))
        #expect(try text("docs/current/index.html") == "1")
        #expect(throws: DeliveryError.self) { try workspace.look().earlier(nil) }
        #expect(try workspace.look().earlier("2").number == 2)
        #expect(throws: DeliveryError.self) { try workspace.look().earlier("7") }
        withExtendedLifetime(folder) {}
    }

    @Test("goes on from an earlier release with a new number, without those that were taken back")
    func numbersGoOn() throws {
        _ = try workspace.deliver(["index.html": "1"])
        _ = try workspace.deliver(["index.html": "2"])
        try workspace.look().serve(workspace.look().earlier(nil))
        _ = try workspace.deliver(["index.html": "3"])
        #expect(try workspace.look().current?.number == 3)
        #expect(try workspace.look().releases.map(\.number) == [1, 3])
    }

    @Test("keeps as many releases as it is told, and always the one before")
    func prunes() throws {
        for number in 1...5 { _ = try workspace.deliver(["index.html": "\(number)"], keep: 3) }
        #expect(try workspace.look().releases.map(\.number) == [3, 4, 5])
        _ = try workspace.deliver(["index.html": "6"], keep: 1)
        #expect(try workspace.look().releases.map(\.number) == [5, 6])
    }

    @Test("has compressed forms beside the pages, made anew only for what changed")
    func compresses() throws {
        let long = String(repeating: "A sentence. ", count: 200)
        _ = try workspace.deliver(["index.html": long, "a/index.html": long], encodings: [.gzip, .brotli])
        let before = try file("docs/current/a/index.html.br")
        _ = try workspace.deliver(
            ["index.html": long + "More.", "a/index.html": long], encodings: [.gzip, .brotli])
        #expect(try file("docs/current/a/index.html.br") == before)
        #expect(manager.fileExists(atPath: workspace.path("docs/current/index.html.gz")))
        _ = try workspace.deliver(["index.html": long + "More.", "a/index.html": long])
        #expect(!manager.fileExists(atPath: workspace.path("docs/current/index.html.gz")))
    }

    @Test("still has what open pages of the release before ask for, and no more")
    func keepsOldAssets() throws {
        let long = String(repeating: "var a = 1; ", count: 200)
        _ = try workspace.deliver(["index.html": "1", "_waymark/a.1.js": long], encodings: [.gzip])
        _ = try workspace.deliver(["index.html": "2", "_waymark/a.2.js": "2"], encodings: [.gzip])
        #expect(try text("docs/current/_waymark/a.1.js") == long)
        #expect(manager.fileExists(atPath: workspace.path("docs/current/_waymark/a.1.js.gz")))
        _ = try workspace.deliver(["index.html": "3", "_waymark/a.3.js": "3"], encodings: [.gzip])
        #expect(try text("docs/current/_waymark/a.2.js") == "2")
        #expect(!manager.fileExists(atPath: workspace.path("docs/current/_waymark/a.1.js")))
    }

    @Test("brings no file of others that lies in the site's folder")
    func foreign() throws {
        try workspace.build(["index.html": "1"])
        try Data("x".utf8).write(to: URL(filePath: workspace.path("site/secret.txt")))
        _ = try workspace.deliver(["index.html": "1"])
        #expect(!manager.fileExists(atPath: workspace.path("docs/current/secret.txt")))
    }

    @Test("clears away what a publish that was cut short left")
    func leftovers() throws {
        try manager.createDirectory(
            atPath: workspace.path("docs/releases/unfinished/x"), withIntermediateDirectories: true)
        try manager.createSymbolicLink(
            atPath: workspace.path("docs/releases/unfinished/x/link"),
            withDestinationPath: workspace.path("site"))
        _ = try workspace.deliver(["index.html": "1"])
        #expect(try releases().count == 1)
        #expect(manager.fileExists(atPath: workspace.path("site/index.html")))
    }

    @Test("gets what was damaged in it anew")
    func repairs() throws {
        _ = try workspace.deliver(["index.html": "1", "a/index.html": "2"])
        try Data().write(to: URL(filePath: workspace.path("docs/current/index.html")))
        _ = try workspace.deliver(["index.html": "1", "a/index.html": "2"])
        #expect(try text("docs/current/index.html") == "1")
    }

    @Test("never writes into a file that an earlier release has too")
    func ownCompressedFile() throws {
        let table = String(repeating: "a,b,c\n", count: 400)
        _ = try workspace.deliver(["x.csv": table, "x.csv.gz": "the author's 1"], encodings: [.gzip])
        let first = try #require(try workspace.look().current)
        _ = try workspace.deliver(["x.csv": table, "x.csv.gz": "the author's 2"], encodings: [.gzip])
        #expect(try text("docs/releases/\(first)/x.csv.gz") == "the author's 1")
        #expect(try text("docs/current/x.csv.gz") == "the author's 2")
    }

    @Test("keeps nothing that notes said")
    func forgets() throws {
        _ = try workspace.deliver(["index.html": "1", "_waymark/search/notes-1.js": "secret"])
        _ = try workspace.deliver(["index.html": "2", "_waymark/search/notes-2.js": "open"])
        #expect(!manager.fileExists(atPath: workspace.path("docs/current/_waymark/search/notes-1.js")))
    }

    @Test("is not made by looking at it")
    func looks() throws {
        #expect(try workspace.open().releases.isEmpty)
        #expect(throws: DeliveryError.self) { try workspace.open().earlier(nil) }
        #expect(!manager.fileExists(atPath: workspace.path("docs")))
    }

    @Test("has no release that is not whole")
    func halves() throws {
        _ = try workspace.deliver(["index.html": "1"])
        _ = try workspace.deliver(["index.html": "2"])
        let first = try #require(try workspace.look().releases.first)
        try manager.removeItem(atPath: workspace.path("docs/releases/\(first)/_waymark/manifest.txt"))
        #expect(throws: DeliveryError.self) { try workspace.look().earlier(nil) }
        #expect(throws: DeliveryError.self) { try workspace.look().earlier("1") }
    }

    @Test("is not published to by two at once")
    func busy() throws {
        _ = try workspace.deliver(["index.html": "1"])
        do {
            let folder = try workspace.open()
            #expect(throws: DeliveryError.self) { try workspace.open() }
            #expect(try workspace.look().releases.count == 1)
            withExtendedLifetime(folder) {}
        }
        _ = try workspace.open()
    }

    @Test("is left alone where `current` is something else")
    func otherCurrent() throws {
        try manager.createDirectory(atPath: workspace.path("docs/current"), withIntermediateDirectories: true)
        #expect(throws: DeliveryError.self) { try workspace.open() }
        try manager.removeItem(atPath: workspace.path("docs/current"))
        try manager.createSymbolicLink(atPath: workspace.path("docs/current"), withDestinationPath: "/etc")
        #expect(throws: DeliveryError.self) { try workspace.open() }
        #expect(try manager.destinationOfSymbolicLink(atPath: workspace.path("docs/current")) == "/etc")
    }

    @Test("may not be in the folder of the notes or of the site")
    func overlap() throws {
        let (site, notes) = (workspace.path("site"), workspace.path("content"))
        // The folder that the site will be built in need not be there yet.
        for path in [site, site + "/docs", notes + "/not/there/yet"] {
            #expect(throws: DeliveryError.self) {
                try Destination.folder(path).refuseOverlap(content: notes, output: site)
            }
        }
        let docs = Destination.folder(workspace.path("docs"))
        #expect(throws: DeliveryError.self) {
            try docs.refuseOverlap(content: notes, output: workspace.path("docs/current"))
        }
        try docs.refuseOverlap(content: notes, output: site)
        try Destination.folder(workspace.path("site-docs")).refuseOverlap(content: notes, output: site)
    }
}

/// A folder for one test, with a site in `site` and releases in `docs`.
private final class Workplace {
    private let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "waymark-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func path(_ path: String) -> String { root.appending(path: path).path(percentEncoded: false) }

    func build(_ files: KeyValuePairs<String, String>) throws {
        let texts = files.map(\.value)
        _ = try OutputFolder(path("site")).publish(files.map { OutputPath($0.key) }, jobs: 1) { index in
            Array(texts[index].utf8)
        }
    }

    func open(_ settings: PublishSettings = PublishSettings()) throws -> ReleaseFolder {
        try ReleaseFolder(path("docs"), settings, jobs: 2, isLookingOnly: false)
    }

    /// Looks, without keeping others from publishing.
    func look() throws -> ReleaseFolder {
        try ReleaseFolder(path("docs"), PublishSettings(), jobs: 1, isLookingOnly: true)
    }

    /// Builds a site of some files, and delivers it.
    func deliver(
        _ files: KeyValuePairs<String, String>, keep: Int = 5, encodings: [ContentEncoding] = []
    ) throws -> Delivered {
        try build(files)
        var settings = PublishSettings()
        settings.kept = keep
        settings.encodings = encodings
        let folder = try open(settings)
        return try folder.deliver(BuiltSite(reading: path("site")), after: folder.fetch())
    }
}
