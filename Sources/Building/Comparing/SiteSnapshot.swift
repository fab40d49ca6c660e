import Linking
import Writers
import Yams

/// A site as it was built, read from its folder: what readers find there, without how it looks.
package struct SiteSnapshot: Sendable {
    /// By their addresses.
    let pages: [RoutePath: Page]
    /// What decisions and comparisons say.
    let statements: [Statement]

    /// How many pages there are to read; redirects are none.
    package var pageCount: Int { pages.values.count { $0.target == nil } }

    struct Page: Sendable, Hashable {
        let title: String
        /// What the page says, where it is a note's: the hash of the note's Markdown.
        let text: String?
        /// Where the page leads on to, where it is a redirect.
        let target: RoutePath?
    }

    /// A decision or a comparison: each of its facts by a name.
    struct Statement: Sendable {
        let kind: Kind
        /// The question, or the title.
        let subject: String
        let url: String
        let facts: [String: String]

        enum Kind: String, Sendable { case decision, comparison }
    }

    /// Why a folder is not read.
    package enum ReadError: Error, Sendable, CustomStringConvertible {
        case noSite(String)
        case badModel(String)

        package var description: String {
            switch self {
            case .noSite(let folder):
                "\(folder) is no folder that `waymark build` wrote: it has no \(RoutePath.addresses)"
            case .badModel(let folder):
                "the file \(folder)\(RoutePath.model) cannot be read: build the site again"
            }
        }
    }

    package init(reading folder: String, jobs: Int) throws(ReadError) {
        guard let list = try? Files.read("\(folder)\(RoutePath.addresses)") else { throw .noSite(folder) }
        let routes = String(decoding: list, as: UTF8.self).split(separator: "\n")
            .map { RoutePath(Escaping.percentDecoded($0)) }
        let read = routes.concurrentMap(jobs: jobs) { Self.page(at: $0, in: folder) }
        var pages: [RoutePath: Page] = [:]
        for (route, page) in zip(routes, read) { if let page { pages[route] = page } }
        self.pages = pages
        guard let model = try? Files.read("\(folder)\(RoutePath.model)"),
            // JSON is YAML too (YAML 1.2, section 1.3).
            let root = try? Yams.compose(yaml: String(decoding: model, as: UTF8.self), .basic)
        else { throw .badModel(folder) }
        let names = Dictionary(
            (root["options"]?.array() ?? []).map { ($0["slug"]?.text ?? "", $0["name"]?.text ?? "") },
            uniquingKeysWith: { first, _ in first })
        statements =
            (root["decisions"]?.array() ?? []).map { Self.decision($0, names) }
            + (root["comparisons"]?.array() ?? []).map { Self.comparison($0, names) }
    }

    private static func page(at route: RoutePath, in folder: String) -> Page? {
        guard let bytes = try? Files.read("\(folder)/\(route.outputPath)") else { return nil }
        let page = BuiltPage(bytes)
        let text = try? Files.read("\(folder)/\(route.file("index.md").outputPath)")
        return Page(
            title: page.title, text: text.map { ContentHash.hexadecimal(of: $0) },
            target: page.redirect.flatMap { route.resolving($0) })
    }

    // MARK: The model

    /// - Parameter names: of options, by their slugs.
    private static func decision(_ node: Node, _ names: [String: String]) -> Statement {
        var facts: [String: String] = [:]
        if let fallback = node["default"]?.text { facts["default"] = names[fallback] ?? fallback }
        for rule in node["rules"]?.array() ?? [] {
            facts["use \(rule["name"]?.text ?? "")"] = conditions(rule)
        }
        collect(node["nodes"]?.array() ?? [], names, into: &facts)
        return Statement(
            kind: .decision, subject: node["question"]?.text ?? "", url: node["url"]?.text ?? "", facts: facts
        )
    }

    private static func conditions(_ rule: Node) -> String {
        func list(_ key: String) -> [String] { (rule[key]?.array() ?? []).compactMap(\.text) }
        let joint = rule["match"]?.text == "all" ? " and " : " or "
        let unless = list("unless")
        return "if " + list("when").joined(separator: joint)
            + (unless.isEmpty ? "" : ", unless " + unless.joined(separator: " or "))
    }

    /// The outcomes of questions, each by the answers that lead to it; a question that several answers lead to is walked
    /// once.
    private static func collect(
        _ nodes: [Node], _ names: [String: String], into facts: inout [String: String]
    ) {
        var pending: [(index: Int, path: String)] = nodes.isEmpty ? [] : [(0, "")]
        var seen: Set<Int> = [0]
        while let (index, path) = pending.popLast() {
            let question = nodes[index]["question"]?.text ?? ""
            for branch in nodes[index]["branches"]?.array() ?? [] {
                let step = "\(path)\(question) \(branch["label"]?.text ?? "")"
                guard let next = branch["node"]?.text.flatMap({ Int($0) }), nodes.indices.contains(next)
                else { continue }
                if let outcome = nodes[next]["outcome"]?.text {
                    facts[step] = nodes[next]["option"]?.text.flatMap { names[$0] } ?? outcome
                } else if seen.insert(next).inserted {
                    pending.append((next, step + ", "))
                }
            }
        }
    }

    private static func comparison(_ node: Node, _ names: [String: String]) -> Statement {
        var facts: [String: String] = [:]
        let options = (node["options"]?.array() ?? []).compactMap(\.text).map { names[$0] ?? $0 }
        for criterion in node["criteria"]?.array() ?? [] {
            for (option, cell) in zip(options, criterion["cells"]?.array() ?? []) {
                facts["\(option), \(criterion["name"]?.text ?? "")"] = cell["text"]?.text ?? ""
            }
        }
        return Statement(
            kind: .comparison, subject: node["title"]?.text ?? "", url: node["url"]?.text ?? "", facts: facts)
    }
}

extension Node {
    /// The text of a scalar; nil for JSON's `null`.
    fileprivate var text: String? {
        guard case .scalar(let scalar) = self else { return nil }
        return scalar.style == .plain && scalar.string == "null" ? nil : scalar.string
    }
}

extension RoutePath {
    /// The address that a relative URL on this page leads to; nil for one outside.
    fileprivate func resolving(_ url: String) -> RoutePath? {
        guard !url.contains("://") else { return nil }
        var components = string.split(separator: "/")
        if !isFolder { components = components.dropLast() }
        for component in url.split(separator: "/") {
            switch component {
            case ".", "index.html": continue
            case "..": _ = components.popLast()
            default: components.append(component)
            }
        }
        let path = components.map { Escaping.percentDecoded($0) }.joined(separator: "/")
        return RoutePath(
            path.isEmpty ? "/" : "/\(path)\(components.last?.hasSuffix(".html") == true ? "" : "/")")
    }
}
