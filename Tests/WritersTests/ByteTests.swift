import SeededRandom
import Testing
import Writers

@Suite("Looking for bytes")
struct ByteSearchTests {
    /// What may be taken for another: neighbours, the same byte with a high bit, bytes that a borrow reaches.
    private static let alphabet: [UInt8] = [
        0x00, 0x01, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x26, 0x3B, 0x3C, 0x3D, 0x3E, 0x3F, 0x5C, 0x61, 0x7F, 0x80,
        0x9F, 0xA0,
        0xBC, 0xBE, 0xFF,
    ]

    @Test("the first one is found, at any place of a text of any length", arguments: 0..<40)
    func first(length: Int) {
        var random = SplitMix64(seed: UInt64(length))
        for _ in 0..<200 {
            let bytes = (0..<length).map { _ in Self.alphabet.randomElement(using: &random) ?? 0x61 }
            bytes.withUnsafeBufferPointer { bytes in
                for start in 0...length {
                    let rest = bytes[start...]
                    #expect(
                        bytes.firstIndex(from: start) { $0.equal(0x3C) } == rest.firstIndex(of: 0x3C)
                            ?? length)
                    #expect(
                        bytes.firstIndex(from: start) { $0.equal(0x3E, or: 2) }
                            == rest.firstIndex { $0 == 0x3C || $0 == 0x3E } ?? length)
                    #expect(
                        bytes.firstIndex(from: start) { $0.below(0x20) } == rest.firstIndex { $0 < 0x20 }
                            ?? length)
                }
            }
        }
    }
}

@Suite("Escaping at any place")
struct EscapingPlaceTests {
    @Test("each byte is escaped, wherever it stands", arguments: 0..<24)
    func places(length: Int) {
        let entities: [Character: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"]
        let escapes: [Character: String] = [
            "\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\u{1}": "\\u0001",
        ]
        let alphabet: [Character] = [
            "&", "<", ">", "\"", "$", "=", "\\", "\n", "\t", "\u{1}", " ", "a", "é", "日",
        ]
        var random = SplitMix64(seed: UInt64(length))
        for _ in 0..<200 {
            let text = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? "a" }
            var markup: Markup = ""
            markup.append(text: String(text))
            #expect(
                String(decoding: markup.bytes, as: UTF8.self)
                    == text.map { entities[$0] ?? String($0) }.joined())
            var json = JSONWriter()
            json.value(String(text))
            #expect(
                String(decoding: json.bytes, as: UTF8.self)
                    == "\"\(text.map { escapes[$0] ?? String($0) }.joined())\"")
        }
    }
}

@Suite("The order of bytes")
struct ByteOrderTests {
    @Test("is that of their values")
    func values() {
        var random = SplitMix64(seed: 1)
        let pieces = ["", "a", "b", "/", "note-1", "note-12", "é", "e\u{301}", "日本", "😀", "\u{0}"]
        let texts = (0..<200).map { _ in
            (0..<4).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
        for left in texts {
            for right in texts {
                #expect(left.precedes(right) == left.utf8.lexicographicallyPrecedes(right.utf8))
            }
        }
    }
}
