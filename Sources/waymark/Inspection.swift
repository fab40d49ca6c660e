import Diagnostics
import Linking
import Markdown
import Notes
import Writers

/// The model of a note, written for people or for programs.
enum Inspection {
    // MARK: JSON

    /// An array of all notes, in path order.
    static func json(of site: Site) -> String {
        var json = JSONWriter(isPretty: true)
        json.array { json in for index in site.notes.indices { append(index, of: site, to: &json) } }
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
    }

    static func json(of index: Int, in site: Site) -> String {
        var json = JSONWriter(isPretty: true)
        append(index, of: site, to: &json)
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
    }

    private static func append(_ index: Int, of site: Site, to json: inout JSONWriter) {
        let note = site.notes[index]
        json.object { json in
            json.field("path", note.path.string)
            json.field("url", site.routes.ofNote[index]?.url)
            json.field("title", note.title)
            json.field("tags", note.tags.map(\.spelling))
            json.field("aliases", note.frontMatter.aliases.map(\.name))
            json.array("headings") { json in
                for heading in [note.titleHeading].compactMap({ $0 }) + note.headings {
                    json.object { json in
                        json.field("level", heading.level)
                        json.field("text", heading.text)
                        json.field("id", heading.anchor.string)
                        json.field("line", heading.line)
                    }
                }
            }
            json.array("links") { json in
                for (reference, resolution) in zip(note.references, site.resolutions[index]) {
                    json.object { json in
                        json.field("kind", reference.kind.jsonName)
                        json.field("target", reference.target + (reference.fragment.map { "#\($0)" } ?? ""))
                        json.field("resolved", url(of: resolution, in: site))
                        json.field("line", reference.range.start.line)
                    }
                }
            }
            json.array("comparisons") { json in note.comparisons.forEach { append($0, to: &json) } }
            json.array("decisions") { json in note.decisions.forEach { append($0, to: &json) } }
            if !note.frontMatter.other.isEmpty {
                json.object("other") { json in
                    for entry in note.frontMatter.other { json.field(entry.key, entry.value) }
                }
            }
        }
    }

    private static func url(of resolution: Resolution, in site: Site) -> String? {
        switch resolution {
        case .note(let note, let place):
            site.routes.ofNote[note].map {
                $0.url + (place.flatMap(site.notes[note].anchor).map { "#\($0)" } ?? "")
            }
        case .asset(let path): RoutePath("/\(path)").url
        case .page(let route): route.url
        case .tag(let tag): site.tags.all[tag].route.url
        case .external, .unresolved: nil
        }
    }

    private static func append(_ comparison: Comparison, to json: inout JSONWriter) {
        json.object { json in
            json.field("title", comparison.title)
            json.field("line", comparison.line)
            json.field("options", comparison.options.map(\.name))
            json.array("criteria") { json in comparison.criteria.forEach { $0.write(to: &json) } }
        }
    }

    private static func append(_ decision: Decision, to json: inout JSONWriter) {
        json.object { json in
            json.field("question", decision.question)
            json.field("line", decision.line)
            json.field("form", decision.questions == nil ? "rules" : "tree")
            json.field("default", decision.fallback?.option.name)
            if let tree = decision.questions {
                var written: Set<Int> = []
                json.object("tree") { json in append(0, of: tree, &written, to: &json) }
                return
            }
            json.array("rules") { json in
                for rule in decision.rules {
                    json.object { json in
                        json.field("option", rule.option.name)
                        rule.writeConditions(to: &json)
                    }
                }
            }
        }
    }

    /// The fields of a node. A question that is already written, as where branches join or lead back, is given without
    /// its branches.
    private static func append(
        _ index: Int, of tree: QuestionTree, _ written: inout Set<Int>, to json: inout JSONWriter
    ) {
        guard tree.nodes.indices.contains(index) else { return }
        switch tree.nodes[index] {
        case .outcome(let outcome): json.field("outcome", outcome.shownName)
        case .question(let question, let branches):
            json.field("question", question)
            let isNew = written.insert(index).inserted
            json.array("branches") { json in
                for branch in branches where isNew {
                    json.object { json in
                        json.field("label", branch.label)
                        append(branch.target, of: tree, &written, to: &json)
                    }
                }
            }
        }
    }

    // MARK: Text

    static func text(of index: Int, in site: Site) -> String {
        let note = site.notes[index]
        var lines = [
            "\(note.path)  \(site.routes.ofNote[index]?.string ?? "no page")", "  title: \(note.title)",
        ]
        func add(_ name: String, _ values: [String]) {
            if !values.isEmpty { lines.append("  \(name): \(values.joined(separator: ", "))") }
        }
        add("tags", note.tags.map { "#\($0.spelling)" })
        add("aliases", note.frontMatter.aliases.map(\.name))
        for entry in note.frontMatter.other { lines.append("  \(entry.key): \(entry.value)") }
        if !note.headings.isEmpty { lines.append("  headings:") }
        for heading in note.headings {
            lines.append(
                "  \(String(repeating: "  ", count: heading.level))\(heading.text)  #\(heading.anchor)")
        }
        let links = zip(note.references, site.resolutions[index]).filter {
            $0.0.kind != .tag && $0.0.kind != .external
        }
        if !links.isEmpty { lines.append("  links:") }
        for (reference, resolution) in links {
            lines.append(
                "    \(reference.range.start.line): \(reference.target) → \(url(of: resolution, in: site) ?? "nothing")"
            )
        }
        for comparison in note.comparisons {
            lines.append(
                "  comparison, line \(comparison.line): \(comparison.options.map(\.name).joined(separator: " vs "))"
            )
            add("  criteria", comparison.criteria.map(\.name).filter { !$0.isEmpty })
        }
        for decision in note.decisions {
            lines.append("  decision, line \(decision.line): \(decision.question)")
            for rule in decision.rules {
                lines.append(
                    "    \(rule.option.name)\(rule.conditions.isEmpty ? "" : " if \(rule.match.rawValue) of:")"
                )
                lines += rule.conditions.map { "      \($0)" }
                if !rule.exceptions.isEmpty {
                    lines.append("      unless: \(rule.exceptions.joined(separator: "; "))")
                }
            }
            if let tree = decision.questions {
                var written: Set<Int> = []
                addNode(0, of: tree, after: "", indent: 4, &written, to: &lines)
            }
            if let fallback = decision.fallback { lines.append("    otherwise \(fallback.option.name)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Inspection {
    /// A node with what its answers lead to, one line each; what is already written is not written again.
    private static func addNode(
        _ index: Int, of tree: QuestionTree, after label: String, indent: Int, _ written: inout Set<Int>,
        to lines: inout [String]
    ) {
        guard tree.nodes.indices.contains(index) else { return }
        let start = String(repeating: " ", count: min(indent, 60)) + label
        switch tree.nodes[index] {
        case .outcome(let outcome): lines.append("\(start)\(outcome.text)")
        case .question(let question, let branches):
            let isNew = written.insert(index).inserted
            lines.append("\(start)\(question)\(isNew ? "" : " (see above)")")
            for branch in branches where isNew {
                addNode(
                    branch.target, of: tree, after: "\(branch.label) → ", indent: indent + 2, &written,
                    to: &lines)
            }
        }
    }
}

extension QuestionTree.Outcome {
    /// The option's name, else what the author says.
    fileprivate var shownName: String { option?.name ?? text }
}

extension Reference.Kind {
    /// As `inspect --json` names it.
    fileprivate var jsonName: String {
        switch self {
        case .wikilink, .link, .embed, .tag, .external: rawValue
        case .image: "embed"
        }
    }
}
