import Linking
import Writers

extension SiteDiff {
    package enum Format: String, Sendable, CaseIterable { case text, markdown, json }

    package func rendered(as format: Format) -> String {
        switch format {
        case .text: text
        case .markdown: markdown
        case .json: json
        }
    }

    private var text: String {
        if isEmpty { return "nothing changed for readers\n" }
        var lines =
            added.map { "added    \($0.route)\(Self.shown(title: $0.title))" }
            + removed.map { "removed  \($0.route)\(Self.shown(title: $0.title))" }
            + moved.map { "moved    \($0.from) → \($0.to)\(Self.shown(title: $0.title))" }
            + changed.map { "changed  \($0.route)\(Self.shown(title: $0.title))" }
        for statement in statements {
            lines.append("\(statement.kind.rawValue)  \(statement.url)  \(statement.subject)")
            lines += statement.facts.map { "  \($0.name): \(Self.shown($0.old)) → \(Self.shown($0.new))" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var markdown: String {
        if isEmpty { return "### Site\n\nNothing changed for readers.\n" }
        var output = "### Site\n"
        func section(_ name: String, _ rows: [String]) {
            guard !rows.isEmpty else { return }
            output += "\n**\(name)** (\(rows.count))\n\n" + rows.map { "- \($0)\n" }.joined()
        }
        func page(_ entry: Entry) -> String {
            entry.title.isEmpty
                ? "`\(entry.route)`" : "`\(entry.route)` \(MarkdownText.escaped(entry.title))"
        }
        section("Added", added.map(page))
        section("Removed", removed.map(page))
        section("Moved", moved.map { "`\($0.from)` → `\($0.to)` \(MarkdownText.escaped($0.title))" })
        section("Changed", changed.map(page))
        for statement in statements {
            output += "\n**\(statement.kind == .decision ? "Decision" : "Comparison"): "
            output +=
                "\(MarkdownText.escaped(statement.subject))**\n\n| What | Before | Now |\n| --- | --- | --- |\n"
            for fact in statement.facts {
                let cells = [fact.name, Self.shown(fact.old), Self.shown(fact.new)].map(MarkdownText.escaped)
                output += "| \(cells.joined(separator: " | ")) |\n"
            }
        }
        return output
    }

    private var json: String {
        var json = JSONWriter(isPretty: true)
        json.object { json in
            Self.write("added", added, &json)
            Self.write("removed", removed, &json)
            Self.write("changed", changed, &json)
            json.array("moved") { json in
                for move in moved {
                    json.object { json in
                        json.field("from", move.from.url)
                        json.field("to", move.to.url)
                        json.field("title", move.title)
                    }
                }
            }
            json.array("statements") { json in
                for statement in statements {
                    json.object { json in
                        json.field("kind", statement.kind.rawValue)
                        json.field("subject", statement.subject)
                        json.field("url", statement.url)
                        json.array("facts") { json in
                            for fact in statement.facts {
                                json.object { json in
                                    json.field("name", fact.name)
                                    json.field("old", fact.old)
                                    json.field("new", fact.new)
                                }
                            }
                        }
                    }
                }
            }
        }
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
    }

    private static func write(_ name: String, _ entries: [Entry], _ json: inout JSONWriter) {
        json.array(name) { json in
            for entry in entries {
                json.object { json in
                    json.field("url", entry.route.url)
                    json.field("title", entry.title)
                }
            }
        }
    }

    /// A list of addresses has no titles.
    private static func shown(title: String) -> String { title.isEmpty ? "" : "  \(title)" }

    private static func shown(_ value: String?) -> String {
        switch value {
        case nil: "not said"
        case ""?: "empty"
        case let value?: value
        }
    }
}
