import Diagnostics
import Linking
import Notes
import Pages
import Testing

@Suite("The page of a note")
struct NotePageTests {
    @Test(
        "fills the slots of its body",
        arguments: [
            ("[[B]]", "<p><a href=\"../x/b/\">B</a></p>\n"),
            ("[[b]]", "<p><a href=\"../x/b/\">b</a></p>\n"),
            ("[[x/b]]", "<p><a href=\"../x/b/\">B</a></p>\n"),
            ("[[x/b|the *label*]]", "<p><a href=\"../x/b/\">the *label*</a></p>\n"),
            ("[[bee]]", "<p><a href=\"../x/b/\">bee</a></p>\n"),
            ("[[B#Part]]", "<p><a href=\"../x/b/#part\">B: Part</a></p>\n"),
            (
                "[*x*](x/b.md \"a \\\"t\\\"\")",
                "<p><a href=\"../x/b/\" title=\"a &quot;t&quot;\"><em>x</em></a></p>\n"
            ),
            ("[x](#own)\n\n## Own", "<p><a href=\"#own\">x</a></p>\n<h2 id=\"own\">Own</h2>\n"),
            ("[[#Own]]\n\n## Own", "<p><a href=\"#own\">Own</a></p>\n<h2 id=\"own\">Own</h2>\n"),
            ("see #a/b", "<p>see <a href=\"../tags/a/b/\" class=\"tag\" rel=\"tag\">#a/b</a></p>\n"),
            (
                "![a & b](p.png \"t\")",
                "<p><img src=\"../p.png\" alt=\"a &amp; b\" loading=\"lazy\" title=\"t\"></p>\n"
            ),
            ("![](p.png)", "<p><img src=\"../p.png\" alt=\"\" loading=\"lazy\"></p>\n"),
            ("![[p.png]]", "<p><img src=\"../p.png\" alt=\"p.png\" loading=\"lazy\"></p>\n"),
            ("[x](my%20file.pdf#page=2)", "<p><a href=\"../my%20file.pdf#page=2\">x</a></p>\n"),
            ("x *![[B]]*", "<p>x <em><a href=\"../x/b/\">B</a></em></p>\n"),
            (
                "![[B]]",
                "<div class=\"embed\">\n<p class=\"embed-source\"><a href=\"../x/b/\">B</a></p>\n<h2>Part</h2>\n</div>\n\n"
            ),
            (
                "![[p.png|9x8]] ![a|7](p.png)",
                "<p><img src=\"../p.png\" alt=\"p.png\" width=\"9\" height=\"8\" loading=\"lazy\"> <img src=\"../p.png\" alt=\"a\" width=\"7\" loading=\"lazy\"></p>\n"
            ),
            (
                "<img src=\"p.png\" alt=\"x\" width=5> <a href=\"x/b.md#part\">y</a>",
                "<p><img src=\"../p.png\" alt=\"x\" width=\"5\" loading=\"lazy\"> <a href=\"../x/b/#part\">y</a></p>\n"
            ),
            ("[x](https://x.example)", "<p><a href=\"https://x.example\">x</a></p>\n"),
            // What leads nowhere is shown as its text.
            ("[[nothing]] x", "<p>nothing x</p>\n"),
            ("[[nothing|label]]", "<p>label</p>\n"),
            ("[[nothing#part]]", "<p>nothing: part</p>\n"),
            ("[*x*](nothing.md)", "<p><em>x</em></p>\n"),
            ("![alt \\<x>](nothing.png)", "<p>alt &lt;x&gt;</p>\n"),
            ("![[nothing.png]]", "<p>nothing.png</p>\n"),
        ])
    func slots(text: String, expected: String) throws {
        let site = site(
            ["a.md": "# A\n\n\(text)", "x/b.md": "---\naliases: [bee]\n---\n# B\n\n## Part"],
            assets: ["p.png", "my file.pdf"])
        #expect(body(try page("a/index.html", of: site)) == expected)
    }

    @Test("shows the sentence around a link to it")
    func backlinks() throws {
        let site = site([
            "a.md": "# A", "b.md": "# B\n\nFirst. See [[A]] & \"more\" of \\<it>. Last.",
            "c.md": "# C\n\n- item [x](a.md)",
            "d.md": "# D\n\n| [[A]] | x |\n|---|---|",
        ])
        let page = try page("a/index.html", of: site)
        let links = all(between: "<section class=\"backlinks\"", and: "</section>", in: page).joined()
        #expect(links.contains("<a href=\"../b/\">B</a><p>See A &amp; &quot;more&quot; of &lt;it&gt;.</p>"))
        #expect(links.contains("<a href=\"../c/\">C</a><p>item x</p>"))
        #expect(links.contains("<a href=\"../d/\">D</a><p>A</p>"))
        #expect(!(try PagesTests.page("b/index.html", of: site)).contains("Linked from"))
    }

