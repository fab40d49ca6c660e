import Linking
import Localisation
import Notes
import Testing
import Writers

@testable import Pages

private func link(_ title: String) -> PageLink { PageLink(title: title, url: "../\(title)/") }

/// A map of `incoming`, `outgoing` and `related` notes with names of any length.
private func map(_ counts: (incoming: Int, outgoing: Int, related: Int), _ name: String = "Note") -> LocalMap
{
    func links(_ count: Int, _ kind: String) -> [PageLink] {
        (0..<count).map { link("\(name) \(kind)\($0)") }
    }
    return LocalMap(
        incoming: links(counts.incoming, "i"),
        outgoing: links(counts.outgoing, "o").map {
            LocalMap.Target(link: $0, isMutual: $0.title.hasSuffix("o1"))
        },
        related: links(counts.related, "r"))
}

@Suite("Maps of what is near a note")
struct LocalMapTests {
    private static func notePage(_ route: String, of site: Site) throws -> NotePage {
        for model in site.pageModels(.standard) where model.route.string == route {
            if case .note(let page) = model { return page }
        }
        return try #require(nil as NotePage?)
    }

    @Test("hold what links here, where the note leads, both ways, and by tags what else is near")
    func neighbours() throws {
        let site = site([
            "a.md": "#x\n# A\n\n[[B]], [[C]], [[B]] and [[A]]", "b.md": "# B\n\n[[A]]", "c.md": "# C",
            "d.md": "# D\n\n[[A]]", "e.md": "#x\n# E",
        ])
        let page = try Self.notePage("/a/", of: site)
        #expect(page.map.incoming.map(\.title) == ["D"])
        #expect(page.map.outgoing.map(\.link.title) == ["B", "C"])
        #expect(page.map.outgoing.map(\.isMutual) == [true, false])
        #expect(page.map.related.map(\.title) == ["E"])
    }

    @Test("are bounded however many notes are near")
    func bounded() throws {
        let many = (100..<160).map { note("#t\n# N\($0)\n\n[[Hub]]", path: "n\($0).md") }
        let out = (100..<160).map { "[[M\($0)]]" }.joined(separator: " ")
        let targets = (100..<160).map { note("# M\($0)", path: "m\($0).md") }
        let site = Site(linking: many + targets + [note("#t\n# Hub\n\n\(out)", path: "hub.md")])
        let page = try Self.notePage("/hub/", of: site)
        #expect(page.map.incoming.count == 6)
        #expect(page.map.outgoing.count == 6)
        #expect(page.map.related.isEmpty)
        // About a kilobyte and a half compressed, with long titles: the pictures are on every page.
        #expect(page.map.markup(.english).count < 2200)
    }

    @Test(
        "names do not overlap and stay in the drawing, which fits a phone",
        arguments: [
            "N", "A note with a rather long title that goes on", "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
            "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
        ])
    func geometry(name: String) {
        for counts in [(6, 6, 0), (6, 0, 5), (0, 1, 5), (1, 5, 5), (3, 0, 0), (0, 0, 5)] {
            let drawing = LocalMap.Drawing(map(counts, name))
            for rows in [drawing.left, drawing.right] {
                #expect(rows.count <= LocalMap.mostBeside)
                for (above, below) in zip(rows, rows.dropFirst()) {
                    #expect(above.y + 9 * above.text.count <= below.y - 9 * below.text.count)
                }
                #expect(
                    rows.allSatisfy {
                        $0.y - 9 * $0.text.count >= 0 && $0.y + 9 * $0.text.count <= drawing.height
                    })
                for line in rows.flatMap(\.text) {
                    #expect(
                        TextMeasure.width(line) * LocalMap.Drawing.fontSize <= 1000 * LocalMap.Drawing.column)
                }
            }
        }
        // At 328 pixels the text is then as high as 11 pixels.
        #expect(LocalMap.Drawing.width <= 15 * 328 / 11)
    }

    @Test("show nothing where the lists say it as well")
    func few() {
        #expect(map((1, 1, 0)).markup(.english).isEmpty)
        #expect(!map((1, 1, 1)).markup(.english).isEmpty)
    }

    @Test("draw arrows for links, and dotted lines for tags")
    func lines() {
        let markup = String(decoding: map((1, 2, 1)).markup(.english).bytes, as: UTF8.self)
        #expect(
            markup == """
                <details class="local-map">
                <summary id="page:map">Map of what is near</summary>
                <svg role="group" aria-labelledby="page:map" aria-describedby="page:map-key" viewBox="0 0 446 78" width="446" height="78">
                <path class="line" d="M162 23c26 0 26 16 52 16M277 23c-22 0 -22 16 -45 16M268 55c-18 0 -18 -16 -36 -16"/>
                <path class="line dotted" d="M162 55c26 0 26 -16 52 -16"/>
                <path class="head" d="M285 23l-8-4v8zM285 55l-8-4v8zm-17 0l8-4v8zM215 39l-8-4v8z"/>
                <circle class="head" cx="223" cy="39" r="7"/>
                <g class="before" transform="translate(156)">
                <a href="../Note i0/"><text y="28">Note i0</text></a>
                <a href="../Note r0/"><text y="60">Note r0</text></a>
                </g>
                <g transform="translate(290)">
                <a href="../Note o0/"><text y="28">Note o0</text></a>
                <a href="../Note o1/"><text y="60">Note o1</text></a>
                </g>
                </svg>
                <p id="page:map-key" class="reason">Arrows are links. Dotted lines join notes that share tags.</p>
                </details>

                """)
    }

    @Test("give a title that is cut in full")
    func cut() {
        let title = "A title that is far too long for two lines in a column of names"
        let map = LocalMap(incoming: [link("B"), link("C")], outgoing: [], related: [link(title)])
        let markup = String(decoding: map.markup(.english).bytes, as: UTF8.self)
        #expect(markup.contains("<title>\(title)</title>"))
        #expect(markup.contains("…</tspan>"))
        #expect(!markup.contains("<title>B"))
    }
}
