import Diagnostics
import Linking
import Notes
import Testing

/// A site with every kind of name, and one more note that links.
private func linked(_ link: String, from path: String = "from.md") -> Site {
    site(
        [
            "index.md": "# Home",
            "my note.md": "# Spaces",
            "eks/index.md": "# EKS",
            "eks/irsa.md": """
            ---
            aliases: [Roles for accounts]
            ---
            # IAM Roles

            ## Setup

            ## Setup

            ### What's new?
            """,
            "eks/oidc.md": "# OpenID Connect",
            "gke/README.md": "# Google",
            "gke/oidc.md": "# GKE identity",
            "plain/deep.md": "# Deep",
            // One name for each pair of steps: file and title, title and alias.
            "c.md": "# C", "csharp.md": "# C#\n\n## Tips",
            "x/alpha.md": "# Something",
            "y/other.md": "# Alpha",
            "x/gamma.md": "---\naliases: [Beta]\n---\n# Gamma",
            "y/delta.md": "# Beta",
            path: "# Linking\n\n## Part\n\n\(link)",
        ], assets: ["files/a.pdf", "files/p.png", "eks/local.png"])
}

@Suite("Where links lead")
struct ResolutionTests {
    @Test(
        "wikilinks",
        arguments: [
            // A path, the end of one, a file's name; with or without extension, in any case.
            ("from.md", "[[eks/irsa]]", "eks/irsa.md"),
            ("from.md", "[[irsa]]", "eks/irsa.md"),
            ("from.md", "[[irsa.md]]", "eks/irsa.md"),
            ("from.md", "[[IRSA]]", "eks/irsa.md"),
            ("from.md", "[[EKS/Irsa.MD]]", "eks/irsa.md"),
            ("from.md", "[[/eks/irsa]]", "eks/irsa.md"),
            ("from.md", "[[my note]]", "my note.md"),
            ("from.md", "[[irsa|label]]", "eks/irsa.md"),
            // A number sign that names no place.
            ("from.md", "[[C#]]", "csharp.md"), ("from.md", "[[C##Tips]]", "csharp.md#tips"),
            ("from.md", "[[C]]", "c.md"), ("from.md", "[[irsa#]]", "eks/irsa.md"),
            ("from.md", "![[irsa]]", "eks/irsa.md"),
            // A folder.
            ("from.md", "[[gke]]", "gke/README.md"),
            ("from.md", "[[GKE/]]", "gke/README.md"),
            ("from.md", "[[eks]]", "eks/index.md"),
            // A title, an alias.
            ("from.md", "[[IAM Roles]]", "eks/irsa.md"),
            ("from.md", "[[iam roles]]", "eks/irsa.md"),
            ("from.md", "[[Roles for accounts]]", "eks/irsa.md"),
            ("from.md", "[[ROLES FOR ACCOUNTS]]", "eks/irsa.md"),
            // A file's name comes before a title, a title before an alias.
            ("from.md", "[[alpha]]", "x/alpha.md"),
            ("from.md", "[[beta]]", "y/delta.md"),
            ("y/from.md", "[[alpha]]", "x/alpha.md"),
            // The same folder wins.
            ("eks/from.md", "[[oidc]]", "eks/oidc.md"),
            ("gke/from.md", "[[oidc]]", "gke/oidc.md"),
            ("GKE/from.md", "[[oidc]]", "gke/oidc.md"),
            ("gke/from.md", "[[eks/oidc]]", "eks/oidc.md"),
            ("eks/from.md", "[[/gke/oidc]]", "gke/oidc.md"),
            // Headings, by anchor and by text.
            ("from.md", "[[irsa#setup]]", "eks/irsa.md#setup"),
            ("from.md", "[[irsa#Setup]]", "eks/irsa.md#setup"),
            ("from.md", "[[irsa#setup-1]]", "eks/irsa.md#setup-1"),
            ("from.md", "[[irsa#What's new?]]", "eks/irsa.md#whats-new"),
            ("from.md", "[[irsa#Setup#What's new?]]", "eks/irsa.md#whats-new"),
            ("from.md", "[[irsa#IAM Roles]]", "eks/irsa.md#iam-roles"),
            ("from.md", "[[IAM Roles#iam-roles]]", "eks/irsa.md#iam-roles"),
            ("from.md", "[[#Part]]", "from.md#part"),
            ("from.md", "[[#Linking]]", "from.md#linking"),
            // Files.
            ("from.md", "![[files/p.png]]", "asset files/p.png"),
            ("eks/from.md", "![[files/p.png]]", "asset files/p.png"),
            ("eks/from.md", "![[local.png]]", "asset eks/local.png"),
            ("from.md", "[[files/a.pdf]]", "asset files/a.pdf"),
        ])
    func wikilinks(path: String, link: String, expected: String) {
        let site = linked(link, from: path)
        #expect(resolved(path, in: site) == [expected])
        #expect(diagnostics(site).map(\.rule) == [])
    }

