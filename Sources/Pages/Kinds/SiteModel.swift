package import Notes
import Writers

/// `_waymark/model.json`: the options, comparisons and decisions of the whole site, for other programs. Its form is
/// described by the JSON Schema in the guide, and its version goes up when something in it changes its meaning.
package struct SiteModel: Sendable, Hashable {
    package let options: [Option]
    package let comparisons: [Table]
    package let decisions: [Choice]

    /// Addresses begin at the site's root.
    package struct Option: Sendable, Hashable {
        package let slug: String
        package let name: String
        package let otherNames: [String]
        package let url: String
        /// The path of the note that is about it.
        package let note: String?
    }

    package struct Table: Sendable, Hashable {
        package let comparison: Comparison
        package let note: String
        package let url: String?
        /// The slugs of the options.
        package let options: [String]
    }

    package struct Choice: Sendable, Hashable {
        package let decision: Decision
        package let note: String
        package let url: String
        /// For each rule, or each node of the questions, the slug of its option.
        package let options: [String?]
        package let fallback: String?
    }

    package static let version = 1

    func render() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("version", Self.version)
            json.array("options") { json in
                for option in options {
                    json.object { json in
                        json.field("slug", option.slug)
                        json.field("name", option.name)
                        json.field("otherNames", option.otherNames)
                        json.field("url", option.url)
                        json.field("note", option.note)
                    }
                }
            }
            json.array("comparisons") { json in for table in comparisons { Self.append(table, to: &json) } }
            json.array("decisions") { json in for choice in decisions { Self.append(choice, to: &json) } }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private static func append(_ table: Table, to json: inout JSONWriter) {
        json.object { json in
            json.field("title", table.comparison.title)
            json.field("note", table.note)
            json.field("url", table.url)
            json.field("line", table.comparison.line)
            json.field("options", table.options)
            json.array("criteria") { json in table.comparison.criteria.forEach { $0.write(to: &json) } }
        }
    }

    private static func append(_ choice: Choice, to json: inout JSONWriter) {
        json.object { json in
            json.field("question", choice.decision.question)
            json.field("note", choice.note)
            json.field("url", choice.url)
            json.field("line", choice.decision.line)
            json.field("default", choice.fallback)
            switch choice.decision.form {
            case .rules(let rules):
                json.array("rules") { json in
                    for (rule, option) in zip(rules, choice.options) {
                        json.object { json in
                            json.field("name", rule.option.name)
                            json.field("option", option)
                            rule.writeConditions(to: &json)
                        }
                    }
                }
            case .questions(let tree):
                json.array("nodes") { json in
                    for (node, option) in zip(tree.nodes, choice.options) {
                        json.object { json in append(node, option, to: &json) }
                    }
                }
            }
        }
    }

    private static func append(_ node: QuestionTree.Node, _ option: String?, to json: inout JSONWriter) {
        switch node {
        case .question(let text, let branches):
            json.field("question", text)
            json.array("branches") { json in
                for branch in branches {
                    json.object { json in
                        json.field("label", branch.label)
                        json.field("node", branch.target)
                    }
                }
            }
        case .outcome(let outcome):
            json.field("outcome", outcome.text)
            json.field("option", option)
        }
    }
}
