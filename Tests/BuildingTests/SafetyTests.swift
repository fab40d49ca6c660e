import Building
import Diagnostics
import Linking
import Notes
import Testing

@Suite("What a build never does")
struct SafetyTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private func options(output: String) -> Build.Options {
        var options = Build.Options()
        options.content = workspace.path("content")
        options.output = workspace.path(output)
        options.jobs = 2
        return options
    }

    @Test("write the site over its notes, or around them", arguments: ["content", "."])
    func overlap(output: String) throws {
        try workspace.write("content/eks/index.md", "# EKS\n\ntext")
        let build = Build(options(output: output))
        var linked = try build.link()
        #expect(throws: OutputFolder.PublishError.self) { try build.publish(&linked) }
        #expect(try workspace.text("content/eks/index.md") == "# EKS\n\ntext")
        #expect(!workspace.exists("index.html"))
    }

    @Test("read back what it has written inside the content folder")
    func outputInContent() throws {
        try workspace.write("content/a.md", "# A")
        let build = Build(options(output: "content/site"))
        for _ in 0..<2 {
            var linked = try build.link()
            #expect(linked.site.notes.map(\.path.string) == ["a.md"])
            _ = try build.publish(&linked)
        }
        // Nor does a build that knows nothing of it.
        #expect(try Build(options(output: "site")).link().site.notes.map(\.path.string) == ["a.md"])
    }

    @Test("let a file of the content folder into the manifest's place, or a line into the manifest")
    func assetNames() throws {
        try workspace.write([
            "content/a.md": "# A\n\n[x](_waymark/manifest.txt)", "content/_waymark/manifest.txt": "mine",
        ])
        let build = Build(options(output: "site"))
        var linked = try build.link()
        _ = try build.publish(&linked)
        #expect(linked.report.diagnostics.contains { $0.rule == .unreadableSource })
        #expect(try workspace.text("site/_waymark/manifest.txt").hasPrefix("waymark manifest"))
    }

    @Test("take two names for one that Unicode holds equal")
    func canonicalEquivalence() throws {
        try workspace.write(["content/caf\u{E9}.md": "[[nope]]", "content/cafe\u{301}.md": "[[nope]]"])
        let linked = try Build(options(output: "site")).link()
        #expect(linked.site.notes.count == 2)
        #expect(linked.report.diagnostics.count(where: { $0.rule == .brokenLink }) == 2)
    }

    @Test(
        "publish a note whose front matter cannot be read and speaks of holding it back",
        arguments: [
            "---\ntitle: a: b\ndraft: true\n---\nx", "---\ndraft: true\nx", "---\naudience: {a: b}\n---\nx",
            "---\ndraft: true\ndraft: false\n---\nx",
        ])
    func brokenFrontMatter(text: String) throws {
        try workspace.write("content/a.md", text)
        let linked = try Build(options(output: "site")).link()
        #expect(linked.site.notes.isEmpty)
        #expect(linked.report.errorCount == 1)
    }
}
