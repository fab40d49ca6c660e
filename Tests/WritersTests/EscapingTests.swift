import Testing
import Writers

@Suite("Escaping")
struct EscapingTests {
    @Test(
        "a path keeps unreserved characters, / and @, and encodes the rest",
        arguments: [
            ("/eks/irsa/", "/eks/irsa/"),
            ("/a b/", "/a%20b/"),
            ("/c#/", "/c%23/"),
            ("/what?/", "/what%3F/"),
            ("/100%/", "/100%25/"),
            ("a:b", "a%3Ab"),
            ("@x~y-z_w.v", "@x~y-z_w.v"),
            ("/日/", "/%E6%97%A5/"),
            ("/a+b&c='d'/", "/a%2Bb%26c%3D%27d%27/"),
            ("", ""),
        ])
    func encodesPaths(path: String, expected: String) {
        #expect(Escaping.percentEncodedPath(path) == expected)
    }

    @Test(
        "percent-encoding is undone, and a lone % stays",
        arguments: [
            ("a%20b", "a b"),
            ("%E6%97%A5", "日"),
            ("%e6%97%a5", "日"),
            ("100%", "100%"),
            ("100%2", "100%2"),
            ("%zz", "%zz"),
            ("%2525", "%25"),
            ("%41%", "A%"),
            ("%41", "A"),
            ("x%41", "xA"),
            ("plain", "plain"),
            ("", ""),
            ("%%41", "%A"),
        ])
    func decodes(text: String, expected: String) {
        #expect(Escaping.percentDecoded(text) == expected)
    }

    @Test("bytes that are not UTF-8 decode to a replacement character")
    func decodesInvalid() {
        #expect(Escaping.percentDecoded("%FF") == "\u{FFFD}")
    }

    @Test("decoding undoes encoding", arguments: ["/a b#c?d%e/", "é:日本/😀", "%20", "'\"<>&"])
    func roundTrip(path: String) {
        #expect(Escaping.percentDecoded(Escaping.percentEncodedPath(path)) == path)
    }
}

@Suite("ContentHash")
struct ContentHashTests {
    @Test(
        "the published vectors of FNV-1a, 64 bits",
        arguments: [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")])
    func vectors(text: String, expected: String) {
        #expect(ContentHash.hexadecimal(of: text.utf8) == expected)
    }

    @Test("a name always has sixteen digits")
    func length() {
        let lengths = Set((0..<1000).map { ContentHash.hexadecimal(of: "note \($0)".utf8).utf8.count })
        #expect(lengths == [16])
    }
}
