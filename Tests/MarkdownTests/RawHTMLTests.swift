import Markdown
import Testing
import Writers

@Suite("Raw HTML")
struct RawHTMLTests {
    @Test("a document may be much larger than what its parsing takes at a time")
    func large() {
        // libcmark looks each entity up in a document of its own, while this one is being read.
        let block = "<div title=\"&eacute;&copy;\">\n*x* &copy;\n</div>\n\n- [a](b) `c`\n\n"
        let single = html(block)
        #expect(single.contains("title=\"é©\""))
        #expect(html(String(repeating: block, count: 3000)).ranges(of: "title=\"é©\"").count == 3000)
    }

    @Test(
        "elements of the list stay, closed where they have to be",
        arguments: [
            ("H<sub>2</sub>O <kbd>Ctrl", "<p>H<sub>2</sub>O <kbd>Ctrl</kbd></p>\n"),
            ("*a <b>c* d</b>", "<p><em>a <b>c</b></em> d</p>\n"),
            ("a<br>b<br/>c", "<p>a<br />\nb<br />\nc</p>\n"),
            ("<div>\n*x* &copy;\n</div>", "<div>\n*x* ©\n</div>\n"),
            (
                "<details open><summary>S</summary>\n\n*x*\n\n</details>",
                "<details open=\"\"><summary>S</summary>\n<p><em>x</em></p>\n</details>"
            ),
            ("<div>\n\n- a\n\n</p>b", "<div>\n<ul>\n<li>a</li>\n</ul>\nb\n</div>"),
            ("- <div>\n- b", "<ul>\n<li><div>\n</div></li>\n<li>b</li>\n</ul>\n"),
            (
                "<table><tr><td>a<td>b<tr><td>c</table>",
                "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
            ),
            ("<table>\n\ntext", "<table></table>\n<p>text</p>\n"),
            ("<p>a<div>b</div></p>", "<p>a</p><div>b</div>"),
            ("<b>\n\nx\n\n</b>", "<b>\n</b>\n<p>x</p>\n"),
            ("<h2 align=center id=me>T</h2>", "<h2 id=\"me\">T</h2>\n"),
            ("<td>a</td>", "&lt;td&gt;a&lt;/td&gt;"),
            ("x <div>y</div>", "<p>x &lt;div&gt;y&lt;/div&gt;</p>\n"),
            ("</div>", ""),
            (
                "<picture><source srcset=x><img src=\"http://a.b/c.png\" alt=d></picture>",
                "<p><a href=\"http://a.b/c.png\">d</a></p>\n"
            ),
            (
                "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>",
                "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>\n"
            ),
            ("<a href=\"http://a.b\">x <a href=c>y</a> z", "<p><a href=\"http://a.b\">x y</a> z</p>\n"),
            ("<center>a</center>", "<div class=\"center\">a</div>"),
        ])
    func elements(text: String, expected: String) {
        let output = html(text)
        #expect(output.trimmed == expected.trimmed)
    }

    @Test(
        "attributes that are safe stay",
        arguments: [
            (
                "<b class=x style=y onclick=z title='a\"b' lang=de>t</b>",
                "<b title=\"a&quot;b\" lang=\"de\">t</b>"
            ),
            ("<b id=x>t</b> <b id=x>u</b> <b id='a b'>v</b>", "<b id=\"x\">t</b> <b>u</b> <b>v</b>"),
            ("<b id='page:main'>t</b>", "<b>t</b>"),
            ("<abbr title=\"&lt;x&gt;\">t</abbr>", "<abbr title=\"&lt;x&gt;\">t</abbr>"),
            ("<span dir=RTL>t</span>", "<span dir=\"rtl\">t</span>"),
            ("<a name=here></a>t", "<span id=\"here\"></span>t"),
            ("<a href='javascript:x'>t</a>", "t"), ("<a href='&#106;avascript:x'>t</a>", "t"),
            ("<a href=' java\tscript:x'>t</a>", "t"), ("<a href=\"data:text/html,x\">t</a>", "t"),
            ("<img src='javascript:x' alt=a>", "a"),
        ])
    func attributes(text: String, expected: String) {
        #expect(html("x " + text) == "<p>x \(expected)</p>\n")
    }

    @Test("what is not allowed is reported once for each name")
    func problems() {
        let problems = tree("<blink>a</blink> <blink>\n\n<b onclick=x>y</b> <i style=z>z</i>").problems
        #expect(
            problems.map(\.message) == [
                "<blink> is not allowed and is shown as text", "attribute `onclick` is left out",
                "attribute `style` is left out",
            ])
    }

    @Test(
        "a name that is no element of HTML is told from one that is, as the author spells it",
        arguments: [
            ("List<T> and <t>", "<T>", Tree.Problem.Kind.unknownElement),
            ("a<br>Vec<String>", "<String>", .unknownElement),
            ("| a |\n|---|\n| List<Object> |", "<Object>", .unknownElement),
            ("<my-part>\n\nx", "<my-part>", .unknownElement),
            ("<Your name>", "<Your>", .unknownElement), ("x <object>", "<object>", .rawHTML),
            ("<SCRIPT>\nx\n</SCRIPT>", "<SCRIPT>", .rawHTML),
            ("x </Foo> <!DOCTYPE html>", "<Foo>", .unknownElement),
            ("<!DOCTYPE html>", "<!DOCTYPE>", .rawHTML), ("x <div>y</div>", "<div>", .rawHTML),
        ])
    func names(text: String, name: String, kind: Tree.Problem.Kind) {
        let problem = tree(text).problems.first
        #expect(problem?.message.hasPrefix(name + " ") == true)
        #expect(problem?.kind == kind)
    }

    @Test(
        "trusted HTML stays as it is, and links into the site lead where they should",
        arguments: [
            ("<script>\nif (a < b) {}\n</script>", "<script>\nif (a < b) {}\n</script>\n"),
            ("x <blink onclick=y>z</blink>", "<p>x <blink onclick=y>z</blink></p>\n"),
            ("<div class=a>\n\n*b*\n\n</div>", "<div class=a>\n<p><em>b</em></p>\n</div>\n"),
        ])
    func trusted(text: String, expected: String) {
        let tree = Tree(parsing: SourceText(Array(text.utf8)), dialect: .waymark, html: .trusted)
        let output = String(decoding: body(tree).html.bytes, as: UTF8.self)
        #expect(output.trimmed == expected.trimmed)
    }

    @Test("images and links of raw HTML are references like any other")
    func references() {
        #expect(
            links("<img src=a.png alt=x> <a href='b.md#c'>d</a> <video src=e.mp4></video>")
                == ["image a.png|x", "link b.md#c", "image e.mp4"])
    }
}

extension String {
    /// Without line feeds at its ends.
    fileprivate var trimmed: String {
        String(drop(while: \.isNewline).reversed().drop(while: \.isNewline).reversed())
    }
}