    @Test(
        "Markdown links",
        arguments: [
            ("eks/from.md", "[x](irsa.md)", "eks/irsa.md"),
            ("eks/from.md", "[x](irsa)", "eks/irsa.md"),
            ("eks/from.md", "[x](./irsa.md)", "eks/irsa.md"),
            ("eks/from.md", "[x](../gke/oidc.md)", "gke/oidc.md"),
            ("eks/from.md", "[x](/gke/oidc.md)", "gke/oidc.md"),
            ("eks/from.md", "[x](/gke/oidc)", "gke/oidc.md"),
            ("from.md", "[x](EKS/IRSA.md)", "eks/irsa.md"),
            // Folders.
            ("from.md", "[x](eks/)", "eks/index.md"),
            ("from.md", "[x](eks)", "eks/index.md"),
            ("from.md", "[x](eks/index.md)", "eks/index.md"),
            ("from.md", "[x](gke/)", "gke/README.md"),
            ("eks/from.md", "[x](.)", "eks/index.md"),
            ("eks/from.md", "[x](..)", "index.md"),
            ("eks/from.md", "[x](/)", "index.md"),
            ("from.md", "[x](plain/)", "page /plain/"),
            ("from.md", "[x](/tags/)", "page /tags/"),
            ("from.md", "[x](/all/)", "page /all/"),
            ("from.md", "[x](/search/)", "page /search/"),
            // Percent-encoding, queries, fragments.
            ("from.md", "[x](my%20note.md)", "my note.md"),
            ("from.md", "[x](<my note.md>)", "my note.md"),
            ("from.md", "[x](eks/irsa.md?a=b)", "eks/irsa.md"),
            ("from.md", "[x](eks/irsa.md#setup-1)", "eks/irsa.md#setup-1"),
            ("from.md", "[x](eks/irsa.md#what%27s-new)", "eks/irsa.md#whats-new"),
            ("from.md", "[x](#part)", "from.md#part"),
            ("from.md", "[x](#)", "from.md"),
            ("from.md", "[x]()", "from.md"),
            // Files.
            ("from.md", "[x](files/a.pdf)", "asset files/a.pdf"),
            ("eks/from.md", "![x](local.png)", "asset eks/local.png"),
            ("eks/from.md", "![x](../files/p.png)", "asset files/p.png"),
            ("eks/from.md", "![x](/files/p.png)", "asset files/p.png"),
            // Elsewhere.
            ("from.md", "[x](https://x.example/irsa.md)", "external"),
            ("from.md", "[x](mailto:a@b.example)", "external"),
            ("from.md", "![x](https://x.example/p.png)", "external"),
            ("from.md", "text #some-tag", "tag some-tag"),
        ])
    func markdownLinks(path: String, link: String, expected: String) {
        let site = linked(link, from: path)
        #expect(resolved(path, in: site) == [expected])
        #expect(diagnostics(site).map(\.rule) == [])
    }

