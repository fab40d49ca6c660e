import Markdown
import Testing

@Suite("The dialect's text")
struct DialectTests {
    @Test(
        "strikethrough and highlight",
        arguments: [
            ("~~a~~ ~b~", "<del>a</del> <del>b</del>"),
            ("~~~a~~~ ~~b~", "~~~a~~~ ~~b~"),
            ("~~a **b** `c`~~", "<del>a <strong>b</strong> <code>c</code></del>"),
            ("**~~a~~**", "<strong><del>a</del></strong>"),
            ("**a ~~b** c~~", "<strong>a ~~b</strong> c~~"),
            ("~~ a ~~", "~~ a ~~"),
            ("\\~\\~a\\~\\~ ~\\~b~~", "~~a~~ ~~b~~"),
            ("==a== ==b **c**==", "<mark>a</mark> <mark>b <strong>c</strong></mark>"),
            ("a==b and c==d, e == f", "a==b and c==d, e == f"),
            ("==a ~~b== c~~", "<mark>a ~~b</mark> c~~"),
            ("~~a ==b==~~", "<del>a <mark>b</mark></del>"),
            ("这是==高亮==文字", "这是<mark>高亮</mark>文字"),
            ("\\==a==", "==a=="),
            ("====", "===="),
            ("`==a== ~~b~~`", "<code>==a== ~~b~~</code>"),
        ])
    func delimiters(text: String, expected: String) {
        #expect(html("x " + text) == "<p>x \(expected)</p>\n")
    }

    @Test(
        "bare addresses are links",
        arguments: [
            ("www.a.b/c?d=e.", "<a href=\"http://www.a.b/c?d=e\">www.a.b/c?d=e</a>."),
            ("https://a.b/x_y_z", "<a href=\"https://a.b/x_y_z\">https://a.b/x_y_z</a>"),
            ("(http://a.b/(c))", "(<a href=\"http://a.b/(c)\">http://a.b/(c)</a>)"),
            ("*http://a.b*", "<em><a href=\"http://a.b\">http://a.b</a></em>"),
            ("http://a.b/c&copy;", "<a href=\"http://a.b/c\">http://a.b/c</a>©"),
            ("http://localhost:80/x", "<a href=\"http://localhost:80/x\">http://localhost:80/x</a>"),
            (
                "a@b.c, d.e+f@g-h.io",
                "<a href=\"mailto:a@b.c\">a@b.c</a>, <a href=\"mailto:d.e+f@g-h.io\">d.e+f@g-h.io</a>"
            ),
            ("a@b.c- a@b.c_ a@b @b.c", "a@b.c- a@b.c_ a@b @b.c"),
            ("见 https://a.b/c。然后", "见 <a href=\"https://a.b/c\">https://a.b/c</a>。然后"),
            ("xhttp://a.b http:// www. www.a_b.c_d", "xhttp://a.b http:// www. www.a_b.c_d"),
            ("`http://a.b` \\http://a.b", "<code>http://a.b</code> \\http://a.b"),
            ("[http://a.b](http://c.d)", "<a href=\"http://c.d\">http://a.b</a>"),
            ("[x http://a.b](<http://c.d>)", "<a href=\"http://c.d\">x http://a.b</a>"),
            ("[x]( http://c.d 'http://e.f')", "<a href=\"http://c.d\" title=\"http://e.f\">x</a>"),
            (
                "<http://a.b> <a@b.c>",
                "<a href=\"http://a.b\">http://a.b</a> <a href=\"mailto:a@b.c\">a@b.c</a>"
            ),
            ("[x]\n\n[x]:\n http://a.b", "<a href=\"http://a.b\">x</a>"),
            ("javascript://a.b HTTP://A.B", "javascript://a.b <a href=\"HTTP://A.B\">HTTP://A.B</a>"),
        ])
    func autolinks(text: String, expected: String) {
        #expect(html(text) == "<p>\(expected)</p>\n")
    }

    @Test(
        "tasks",
        arguments: [
            (
                "- [ ] a",
                "<li class=\"task\"><input type=\"checkbox\" disabled=\"\" aria-label=\"To do\" /> a</li>\n"
            ),
            (
                "- [X] *a*",
                "<li class=\"task\"><input type=\"checkbox\" checked=\"\" disabled=\"\" aria-label=\"Done\" /> <em>a</em></li>\n"
            ),
            ("- [ ]", "<li>[ ]</li>\n"), ("- [x]a", "<li>[x]a</li>\n"), ("- \\[x] a", "<li>[x] a</li>\n"),
            ("- [y] a", "<li>[y] a</li>\n"),
        ])
    func tasks(text: String, expected: String) {
        #expect(html(text) == "<ul>\n\(expected)</ul>\n")
    }

