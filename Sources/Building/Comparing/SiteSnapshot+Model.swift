import Linking
import Notes
import Yams

extension SiteSnapshot {
    /// What a site's `_waymark/model.json` says of its decisions and comparisons.
    static func statements(of file: String) throws(ReadError) -> [Statement] {
        guard let model = try? Files.read(file),
            // JSON is YAML too (YAML 1.2, section 1.3).
            let root = try? Parser(texts: String(decoding: model, as: UTF8.self)).singleRoot(),
            root["decisions"] != nil
        else { throw .noModel(file) }
        let names = Dictionary(
            (root["options"]?.array() ?? []).map { ($0["slug"]?.text ?? "", $0["name"]?.text ?? "") },
            uniquingKeysWith: { first, _ in first })
        return (root["decisions"]?.array() ?? []).map { decision($0, names) }
            + (root["comparisons"]?.array() ?? []).map { comparison($0, names) }
    }

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
