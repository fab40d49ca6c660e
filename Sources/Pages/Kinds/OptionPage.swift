import Localisation
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
        package let verdict: ShownVerdict
        package let excerpt: Excerpt
        package let source: PageLink
    }

    private var words: ChoiceWords { shell.wording.choices }

    func render(_ theme: Theme) -> [UInt8] {
        var main = Components.breadcrumbs(breadcrumbs, shell.wording)
        main.append("<header class=\"note-header\">\n<h1>\(shell.title)</h1>\n")
        if !otherNames.isEmpty {
            main.append(
                "<p class=\"byline\"\(shell.wording.language)>\(words.alsoCalled.markup(shell.wording.quoting(shell.wording.list(otherNames))))</p>\n"
            )
        }
        main.append(literal: "</header>\n")
        if let note {
            main.append("<p class=\"lead\">\(note.summary)</p>\n")
            main.append(
                "<p\(shell.wording.language)><a href=\"\(note.link.url)\">\(words.readNote.markup(shell.wording.quoting(note.link.title)))</a></p>\n"
            )
        }
        main.append(shell.section("advice", words.whenToChoose, adviceMarkup))
        main.append(shell.section("comparisons", words.compared, comparisons))
        main.append(shell.section("criteria", words.whatNotesSay, criteriaMarkup))
        return shell.page(theme, main: main)
    }

    private var adviceMarkup: Markup? {
        guard !advice.isEmpty else { return nil }
        let flows = shell.wording.flows
        var markup: Markup = ""
        for entry in advice {
            markup.append(
                "<div class=\"advice\">\n<h3><a href=\"\(entry.decision.url)\">\(entry.decision.title)</a></h3>\n<p class=\"byline\">\(entry.note)</p>\n"
            )
            if !entry.conditions.isEmpty {
                markup.append(
                    "<p\(shell.wording.language)>\(flows.introduction(entry.match, entry.conditions.count).capitalizedFirst)</p>\n"
                )
                markup.append(Components.list(entry.conditions))
            }
            if !entry.outcomes.isEmpty {
                markup.append("<p\(shell.wording.language)>\(words.questionsLeadTo)</p>\n")
                markup.append(Components.list(entry.outcomes))
            }
            if !entry.exceptions.isEmpty {
                markup.append(
                    "<p\(shell.wording.language)>\(flows.exception(isAlone: entry.conditions.isEmpty && entry.outcomes.isEmpty).capitalizedFirst)</p>\n"
                )
                markup.append(Components.list(entry.exceptions))
            }
            if let fallback = entry.fallback {
                markup.append(
                    "<p\(shell.wording.language)>\(words.isDefault)</p>\n<blockquote><p>\(fallback)</p></blockquote>\n"
                )
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
            <div class="table-scroll" role="group"\(shell.wording.language) aria-label="\(words.whatNotesSayOf(shell.title))" tabindex="0">
            <table class="comparison claims"\(shell.wording.languageOfNotes)>
            <thead>
            <tr>
            <th scope="col"\(shell.wording.language)>\(words.criterion)</th>
            <th scope="col">\(shell.title)</th>

            """
        if hasSources { markup.append("<th scope=\"col\"\(shell.wording.language)>\(words.source)</th>\n") }
        markup.append(literal: "</tr>\n</thead>\n<tbody>\n")
        for row in criteria {
            markup.append(
                """
                <tr>
                <th scope="row"><a class="claim-row" href="\(row.source.url)">\(row.criterion)</a></th>
                <td class="
                """)
            markup.append(literal: row.verdict.className)
            markup.append(literal: "\">")
            var writer = BodyWriter(shell.wording)
            writer.write(row.excerpt.body, row.excerpt.targets, to: &markup)
            markup.append(literal: "</td>\n")
            if hasSources { markup.append("<td class=\"claim-source\">\(row.source.title)</td>\n") }
            markup.append(literal: "</tr>\n")
        }
        markup.append(literal: "</tbody>\n</table>\n</div>\n")
        if !hasSources, let source = criteria.first?.source {
            let page = source.url.prefix { $0 != "#" }
            let link: Markup =
                "<a href=\"\(String(page))\"\(shell.wording.languageOfNotes)>\(source.title)</a>"
            markup.append("<p class=\"byline\"\(shell.wording.language)>\(words.from.markup(link))</p>\n")
        }
        return markup
    }
}