    @Test("lists the notes around it in a big folder")
    func siblings() throws {
        let notes = (0..<100).map { note("# Note \(100 + $0)", path: "x/n\(100 + $0).md") }
        let site = Site(linking: notes)
        for number in [100, 105, 150, 199] {
            let page = try page("x/n\(number)/index.html", of: site)
            let sidebar = all(between: "<nav class=\"sidebar\"", and: "</nav>", in: page).joined()
            let titles =
                all(between: "\">Note ", and: "</a>", in: sidebar)
                + all(between: "aria-current=\"page\">Note ", and: "</a>", in: sidebar)
            #expect(all(between: "<li>", and: "</li>", in: sidebar).count == 25, "\(number)")
            #expect(all(between: " aria-current=\"page\">", and: "</a>", in: sidebar) == ["Note \(number)"])
            #expect(titles.contains("\(number)"))
            #expect(sidebar.contains(">All 100 notes</a>"), "\(number)")
        }
    }

    @Test("lists all notes of a small folder, and none where it is alone")
    func fewSiblings() throws {
        let three = site(["a.md": "# A", "b.md": "# B", "c.md": "# C"])
        let sidebar = all(
            between: "<nav class=\"sidebar\"", and: "</nav>", in: try page("b/index.html", of: three)
        ).joined()
        #expect(all(between: "<li>", and: "</li>", in: sidebar).count == 3)
        #expect(!sidebar.contains("class=\"more\""))
        #expect(!(try page("a/index.html", of: site(["a.md": "# A"]))).contains("<nav class=\"sidebar\""))
    }

    @Test(
        "has a table of contents of the two highest levels",
        arguments: [
            ("## A\n\n### B\n\n#### C\n\n## D", ["2 #a A", "3 #b B", "2 #d D"]),
            ("### A\n\n#### B\n\n##### C", ["2 #a A", "3 #b B"]),
            (
                "## A \\<x> & `y`\n\n## A \\<x> & `y`",
                ["2 #a-x--y A &lt;x&gt; &amp; y", "2 #a-x--y-1 A &lt;x&gt; &amp; y"]
            ),
            ("## A", []),
            ("text", []),
        ] as [(String, [String])])
    func contents(text: String, expected: [String]) throws {
        let page = try page("a/index.html", of: site(["a.md": "# T\n\ntext\n\n\(text)"]))
        let contents = all(between: "<nav class=\"contents\"", and: "</nav>", in: page).joined()
        let entries = all(between: "<li class=\"level-", and: "</a>", in: contents).map {
            $0.replacing("\"><a href=\"", with: " ").replacing("\">", with: " ")
        }
        #expect(entries == expected)
    }

    @Test("has no list of tags without tags")
    func noTags() throws {
        let site = site(["a.md": "# A", "b.md": "#x\n# B"])
        #expect(!(try page("a/index.html", of: site)).contains("class=\"tags\""))
        #expect((try page("b/index.html", of: site)).contains("<a href=\"../tags/x/\" rel=\"tag\">#x</a>"))
    }

    @Test("says why another note is related")
    func related() throws {
        let site = site(["a.md": "#x #y\n# A\n\n[[c]]", "b.md": "#x #y #z\n# B", "c.md": "# C"])
        let page = try page("a/index.html", of: site)
        #expect(page.contains("<a href=\"../b/\">B</a> <span class=\"reason\">shares #x, #y</span>"))
        #expect(page.contains("<a href=\"../c/\">C</a> <span class=\"reason\">linked</span>"))
    }

