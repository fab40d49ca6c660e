import Foundation
import Linking
import Localisation
import Testing

@testable import Pages

@Suite("The words of scripts")
struct ScriptWordsTests {
    private static func script(_ name: String, _ wording: Wording = .english) throws -> Substring {
        let theme = Theme(Appearance(), wording: wording)
        let asset = try #require(
            theme.assets.first { $0.fileName.hasPrefix("\(name).") && $0.fileName.hasSuffix(".js") })
        return String(decoding: asset.bytes, as: UTF8.self)[...]
    }

    /// The words that a script begins with, by their names.
    private static func words(in script: Substring) throws -> [String: Any] {
        let line = try #require(
            script.prefixMatch(of: /.*? = (?:\{ words: )?(\{.*?\})(?:, files: \{.*?\} \})?;\n/))
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
        #expect(Self.asked(in: script).union(["language"]) == Set(try Self.words(in: script).keys))
    }

    @Test(
        "every other script finds each word that it asks for, and asks for each",
        arguments: [
            ("search", "search"), ("decide", "decide"), ("compare", "compare"),
            ("compare-tools", "compareTools"), ("matrix", "matrix"), ("overlay", "overlay"),
        ])
    func own(_ file: String, _ name: String) throws {
        let script = try Self.script(file)
        #expect(script.hasPrefix("window.waymark.words.\(name) = {"))
        // `words.decide` is where they stand; the tools of a comparison say some of what it says itself.
        let places: Set = name == "search" ? [] : [name, name == "compareTools" ? "compare" : name]
        #expect(Self.asked(in: script).subtracting(places) == Set(try Self.words(in: script).keys))
    }

    @Test("what comes late is asked for by its name, and its files are there")
    func late() throws {
        let script = try Self.script("waymark")
        let line = try #require(script.prefixMatch(of: /.*?, files: (\{.*?\}) \};\n/))
        let files = try #require(
            try JSONSerialization.jsonObject(with: Data(line.output.1.utf8)) as? [String: [String]])
        let theme = Theme(Appearance(), wording: .english)
        let written = Set(theme.assets.map(\.fileName))
        #expect(written.isSuperset(of: files.values.joined()))
        let scripts = theme.assets.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        let asked = scripts.matches(of: /\bload\('([-a-z]+)'\)/).map { String($0.output.1) }
        #expect(Set(asked) == Set(files.keys))
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
        #expect(try Self.script("tree") == Self.script("tree", .german))
    }
}
