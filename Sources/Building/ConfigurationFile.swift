package import Diagnostics
package import Linking
import Markdown
import Notes
import Yams

/// Reads `waymark.yml`.
package struct ConfigurationFile: Sendable {
    package let configuration: Configuration
    /// The file's own; its paths are the file's name.
    package let diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - bytes: the file's content.
    ///   - name: its name, for diagnostics.
    package init(_ bytes: [UInt8], name: String) {
        let yaml = String(decoding: bytes, as: UTF8.self)
        var reader = Reader(path: SourcePath(name))
        do {
            switch try Yams.compose(yaml: yaml, .basic) {
            case nil: break
            case .mapping(let mapping)?: for (key, value) in mapping { reader.read(key, value) }
            case let node?:
                reader.report("the configuration is not a mapping", at: node, "write `key: value` lines")
            }
        } catch {
            reader.report(YAMLProblem(error, in: yaml, subject: "the configuration"))
        }
        configuration = reader.configuration
        diagnostics = reader.diagnostics
    }

    private struct Reader {
        let path: SourcePath
        var configuration = Configuration()
        var diagnostics: [Diagnostic] = []

        mutating func read(_ key: Node, _ value: Node) {
            if key.string == "rules" {
                readRules(value)
                return
            }
            guard case .scalar(let scalar) = value else {
                report("`\(key.string ?? "")` must be one value", at: value, "write it on the key's own line")
                return
            }
            let text = scalar.string
            switch key.string {
            case "title": configuration.title = text
            case "description": configuration.description = text
            case "language": configuration.language = text
            case "base_url":
                guard let url = Configuration.baseURL(text) else {
                    report(
                        "`base_url` is not an absolute address: \(text)", at: value,
                        "write `base_url: https://example.com/docs`")
                    return
                }
                configuration.baseURL = url
            case "edit_url":
                guard Configuration.baseURL(text) != nil, text.contains("{path}") else {
                    report(
                        "`edit_url` is not an address with `{path}` in it: \(text)", at: value,
                        "write `edit_url: https://github.com/me/docs/edit/main/content/{path}`")
                    return
                }
                configuration.editURL = text
            case "html":
                guard let html = RawHTML(rawValue: text) else {
                    report(
                        "`html` is neither `safe` nor `trusted`: \(text)", at: value,
                        "leave it out unless all who write notes may write any HTML into pages")
                    return
                }
                configuration.html = html
            case "links":
                guard let links = LinkStyle(rawValue: text) else {
                    report(
                        "`links` is neither `folder` nor `file`: \(text)", at: value,
                        "leave it out for a web server")
                    return
                }
                configuration.links = links
            default:
                report(
                    "there is no setting `\(key.string ?? "")`", at: key,
                    "the settings are title, description, language, html, base_url, edit_url, links and rules"
                )
            }
        }

        /// `rules:` with lines `rule: off`, `rule: warning` or `rule: error`.
        private mutating func readRules(_ value: Node) {
            guard case .mapping(let mapping) = value else {
                report("`rules` is not a mapping", at: value, "write a line `rule: off` below it")
                return
            }
            for (key, value) in mapping {
                let id = key.string ?? ""
                guard let rule = Rule(id: id), rule != .badConfiguration else {
                    report(
                        "there is no rule `\(id)` to set", at: key,
                        "reports name the rule of each line in brackets")
                    continue
                }
                guard let setting = Rule.Setting(value.string ?? "") else {
                    report(
                        "`\(id)` is neither `off`, `warning` nor `error`: \(value.string ?? "")", at: value,
                        "leave it out for the rule's own severity, \(rule.severity.rawValue)")
                    continue
                }
                configuration.rules[rule] = setting
            }
        }

        mutating func report(_ message: String, at node: Node, _ hint: String) {
            let position = node.mark.map { SourcePosition(line: $0.line, column: $0.column) } ?? .start
            let length = node.scalar?.string.unicodeScalars.count ?? 1
            diagnostics.append(
                Diagnostic(
                    .badConfiguration, message, at: path, SourceRange(start: position, length: length),
                    hint: hint))
        }

        mutating func report(_ problem: YAMLProblem) {
            diagnostics.append(
                Diagnostic(.badConfiguration, problem.message, at: path, SourceRange(start: problem.position))
            )
        }
    }
}

extension Configuration {
    /// A base URL in the form that `baseURL` has; nil for one that is not absolute.
    package static func baseURL(_ text: String) -> String? {
        guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
        var url = text
        while url.utf8.last == UInt8(ascii: "/") { url.removeLast() }
        return url.utf8.count > 8 ? url : nil
    }
}
