import Testing

@testable import Pages

@Suite("TextMeasure")
struct TextMeasureTests {
    @Test(
        "wraps at spaces",
        arguments: [
            ("", [""]), ("   ", [""]), ("a b", ["a b"]), ("  a   b  ", ["a b"]),
            ("one two three four", ["one two", "three four"]),
        ])
    func wrap(text: String, expected: [String]) {
        #expect(TextMeasure.wrap(text, width: 90, fontSize: 15) == expected)
    }

    @Test(
        "never loses a character, and no line is too wide",
        arguments: [
            "one two three", String(repeating: "x", count: 200), String(repeating: "漢字", count: 50),
            "a \(String(repeating: "W", count: 80)) b",
            "e\u{301}e\u{301}e\u{301} \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
            "tab\tand\nnewline", String(repeating: "i", count: 99) + " 漢", "no\u{A0}break",
            "العربية עברית हिन्दी",
        ], [40, 100, 368])
    func keepsEverything(text: String, width: Int) {
        let lines = TextMeasure.wrap(text, width: width, fontSize: 15)
        #expect(lines.joined().filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
        for line in lines where line.count > 1 {
            #expect(TextMeasure.width(line) * 15 <= width * 1000, "\(line)")
        }
    }

    @Test("wide characters are wide, and marks have no width of their own")
    func widths() {
        #expect(TextMeasure.width("漢") > TextMeasure.width("W"))
        #expect(TextMeasure.width("W") > TextMeasure.width("i"))
        #expect(TextMeasure.width("e\u{301}") == TextMeasure.width("e"))
        #expect(TextMeasure.width("") == 0)
        #expect(TextMeasure.width("ab") == TextMeasure.width("a") + TextMeasure.width("b"))
    }
}
