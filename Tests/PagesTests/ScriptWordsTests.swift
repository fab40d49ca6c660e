import Foundation
import Linking
import Localisation
import Testing

@testable import Pages

@Suite("The words of scripts")
struct ScriptWordsTests {
    private static func script(_ name: String, _ wording: Wording = .english) throws -> Substring {
        let theme = Theme(Appearance(), wording: wording)
        let asset = try #require(theme.assets.first { $0.route.string.hasPrefix("/_waymark/\(name).") })
        return String(decoding: asset.bytes, as: UTF8.self)[...]
    }

    /// The words that a script begins with, by their names.
    private static func words(in script: Substring) throws -> [String: Any] {
        let line = try #require(script.prefixMatch(of: /.*? = (?:\{ words: )?(\{.*?\})(?: \})?;\n/))
        return try #require(
            try JSONSerialization.jsonObject(with: Data(line.output.1.utf8)) as? [String: Any])
    }

    /// The names of the words that a script asks for; search, which has words of queries too, calls its own `says`.
    private static func asked(in script: Substring) -> Set<String> {
        let asked =
            script.contains("const says = ")
            ? script.matches(of: /\bsays\.(\w+)\b/) : script.matches(of: /\bwords\.(\w+)\b/)
        return Set(asked.map { String($0.output.1) })
    }

    @Test("every page's scripts find each word that they ask for, and ask for each")
    func common() throws {
        let script = try Self.script("waymark")
        let asked = Self.asked(in: script).union(Self.asked(in: try Self.script("reading")))
        #expect(asked.union(["language"]) == Set(try Self.words(in: script).keys))
    }

    @Test(
        "every other script finds each word that it asks for, and asks for each",
        arguments: ["search", "decide", "compare", "matrix"])
    func own(_ name: String) throws {
        let script = try Self.script(name)
        #expect(script.hasPrefix("window.waymark.words.\(name) = {"))
        // `words.decide` is where they stand.
        let asked = Self.asked(in: script).subtracting(name == "search" ? [] : [name])
        #expect(asked == Set(try Self.words(in: script).keys))
    }

    @Test("a script says what its language says, and a plural in both forms")
    func inLanguage() throws {
        let words = try Self.words(in: Self.script("decide", .french))
        #expect(words["back"] as? String == "Retour")
        #expect(words["hold"] as? [String] == ["{0} condition remplie", "{0} conditions remplies"])
        #expect(try Self.words(in: Self.script("waymark", .french))["zeroIsOne"] as? Bool == true)
        #expect(try Self.words(in: Self.script("waymark", .japanese))["language"] as? String == "ja")
    }

    @Test("scripts without words are the same in every language")
    func others() throws {
        #expect(try Self.script("reading") == Self.script("reading", .german))
    }
}
