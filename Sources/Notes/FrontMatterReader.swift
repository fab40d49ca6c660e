import Diagnostics
import Markdown
import Yams

/// Reads front matter with Yams; what cannot be read is reported and left out.
struct FrontMatterReader {
    private let path: SourcePath
    /// The file's line of the YAML's first line, less one.
    private let lineOffset: Int
    private(set) var frontMatter = FrontMatter()
    private(set) var diagnostics: [Diagnostic] = []

    init(reading block: FrontMatterBlock, of source: SourceText, at path: SourcePath) {
        self.path = path
        lineOffset = block.lines.lowerBound - 1
        guard !block.lines.isEmpty else { return }
        let start = source.range(ofLine: block.lines.lowerBound).lowerBound
        let end = source.range(ofLine: block.lines.upperBound).lowerBound
        read(String(decoding: source.bytes[start..<end], as: UTF8.self))
    }

    private mutating func read(_ yaml: String) {
        let root: Node?
        do {
            root = try Parser(texts: yaml).singleRoot()
        } catch {
            report(error, in: yaml)
            frontMatter.isDraft = Self.mayWithhold(yaml)
            return
        }
        guard let root else { return }
        guard case .mapping(let mapping) = root else {
            report(
                "front matter is not a mapping", at: root,
                hint: "write `key: value` lines between the `---` marks")
            frontMatter.isDraft = Self.mayWithhold(yaml)
            return
        }
        for (key, value) in mapping { read(key.string ?? "", value, at: key) }
    }

    /// Whether front matter that cannot be read seems to hold its note back: then it is held back.
    static func mayWithhold(_ yaml: String) -> Bool {
        yaml.utf8.split(separator: UInt8(ascii: "\n")).prefix(200).contains { line in
            let words = line.drop { $0 == 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            return words.starts(with: "draft".utf8) || words.starts(with: "audience".utf8)
        }
    }

    private mutating func read(_ key: String, _ value: Node, at place: Node) {
        switch FrontMatter.name(of: key) {
        case "title": frontMatter.title = text(value, key)
        case "description": frontMatter.description = text(value, key)
        case "tags":
            for (entry, node) in list(value, key) {
                guard let tag = TagName(entry: entry) else { continue }
                frontMatter.tags.append(tag)
                frontMatter.tagRanges[tag] = range(of: node)
            }
        case "aliases":
            frontMatter.aliases = list(value, key).map {
                FrontMatter.Alias(name: $0.0, range: range(of: $0.1))
            }
        case "date": frontMatter.date = date(value, key)
        case "updated": frontMatter.updated = date(value, key)
        case "reviewed": frontMatter.reviewed = date(value, key)
        case "review_in": frontMatter.reviewIn = period(value, key)
        case "draft": frontMatter.isDraft = flag(value, key)
        case "audience":
            let known = diagnostics.count
            frontMatter.audience = list(value, key).map(\.0)
            // Somebody was to be kept out; who, cannot be read.
            if diagnostics.count > known { frontMatter.isDraft = true }
        case "owner": frontMatter.owner = text(value, key)
        case "sources": frontMatter.sources = list(value, key).map(\.0)
        case "slug": frontMatter.slug = text(value, key)
        case "order": frontMatter.order = number(value, key)
        default:
            frontMatter.other.append(
                FrontMatter.Entry(
                    key: key, value: Self.shown(value), items: Self.items(value), range: range(of: place)))
        }
    }

    // MARK: Values

    private mutating func text(_ node: Node, _ key: String) -> String? {
        guard case .scalar(let scalar) = node else {
            report("`\(key)` must be text", at: node, hint: "write one value after `\(key):`")
            return nil
        }
        let value = Self.printable(scalar.string).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return value.isEmpty || node.isNull ? nil : value
    }

    /// A list, or one scalar, which may hold several entries parted by commas.
    private mutating func list(_ node: Node, _ key: String) -> [(String, Node)] {
        switch node {
        case .scalar(let scalar):
            guard !node.isNull else { return [] }
            return scalar.string.split(separator: ",").compactMap { entry in
                let value = Self.trimmed(entry)
                return value.isEmpty ? nil : (value, node)
            }
        case .sequence(let sequence):
            return sequence.compactMap { entry in
                guard case .scalar(let scalar) = entry else {
                    report(
                        "an entry of `\(key)` must be text", at: entry, hint: "write each entry as `- value`")
                    return nil
                }
                let value = Self.trimmed(scalar.string)
                return value.isEmpty || entry.isNull ? nil : (value, entry)
            }
        default:
            report("`\(key)` must be a list", at: node, hint: "write `\(key): [a, b]`")
            return []
        }
    }

    private mutating func date(_ node: Node, _ key: String) -> CalendarDate? {
        guard let value = text(node, key) else { return nil }
        if let date = CalendarDate(value) { return date }
        report("`\(key)` is not a date: \(value)", at: node, hint: "write it as `2026-11-20`")
        return nil
    }

    private mutating func period(_ node: Node, _ key: String) -> ReviewPeriod? {
        guard let value = text(node, key) else { return nil }
        if let period = ReviewPeriod(value) { return period }
        report(
            "`\(key)` is not a span: \(value)", at: node, hint: "write it as `90d`, `12w`, `6m` or `1y`")
        return nil
    }

    private mutating func flag(_ node: Node, _ key: String) -> Bool {
        switch text(node, key)?.lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off", nil: return false
        case let value?:
            report("`\(key)` is neither true nor false: \(value)", at: node, hint: "write `\(key): true`")
            // Keeping back is the safe side of a switch that holds a note back.
            return true
        }
    }

