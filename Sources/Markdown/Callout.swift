import Localisation

/// The types of callouts: GitHub's five alerts and Obsidian's types with their synonyms
/// (https://help.obsidian.md/callouts).
enum Callout {
    /// The class that a page shows a type by; what nobody knows looks like a note.
    static func style(ofType type: ArraySlice<UInt8>) -> String {
        known(type) ?? "note"
    }

    static func isKnown(_ type: ArraySlice<UInt8>) -> Bool { known(type) != nil }

    private static func known(_ type: ArraySlice<UInt8>) -> String? {
        styles[String(decoding: type, as: UTF8.self).lowercased()]
    }

    private static let styles: [String: String] = {
        let synonyms: [(style: String, types: [String])] = [
            ("note", ["note"]),
            ("abstract", ["abstract", "summary", "tldr"]),
            ("info", ["info"]),
            ("todo", ["todo"]),
            ("tip", ["tip", "hint"]),
            ("important", ["important"]),
            ("success", ["success", "check", "done"]),
            ("question", ["question", "help", "faq"]),
            ("warning", ["warning", "attention"]),
            ("caution", ["caution"]),
            ("failure", ["failure", "fail", "missing"]),
            ("danger", ["danger", "error"]),
            ("bug", ["bug"]),
            ("example", ["example"]),
            ("quote", ["quote", "cite"]),
        ]
        return Dictionary(
            uniqueKeysWithValues: synonyms.flatMap { entry in entry.types.map { ($0, entry.style) } })
    }()

    /// The title of a callout that has none of its own: that of its type; of a type that nobody knows its name, with a
    /// capital.
    static func title(ofType type: ArraySlice<UInt8>, _ titles: CalloutTitles) -> String {
        let name = String(decoding: type, as: UTF8.self).lowercased()
        if let title = titles[name] { return title }
        let words = name.split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
