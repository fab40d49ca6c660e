package import Notes
import Writers

/// The page of an option: what it is, when to choose it and when not, and all that notes say of it.
package struct OptionPage: Sendable, Hashable {
    package let shell: Shell
    package let breadcrumbs: [PageLink]
    package let otherNames: [String]
    /// The note that is about it.
    package let note: NoteEntry?
    package let advice: [Advice]
    /// The pages that set it against others.
    package let comparisons: [NoteEntry]
    package let criteria: [Row]

    /// What one decision says of the option.
    package struct Advice: Sendable, Hashable {
        package let decision: PageLink
        /// The note that the decision stands in.
        package let note: String
        /// How many of `conditions` must hold.
        package let match: Decision.Match
        package let conditions: [String]
        package let exceptions: [String]
        /// The sentence that makes it the default.
        package let fallback: String?
        /// The ends of questions, in the author's words.
        package let outcomes: [String]
    }

    /// What one note says of the option by a criterion.
    package struct Row: Sendable, Hashable {
        package let criterion: String
        package let verdict: Verdict
        package let excerpt: Excerpt
        package let source: PageLink
    }

    func render(_ theme: Theme) -> [UInt8] {
        var main = Components.breadcrumbs(breadcrumbs)
        main.append("<header class=\"note-header\">\n<h1>\(shell.title)</h1>\n")
        if !otherNames.isEmpty {
            main.append("<p class=\"byline\">Also called \(otherNames.joined(separator: ", "))</p>\n")
        }
        main.append(literal: "</header>\n")
        if let note {
            main.append("<p class=\"lead\">\(note.summary)</p>\n")
            main.append("<p><a href=\"\(note.link.url)\">Read the note: \(note.link.title)</a></p>\n")
        }
        main.append(Components.section("advice", "When to choose it", adviceMarkup))
        main.append(Components.section("comparisons", "Compared", comparisons))
        main.append(Components.section("criteria", "What the notes say", criteriaMarkup))
        return shell.page(theme, main: main)
    }

    private var adviceMarkup: Markup? {
        guard !advice.isEmpty else { return nil }
        var markup: Markup = ""
        for entry in advice {
            markup.append(
                "<div class=\"advice\">\n<h3><a href=\"\(entry.decision.url)\">\(entry.decision.title)</a></h3>\n<p class=\"byline\">\(entry.note)</p>\n"
            )
            if !entry.conditions.isEmpty {
                markup.append(
                    "<p>\(RuleWords.capitalized(RuleWords.introduction(entry.match, entry.conditions.count)))</p>\n"
                )
                markup.append(Components.list(entry.conditions))
            }
            if !entry.outcomes.isEmpty {
                markup.append(literal: "<p>Questions lead to:</p>\n")
                markup.append(Components.list(entry.outcomes))
            }
            if !entry.exceptions.isEmpty {
                markup.append(
                    "<p>\(RuleWords.capitalized(RuleWords.exception(isAlone: entry.conditions.isEmpty && entry.outcomes.isEmpty)))</p>\n"
                )
                markup.append(Components.list(entry.exceptions))
            }
            if let fallback = entry.fallback {
                markup.append("<p>It is the default:</p>\n<blockquote><p>\(fallback)</p></blockquote>\n")
            }
            markup.append(literal: "</div>\n")
        }
        return markup
    }

    /// Each criterion leads to the row that it is from; where several notes speak, a column names them.
    private var criteriaMarkup: Markup? {
        guard !criteria.isEmpty else { return nil }
        let hasSources = Set(criteria.map(\.source.title)).count > 1
        var markup: Markup = """
            <div class="table-scroll" role="group" aria-label="What the notes say of \(shell.title)" tabindex="0">
            <table class="comparison claims">
            <thead>
            <tr>
            <th scope="col">Criterion</th>
            <th scope="col">\(shell.title)</th>

            """
        if hasSources { markup.append(literal: "<th scope=\"col\">Source</th>\n") }
        markup.append(literal: "</tr>\n</thead>\n<tbody>\n")
        for row in criteria {
            markup.append(
                """
                <tr>
                <th scope="row"><a class="claim-row" href="\(row.source.url)">\(row.criterion)</a></th>
                <td class="\(row.verdict.rawValue)">
                """)
            var writer = BodyWriter()
            writer.write(row.excerpt.body, row.excerpt.targets, to: &markup)
            markup.append(literal: "</td>\n")
            if hasSources { markup.append("<td class=\"claim-source\">\(row.source.title)</td>\n") }
            markup.append(literal: "</tr>\n")
        }
        markup.append(literal: "</tbody>\n</table>\n</div>\n")
        if !hasSources, let source = criteria.first?.source {
            let page = source.url.prefix { $0 != "#" }
            markup.append("<p class=\"byline\">From <a href=\"\(String(page))\">\(source.title)</a></p>\n")
        }
        return markup
    }
}