    @Test("shows the flow of a decision behind it, with links to the options and to the decision's page")
    func flow() throws {
        let site = site([
            "a.md":
                "# T\n\n## Which?\n\n- Use **Kafka** if:\n  - one <b>\n- Use **Redis** if:\n  - two\n\nText behind.",
            "kafka.md": "# Kafka",
        ])
        let text = body(try page("a/index.html", of: site))
        let parts = text.split(separator: "<figure class=\"flow\">", omittingEmptySubsequences: false)
        try #require(parts.count == 2)
        #expect(parts[0].hasSuffix("</ul>\n"))
        #expect(
            parts[1].contains(
                "</figure>\n<p class=\"flow-more\"><a href=\"../decide/a/\">Work through this decision</a></p>\n<p>Text behind.</p>"
            ))
        #expect(
            parts[1].contains("<a href=\"../options/kafka/\" class=\"box outcome\" data-node=\"option:0\">"))
        #expect(
            parts[1].contains("<a href=\"../options/redis/\" class=\"box outcome\" data-node=\"option:1\">"))
        #expect(parts[1].contains("Choose Kafka if one"))
    }

    @Test("shows a chart in the place of its source, which stays at hand")
    func diagram() throws {
        let site = site([
            "a.md": "# T\n\nOne [[b]].\n\n```mermaid\nflowchart LR\nA --> B\n```\n\nTwo [[b]].",
            "b.md": "# B",
        ])
        let text = body(try page("a/index.html", of: site))
        #expect(text.hasPrefix("<p>One <a href=\"../b/\">b</a>.</p>\n<figure class=\"flow\">\n"))
        #expect(
            text.contains(
                "<summary>Source</summary>\n<pre tabindex=\"0\"><code class=\"language-mermaid\">flowchart LR\n"
            ))
        #expect(text.contains("</details>\n</figure>\n<p>Two <a href=\"../b/\">b</a>.</p>"))
        #expect(text.components(of: "flowchart LR") == 1)
    }

    @Test("shows the charts of what it embeds, without ids")
    func embeddedDiagrams() throws {
        let chart = "```mermaid\nflowchart LR\nA --> B\n```"
        let site = site([
            "a.md": "# A\n\nOne [[b]].\n\n\(chart)\n\nTwo [[b]].",
            "b.md": "# B\n\n![[a]]\n\n![[d#Which one?]]",
            "c.md": "# C\n\n\(chart)\n\n![[b]]\n\n![[a]]",
            "d.md":
                "# D\n\n```mermaid\nflowchart LR\nX\n```\n\n## Which one?\n\n[[b]]\n\n```mermaid\nflowchart TD\nQ{Large?} -->|Yes| Kafka\nQ -->|No| Redis\n```\n\nLast [[b]].",
        ])
        let text = body(try page("b/index.html", of: site))
        #expect(
            text.contains(
                "<p>One <a href=\"./\">b</a>.</p>\n<figure class=\"flow\">\n<div class=\"flow-scroll\" role=\"group\" aria-label=\"Flowchart of 2 boxes, from “A”\" tabindex=\"0\">\n<svg role=\"img\" aria-label=\"Flowchart of 2 boxes, from “A”\" viewBox="
            ))
        #expect(
            text.contains("<summary>Source</summary>\n<pre tabindex=\"0\"><code class=\"language-mermaid\">"))
        #expect(text.contains("</details>\n</figure>\n<p>Two <a href=\"./\">b</a>.</p>"))
        // Of the section alone, and as the decision that it is.
        #expect(!text.contains("from “X”"))
        #expect(text.contains("<title>Flow: Which one?</title>") && text.contains(">Large?</text>"))
        #expect(
            text.contains(
                "</figure>\n<p class=\"flow-more\"><a href=\"../decide/d/\">Work through this decision</a></p>\n<p>Last "
            ))
        #expect(!text.contains("id=\"flow:"))
        // Drawings in drawings' embeds too, and only the page's own has ids.
        let outer = body(try page("c/index.html", of: site))
        #expect(all(between: "<figure class=\"flow", and: "</figure>", in: outer).count == 4)
        #expect(all(between: " id=\"flow:", and: "\"", in: outer) == ["1:title", "1:text"])
    }

    @Test("links to the note as Markdown, without its front matter and with its title")
    func markdown() {
        let site = site([
            "a.md": "---\ntitle: A\n---\ntext", "b.md": "#x\n# B\n\ntext\n", "c.md": "\u{FEFF}text\r\nmore",
        ])
        let pages = pages(site)
        #expect(pages["a/index.md"] == "# A\n\ntext\n")
        #expect(pages["b/index.md"] == "#x\n# B\n\ntext\n")
        #expect(pages["c/index.md"] == "# c\n\ntext\nmore\n")
        #expect(pages["a/index.html"]?.contains("type=\"text/markdown\" href=\"index.md\"") == true)
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of text: String) -> Int { all(between: text, and: "\n", in: self).count }
}
