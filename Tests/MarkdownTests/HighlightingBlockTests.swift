import Testing
import Writers

@testable import Markdown

@Suite("Highlighting: blocks")
struct HighlightingBlockTests {
    @Test(
        "a block's HTML",
        arguments: [
            ("a < b\n", "", "<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>\n"),
            ("a < b\n", "Zzz", "<pre tabindex=\"0\"><code class=\"language-Zzz\">a &lt; b\n</code></pre>\n"),
            ("x\n", "\"<>", "<pre tabindex=\"0\"><code class=\"language-&quot;&lt;&gt;\">x\n</code></pre>\n"),
            (
                "let x\n", "swift",
                "<pre tabindex=\"0\"><code class=\"language-swift\"><span class=\"hl-k\">let</span> x\n</code></pre>\n"
            ),
            (
                "x\n", "title=\"<a>\"",
                "<figure class=\"code\"><figcaption>&lt;a&gt;</figcaption>\n<pre tabindex=\"0\"><code>x\n</code></pre>\n</figure>\n"
            ),
            (
                "", "swift {1} diff linenos",
                "<pre tabindex=\"0\"><code class=\"language-swift numbered\"></code></pre>\n"
            ),
            (
                "a\nb\n\nc", "text {2,4-999999999}",
                """
                <pre tabindex="0"><code class="language-text"><span class="line">a
                </span><span class="line marked">b
                </span><span class="line">
                </span><span class="line marked">c</span></code></pre>

                """
            ),
            (
                "a\nb\n", "linenos=40",
                """
                <pre tabindex="0"><code class="numbered" data-first="40"><span class="line" data-line="40">a
                </span><span class="line" data-line="41">b
                </span></code></pre>

                """
            ),
            (
                " var a\n-var b\n+let b\n", "swift diff {1}",
                """
                <pre tabindex="0"><code class="language-swift"><span class="line marked"> <span class="hl-k">var</span> a
                </span><span class="line deleted">-<span class="hl-k">var</span> b
                </span><span class="line inserted">+<span class="hl-k">let</span> b
                </span></code></pre>

                """
            ),
            (
                "/* a\nb */\n", "c linenos",
                """
                <pre tabindex="0"><code class="language-c numbered"><span class="line" data-line="1">\
                <span class="hl-c">/* a</span>
                </span><span class="line" data-line="2"><span class="hl-c">b */</span>
                </span></code></pre>

                """
            ),
        ])
    func block(code: String, info: String, expected: String) {
        #expect(Highlighted.html(code, info) == expected)
    }

    @Test("attributes go on the outermost element")
    func attributes() {
        let id: Markup = " id=\"^x\""
        #expect(Highlighted.html("x", "", id) == "<pre tabindex=\"0\" id=\"^x\"><code>x</code></pre>\n")
        #expect(
            Highlighted.html("x", "title=t", id).hasPrefix(
                "<figure class=\"code\" id=\"^x\"><figcaption>t</figcaption>\n<pre tabindex=\"0\">"))
    }

    @Test("names of languages are in order, each once")
    func names() {
        let names = Language.names.map(\.name)
        #expect(zip(names, names.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        for entry in Language.names { #expect(Language(named: entry.name.utf8) == entry.language) }
        for language in Language.allCases { #expect(names.contains("\(language)")) }
    }

    @Test("no grammar has a word twice or more rules than its tables hold", arguments: Language.allCases)
    func tables(language: Language) {
        let grammar = language.grammar
        #expect(grammar.words.repeated.isEmpty)
        #expect(grammar.modes.count < 256 && grammar.groups.count < 256)
        #expect(grammar.candidates.count < 65_535)
        let slots = grammar.regions.compactMap(\.closeSlot)
        #expect(Set(slots).count == slots.count)
    }
}
