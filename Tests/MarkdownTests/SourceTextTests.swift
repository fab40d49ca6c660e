import Diagnostics
import Markdown
import Testing

private func source(_ bytes: [UInt8], keepsControls: Bool = false) -> SourceText {
    SourceText(bytes, keepsControls: keepsControls)
}

private func text(_ source: SourceText) -> String { String(decoding: source.bytes, as: UTF8.self) }

@Suite("SourceText")
struct SourceTextTests {
    @Test(
        "lines end with a line feed, and a byte order mark is dropped",
        arguments: [
            ("a\nb", "a\nb"),
            ("a\r\nb\r\n", "a\nb\n"),
            ("a\rb\r", "a\nb\n"),
            ("a\r\r\nb", "a\n\nb"),
            ("a\n\rb", "a\n\nb"),
            ("\u{FEFF}a", "a"),
            ("\u{FEFF}", ""),
            ("a\u{FEFF}b", "a\u{FEFF}b"),
            ("", ""),
            ("tab\tand\u{C}feed", "tab\tand\u{C}feed"),
        ])
    func normalizes(raw: String, expected: String) {
        let source = source(Array(raw.utf8))
        #expect(text(source) == expected)
        #expect(source.repairs.isEmpty)
    }

    @Test(
        "control characters are replaced, each with its place",
        arguments: [
            ("a\u{0}b", "a\u{FFFD}b", [1]),
            ("\u{1}\u{1F}", "\u{FFFD}\u{FFFD}", [0, 3]),
            ("a\u{7F}", "a\u{FFFD}", [1]),
            ("é\u{85}x", "é\u{FFFD}x", [2]),
            ("\u{A0}", "\u{A0}", []),
            ("\u{FEFF}a\r\n\u{0E}", "a\n\u{FFFD}", [2]),
        ])
    func controls(raw: String, expected: String, offsets: [Int]) {
        let source = source(Array(raw.utf8))
        #expect(text(source) == expected)
        #expect(source.repairs.map(\.offset) == offsets)
        #expect(source.repairs.allSatisfy { $0.kind == .controlCharacter })
    }

    @Test("for CommonMark only NUL is replaced")
    func keepsControls() {
        let source = source(Array("a\u{0}\u{1}\u{85}".utf8), keepsControls: true)
        #expect(text(source) == "a\u{FFFD}\u{1}\u{85}")
        #expect(source.repairs.map(\.offset) == [1])
    }

    @Test(
        "bytes that are not UTF-8 are replaced, each with its place",
        arguments: [
            ([0x61, 0xFF, 0x62], "a\u{FFFD}b", [1]),
            ([0xC3], "\u{FFFD}", [0]),
            ([0xC0, 0x80], "\u{FFFD}\u{FFFD}", [0, 3]),
            ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", [0, 3, 6]),
            ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", [0, 3, 6, 9]),
            ([0xE2, 0x82, 0x41], "\u{FFFD}\u{FFFD}A", [0, 3]),
            ([0xC2], "\u{FFFD}", [0]),
            ([0xF0, 0x9F, 0x98, 0x80], "😀", []),
            ([0xEF, 0xBB], "\u{FFFD}\u{FFFD}", [0, 3]),
        ] as [([UInt8], String, [Int])])
    func invalidUTF8(raw: [UInt8], expected: String, offsets: [Int]) {
        let source = source(raw)
        #expect(text(source) == expected)
        #expect(source.repairs.map(\.offset) == offsets)
        #expect(source.repairs.allSatisfy { $0.kind == .invalidUTF8 })
    }

    @Test(
        "a line feed at the end begins no line",
        arguments: [("", 1), ("a", 1), ("a\n", 1), ("a\nb", 2), ("a\r\n\r\n", 2), ("\n", 1)])
    func lineCount(raw: String, expected: Int) {
        #expect(source(Array(raw.utf8)).lineCount == expected)
    }

    @Test("lines are found by number, and beyond the end they are empty")
    func lines() {
        let source = source(Array("one\r\nzwei é\n\nvier".utf8))
        #expect((1...4).map { source.text(ofLine: $0) } == ["one", "zwei é", "", "vier"])
        #expect(source.text(ofLine: 0) == "")
        #expect(source.text(ofLine: 5) == "")
        #expect(source.range(ofLine: 99).isEmpty)
    }

    @Test(
        "columns count scalars of the line",
        arguments: [
            (0, 1, 1), (1, 1, 2), (3, 1, 3), (4, 1, 4), (5, 2, 1), (8, 2, 2), (12, 2, 3), (13, 2, 4),
            (14, 3, 1),
        ])
    func positions(offset: Int, line: Int, column: Int) {
        // `aéb`, a line with characters of three and four bytes, and an empty one.
        let source = source(Array("aéb\n日😀x\n".utf8))
        #expect(source.position(at: offset) == SourcePosition(line: line, column: column))
    }

    @Test("a place finder gives the same places, forwards and backwards, and ends at the line's end")
    func placeFinder() {
        let source = source(Array("aéb\n日😀x\n".utf8))
        var finder = PlaceFinder(source)
        for offset in [0, 3, 4, 5, 12, 1, 8, 8, 0] {
            #expect(finder.range(at: offset, count: 1).start == source.position(at: offset))
        }
        #expect(finder.range(at: 5, count: 7).length == 2)
        #expect(finder.range(at: 1, count: 99).length == 2)
        #expect(finder.range(at: 4, count: 9).length == 1)
    }
}