    private mutating func number(_ node: Node, _ key: String) -> Int? {
        guard let value = text(node, key) else { return nil }
        if let number = Int(value) { return number }
        report("`\(key)` is not a whole number: \(value)", at: node, hint: "write `\(key): 10`")
        return nil
    }

    /// Without control characters, which an escape in YAML can bring in and no page may hold.
    private static func printable(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
        return String(text.map { $0.isWhitespace || ($0.asciiValue ?? 0x20) >= 0x20 ? $0 : "\u{FFFD}" })
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let text = printable(String(text))
        let start = text.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }

    private static func shown(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar): scalar.string
        case .sequence(let sequence): sequence.map(shown).joined(separator: ", ")
        case .mapping(let mapping):
            mapping.map { "\($0.key.string ?? ""): \(shown($0.value))" }.joined(separator: ", ")
        case .alias: ""
        }
    }

    private static func items(_ node: Node) -> [String] {
        let entries: [Node] = if case .sequence(let sequence) = node { Array(sequence) } else { [node] }
        return entries.filter { !$0.isNull && !$0.isFalse }.map { trimmed(shown($0)) }.filter { !$0.isEmpty }
    }

    // MARK: Diagnostics

    private func range(of node: Node) -> SourceRange {
        guard let mark = node.mark else {
            return SourceRange(start: SourcePosition(line: 1 + lineOffset, column: 1))
        }
        return SourceRange(
            start: SourcePosition(line: mark.line + lineOffset, column: mark.column),
            length: node.scalar?.string.unicodeScalars.count ?? 1)
    }

    private mutating func report(_ message: String, at node: Node, hint: String) {
        diagnostics.append(Diagnostic(.badFrontMatter, message, at: path, range(of: node), hint: hint))
    }

    private mutating func report(_ error: any Error, in yaml: String) {
        let problem = YAMLProblem(error, in: yaml, subject: "front matter")
        let position = SourcePosition(
            line: problem.position.line + lineOffset, column: problem.position.column)
        diagnostics.append(
            Diagnostic(
                .badFrontMatter, problem.message, at: path, SourceRange(start: position),
                hint: "quote a value that holds `:` or `#`, and indent with spaces"))
    }
}

extension FrontMatter {
    /// The keys that Waymark reads, but for other names of them.
    package static let keys = [
        "title", "description", "tags", "aliases", "date", "updated", "reviewed", "review_in", "draft",
        "audience", "owner", "sources", "slug", "order",
    ]

    /// The name of a key among `keys`, where it is one of them in whatever letter case or one's other name; else the key in
    /// lower case.
    package static func name(of key: String) -> String {
        let key = key.lowercased()
        return otherNames[key] ?? key
    }

    private static let otherNames = [
        "tag": "tags", "alias": "aliases", "created": "date", "modified": "updated", "lastmod": "updated",
        "source": "sources",
    ]
}

extension Node {
    /// Whether YAML reads a scalar as nothing: `key:`, `key: ~`, `key: null`.
    fileprivate var isNull: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain || scalar.style == .any else {
            return false
        }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// Whether YAML reads a scalar as `false` (YAML 1.2.2, section 10.3.2).
    fileprivate var isFalse: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain || scalar.style == .any else {
            return false
        }
        return ["false", "False", "FALSE"].contains(scalar.string)
    }
}
