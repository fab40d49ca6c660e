import Diagnostics
import Linking
import Markdown
import Notes
import Testing
import Writers

@Suite("Embeds")
struct EmbedTests {
    /// What the embeds of a note show, as HTML; `link` for those that show none.
    private func pieces(_ path: String, in site: Site) -> [String] {
        site.notes.indices.filter { site.notes[$0].path.string == path }.flatMap { index in
            site.notes[index].references.indices.filter { site.notes[index].references[$0].kind == .embed }
                .map { reference in
                    guard let piece = site.embeds.piece(reference, of: index) else { return "link" }
                    return String(
                        decoding: site.notes[piece.note].body.html.bytes[piece.range], as: UTF8.self)
                }
        }
    }

    private func rules(_ site: Site) -> [String] { diagnostics(site).map { "\($0.path) \($0.rule.id)" } }

    @Test(
        "show a note, a section or a block",
        arguments: [
            (
                "![[b]]",
                "<p>text</p>\n<h2 id=\"one\">One</h2>\n<p id=\"^x\">first</p>\n<h3 id=\"deep\">Deep</h3>\n<p>d</p>\n<h2 id=\"two\">Two</h2>\n<ul>\n<li id=\"^y\">item</li>\n</ul>\n"
            ),
            (
                "![[b#One]]",
                "<h2 id=\"one\">One</h2>\n<p id=\"^x\">first</p>\n<h3 id=\"deep\">Deep</h3>\n<p>d</p>\n"
            ),
            ("![[b#Deep]]", "<h3 id=\"deep\">Deep</h3>\n<p>d</p>\n"),
            ("![[b#^x]]", "<p id=\"^x\">first</p>\n"), ("![[b#^y]]", "item"), ("![[b#^z]]", "link"),
            ("![[b#Three]]", "link"), ("![[none]]", "link"), ("*![[b]]*", "link"), ("# ![[b]]\n", "link"),
        ])
    func targets(text: String, expected: String) {
        let site = site([
            "a.md": "x\n\n\(text)",
            "b.md": "# B\ntext\n\n## One\nfirst ^x\n\n### Deep\nd\n\n## Two\n- item ^y\n",
        ])
        #expect(pieces("a.md", in: site) == [expected])
    }

    @Test("a section ends with the quote or the list that it stands in")
    func sections() {
        let site = site(["a.md": "![[b#In]]", "b.md": "> ## In\n> x\n\nafter\n\n## Next"])
        #expect(pieces("a.md", in: site) == ["<h2 id=\"in\">In</h2>\n<p>x</p>\n"])
    }

    @Test("a whole note is shown without its footnotes' list")
    func footnotes() {
        let site = site(["a.md": "![[b]]", "b.md": "x[^1]\n\n[^1]: note"])
        #expect(pieces("a.md", in: site).allSatisfy { !$0.contains("<section") })
    }

    @Test("a cycle is cut and reported, however long it is")
    func cycles() {
        let own = site(["a.md": "![[a]]"])
        #expect(pieces("a.md", in: own) == ["link"])
        #expect(rules(own) == ["a.md embed-cycle"])
        let three = site(["a.md": "![[b]]", "b.md": "![[c]]", "c.md": "![[a]]"])
        #expect(rules(three) == ["a.md embed-cycle"])
        let sections = site(["a.md": "# A\n## X\n![[b#Y]]\n## Z\nz", "b.md": "# B\n## Y\n![[a#Z]]"])
        #expect(rules(sections).isEmpty)
    }

    @Test("a chain is cut where it is too deep")
    func depth() {
        let notes =
            (0..<20).map { note("![[n\($0 + 1)]]", path: "n\($0).md") } + [note("end", path: "n20.md")]
        let site = Site(linking: notes)
        #expect(Set(diagnostics(site).map(\.rule.id)) == ["embed-too-large"])
        #expect(site.notes.indices.filter { site.embeds.piece(0, of: $0) != nil }.count == 18)
    }

    @Test("notes that embed each other twice do not grow without bound")
    func growth() {
        let text = String(repeating: "word ", count: 400)
        let notes = (0..<30).map { note("\(text)\n\n![[n\($0 + 1)]]\n\n![[n\($0 + 1)]]", path: "n\($0).md") }
        let site = Site(linking: notes + [note(text, path: "n30.md")])
        let sizes = site.notes.indices.map { index in
            site.notes[index].references.indices.reduce(0) { total, reference in
                total + (site.embeds.piece(reference, of: index)?.range.count ?? 0)
            }
        }
        #expect(sizes.allSatisfy { $0 < 10_000 })
        #expect(diagnostics(site).contains { $0.rule == .embedTooLarge })
    }
}
