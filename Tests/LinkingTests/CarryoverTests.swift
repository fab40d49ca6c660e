import Diagnostics
import Linking
import Markdown
import Notes
import Testing

@Suite("Linking after a site before")
struct CarryoverTests {
    private static let notes: [SourcePath: String] = [
        SourcePath("a.md"): "#x\n# A\n\n[[B#Part]] ![flow](flow.png) [[Nowhere]]\n\n![[C]]\n",
        SourcePath("b.md"):
            "#x #y\n# B\n\n## Part\n\n[[A]]\n\n| Feature | IRSA | Pod |\n|---|---|---|\n| Roles | Yes | No |\n",
        SourcePath("c.md"):
            "---\naliases: [sea]\n---\n# C\n\n- Use **IRSA** if:\n  - old\n- Use **Pod** if:\n  - new\n",
        SourcePath("d.md"):
            "#y\n# D\n\n[[sea]] [c](c.md#^block)\n\n| Feature | IRSA | Pod |\n|---|---|---|\n| Roles | No | No |\n",
    ]

    /// What linking gives, as far as anybody can see it.
    private func facts(_ site: Site) -> [String] {
        let notes = site.notes.indices
        return [
            "\(site.resolutions)", "\(site.assets)", "\(site.unresolved)",
            "\(notes.map { Array(site.backlinks[$0]) })", "\(site.related.ofNote)", "\(site.routes.ofNote)",
            "\(site.routes.redirects)", "\(site.tags.all.map { ($0.name.spelling, $0.notes) })",
            "\(site.options.all)", "\(site.claims.ofOption)", "\(site.pairs.all)", "\(site.decisions.all)",
            "\(notes.map { note in site.notes[note].references.indices.map { site.embeds.piece($0, of: note) } })",
            "\(site.diagnostics.sorted())", "\(site.folders.all)", "\(site.choiceRoutes)",
        ]
    }

    @Test(
        "gives what linking from scratch gives, whatever was edited",
        arguments: [
            ("a.md", "[[B#Part]]", "prose before [[B#Part]]"), ("a.md", "[[Nowhere]]", "[[D]]"),
            ("a.md", "flow.png", "other.png"), ("a.md", "![[C]]", ""), ("a.md", "# A", "# Other"),
            ("a.md", "#x", "#new #y"), ("a.md", "#x", "#X"), ("b.md", "#x #y", "#x"),
            ("d.md", "#y\n", "#a/b #y\n"), ("b.md", "[[A]]", "[[A]] #a #z"), ("d.md", "#y", "#x"),
            ("b.md", "## Part", "## Section"), ("b.md", "[[A]]", "[[A]] ![[D]]"),
            ("b.md", "| Yes |", "| No |"), ("b.md", "IRSA", "Keys"), ("b.md", "[[A]]", "[[A]]\n\nmore"),
            ("c.md", "[sea]", "[ocean]"), ("c.md", "aliases: [sea]", "slug: d"),
            ("c.md", "**Pod**", "**Neither**"),
            ("c.md", "- new", "- new ^block"), ("c.md", "# C", "## C"),
            ("d.md", "| No | No |", "| Yes | No |"),
            ("d.md", "[[sea]]", "[[sea|C]]"),
        ])
    func edits(path: String, old: String, new: String) throws {
        let path = SourcePath(path)
        let assets: Set = [SourcePath("flow.png"), SourcePath("other.png")]
        let before = Self.notes.map { Note(compiling: Source(path: $0, bytes: Array($1.utf8))) }
            .sorted { $0.path < $1.path }
        let text = try #require(Self.notes[path])
        let changed = Note(compiling: Source(path: path, bytes: Array(text.replacing(old, with: new).utf8)))
        #expect(changed.source.bytes != Array(text.utf8))
        let after = before.map { $0.path == path ? changed : $0 }
        let first = Site(linking: before, assets: assets)
        let scratch = facts(Site(linking: after, assets: assets))
        #expect(facts(Site(linking: after, assets: assets, after: first)) == scratch)
        // And back again.
        let second = Site(linking: after, assets: assets, after: first)
        #expect(facts(Site(linking: before, assets: assets, after: second)) == facts(first))
    }
}
