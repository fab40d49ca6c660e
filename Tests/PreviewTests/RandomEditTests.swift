import Building
import Diagnostics
import Foundation
import Linking
import Pages
import SeededRandom
import Testing

@testable import Preview

@Suite("Random edits")
struct RandomEditTests {
    @Test("leave a served site that equals a cold build, byte for byte", arguments: [1, 2] as [UInt64])
    func equalsColdBuild(seed: UInt64) async throws {
        let folder = try ProjectFolder()
        var writer = RandomWriter(folder: folder, seed: seed)
        for _ in 0..<12 { try writer.edit() }
        let rebuilder = folder.rebuilder()
        let shelf = Shelf(editor: nil)
        for step in 0..<65 {
            var edits: [String] = []
            for _ in 0..<(1 + writer.below(15)) { edits.append(try writer.edit()) }
            let edition = await rebuilder.current()
            // Every page now and then, and otherwise those that an earlier edition may have left on the shelf.
            let cold = try folder.coldSite()
            let site = try #require(edition.site, "\(edits)")
            #expect(edition.failure == nil, "seed \(seed), step \(step)")
            var served: [String: [UInt8]] = [:]
            for path in site.pages.map(\.path) + site.searchPaths {
                let page = try #require(shelf.page(at: path, of: edition))
                served[path.string] =
                    path.string.hasSuffix(".html")
                    ? Array(withoutPreview(String(decoding: page.bytes, as: UTF8.self)).utf8) : page.bytes
            }
            for (path, source) in site.files {
                served[path.string] = try Files.read(site.linked.content.file(source))
            }
            let differing = Set(cold.keys).union(served.keys).filter { cold[$0] != served[$0] }
            #expect(differing.isEmpty, "seed \(seed), step \(step): \(edits.joined(separator: ", "))")
            #expect(site.linked.report.diagnostics == (try folder.build.link().report.diagnostics))
            guard differing.isEmpty else { return }
        }
    }
}

/// Somebody who edits notes without sense, but in all the ways in which notes are edited.
private struct RandomWriter {
    let folder: ProjectFolder
    var random: SplitMix64
    private var notes: [String] = []
    private var files: [String] = []
    private var next = 0

    init(folder: ProjectFolder, seed: UInt64) {
        self.folder = folder
        random = SplitMix64(seed: seed)
    }

    private static let folders = ["", "eks/", "eks/deep/", "db/"]
    private static let words = ["Alpha", "Beta", "Gamma", "Delta", "IRSA", "Pod Identity"]
    private static let tags = ["aws", "eks", "eks/iam", "db", "draft"]

    mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

    private mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

    /// Makes an edit, and gives what it was.
    @discardableResult
    mutating func edit() throws -> String {
        switch below(notes.count < 4 ? 2 : 14) {
        case 0,
            1 where notes.count < 24:
            return try create()
        case 2, 3, 4, 5: return try change()
        case 6:
            let note = notes.remove(at: below(notes.count))
            try folder.remove(note)
            return "remove \(note)"
        case 7: return try move()
        case 8: return try moveFolder()
        case 9: return try saveFile()
        case 10: return try configure()
        case 11: return try link()
        default: return try append()
        }
    }

    private mutating func create() throws -> String {
        next += 1
        let name = below(8) == 0 ? "index" : "n\(next)"
        let note = "content/\(pick(Self.folders))\(name).md"
        if !notes.contains(note) { notes.append(note) }
        let text = text()
        try folder.write(note, text)
        return "create \(note)"
    }

    private mutating func change() throws -> String {
        let note = pick(notes)
        let text = text()
        if below(2) == 0 { try folder.write(note, text) } else { try folder.replace(note, text) }
        return "change \(note)"
    }

    /// Prose alone: most edits are of this kind.
    private mutating func append() throws -> String {
        let note = pick(notes)
        guard let old = try? String(contentsOf: folder.root.appending(path: note), encoding: .utf8) else {
            return "nothing"
        }
        let place = below(3)
        try folder.replace(
            note,
            place == 0
                ? old + "\nMore about \(pick(Self.words)).\n"
                : old.replacingOccurrences(of: "some", with: place == 1 ? "some some" : "some\n\nmore"))
        return "append to \(note)"
    }

    private mutating func move() throws -> String {
        next += 1
        let index = below(notes.count)
        let target = "content/\(pick(Self.folders))m\(next).md"
        let note = notes[index]
        try folder.move(note, to: target)
        notes[index] = target
        return "move \(note) to \(target)"
    }

