/// What a site makes of the rules: everywhere, and below single folders.
package struct RuleSettings: Hashable, Sendable {
    /// What holds everywhere for the rules that are not named.
    package var others: Rule.Setting?
    /// What holds everywhere.
    package var everywhere: [Rule: Rule.Setting] = [:]
    /// What holds for the files below a folder instead.
    private var folders: [Folder] = []

    /// A folder with the settings that hold in it.
    private struct Folder: Hashable {
        /// Without a slash at either end.
        let path: String
        var rules: [Rule: Rule.Setting]
    }

    package init() {}

    package init(_ everywhere: [Rule: Rule.Setting]) { self.everywhere = everywhere }

    /// Sets a rule for the files below a folder.
    package mutating func set(_ rule: Rule, _ setting: Rule.Setting, below folder: String) {
        let path = folder.split(separator: "/").joined(separator: "/")
        if let index = folders.firstIndex(where: { $0.path == path }) {
            folders[index].rules[rule] = setting
        } else {
            folders.append(Folder(path: path, rules: [rule: setting]))
            // The innermost first, whatever order they were written in.
            folders.sort { ($1.path.utf8.count, $0.path) < ($0.path.utf8.count, $1.path) }
        }
    }

    /// What becomes of a rule at a file: the innermost folder that names the rule says it, else what holds everywhere,
    /// else the rule itself.
    package func setting(of rule: Rule, at path: SourcePath) -> Rule.Setting {
        for folder in folders where path.isBelow(folder.path) {
            if let setting = folder.rules[rule] { return setting }
        }
        return everywhere[rule] ?? others ?? rule.setting
    }

    /// Whether a rule is reported anywhere: what it takes to find out need not be done otherwise.
    package func mayReport(_ rule: Rule) -> Bool {
        (everywhere[rule] ?? others ?? rule.setting) != .off
            || folders.contains { ($0.rules[rule] ?? .off) != .off }
    }
}

extension SourcePath {
    /// Whether the file is in a folder, at any depth; the empty path is the content folder.
    fileprivate func isBelow(_ folder: String) -> Bool {
        guard !folder.isEmpty else { return true }
        let (path, folder) = (string.utf8, folder.utf8)
        return path.count > folder.count && path.starts(with: folder)
            && path.dropFirst(folder.count).first == UInt8(ascii: "/")
    }
}