    @Test(
        "comments are in no page",
        arguments: [
            ("a %%b%% c", "<p>a  c</p>\n"), ("a\n\n%%\nb\n\n- c\n%%\n\nd", "<p>a</p>\n<p>d</p>\n"),
            ("%%a%%", ""), ("> %%a%%\n> b", "<blockquote>\n<p>b</p>\n</blockquote>\n"),
            ("- a %%b%%\n- %%c%%", "<ul>\n<li>a</li>\n<li></li>\n</ul>\n"),
            ("`%%a%%` %%b%%", "<p><code>%%a%%</code></p>\n"), ("100%% of a", "<p>100%% of a</p>\n"),
            ("    %%a%%", "<pre tabindex=\"0\"><code>%%a%%\n</code></pre>\n"),
            ("%%\n```\n%% x\n```\ny\n%%\nz", "<p>z</p>\n"),
            (
                "```m\n%% Section\n```\n%%a%%b",
                "<pre tabindex=\"0\"><code class=\"language-m\">%% Section\n</code></pre>\n<p>b</p>\n"
            ),
            ("\\%% a %%", "<p>%% a %%</p>\n"),
            ("**a**%%b%%**c**", "<p><strong>a</strong><strong>c</strong></p>\n"),
        ])
    func comments(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test(
        "blocks with ids",
        arguments: [
            ("a ^b-1", "<p id=\"^b-1\">a</p>\n"), ("a^b", "<p>a^b</p>\n"), ("a \\^b", "<p>a ^b</p>\n"),
            ("a\n^b", "<p id=\"^b\">a</p>\n"),
            ("- a ^b\n- c", "<ul>\n<li id=\"^b\">a</li>\n<li>c</li>\n</ul>\n"),
            ("- a\n\n^b", "<ul id=\"^b\">\n<li>a</li>\n</ul>\n"),
            ("> a\n\n^b", "<blockquote id=\"^b\">\n<p>a</p>\n</blockquote>\n"),
            ("```\na\n```\n^b", "<pre tabindex=\"0\" id=\"^b\"><code>a\n</code></pre>\n"),
            ("^b", "<p>^b</p>\n"), ("*a ^b*", "<p><em>a ^b</em></p>\n"), ("a ^b_c", "<p>a ^b_c</p>\n"),
            ("a ^b\n\nc ^b", "<p id=\"^b\">a</p>\n<p>c</p>\n"),
        ])
    func blockIdentifiers(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test(
        "headings with ids of their own",
        arguments: [
            ("# A {#b}", "<h1 id=\"b\">A</h1>\n"),
            ("# A `c` {#my_id}  ", "<h1 id=\"my_id\">A <code>c</code></h1>\n"),
            ("# A \\{#b}", "<h1 id=\"a-b\">A {#b}</h1>\n"), ("# A {#b:c}", "<h1 id=\"a-bc\">A {#b:c}</h1>\n"),
            ("# A {#b}\n# B", "<h1 id=\"b\">A</h1>\n<h1 id=\"b-1\">B</h1>\n"),
            ("# A {#}", "<h1 id=\"a-\">A {#}</h1>\n"),
        ])
    func headingIdentifiers(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test(
        "what is math",
        arguments: [
            ("$a$ $a_b$", ["a", "a_b"]), ("$$a$$", ["a"]), ("$5 and $10", []), ("$HOME/$USER", []),
            ("US$5-US$6", []),
            ("$ a$ $a $", []), ("\\$a$", []), ("`$a$`", []), ("$a `b$ c`", []), ("$`a`$", []), ("$a\nb$", []),
            ("$$\na\n= b\n$$", ["a\n= b"]), ("> $$\n> a\n> $$", ["a"]), ("- $$\n  a\n  $$", ["a"]),
            ("$$\na\n\nb\n$$", []), ("| $a\\|b$ |\n|--|", ["a|b"]), ("```\n$$\na\n$$\n```", []),
            ("$a*b*c$", ["a*b*c"]),
            ("x $$\na\n$$ y", ["a"]), ("$$\n|a|\n+ b\n$$", ["|a|\n+ b"]),
            // Prices: a formula leaves neither its paragraph nor its cell.
            ("| P | S |\n|---|---|\n| $$ | 1 |\n| $$ | 2 |", []), ("P|S\n-|-\n$$|1\n$$|2", []),
            ("- a: $$\n- b: $$", []), ("- $$\n- $$", []), ("# a $$\n# b $$", []), ("a $$$\nb $$$", []),
            ("[x $a$](u)", ["a"]), ("$\\$$", ["\\$"]),
        ])
    func math(text: String, expected: [String]) {
        let tree = tree(text)
        let formulas = tree.nodes.filter { $0.kind == .math }.map { node in
            let text = String(decoding: tree.bytes(node.literal), as: UTF8.self)
            return String(text.drop(while: \.isNewline).reversed().drop(while: \.isNewline).reversed())
        }
        #expect(formulas == expected)
    }
}

@Suite("Callouts")
struct CalloutTests {
    @Test(
        "quotes that are callouts",
        arguments: [
            (
                "> [!NOTE]\n> a",
                "<div class=\"callout note\" role=\"note\">\n<p class=\"callout-title\">Note</p>\n<p>a</p>\n</div>\n"
            ),
            (
                "> [!tip] My *t*",
                "<div class=\"callout tip\" role=\"note\">\n<p class=\"callout-title\">My <em>t</em></p>\n</div>\n"
            ),
            (
                "> [!faq]- Q\n> a",
                "<details class=\"callout question\">\n<summary class=\"callout-title\">Q</summary>\n<p>a</p>\n</details>\n"
            ),
            (
                "> [!bug]+\n> - a",
                "<details class=\"callout bug\" open=\"\">\n<summary class=\"callout-title\">Bug</summary>\n<ul>\n<li>a</li>\n</ul>\n</details>\n"
            ),
            (
                "> [!my-own]\n> a",
                "<div class=\"callout note\" role=\"note\">\n<p class=\"callout-title\">My own</p>\n<p>a</p>\n</div>\n"
            ),
            ("> \\[!NOTE]\n> a", "<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>\n"),
            ("> a\n>\n> [!NOTE]", "<blockquote>\n<p>a</p>\n<p>[!NOTE]</p>\n</blockquote>\n"),
            ("[!NOTE] a", "<p>[!NOTE] a</p>\n"), ("> [!]", "<blockquote>\n<p>[!]</p>\n</blockquote>\n"),
            ("> [!\"><b>]", "<blockquote>\n<p>[!&quot;&gt;<b>]</b></p>\n</blockquote>\n"),
        ])
    func callouts(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test("callouts hold tables and callouts")
    func nesting() {
        let text = html("> [!note]\n> | a | b |\n> |---|---|\n> | 1 | 2 |\n>\n> > [!tip]- t\n> > x")
        #expect(text.contains("<td>2</td>"))
        #expect(
            text.contains(
                "<details class=\"callout tip\">\n<summary class=\"callout-title\">t</summary>\n<p>x</p>\n</details>\n</div>"
            ))
    }
}

@Suite("Footnotes")
struct FootnoteTests {
    private func footnotes(_ text: String) -> [String] {
        let tree = tree(text)
        return tree.footnotes.map { "\(tree.plainText(of: $0.definition)) ×\($0.references)" }
    }

    @Test(
        "footnotes in the order of their references",
        arguments: [
            ("a[^1]\n\n[^1]: b", ["b ×1"]), ("a[^x] b[^y] c[^x]\n\n[^y]: Y\n[^x]: X", ["X ×2", "Y ×1"]),
            ("a[^A]\n\n[^a]: b", ["b ×1"]), ("a[^1]\n\n[^1]: word", ["word ×1"]), ("a[^1]", []),
            ("a\n\n[^1]: b", []), ("a[^1]\n[^1]: b", ["b ×1"]), ("a[^1]\n\n[^1]: b\n\n    c", ["bc ×1"]),
            ("a[^1]\n\n[^1]: b[^2]\n[^2]: c", ["b ×1", "c ×1"]), ("`[^1]`\n\n[^1]: b", []),
            ("> a[^1]\n>\n> [^1]: b", ["b ×1"]), ("- a[^1]\n\n  [^1]: b", ["b ×1"]),
            ("1) a[^1]\n\n[^1]: b", ["b ×1"]),
            ("a[^1]\n\n[^1]: | x | y |\n    |---|---|\n    | 1 | 2 |", ["xy12 ×1"]),
            ("a[^1]\n\n```\n[^1]: b\n```", []), ("a[^1]\n\n[^1]: b\n[^1]: c", ["b ×1"]),
            ("a[^1]\n\n[^1]: /url \"t\"", ["/url \"t\" ×1"]), ("[a][^1]\n\n[^1]: b", ["b ×1"]),
        ])
    func definitions(text: String, expected: [String]) {
        #expect(footnotes(text) == expected)
    }

    @Test("the text of the document stays as it is around them")
    func surroundings() {
        let text = html("1) a[^1]\n2) b\n\n[^1]: _c_ d\n\n1) e")
        #expect(text.contains("<ol>\n<li>a<sup"), "\(text)")
        #expect(text.contains("<li>e</li>") || text.contains("<li>\n<p>e</p>"))
        #expect(text.contains("<li id=\"fn:1\">\n<p><em>c</em> d <a href=\"#fnref:1\""))
    }

    @Test(
        "what is wrong with footnotes",
        arguments: [
            ("a[^1] b[^2]\n\n[^1]: c", [Tree.Problem.Kind.undefinedFootnote]),
            ("a\n\n[^1]: c", [.unusedFootnote]),
            ("a[^1]\n\n[^1]: b\n[^1]: c", [.unusedFootnote]), ("a [^x] without any", []),
            ("a[^1]\n\n[^1]: c", []),
        ])
    func problems(text: String, expected: [Tree.Problem.Kind]) {
        #expect(tree(text).problems.map(\.kind) == expected)
    }
}