    @Test(
        "links that lead nowhere are reported where they stand",
        arguments: [
            ("from.md", "see [[nothing]]", "5:7 broken-link"),
            ("from.md", "see [[sa]]", "5:7 broken-link"),
            ("from.md", "see [[s/irsa]]", "5:7 broken-link"),
            ("from.md", "see [[/irsa]]", "5:7 broken-link"),
            ("from.md", "see [[eks/nothing]]", "5:7 broken-link"),
            ("from.md", "see [x](irsa.md)", "5:9 broken-link"),
            ("from.md", "see [x](IAM%20Roles)", "5:9 broken-link"),
            ("from.md", "see [x](files/no.pdf)", "5:9 broken-link"),
            ("from.md", "see [x](../irsa.md)", "5:9 broken-link"),
            ("eks/from.md", "see [x](../../eks/irsa.md)", "5:9 broken-link"),
            ("eks/from.md", "see [x](files/a.pdf)", "5:9 broken-link"),
            ("from.md", "see ![x](files/no.png)", "5:10 missing-asset"),
            ("from.md", "see ![x](../p.png)", "5:10 missing-asset"),
            ("from.md", "see ![x](eks/irsa.md)", "5:10 missing-asset"),
            ("from.md", "see ![[no.png]]", "5:8 missing-asset"),
            ("from.md", "see ![[nothing]]", "5:8 broken-link"),
        ])
    func broken(path: String, link: String, expected: String) {
        let site = linked(link, from: path)
        #expect(resolved(path, in: site) == ["nothing"])
        #expect(
            diagnostics(site).map { "\($0.range.start.line):\($0.range.start.column) \($0.rule.id)" } == [
                expected
            ])
        #expect(diagnostics(site).allSatisfy { $0.path.string == path && $0.hint != nil })
    }

    @Test(
        "a fragment that no heading has still leads to the note",
        arguments: [
            ("[[irsa#nothing]]", "eks/irsa.md"), ("[x](eks/irsa.md#Setup2)", "eks/irsa.md"),
            ("[[#nothing]]", "from.md"), ("[x](#nothing)", "from.md"),
        ])
    func brokenAnchor(link: String, expected: String) {
        let site = linked(link)
        #expect(resolved("from.md", in: site) == [expected])
        #expect(diagnostics(site).map(\.rule) == [.brokenAnchor])
        #expect(diagnostics(site).map(\.range.start.line) == [5])
    }

    @Test("a keycap in a name parts no fragment from it")
    func keycap() {
        let notes = ["channels.md": "# #️⃣ Channels", "from.md": "# From\n\n[[#️⃣ Channels]]"].map {
            Note(compiling: Source(path: SourcePath($0), bytes: Array($1.utf8)))
        }
        #expect(resolved("from.md", in: Site(linking: notes)) == ["channels.md"])
    }

    @Test("fragments are found in a note with very many headings too", arguments: [0, 7, 99])
    func manyHeadings(number: Int) {
        let headings = (0..<100).map { "## Part \($0)\n\n" }.joined()
        let site = site(["a.md": "# A\n\n\(headings)", "b.md": "[[a#Part \(number)]] [x](a.md#no)"])
        #expect(resolved("b.md", in: site) == ["a.md#part-\(number)", "a.md"])
        #expect(diagnostics(site).map(\.rule) == [.brokenAnchor])
    }

    @Test("a name of several notes leads to the first, and both are shown")
    func ambiguous() throws {
        let site = linked("see [[oidc]]")
        #expect(resolved("from.md", in: site) == ["eks/oidc.md"])
        let diagnostic = try #require(diagnostics(site).first)
        #expect(diagnostics(site).count == 1)
        #expect(diagnostic.rule == .ambiguousLink)
        #expect(diagnostic.range.start == SourcePosition(line: 5, column: 7))
        #expect(diagnostic.related.map(\.path.string) == ["eks/oidc.md", "gke/oidc.md"])
    }

    @Test("what the hint of an ambiguity says to write is not ambiguous")
    func ambiguityHint() throws {
        let files: KeyValuePairs = [
            "oidc.md": "# A", "eks/oidc.md": "# B", "x/from.md": "[[oidc]] [[/oidc]] [[eks/oidc]]",
        ]
        let site = site(files)
        #expect(resolved("x/from.md", in: site) == ["eks/oidc.md", "oidc.md", "eks/oidc.md"])
        #expect(diagnostics(site).map(\.rule) == [.ambiguousLink])
        #expect(diagnostics(site).first?.hint?.contains("[[/eks/oidc]]") == true)
    }

    @Test("several titles or aliases are ambiguous too")
    func ambiguousTitles() {
        let site = site([
            "a.md": "# Same", "b.md": "# Same", "c.md": "---\naliases: [Two]\n---\n",
            "d.md": "---\naliases: [two]\n---\n",
            "e.md": "[[same]] [[two]]",
        ])
        #expect(resolved("e.md", in: site) == ["a.md", "c.md"])
        #expect(site.diagnostics.filter { $0.rule == .ambiguousLink }.count == 2)
    }

    @Test("a note of two names alike is not ambiguous")
    func oneNote() {
        let site = site(["same.md": "---\naliases: [same, SAME]\n---\n# Same", "b.md": "[[same]]"])
        #expect(resolved("b.md", in: site) == ["same.md"])
        #expect(diagnostics(site).map(\.rule) == [])
    }

    @Test("a link to a note that is left out is told from a mistake")
    func withheld() {
        let withheld = [note("---\naliases: [Hidden]\n---\n# Secret title", path: "eks/secret.md")]
        let site = linked(
            "[[secret]] [[Secret title]] [[hidden]] [x](eks/secret.md) [x](eks/secret#y) [[nothing]] [x](no.md)"
        )
        let found = diagnostics(site, withholding: withheld).map(\.rule)
        #expect(found.filter { $0 == .withheldLink }.count == 5)
        #expect(found.filter { $0 == .brokenLink }.count == 2)
        #expect(found.count == 7)
        #expect(resolved("from.md", in: site).allSatisfy { $0 == "nothing" })
    }

    @Test("only the files that notes refer to are the site's")
    func assets() {
        let site = linked("![a](files/p.png) [b](files/p.png)")
        #expect(site.assets.map(\.string) == ["files/p.png"])
    }

    @Test("notes in any order link alike", arguments: 0..<8)
    func order(seed: Int) {
        let texts = [
            "a.md": "# Same\n\n#x [[b]] [[same]] [y](c/d.md)",
            "b.md": "---\naliases: [Same]\n---\n#x/y [[A]] [[d]]",
            "c/d.md": "# Same\n\n[[b]] [[nothing]]", "c/index.md": "#x [[D]]",
            "e/d.md": "# E\n\n[[d]] [[same]]",
            "A b.md": "x", "a-b.md": "y", "e/f.md": "---\naliases: [Old, /a/]\n---\n#X/Y",
        ]
        let sorted = texts.sorted { $0.key < $1.key }.map { note($0.value, path: $0.key) }
        var shuffled = sorted
        for step in shuffled.indices { shuffled.swapAt(step, (step * 5 + seed * 3) % shuffled.count) }
        func dump(_ site: Site) -> [String] {
            site.notes.flatMap { resolved($0.path.string, in: site) } + routes(site)
                + diagnostics(site).map { "\($0.path) \($0.message) \($0.related.map(\.path))" }
                + site.tags.all.map { "\($0.name) \($0.route) \($0.notes)" }
                + site.related.ofNote.map { "\($0)" }
                + site.notes.indices.map { "\(site.backlinks[$0].map(\.note))" }
        }
        #expect(dump(Site(linking: shuffled)) == dump(Site(linking: sorted)))
    }
}

@Suite("Names")
struct NameTableTests {
    @Test(
        "a path is a note's, with or without extension, or a folder's",
        arguments: [
            ("eks/irsa.md", "eks/irsa.md"), ("eks/irsa", "eks/irsa.md"), ("EKS/irsa", "eks/irsa.md"),
            ("eks", "eks/index.md"), ("", "index.md"), ("irsa", nil), ("eks/irs", nil), ("ks/irsa", nil),
            ("eks/irsa.txt", nil), ("a.b", "a.b.md"), ("a.b.md", "a.b.md"), ("x.markdown", "x.markdown"),
        ] as [(String, String?)])
    func paths(path: String, expected: String?) {
        let notes = ["a.b.md", "eks/index.md", "eks/irsa.md", "index.md", "x.markdown"].map {
            note("x", path: $0)
        }
        #expect(NameTable(of: notes).note(at: SourcePath(path)).map { notes[$0].path.string } == expected)
    }
}
