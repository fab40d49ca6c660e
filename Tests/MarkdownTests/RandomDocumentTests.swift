import Markdown
import SeededRandom
import Testing
import Writers

enum RandomDocument {
    private static let fragments = [
        "a", "word ", " ", "  ", "    ", "\t", "\n", "\n", "\n\n", "  \n", "\\", "\\\n", "*", "**", "_", "__",
        "`", "``",
        "```", "```\n", "~~~\n", "[", "]", "(", ")", "![", "](", "](x.md)", "](<x y>)", "[[", "]]", "![[",
        "[[a]]",
        "[[a|b]]", "[[a#b]]", "[[a_b]]", "|", "\\|", "|---|---|\n", "| a | b |\n", "|:-:|--|\n", "---\n",
        "===\n", "> ",
        ">", "- ", "* ", "+ ", "1. ", "9) ", "# ", "###### ", "#", "#tag", "#tag/b", "#fff", "\\#", "\\#tag",
        "&amp;",
        "&#35;", "&#x0;", "&", "<", ">", "<b>", "</b>", "<div>\n", "<!-- c -->", "<!--", "-->", "<?",
        "<![CDATA[",
        "<https://x.example>", "<javascript:x>", "[x]: y\n", "[x]", "[x][]", "[[x]]: y\n", "\"", "'", "é",
        "日本", "😀",
        "\u{301}", "\u{0}", "\u{E}", "\u{F}", "\u{10}", "\u{E}000\u{F}", "\r\n", "\r", "\u{FEFF}", "\u{A0}",
        "!", "{#id}",
        "javascript:alert(1)", "$", "^", "~~", "~", "==", "$$", "$x$", "%%", "[^1]", "[^1]: ", "[^2]: x\n",
        "[!note]", "[!tip]- ",
        "> [!x]+ y\n> ", " ^id", "\n^id\n", "- [ ] ", "[x] ", "www.a.b", "http://a.b/c_d", "a@b.c", "![[n]]",
        "![[p.png|9]]", "<div>", "</div>", "<b>", "</b>", "<table>", "<tr>", "<td>", "</table>", "<details>",
        "<summary>",
        "<p>", "<a href='x'>", "</a>", "<img src=x>", "<ul>", "<li>", "<h2 id=a>", "<br>", "<ruby>", "<rt>",
        "<video src=v.mp4>",
        "<dl>", "<dt>", "```diff\n", "```math\n", "\\~", "\\[", "\\==",
    ]

    static func make(_ generator: inout SplitMix64) -> String {
        let count = Int.random(in: 1...60, using: &generator)
        return (0..<count).compactMap { _ in fragments.randomElement(using: &generator) }.joined()
    }
}

/// What is wrong with the tags of a piece of HTML; nil where each start tag has its end tag.
private func imbalance(_ html: String) -> String? {
    // Scalars, because a combining mark behind `>` makes another character of it.
    var rest = html.unicodeScalars[...]
    var open: [String] = []
    while let start = rest.firstIndex(of: "<") {
        guard let end = rest[start...].firstIndex(of: ">") else { return "a tag without end" }
        let tag = String(String.UnicodeScalarView(rest[start...end])).dropFirst().dropLast()
        rest = rest[rest.index(after: end)...]
        if tag.hasPrefix("/") {
            guard open.popLast() == String(tag.dropFirst()) else { return "<\(tag)> closes another element" }
            continue
        }
        let name = tag.prefix { $0.isLetter || $0.isNumber }
        if name.isEmpty { return "no name: <\(tag)>" }
        if !tag.hasSuffix("/"), !["wbr", "col"].contains(name) { open.append(String(name)) }
    }
    return open.isEmpty ? nil : "open at the end: \(open)"
}

@Suite("Documents put together at random")
struct RandomDocumentTests {
    private static func documents(_ part: Int) -> [String] {
        var generator = SplitMix64(seed: UInt64(part))
        return (0..<30).map { _ in RandomDocument.make(&generator) }
    }

    @Test("give balanced tags", arguments: 0..<10)
    func balanced(part: Int) {
        for text in Self.documents(part) {
            let html = String(decoding: body(tree(text)).html.bytes, as: UTF8.self)
            #expect(imbalance(html) == nil, "\(text.debugDescription)\n\(html)")
        }
    }

    @Test("have slots in order, within the HTML, of references that there are", arguments: 0..<10)
    func slots(part: Int) {
        for text in Self.documents(part) {
            let tree = tree(text)
            let body = body(tree)
            let offsets = body.slots.map(\.offset)
            #expect(offsets == offsets.sorted(), "\(text.debugDescription)")
            #expect(
                offsets.allSatisfy { (0...body.html.count).contains(Int($0)) }, "\(text.debugDescription)")
            #expect(body.slots.allSatisfy { tree.links.indices.contains(Int($0.reference)) })
            let opened = body.slots.filter { $0.kind == .linkOpen }.map(\.reference)
            let closed = body.slots.filter { $0.kind == .linkClose }.map(\.reference)
            #expect(opened.sorted() == closed.sorted(), "\(text.debugDescription)")
        }
    }

    @Test("have well-nested trees", arguments: 0..<10)
    func nested(part: Int) {
        for text in Self.documents(part) {
            let tree = tree(text)
            var ends = [tree.nodes.count]
            for (index, node) in tree.nodes.enumerated() {
                while let end = ends.last, end <= index { ends.removeLast() }
                let isNested = Int(node.end) > index && Int(node.end) <= ends.last ?? 0
                #expect(isNested, "\(text.debugDescription): node \(index)")
                ends.append(Int(node.end))
            }
            #expect(tree.nodes.first.map { Int($0.end) } == tree.nodes.count)
        }
    }

    @Test("leave none of our marks in the output", arguments: 0..<10)
    func marks(part: Int) {
        let marks: Set<UInt8> = [0x0E, 0x0F, 0x10]
        for text in Self.documents(part) {
            let tree = tree(text)
            #expect(marks.isDisjoint(with: body(tree).html.bytes), "\(text.debugDescription)")
            for link in tree.links {
                let bytes = Array((link.destination + link.title + link.text).utf8)
                #expect(marks.isDisjoint(with: bytes), "\(text.debugDescription)")
            }
        }
    }

    @Test("have links that stand in the source", arguments: 0..<10)
    func places(part: Int) {
        for text in Self.documents(part) {
            let source = SourceText(Array(text.utf8))
            for link in Tree(parsing: source, dialect: .waymark).links {
                #expect(link.offset >= 0 && link.count >= 0, "\(text.debugDescription)")
                #expect(link.offset + link.count <= source.bytes.count, "\(text.debugDescription)")
            }
        }
    }
}
