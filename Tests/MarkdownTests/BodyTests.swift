import Markdown
import Testing
import Writers

@Suite("Body")
struct BodyTests {
    @Test(
        "raw HTML that is not allowed is shown as text",
        arguments: [
            ("a <blink>x</blink>", "<p>a &lt;blink&gt;x&lt;/blink&gt;</p>\n"),
            (
                "<script>alert(1)</script>",
                "<pre tabindex=\"0\"><code>&lt;script&gt;alert(1)&lt;/script&gt;\n</code></pre>\n"
            ),
            (
                "<form>\n*x*\n</form>",
                "<pre tabindex=\"0\"><code>&lt;form&gt;\n*x*\n&lt;/form&gt;\n</code></pre>\n"
            ),
            ("<form>\n\n*x*\n", "<p>&lt;form&gt;</p>\n<p><em>x</em></p>\n"),
            ("x <!DOCTYPE html>", "<p>x &lt;!DOCTYPE html&gt;</p>\n"),
            ("x <?php ?>", "<p>x &lt;?php ?&gt;</p>\n"),
            ("x <![CDATA[y]]>", "<p>x &lt;![CDATA[y]]&gt;</p>\n"),
        ])
    func rawHTML(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test(
        "comments are dropped",
        arguments: [
            ("a <!-- hidden --> b", "<p>a  b</p>\n"),
            ("<!-- hidden -->", ""),
            ("<!--\nhidden\n-->\n\ntext", "<p>text</p>\n"),
            ("<!-- a --> <b>x", " <b>x\n</b>"),
        ])
    func comments(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test(
        "links and images that would run code lose their address",
        arguments: [
            ("[x](javascript:alert(1))", "<p>x</p>\n"),
            ("[x](JavaScript:alert(1))", "<p>x</p>\n"),
            ("[x](<javascript:alert('a b')>)", "<p>x</p>\n"),
            ("[x](java&#10;script:alert(1))", "<p>x</p>\n"),
            ("[x](java&Tab;script:alert(1))", "<p>x</p>\n"),
            ("[x](&#106;avascript:alert(1))", "<p>x</p>\n"),
            ("[x](<&#32;javascript:alert(1)>)", "<p>x</p>\n"),
            ("[x](vbscript:msgbox(1))", "<p>x</p>\n"),
            ("[x](data:text/html;base64,PHNjcmlwdD4=)", "<p>x</p>\n"),
            ("[x](file:///etc/passwd)", "<p>x</p>\n"),
            ("[*x* y](blob:abc)", "<p><em>x</em> y</p>\n"),
            ("[x]\n\n[x]: javascript:alert(1) \"t\"", "<p>x</p>\n"),
            ("<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n"),
            ("![x](javascript:alert(1))", "<p>x</p>\n"),
            ("![x *y*](data:image/svg+xml,%3Csvg)", "<p>x y</p>\n"),
            ("[![x](data:a)](javascript:b)", "<p>x</p>\n"),
        ])
    func unsafeAddresses(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test(
        "addresses outside stay as they are",
        arguments: [
            ("[x](https://a.example/?b&c)", "<p><a href=\"https://a.example/?b&amp;c\">x</a></p>\n"),
            ("[x](//a.example)", "<p><a href=\"//a.example\">x</a></p>\n"),
            (
                "[x](mailto:a@b.example \"t<\")",
                "<p><a href=\"mailto:a@b.example\" title=\"t&lt;\">x</a></p>\n"
            ),
            ("<a@b.example>", "<p><a href=\"mailto:a@b.example\">a@b.example</a></p>\n"),
            (
                "![a *b* `c`](https://a.example/x.png \"t\")",
                "<p><a href=\"https://a.example/x.png\">a b c</a></p>\n"
            ),
            (
                "![](https://a.example/x.png)",
                "<p><a href=\"https://a.example/x.png\">https://a.example/x.png</a></p>\n"
            ),
            ("[![a](https://a.example/x.png)](b.md)", "<p>‹0a0›</p>\n"),
        ])
    func external(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test(
        "slots stand where a target is not known yet",
        arguments: [
            ("a [b](c.md) d", "<p>a ‹0b0› d</p>\n"),
            ("[*b*](c.md \"t\")", "<p>‹0<em>b</em>0›</p>\n"),
            ("[b](#part)", "<p>‹0b0›</p>\n"),
            ("[b]()", "<p>‹0b0›</p>\n"),
            ("![b](c.png)", "<p>‹embed 0›</p>\n"),
            ("[![b](c.png)](d.md)", "<p>‹0‹embed 1›0›</p>\n"),
            ("![a ![b](c.png)](d.png)", "<p>‹embed 0›</p>\n"),
            ("#a [[b]] [c](d.md)", "<p>‹0#a0› ‹1‹title 1›1› ‹2c2›</p>\n"),
            ("[c][d]\n\n[d]: e.md", "<p>‹0c0›</p>\n"),
            ("[a]: b.md", ""),
        ])
    func slots(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test(
        "code is escaped",
        arguments: [
            ("`<b> & \"c\"`", "<p><code>&lt;b&gt; &amp; &quot;c&quot;</code></p>\n"),
            (
                "```swift\nlet a = b < c\n```",
                "<pre tabindex=\"0\"><code class=\"language-swift\"><span class=\"hl-k\">let</span> a = b &lt; c\n</code></pre>\n"
            ),
            (
                "``` a\"><b x\n```",
                "<pre tabindex=\"0\"><code class=\"language-a&quot;&gt;&lt;b\"></code></pre>\n"
            ),
            ("    <i>", "<pre tabindex=\"0\"><code>&lt;i&gt;\n</code></pre>\n"),
        ])
    func code(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test(
        "characters with a meaning in HTML are escaped",
        arguments: [
            ("a < b & c > \"d\"", "<p>a &lt; b &amp; c &gt; &quot;d&quot;</p>\n"), ("&lt;", "<p>&lt;</p>\n"),
        ])
    func text(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test("slots are found by a stretch of the HTML")
    func slotsInRange() {
        let slots = [0, 5, 5, 9].map { Body.Slot(offset: $0, kind: .title, reference: $0) }
        let body = Body(html: Markup(trusted: [UInt8](repeating: 0x20, count: 12)), slots: slots)
        #expect(body.slots(in: 0..<12).count == 4)
        #expect(body.slots(in: 1..<4).isEmpty)
        #expect(body.slots(in: 1..<5).isEmpty)
        #expect(body.slots(in: 5..<8).count == 2)
        #expect(body.slots(in: 6..<12).map(\.offset) == [9])
        #expect(body.slots(in: 10..<12).isEmpty)
        let link = [Body.Slot(offset: 5, kind: .linkClose, reference: 0)] + slots.suffix(1)
        #expect(
            Body(html: body.html, slots: link).slots(in: 1..<5).map(\.kind) == [.linkClose])
    }

    @Test("a marked node's place is that of its HTML")
    func places() throws {
        let tree = tree("a\n\n- b\n- c\n\nd")
        let list = try #require(tree.nodes.indices.first { tree[$0].kind == .bulletList })
        var renderer = BodyRenderer(
            tree, dialect: .waymark, directives: [Directive(node: list, action: .mark)])
        let result = renderer.render()
        let place = try #require(result.places[list])
        #expect(
            String(decoding: result.body.html.bytes[place], as: UTF8.self)
                == "<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n"
        )
    }

    @Test("a comparison has row headers, verdicts as classes and an escaped name")
    func comparison() throws {
        let tree = tree("| F | A |\n|---|:-:|\n| x | yes |\n")
        let table = try #require(tree.nodes.indices.first { tree[$0].kind == .table })
        let cell = try #require(tree.nodes.indices.last { tree[$0].kind == .tableCell })
        let html = body(
            tree,
            directives: [
                Directive(node: table, action: .comparison(name: "A & \"B\"", hasRowHeaders: true)),
                Directive(node: cell, action: .verdict("yes")),
            ]
        ).html
        let text = String(decoding: html.bytes, as: UTF8.self)
        #expect(text.contains("aria-label=\"A &amp; &quot;B&quot;\""))
        #expect(text.contains("<table class=\"comparison\">"))
        #expect(text.contains("<th scope=\"row\">x</th>"))
        #expect(text.contains("<td class=\"yes\">yes</td>"))
    }
}

@Suite("LinkScheme")
struct LinkSchemeTests {
    @Test(
        "which addresses a link may lead to",
        arguments: [
            ("a.md", true, false), ("#x", true, false), ("", true, false), ("/a:b", true, false),
            ("?a:b", true, false), ("1a:b", true, false), ("https://x", true, true),
            ("HTTPS://x", true, true),
            ("//x", true, true), ("mailto:a@b", true, true), ("javascript:x", false, true),
            (" java\tscript\n:x", false, true), ("data:,x", false, true), (":x", true, false),
            ("a b", true, false), ("C:\\x", false, true), ("é:x", true, false),
        ])
    func schemes(destination: String, isAllowed: Bool, isExternal: Bool) {
        #expect(LinkScheme.isAllowed(destination) == isAllowed)
        #expect(LinkScheme.isExternal(destination) == isExternal)
    }
}
