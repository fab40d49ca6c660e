package import Diagnostics
package import Linking
import Markdown
import Notes
import Yams

/// Reads `waymark.yml`.
package struct ConfigurationFile: Sendable {
    package let configuration: Configuration
    /// The pictures that it names.
    package let logos: [LogoSetting]
    package let publishing: PublishSettings
    /// The file's own; its paths are the file's name.
    package let diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - bytes: the file's content.
    ///   - name: its name, for diagnostics.
    package init(_ bytes: [UInt8], name: String) {
        let yaml = String(decoding: bytes, as: UTF8.self)
        var reader = Reader(path: SourcePath(name))
        do {
            switch try Parser(texts: yaml).singleRoot() {
            case nil: break
            case .mapping(let mapping)?: for (key, value) in mapping { reader.read(key, value) }
            case let node?:
                reader.report("the configuration is not a mapping", at: node, "write `key: value` lines")
            }
        } catch {
            reader.report(YAMLProblem(error, in: yaml, subject: "the configuration"))
        }
        configuration = reader.configuration
        logos = reader.logos
        publishing = reader.publishing
        diagnostics = reader.diagnostics
    }

    struct Reader {
        let path: SourcePath
        var configuration = Configuration()
        var logos: [LogoSetting] = []
        var publishing = PublishSettings()
        var diagnostics: [Diagnostic] = []

        private static let settings = [
            "title", "description", "language", "html", "base_url", "edit_url", "history", "links", "theme",
            "tags", "rules", "allowed", "required", "redirects", "publish",
        ]

        mutating func read(_ key: Node, _ value: Node) {
            switch key.string {
            case "rules": readRules(value)
            case "allowed": readAllowed(value)
            case "required": readRequired(value)
            case "redirects": readRedirects(value)
            case "theme": readTheme(value)
            case "tags": readTags(value)
            case "publish": readPublishing(value)
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
            case "language":
                guard Configuration.isLanguage(text) else {
                    report(
                        "`language` is not a language tag: \(text)", at: value,
                        "write it as `en`, `pt-BR` or `zh-Hans`")
                    return
                }
                configuration.language = text
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
            case "history":
                guard ["git", "none"].contains(text) else {
                    report(
                        "`history` is neither `git` nor `none`: \(text)", at: value,
                        "leave it out to take dates and authors from git, where there is a repository")
                    return
                }
                configuration.asksHistory = text == "git"
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
                let name = key.string ?? ""
                report(
                    "there is no setting `\(name)`", at: key,
                    String(
                        didYouMean: KnownNames(Self.settings).nearest(to: name).map { "`\($0)`" },
                        otherwise: "the settings are \(Self.settings.joined(separator: ", "))"))
            }
        }

        /// `theme:` with lines `accent`, `font`, `code_font`, `density`, `logo` and `logo_dark`.
        private mutating func readTheme(_ value: Node) {
            guard case .mapping(let mapping) = value else {
                report("`theme` is not a mapping", at: value, "write a line `accent: \"#14633f\"` below it")
                return
            }
            for (key, value) in mapping {
                let text = value.string ?? ""
                switch key.string {
                case "accent":
                    guard let color = Color(text) else {
                        report(
                            "`accent` is not a colour: \(text)", at: value,
                            "write it in quotation marks, as `accent: \"#14633f\"`")
                        continue
                    }
                    configuration.appearance.accent = color
                case "logo", "logo_dark":
                    logos.append(
                        LogoSetting(path: text, isForDark: key.string == "logo_dark", range: range(of: value))
                    )
                case "font": configuration.appearance.font = fonts(text, value)
                case "code_font": configuration.appearance.codeFont = fonts(text, value)
                case "density":
                    guard let density = Appearance.Density(rawValue: text) else {
                        report(
                            "`density` is neither `comfortable` nor `compact`: \(text)", at: value,
                            "leave it out for `comfortable`")
                        continue
                    }
                    configuration.appearance.density = density
                default:
                    report(
                        "there is no setting `\(key.string ?? "")` of `theme`", at: key,
                        "they are accent, font, code_font, density, logo and logo_dark; CSS goes into theme/style.css"
                    )
                }
            }
        }

        /// Names of fonts as CSS writes them; anything else would end the rule that they stand in.
        private mutating func fonts(_ text: String, _ node: Node) -> String? {
            let names = text.split(separator: ",").map { name in
                String(name.filter { $0 != "\"" && $0 != "'" }).split(separator: " ").joined(separator: " ")
            }.filter { !$0.isEmpty }
            guard !names.isEmpty,
                names.joined().allSatisfy({ $0.isLetter || $0.isNumber || " -_".contains($0) })
            else {
                report("these are no names of fonts: \(text)", at: node, "write `font: Inter, Segoe UI`")
                return nil
            }
            return names.map { "\"\($0)\"" }.joined(separator: ", ")
        }

        /// `tags:` with a mapping for each tag: `description`, `notice`.
        private mutating func readTags(_ value: Node) {
            guard case .mapping(let mapping) = value else {
                report("`tags` is not a mapping", at: value, "write a line `eks:` below it")
                return
            }
            for (key, value) in mapping {
                var setting = TagSetting()
                switch value {
                case .scalar(let scalar): setting.description = scalar.string
                case .mapping(let entries):
                    for (name, entry) in entries {
                        switch name.string {
                        case "description": setting.description = entry.string ?? ""
                        case "notice": setting.notice = entry.string ?? ""
                        default:
                            report(
                                "there is no setting `\(name.string ?? "")` of a tag", at: name,
                                "they are description and notice")
                        }
                    }
                default: report("a tag's settings are no list", at: value, "write `description: …` below it")
                }
                configuration.tags[TagName(key.string ?? "")] = setting
            }
        }

        mutating func report(_ message: String, at node: Node, _ hint: String) {
            diagnostics.append(
                Diagnostic(.badConfiguration, message, at: path, range(of: node), hint: hint))
        }

        func range(of node: Node) -> SourceRange {
            let position = node.mark.map { SourcePosition(line: $0.line, column: $0.column) } ?? .start
            return SourceRange(start: position, length: node.scalar?.string.unicodeScalars.count ?? 1)
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
