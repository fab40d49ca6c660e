import SeededRandom
import Testing
import Writers

@testable import Markdown

@Suite("Highlighting: any input")
struct HighlightingHostileTests {
    /// Texts that open something and never close it, or that nearly match again and again.
    static let pieces: [String] = [
        "\"", "'", "`", "/*", "<!--", "${", "{{", "<<E", "(", "#", "\\", "r#", "\"\"\"", "<a ", "$(", "7",
        "x", "\n",
        "<<'", "R\"(", "#\"", "\\#(", "f\"{", "`${", "/[", "=/", "a: ", "- ", "|\n", "- |\n ", "[", "{", "*/",
        "]]",
        "](", "**", "%%", "[[", "```\n", "---\n", "<script>", "<style>a{", "<x a=\"", "&a", "a:", "a=", "a ",
        " /",
        "$ \\\n", "@a", "--", "$((", "))", "x@", "\t$(", "a{;", "\"\\", "<<E\n", "r#\"", "\"#", "#{", "url(",
        "/",
        "=[/", "''", "<![CDATA[", "<?", "'\\", "u8R\"x(", ")x", "~ ", "\"${\"", "é", "\r", "\0",
        "```md\n~~~md\n",
    ]

    @Test("work grows in step with the code", arguments: Language.allCases)
    func linear(language: Language) {
        for piece in Self.pieces { expectLinear(Array(piece.utf8), 200, language) }
        var generator = SplitMix64(seed: UInt64(language.rawValue) + 1)
        for _ in 0..<60 {
            let pieces = (0..<3).map { _ in Self.pieces[Int(generator.next() % UInt64(Self.pieces.count))] }
            expectLinear(Array(pieces.joined().utf8), 100, language)
        }
        expectLinear((0..<997).map { _ in UInt8(truncatingIfNeeded: generator.next()) }, 2, language)
    }

    @Test("long inputs end", arguments: [.bash, .html, .markdown, .rust, .swift, .yaml] as [Language])
    func long(language: Language) {
        for piece in ["\"", "`", "/*", "${", "<<E", "#", "r#", "$(", "<a ", "7"] {
            #expect(steps(repeating: Array(piece.utf8), 50_000, language) <= 2_000_000 * piece.utf8.count)
        }
    }

    private func expectLinear(_ piece: [UInt8], _ count: Int, _ language: Language) {
        let once = steps(repeating: piece, count, language)
        let twice = steps(repeating: piece, count * 2, language)
        let text = String(decoding: piece, as: UTF8.self).debugDescription
        #expect(twice <= once * 2 + once / 8 + 500, "\(text)")
        #expect(once <= 40 * (count * piece.count + 20), "\(text)")
    }

    @Test("the text of the HTML is the code", arguments: Language.allCases)
    func text(language: Language) {
        var generator = SplitMix64(seed: 7 + UInt64(language.rawValue))
        for round in 0..<60 {
            var code: [UInt8] = []
            for _ in 0..<(generator.next() % 60) {
                if round % 3 == 0 {
                    code.append(UInt8(truncatingIfNeeded: generator.next()))
                } else {
                    code += Self.pieces[Int(generator.next() % UInt64(Self.pieces.count))].utf8
                }
            }
            for info in ["\(language)", "\(language) {2-3} linenos=7 diff"] {
                #expect(content(of: Highlighted.html(code, info)) == code, "\(code)")
            }
        }
    }

    @Test("no run cuts a character", arguments: Language.allCases)
    func characters(language: Language) {
        var generator = SplitMix64(seed: 99)
        for _ in 0..<30 {
            let code = (0..<40).map { _ in
                generator.next() % 3 == 0
                    ? "é漢🎉" : Self.pieces[Int(generator.next() % UInt64(Self.pieces.count))]
            }.joined()
            let bytes = Array(code.utf8)
            let runs = bytes.withUnsafeBufferPointer { Lexer.runs(of: $0, as: language) }
            #expect(runs.allSatisfy { $0.end == bytes.count || bytes[$0.end] & 0xC0 != 0x80 }, "\(code)")
            #expect(runs.last?.end == bytes.count)
            #expect(zip(runs, runs.dropFirst()).allSatisfy { $0.end < $1.end })
        }
    }

    /// How many bytes were looked at; always 0 where the build does not count them.
    private func steps(repeating piece: [UInt8], _ count: Int, _ language: Language) -> Int {
        let code = Array(repeatElement(piece, count: count).joined())
        return code.withUnsafeBufferPointer { code in
            var lexer = Lexer(code, as: language)
            lexer.run()
            #expect(lexer.runs.last?.end == code.count)
            #if DEBUG
                return lexer.steps
            #else
                return 0
            #endif
        }
    }

    /// The text in `<code>`, without tags and with entities resolved.
    private func content(of html: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var index = 0
        while index < html.count {
            switch html[index] {
            case UInt8(ascii: "<"):
                while html[index] != UInt8(ascii: ">") { index += 1 }
                index += 1
            case UInt8(ascii: "&"):
                let end = html[index...].firstIndex(of: UInt8(ascii: ";")) ?? index
                switch String(decoding: html[index...end], as: UTF8.self) {
                case "&lt;": text.append(UInt8(ascii: "<"))
                case "&gt;": text.append(UInt8(ascii: ">"))
                case "&quot;": text.append(UInt8(ascii: "\""))
                default: text.append(UInt8(ascii: "&"))
                }
                index = end + 1
            default:
                text.append(html[index])
                index += 1
            }
        }
        // The line feed after `</pre>`.
        return Array(text.dropLast())
    }
}
