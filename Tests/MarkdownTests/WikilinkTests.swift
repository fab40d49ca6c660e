import Markdown
import Testing

@Suite("Wikilinks")
struct WikilinkTests {
    @Test(
        "are found",
        arguments: [
            ("[[Note]]", ["wikilink Note"]),
            ("see [[Note]], then", ["wikilink Note"]),
            ("[[Note|a label]]", ["wikilink Note|a label"]),
            ("[[Note#Heading]]", ["wikilink Note#Heading"]),
            ("[[Note#Heading|label]]", ["wikilink Note#Heading|label"]),
            ("[[#Heading]]", ["wikilink #Heading"]),
            ("[[folder/Note.md]]", ["wikilink folder/Note.md"]),
            ("[[a_b_c]] and [[d_e_f]]", ["wikilink a_b_c", "wikilink d_e_f"]),
            ("[[a*b*c]]", ["wikilink a*b*c"]),
            ("*[[a]]* **[[b]]**", ["wikilink a", "wikilink b"]),
            ("# [[a]]", ["wikilink a"]),
            ("[[foo]]\n\n[foo]: /url", ["wikilink foo"]),
            ("![[image.png]]", ["embed image.png"]),
            ("![[image.png|alt]]", ["embed image.png|alt"]),
            ("\\![[a]]", ["wikilink a"]),
            ("[[a]](b)", ["wikilink a"]),
            ("[[日本]]", ["wikilink 日本"]),
            ("[[a & b <c]]", []),
            ("- [[a]]\n\n> [[b]]", ["wikilink a", "wikilink b"]),
            ("[[a|b|c]]", ["wikilink a|b|c"]),
            ("[[a]][[b]]", ["wikilink a", "wikilink b"]),
            ("[[a]", []),
            ("[[a", []),
            ("[[]]", []),
            ("[[a\nb]]", []),
            ("\\[[a]]", []),
            ("`[[a]]`", []),
            ("```\n[[a]]\n```", []),
            ("    [[a]]", []),
            ("<div title=\"[[a]]\">", []),
            ("[x [[a]] y](u.md)", ["link u.md"]),
            ("![x [[a]] y](u.png)", ["image u.png|x a y"]),
        ])
    func found(text: String, expected: [String]) {
        #expect(links(text) == expected)
    }

    @Test(
        "are written as slots, and as they stand where they are none",
        arguments: [
            ("[[Note]]", "<p>‹0‹title 0›0›</p>\n"),
            ("[[Note|a & label]]", "<p>‹0a &amp; label0›</p>\n"),
            ("![[a.png]]", "<p>‹embed 0›</p>\n"),
            ("`[[a]]`", "<p><code>[[a]]</code></p>\n"),
            ("`\\[[a]] \\#b`", "<p><code>\\[[a]] \\#b</code></p>\n"),
            ("\\[[a]]", "<p>[[a]]</p>\n"),
            ("[[a", "<p>[[a</p>\n"),
            ("[[]]", "<p>[[]]</p>\n"),
            ("[x [[a|b]] y](u.md)", "<p>‹0x b y0›</p>\n"),
            ("[[a]](b)", "<p>‹0‹title 0›0›(b)</p>\n"),
            ("```\n[[a]]\n```", "<pre tabindex=\"0\"><code>[[a]]\n</code></pre>\n"),
            ("``` x[[a]]\n```", "<pre tabindex=\"0\"><code class=\"language-x[[a]]\"></code></pre>\n"),
            ("## See [[Other]]", "<h2 id=\"see-other\">See ‹0‹title 0›0›</h2>\n"),
        ])
    func written(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test(
        "have a name and a fragment",
        arguments: [
            ("Note", "Note", nil), ("Note#Heading", "Note", "Heading"), ("#Heading", "", "Heading"),
            ("C#", "C#", nil), ("C##Part", "C#", "Part"), ("#", "", nil),
            (" Note # Heading ", "Note", "Heading"), ("a#b#c", "a", "c"),
            ("", "", nil),
        ] as [(String, String, String?)])
    func parts(destination: String, name: String, fragment: String?) {
        let link = Wikilink(destination)
        #expect(link.name == name)
        #expect(link.fragment == fragment)
    }

    @Test(
        "say in plain text what a reader reads",
        arguments: [
            ("[[Note]]", "Note"), ("[[Note|label]]", "label"), ("[[Note#Part]]", "Note > Part"),
            ("[[#Part]]", "Part"), ("a [[b]] c", "a b c"),
        ])
    func plainText(text: String, expected: String) {
        #expect(tree(text).plainText(of: 0) == expected)
    }
}