    private mutating func moveFolder() throws -> String {
        let (from, to) = below(2) == 0 ? ("eks", "moved") : ("moved", "eks")
        guard folder.exists("content/\(from)"), !folder.exists("content/\(to)") else { return "nothing" }
        try folder.move("content/\(from)", to: "content/\(to)")
        let prefix = "content/\(from)/"
        func moved(_ path: String) -> String {
            path.hasPrefix(prefix) ? "content/\(to)/\(path.dropFirst(prefix.count))" : path
        }
        notes = notes.map(moved)
        files = files.map(moved)
        return "move \(from) to \(to)"
    }

    private mutating func saveFile() throws -> String {
        if !files.isEmpty, below(3) == 0 {
            let file = files.remove(at: below(files.count))
            try folder.remove(file)
            return "remove \(file)"
        }
        let file = "content/\(pick(Self.folders))flow\(below(3)).png"
        if !files.contains(file) { files.append(file) }
        try folder.write(file, "\(below(1000))")
        return "save \(file)"
    }

    private mutating func configure() throws -> String {
        let title = pick(Self.words)
        let address = below(2) == 0 ? "base_url: https://example.com/docs\n" : ""
        let html = below(4) == 0 ? "html: trusted\n" : ""
        let rules = below(4) == 0 ? "rules:\n  broken-link: off\n" : ""
        let accent = below(3) == 0 ? "theme:\n  accent: \"#a\(below(10))c\"\n" : ""
        try folder.write("waymark.yml", "title: \(title)\n\(address)\(html)\(accent)\(rules)")
        if below(3) == 0 { try folder.write("theme/style.css", "main { order: \(below(10)) }\n") }
        if below(3) == 0 {
            try folder.write("theme/partials/footer.html", "<p>{{page.title}} \(below(10))</p>\n")
        }
        return "configure \(address)\(html)\(rules)"
    }

    private mutating func link() throws -> String {
        next += 1
        let note = "content/l\(next).md"
        try folder.link(note, to: pick(notes).replacingOccurrences(of: "content/", with: ""))
        notes.append(note)
        return "link \(note)"
    }

    private mutating func text() -> String {
        var text = ""
        switch below(8) {
        case 0:
            text +=
                "---\ntitle: \(pick(Self.words))\naliases: [\(pick(Self.words)), old\(below(5))]\n---\n"
        case 1: text += "---\ndraft: true\ntags: [\(pick(Self.tags))]\n---\n"
        case 2: text += "---\nbroken: [\n---\n"
        case 3: text += "---\ntitle: never closed\n"
        case 4:
            text +=
                "---\naudience: \(pick(["staff", "guests"]))\ndate: 2026-01-0\(1 + below(9))\n---\n"
        default: break
        }
        if below(2) == 0 { text += "#\(pick(Self.tags)) #\(pick(Self.tags))\n" }
        text += "# \(pick(Self.words)) \(below(4))\n\nsome text\n"
        for _ in 0..<below(6) { text += "\n" + piece() + "\n" }
        return text
    }

    private mutating func piece() -> String {
        let word = pick(Self.words)
        switch below(12) {
        case 0:
            return
                "[[\(word) \(below(4))]] and [[n\(1 + below(20))#Part \(below(3))|there]]"
        case 1: return "## Part \(below(3))\n\nsome <b>text</b> <script>x</script> #\(pick(Self.tags))"
        case 2: return "![[n\(1 + below(20))]]"
        case 3: return "![flow](flow\(below(3)).png) and ![[flow\(below(3)).png]]"
        case 4:
            return
                "| Feature | IRSA | Pod Identity |\n|---|---|---|\n| Roles | Yes | \(pick(["Yes", "No"])) |\n| Age | \(below(9)) years | 2 years |"
        case 5:
            return
                "## Which?\n\n- Use **IRSA** if:\n  - the cluster is \(pick(["old", "new"]))\n- Use **\(word)** if:\n  - some text\n\nWhen in doubt, use IRSA."
        case 6: return "```mermaid\nflowchart TD\n  A{Old?} -->|Yes| B[IRSA]\n  A -->|No| C[\(word)]\n```"
        case 7: return "[link](n\(1 + below(20)).md) and [folder](eks/)"
        case 8: return "A block of some text ^block\(below(2))"
        case 9: return "![[n\(1 + below(20))#^block\(below(2))]]"
        case 10: return "> [!tip] \(word)\n> some text"
        default: return "some text about \(word)\u{1}"
        }
    }
}
