import Diagnostics
import Linking
import Notes
import Yams

// What a site asks of its notes: the weight of rules, and what front matter must and may hold.
extension ConfigurationFile.Reader {
    /// `rules:` with lines `rule: off`, `rule: warning` or `rule: error`. `all` stands for the rules that are not named; a
    /// key that ends with a slash is a folder, and holds such lines for the files below it.
    mutating func readRules(_ value: Node) {
        readSettings(value, "rules") { reader, key, value in
            if key.string == "all" {
                reader.configuration.rules.others = reader.setting(value, of: "all")
            } else if let folder = key.string, folder.hasSuffix("/") {
                reader.readRules(value, below: folder)
            } else if let rule = reader.rule(key), let setting = reader.setting(value, of: rule.id) {
                reader.configuration.rules.everywhere[rule] = setting
            }
        }
    }

    private mutating func readRules(_ value: Node, below folder: String) {
        readSettings(value, folder) { reader, key, value in
            guard let rule = reader.rule(key), let setting = reader.setting(value, of: rule.id) else {
                return
            }
            reader.configuration.rules.set(rule, setting, below: folder)
        }
    }

    private mutating func readSettings(_ node: Node, _ name: String, _ read: (inout Self, Node, Node) -> Void)
    {
        guard case .mapping(let mapping) = node else {
            report("`\(name)` is not a mapping", at: node, "write a line `key: value` below it")
            return
        }
        for (key, value) in mapping { read(&self, key, value) }
    }

    private mutating func rule(_ key: Node) -> Rule? {
        let id = key.string ?? ""
        if let rule = Rule(id: id), rule != .badConfiguration { return rule }
        report(
            "there is no rule `\(id)` to set", at: key,
            String(
                didYouMean: KnownNames(Rule.all.map(\.id)).nearest(to: id).map { "`\($0)`" },
                otherwise: "`waymark explain` lists the rules; a folder's name ends with a slash"))
        return nil
    }

    private mutating func setting(_ value: Node, of name: String) -> Rule.Setting? {
        if let setting = Rule.Setting(value.string ?? "") { return setting }
        report(
            "`\(name)` is neither `off`, `warning` nor `error`: \(value.string ?? "")", at: value,
            "leave it out for the rule's own severity")
        return nil
    }

    /// `allowed:` with lines `tags: [a, b]` or `keys: [a, b]`.
    mutating func readAllowed(_ value: Node) {
        readSettings(value, "allowed") { reader, key, value in
            let name = key.string ?? ""
            switch name {
            case "tags": reader.configuration.allowedTags = reader.list(value, name)?.map { TagName($0) }
            case "keys": reader.configuration.allowedKeys = reader.list(value, name)
            default: reader.report("`\(name)` cannot be listed", at: key, "`tags` and `keys` can")
            }
        }
    }

    /// `required:` with lines `owner: all` or `sources: [tag, tag]`.
    mutating func readRequired(_ value: Node) {
        readSettings(value, "required") { reader, key, value in
            let name = key.string ?? ""
            switch name {
            case "owner": reader.configuration.needsOwner = reader.requirement(value, name)
            case "sources": reader.configuration.needsSources = reader.requirement(value, name)
            default:
                reader.report("`\(name)` cannot be required", at: key, "`owner` and `sources` can")
            }
        }
    }

    /// `redirects:` with lines `/old/: /new/`, or with a place in the new page, or an address outside.
    mutating func readRedirects(_ value: Node) {
        readSettings(value, "redirects") { reader, key, value in
            let (from, to) = (key.string ?? "", value.string ?? "")
            guard from.hasPrefix("/"), from != "/" else {
                reader.report(
                    "\(from) is no address below the site's root", at: key, "write it as `/eks/irsa/`")
                return
            }
            guard let target = Routes.Target(address: to) else {
                reader.report(
                    "\(to) is no address to lead on to", at: value,
                    "write `/eks/irsa/` or `https://example.com/`")
                return
            }
            let range = reader.range(of: value)
            reader.configuration.redirects.append(
                RedirectSetting(from: RoutePath(old: from), target: target, range: range))
        }
    }

    private mutating func requirement(_ value: Node, _ name: String) -> Requirement? {
        value.string == "all" ? .all : list(value, name).map { .tagged($0.map { TagName($0) }) }
    }

    /// A list of texts, or a single one.
    mutating func list(_ node: Node, _ name: String) -> [String]? {
        if let text = node.string { return [text] }
        guard let entries = node.sequence?.map(\.string), entries.allSatisfy({ $0 != nil }) else {
            report("`\(name)` is not a list", at: node, "write `\(name): [a, b]`")
            return nil
        }
        return entries.compactMap { $0 }
    }
}

extension Routes.Target {
    /// `/eks/irsa/#set-up` or `https://example.com/`; nil for anything else.
    fileprivate init?(address: String) {
        if Configuration.baseURL(address) != nil {
            self = .outside(address)
            return
        }
        guard address.hasPrefix("/") else { return nil }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        self = .page(RoutePath(old: parts[0]), fragment: parts.count > 1 ? String(parts[1]) : nil)
    }
}
