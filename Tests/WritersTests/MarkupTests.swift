import Testing
import Writers

/// The bytes of markup as text.
private func string(_ markup: Markup) -> String { String(decoding: markup.bytes, as: UTF8.self) }

@Suite("Markup")
struct MarkupTests {
    @Test(
        "text is escaped for content and for double-quoted attributes",
        arguments: [
            ("", ""),
            ("plain", "plain"),
            ("a & b", "a &amp; b"),
            ("<script>", "&lt;script&gt;"),
            ("say \"hi\"", "say &quot;hi&quot;"),
            ("it's", "it's"),
            ("&amp;", "&amp;amp;"),
            ("<<>>", "&lt;&lt;&gt;&gt;"),
            ("日本 <é>", "日本 &lt;é&gt;"),
            ("&", "&amp;"),
            ("end&", "end&amp;"),
        ])
    func escapesText(text: String, expected: String) {
        var fromString = Markup()
        fromString.append(text: text)
        #expect(string(fromString) == expected)

        var fromBytes = Markup()
        fromBytes.append(text: Array(text.utf8)[...])
        #expect(string(fromBytes) == expected)
    }

    @Test("a slice of text is escaped within its own bounds")
    func escapesSlice() {
        let bytes = Array("<<a>>".utf8)
        var markup = Markup()
        markup.append(text: bytes[1..<4])
        #expect(string(markup) == "&lt;a&gt;")
    }

    @Test("an interpolated string is escaped, in content and in an attribute")
    func interpolatesStrings() {
        let title = "R&D <\"x\">"
        let markup: Markup = "<a title=\"\(title)\">\(title)</a>"
        #expect(
            string(markup)
                == "<a title=\"R&amp;D &lt;&quot;x&quot;&gt;\">R&amp;D &lt;&quot;x&quot;&gt;</a>")
    }

    @Test("interpolated markup is taken as it is")
    func interpolatesMarkup() {
        let inner: Markup = "<b>\("1 < 2")</b>"
        let outer: Markup = "<p>\(inner)</p>"
        #expect(string(outer) == "<p><b>1 &lt; 2</b></p>")
    }

    @Test("numbers and slices of bytes can be interpolated")
    func interpolatesOtherValues() {
        let bytes = Array("<i>".utf8)
        let markup: Markup = "\(-42)|\(utf8: bytes[...])|\(trusted: bytes[...])"
        #expect(string(markup) == "-42|&lt;i&gt;|<i>")
    }

    @Test("numbers are written as they are", arguments: [0, 1, 9, 10, 100, -7, 1_000_001, .max, .min])
    func numbers(number: Int) {
        #expect(string("\(number)") == String(number))
    }

    @Test("literals and trusted bytes are not looked at")
    func appendsTrusted() {
        var markup = Markup(trusted: Array("<p>".utf8))
        markup.append(literal: "a & b")
        markup.append(trusted: Array("</p>".utf8)[...])
        markup.append(Markup(trusted: Array("<hr>".utf8)))
        #expect(string(markup) == "<p>a & b</p><hr>")
        #expect(markup.count == 16)
    }

    @Test("markup without bytes is empty, whatever room it has")
    func isEmpty() {
        #expect(Markup().isEmpty)
        #expect(Markup(capacity: 100).isEmpty)
        #expect(!Markup(stringLiteral: " ").isEmpty)
        #expect(Markup(capacity: 100) == Markup())
    }

    @Test(
        "a URL keeps what a URL may hold, and entities stand for & and '",
        arguments: [
            ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
            ("a b", "a%20b"),
            ("a%20b", "a%20b"),
            ("a&b", "a&amp;b"),
            ("it's", "it&#x27;s"),
            ("\"<>", "%22%3C%3E"),
            ("é", "%C3%A9"),
            ("[x]", "%5Bx%5D"),
            ("`{|}\\^", "%60%7B%7C%7D%5C%5E"),
            ("~-._!*();:@+$,/", "~-._!*();:@+$,/"),
            ("", ""),
        ])
    func escapesURLs(url: String, expected: String) {
        var markup = Markup()
        markup.append(url: Array(url.utf8)[...])
        #expect(string(markup) == expected)
    }
}
