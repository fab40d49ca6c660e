import Markdown
import Testing

@Suite("Tags")
struct TagTests {
    @Test(
        "are found",
        arguments: [
            ("#eks", ["eks"]),
            ("#eks #k8s", ["eks", "k8s"]),
            (" #eks  #k8s ", ["eks", "k8s"]),
            ("#a, #b,#c", ["a", "b", "c"]),
            ("text #tag text", ["tag"]),
            ("text\n#tag", ["tag"]),
            ("(#tag) \"#quoted\" '#single'", ["tag", "quoted", "single"]),
            ("*#a* **#b** ~#c", ["a", "b", "c"]),
            // Punctuation behind a name is not of it.
            ("#a. #b, #c; #d: #e! #f? (#g)", ["a", "b", "c", "d", "e", "f", "g"]),
            // Shapes of names.
            ("#team/platform", ["team/platform"]),
            ("#a/b/c", ["a/b/c"]),
            ("#TCP/IP", ["TCP/IP"]),
            ("#a/ #b- #c_", ["a", "b", "c_"]),
            ("#pod-identity", ["pod-identity"]),
            ("#UPPER #Mixed", ["UPPER", "Mixed"]),
            ("#snake_case #_x", ["snake_case", "_x"]),
            ("#한글 #кириллица #汉字 #café", ["한글", "кириллица", "汉字", "café"]),
            ("#cafe\u{301}", ["cafe\u{301}"]),
            ("#हिन्दी", ["हिन्दी"]),
            ("#2024goals #3d", ["2024goals", "3d"]),
            ("#日本語、次", ["日本語"]),
            ("日本、#東京", ["東京"]),
            // Labels of tag lines.
            ("Tags: #a #b", ["a", "b"]),
            ("**Tags:** #a #b", ["a", "b"]),
            ("#tags: #a #b", ["tags", "a", "b"]),
            ("Tags: [ #a #b ]", ["a", "b"]),
            ("- tags: #a", ["a"]),
            // Headings, quotes, lists, tables.
            ("# TDD #KentBeck", ["KentBeck"]),
            ("### Mocha vs. Jest #Comparison", ["Comparison"]),
            ("> #quoted", ["quoted"]),
            ("- #item", ["item"]),
            ("| a | b |\n|---|---|\n| #x | 2 |", ["x"]),
            // A colour is a tag on a line of tags.
            ("#cafe", ["cafe"]),
            ("#eks #add #bed", ["eks", "add", "bed"]),
            ("#facades are no colour", ["facades"]),
            ("text\n#fade #eks\ntext", ["fade", "eks"]),
        ])
    func found(text: String, expected: [String]) {
        #expect(tags(text) == expected)
    }

    @Test(
        "are not found in",
        arguments: [
            ("a link's fragment", "[x](note.md#part) [y](#part)"),
            ("a link's text", "[see #part](note.md)"),
            ("a wikilink's fragment", "[[note#part]]"),
            ("a wikilink's label", "[[note|#part]]"),
            ("an image's text", "![a #tag](x.png)"),
            ("digits", "#123 and #1"),
            ("a range of digits", "#123-125"),
            ("a version", "#802.11"),
            ("a colour of three digits", "the colour #fff is white"),
            ("a colour of six digits", "the colour #bac2de is blue"),
            ("a colour in braces", "{ #1245f6}"),
            ("an ambiguous word in prose", "they #add and #cafe more"),
            ("C sharp", "C# and F# and C#/F#"),
            ("a word's end", "word#part"),
            ("a directive in code", "`#include <stdio.h>` and `#define X`"),
            ("a comment in code", "```sh\n#comment here\n#!/bin/sh\n```"),
            ("indented code", "    #a #b"),
            ("a numbered heading", "# Issue #1"),
            ("an org directive", "#+BEGIN_QUERY"),
            ("a heading without its space", "##Heading"),
            ("a template", "#<relevant-tag>"),
            ("marks alone", "#~ #. # #- #/ #_"),
            ("style sheets", "<style>\n#mermaid-0{fill:#ccc;}\n</style>"),
            ("an HTML attribute", "<a href=\"#part\">x</a>"),
            ("a comment", "<!-- #tag -->"),
            ("an autolink", "<https://example.com/#part>"),
            ("a bare address", "https://example.com/page#part and https://example.com/#part"),
            ("an entity", "&#35; &#x23; &#124;"),
            ("a backslash before it", "\\#tag"),
            ("a hash before it", "##tag"),
            ("a slash before it", "/#tag"),
            ("letters of other scripts before it", "日本#tag é#tag"),
            ("a link's definition", "[x]\n\n[x]: note.md#part"),
            ("a link's title", "[x](y.md \"a #tag\")"),
        ])
    func notFound(name: String, text: String) {
        #expect(tags(text) == [], "\(name)")
    }

    @Test(
        "are not found in what only looks like prose",
        arguments: [
            ("a heading's own id", "## Setup {#custom-id}"),
            ("the query of a bare address", "https://example.com/?a=#part"),
        ])
    func notFoundInMarkup(name: String, text: String) {
        #expect(tags(text) == [], "\(name)")
    }

    @Test(
        "stay in the text as a link, and what is none stays as it is",
        arguments: [
            ("see #a/b.", "<p>see ‹0#a/b0›.</p>\n"),
            ("\\#tag", "<p>#tag</p>\n"),
            ("#123 #fff x", "<p>#123 #fff x</p>\n"),
            ("\\\\#tag", "<p>\\‹0#tag0›</p>\n"),
            ("`\\#tag`", "<p><code>\\#tag</code></p>\n"),
            ("[x](a\\#b)", "<p>‹0x0›</p>\n"),
        ])
    func written(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test("an escaped hash in a destination stays a hash")
    func escapedInDestination() {
        #expect(links("[x](a\\#b)") == ["link a#b"])
    }

    @Test("for CommonMark there are none")
    func commonMark() {
        #expect(tree("#a [[b]]", dialect: .commonMark).links.isEmpty)
    }

    @Test(
        "three, four, six or eight hexadecimal digits read as a colour",
        arguments: [
            ("fff", true), ("FFFF", true), ("bac2de", true), ("12345678", true), ("ff", false),
            ("fffff", false),
            ("ggg", false), ("", false), ("facade1", false),
        ])
    func colours(name: String, expected: Bool) {
        #expect(TagToken.isColour(Array(name.utf8)) == expected)
    }
}
