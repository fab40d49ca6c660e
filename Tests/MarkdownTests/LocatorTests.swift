import Diagnostics
import Markdown
import Testing

/// Where the links of a document stand, as `line:column what stands there`.
private func places(_ text: String, fromLine firstLine: Int = 1) -> [String] {
    let source = SourceText(Array(text.utf8))
    return Tree(parsing: source, fromLine: firstLine, dialect: .waymark).links.map { link in
        let position = source.position(at: link.offset)
        let there = String(decoding: source.bytes[link.offset..<link.offset + link.count], as: UTF8.self)
        return "\(position.line):\(position.column) \(there)"
    }
}

@Suite("Places of links")
struct LocatorTests {
    @Test(
        "are true",
        arguments: [
            ("See [a](b.md).", ["1:9 b.md"]),
            ("one\ntwo [a](b.md)", ["2:9 b.md"]),
            ("one\n   two [a](b.md)", ["2:12 b.md"]),
            ("one  \ntwo\\\n[a](b.md)", ["3:5 b.md"]),
            ("[a](x.md) and [b](x.md)", ["1:5 x.md", "1:19 x.md"]),
            ("[a](x.md)\n[a](x.md)\n[a](x.md)", ["1:5 x.md", "2:5 x.md", "3:5 x.md"]),
            ("[b.md](b.md)", ["1:8 b.md"]),
            ("`[a](b.md)` [a](b.md)", ["1:17 b.md"]),
            ("\\[a](b.md) [a](b.md)", ["1:16 b.md"]),
            ("![alt](p.png)", ["1:8 p.png"]),
            ("[a](<b c.md>)", ["1:6 b c.md"]),
            ("<https://e.example>", ["1:2 https://e.example"]),
            ("<me@e.example>", ["1:2 me@e.example"]),
            ("see [label] here\n\n[label]: /url", ["1:6 label"]),
            ("[x][l] and [y][l]\n\n[l]: u.md", ["1:2 x", "1:13 y"]),
            ("é日😀 [a](b.md)", ["1:9 b.md"]),
            ("> text\n> [a](b.md)", ["2:7 b.md"]),
            ("> text\nlazy [a](b.md)", ["2:10 b.md"]),
            ("- x\n- [a](b.md)", ["2:7 b.md"]),
            ("- x\n  - y\n\n    z\n    [a](b.md)", ["5:9 b.md"]),
            ("1. > [a](b.md)\n   > [c](d.md)", ["1:10 b.md", "2:10 d.md"]),
            ("# [a](b.md)", ["1:7 b.md"]),
            ("[a](b.md)\n===", ["1:5 b.md"]),
            ("| A | B |\n|---|---|\n| x | [a](b.md) |", ["3:11 b.md"]),
            ("> | [a](x) | [a](x) |\n> |---|---|\n> | [a](x) | y |", ["1:9 x", "1:18 x", "3:9 x"]),
            ("text\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n[a](b.md)", ["7:5 b.md"]),
            ("a [[Note]] b", ["1:5 Note"]),
            ("a\n![[p.png]]", ["2:4 p.png"]),
            ("[[a]] [[a|b]]", ["1:3 a", "1:9 a"]),
            ("| A |\n|---|\n| [[n\\|l]] |", ["3:5 n"]),
            ("a #tag, #tag", ["1:4 tag", "1:10 tag"]),
            ("#a\n#b", ["1:2 a", "2:2 b"]),
            ("*[a](b.md)* **[c](d.md)**", ["1:6 b.md", "1:19 d.md"]),
            ("&amp; [a](b.md)", ["1:11 b.md"]),
            ("a <b> [c](d.md)", ["1:11 d.md"]),
            ("(b.md) [a](b.md)", ["1:12 b.md"]),
        ])
    func found(text: String, expected: [String]) {
        #expect(places(text) == expected)
    }

    @Test(
        "are true where markup is nested or far away",
        arguments: [
            ("[![a](x.png)](y.md)", ["1:15 y.md", "1:7 x.png"]),
            (String(repeating: "word ", count: 1000) + "[a](b.md)", ["1:5005 b.md"]),
            ("[\(String(repeating: "word ", count: 1000))](b.md)", ["1:5004 b.md"]),
        ])
    func nested(text: String, expected: [String]) {
        #expect(places(text) == expected)
    }

    @Test(
        "are the link's text where the destination is spelled in another way",
        arguments: [
            ("x [a](b\\_c.md)", ["1:4 a"]), ("x [a](b.md?x&amp;y)", ["1:4 a"]), ("x [a]( b.md )", ["1:4 a"]),
            ("x\n[a](\nb.md)", ["2:2 a"]),
        ])
    func otherSpelling(text: String, expected: [String]) {
        #expect(places(text) == expected)
    }

    @Test("count from the file's first line where the text begins later")
    func frontMatter() {
        #expect(places("---\na: b\n---\nsee [a](b.md)\n[[c]]", fromLine: 4) == ["4:9 b.md", "5:3 c"])
    }

    @Test("of a link that cannot be found is its block's first character")
    func notFound() {
        #expect(places("> a [\\*][l]\n\n[l]: u.md").map { $0.prefix(3) } == ["1:3"])
    }
}
