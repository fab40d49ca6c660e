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

    struct Reader {
        let path: SourcePath
        var configuration = Configuration()
        var diagnostics: [Diagnostic] = []

        private static let settings = [
            "title", "description", "language", "html", "base_url", "links", "rules", "tags", "keys",
            "required",
            "review_in",
        ]

        mutating func read(_ key: Node, _ value: Node) {
            switch key.string {
            case "rules": readRules(value)
            case "tags": configuration.tags = list(value, "tags")?.map { TagName($0) }
            case "keys": configuration.keys = list(value, "keys")
            case "required": readRequirements(value)
            default: readScalar(key, value)
            }
        }

        private mutating func readScalar(_ key: Node, _ value: Node) {
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
            case "review_in":
                guard let span = TimeSpan(text) else {
                    report(
                        "`review_in` is not a time: \(text)", at: value,
                        "write it as `90d`, `12w`, `6m` or `1y`")
                    return
                }
                configuration.reviewIn = span
            default:
                let name = key.string ?? ""
                report(
                    "there is no setting `\(name)`", at: key,
                    String(
                        didYouMean: KnownNames(Self.settings).nearest(to: name).map { "`\($0)`" },
                        otherwise: "the settings are \(Self.settings.joined(separator: ", "))"))
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
