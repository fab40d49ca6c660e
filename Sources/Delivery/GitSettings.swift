import Building

/// What a repository is set to, with all that its settings include, to be read in another one: conditions of including hold
/// for a place, and so do paths.
struct GitSettings: Sendable {
    private let settings: [(key: String, value: String?)]

    static let none = GitSettings(settings: [])

    private init(settings: [(key: String, value: String?)]) { self.settings = settings }

    /// - Parameter folder: a folder in the repository.
    init(of folder: String) throws {
        let list = try Branch.git(["-C", folder, "config", "--local", "--includes", "--list", "-z"])
        let top = try Branch.git(["-C", folder, "rev-parse", "--show-toplevel"])
        settings = list.split(separator: "\0").map { entry in
            // A key alone is true.
            let parts = entry.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            let (key, value) = (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
            let isAddress = key.hasPrefix("remote.") && (key.hasSuffix(".url") || key.hasSuffix(".pushurl"))
            let isRelative = value.map { $0.hasPrefix("./") || $0.hasPrefix("../") } ?? false
            return (key, isAddress && isRelative ? value.map { "\(top)/\($0)" } : value)
        }
    }

    /// In the form of git-config(1), section "Syntax".
    var file: String {
        settings.map { key, value in
            let section = key.prefix { $0 != "." }
            let start = key.lastIndex(of: ".").map { key.index(after: $0) } ?? key.startIndex
            let name = key[start...]
            let subsection = key.dropFirst(section.count + 1).dropLast(name.count + 1)
            let head = subsection.isEmpty ? "[\(section)]" : "[\(section) \(Self.quoted(subsection))]"
            return "\(head)\n\t\(name)\(value.map { " = \(Self.quoted($0))" } ?? "")\n"
        }.joined()
    }

    private static func quoted(_ text: some StringProtocol) -> String {
        text.reduce(into: "\"") { quoted, character in
            switch character {
            case "\\", "\"": quoted += "\\\(character)"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default: quoted.append(character)
            }
        } + "\""
    }
}
