import Localisation
import Writers

// The words of a script stand at its beginning, so that a page loads no file for them, and none that it has no use for.

extension CommonWords {
    /// Makes `window.waymark`, and in it the words of every page, with what it takes to fill them in, and the files of the
    /// scripts that come late, which are beside it.
    func script(of wording: Wording, _ late: [LateScript]) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("language", wording.code)
            json.field("zeroIsOne", wording.pluralRule == .zeroAndOne)
            json.append(fieldsOf: self)
        }
        var files = JSONWriter()
        files.object { json in
            for script in late { json.field(script.name.rawValue, script.assets.map(\.fileName)) }
        }
        return Array("window.waymark = { words: ".utf8) + json.bytes + Array(", files: ".utf8) + files.bytes
            + Array(" };\n".utf8)
    }
}

extension OverlayWords {
    var script: [UInt8] { Script.adding("overlay", self) }
}

extension SearchWords {
    var script: [UInt8] { Script.adding("search", self) }
}

extension DecideWords {
    var script: [UInt8] { Script.adding("decide", self) }
}

extension CompareWords {
    var script: [UInt8] { Script.adding("compare", self) }
}

extension CompareToolsWords {
    var script: [UInt8] { Script.adding("compareTools", self) }
}

extension MatrixWords {
    var script: [UInt8] { Script.adding("matrix", self) }
}

private enum Script {
    /// Adds the words of one script to those of every page.
    static func adding(_ name: String, _ words: some Sendable) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in json.append(fieldsOf: words) }
        return Array("window.waymark.words.\(name) = ".utf8) + json.bytes + Array(";\n".utf8)
    }
}

extension JSONWriter {
    /// Writes each text under the name of its field, which scripts know it by; of a plural both forms.
    ///
    /// By reflection, so that no list of names can lack one.
    fileprivate mutating func append(fieldsOf words: some Sendable) {
        for case (let name?, let value) in Mirror(reflecting: words).children {
            switch value {
            case let text as String: field(name, text)
            case let phrase as Phrase: field(name, phrase.text)
            case let phrases as [Phrase]: field(name, phrases.map(\.text))
            case let plural as Plural: field(name, [plural.one.text, plural.other.text])
            default: break
            }
        }
    }
}
