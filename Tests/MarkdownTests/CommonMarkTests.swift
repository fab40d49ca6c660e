import CMark
import Foundation
import Markdown
import SeededRandom
import Testing
import Writers

/// What libcmark itself writes.
private func reference(_ text: String) throws -> String {
    let pointer = text.withCString { cmark_markdown_to_html($0, text.utf8.count, CMARK_OPT_UNSAFE) }
    let output = try #require(pointer)
    defer { free(output) }
    return String(cString: output)
}

private func plain(_ text: String) -> String {
    var renderer = BodyRenderer(tree(text, dialect: .commonMark), dialect: .commonMark)
    return String(decoding: renderer.render().body.html.bytes, as: UTF8.self)
}

@Suite("CommonMark")
struct CommonMarkTests {
    @Test(
        "is written as libcmark writes it",
        arguments: [
            "",
            "# One\n\nTwo\n===\n\n###### Six ######",
            "a *b* **c** ***d*** `e <f>` g\\\nh  \ni\nj",
            "> quote\n> > nested\n\n---\n***",
            "- a\n- b\n\n  c\n- d\n  - e\n",
            "3. a\n4. b\n\n1) c",
            "```swift x\ncode <&>\n```\n\n    indented\n\ttab",
            "<div>\n*raw*\n</div>\n\na <b>inline</b> <!-- c -->",
            "[a](b \"t\") [c] ![d *e* `f`](g 'h') <https://i.example> <j@k.example>\n\n[c]: <l m> (n)",
            "| a | b |\n|---|---|\n| 1 | 2 |",
            "#tag [[wiki]] ~~strike~~ https://bare.example",
            "&amp; &copy; &#35; < > \" ' \u{A0}é日😀",
            "[x](javascript:alert(1)) ![y](data:z)",
            "[a [b](c) d](e)\n[[f]](g)\n![![h](i)](j)",
            "- a\n\n\n- b\n\n      code\n",
            "\u{1}\u{7F}\t tab",
        ])
    func identical(text: String) throws {
        #expect(plain(text) == (try reference(text)))
    }

    @Test("and so are documents put together at random", arguments: 0..<10)
    func random(part: Int) throws {
        var generator = SplitMix64(seed: UInt64(1000 + part))
        for _ in 0..<30 {
            let text = RandomDocument.make(&generator)
            #expect(plain(text) == (try reference(text)), "\(text.debugDescription)")
        }
    }
}
