import Localisation
package import Notes
import Writers

/// A comparison put together from the tables of one or more notes. Each cell tells where it is from.
package struct MergedTable: Sendable, Hashable {
    package let options: [PageLink]
    package let rows: [Row]
    /// The comparisons it is made of; cells refer to them by number.
    package let sources: [Source]

    package struct Row: Sendable, Hashable {
        /// The criterion; empty in a table of statements.
        package let name: String
        /// One for each option.
        package let cells: [Cell]
    }

    /// A comparison of a note.
    package struct Source: Sendable, Hashable {
        /// The heading that the table stands under, in the note's page.
        package let link: PageLink
        /// The note's title.
        package let note: String
    }

    /// What notes say of an option by a criterion.
    package struct Cell: Sendable, Hashable {
        package let verdict: ShownVerdict
        /// Different texts; mostly one.
        package let statements: [Statement]
        /// Whether not all of the statements can be right.
        package let isContested: Bool
    }

    package struct Statement: Sendable, Hashable {
        /// The author's words with their markup.
        package let excerpt: Excerpt
        /// The rows that say so: the number of the source, from 1, and the address of its row.
        package let places: [Place]
    }

    package struct Place: Sendable, Hashable {
        package let source: Int
        package let url: String
    }

    var criterionCount: Int { rows.count { !$0.name.isEmpty } }

    /// How many cells of rows without a name say something.
    var statementCount: Int {
        rows.filter(\.name.isEmpty).reduce(0) { count, row in
            count + row.cells.count { !$0.statements.isEmpty }
        }
    }

    func markup(label: String, _ wording: Wording) -> Markup {
        let hasNames = rows.contains { !$0.name.isEmpty }
        var markup: Markup = """
            <div class="table-scroll" role="group" aria-label="\(label)" tabindex="0">
            <table class="comparison\(hasNames ? "" : " statements")">
            <thead>
            <tr>

            """
        if hasNames { markup.append(literal: "<td></td>\n") }
        for option in options {
            markup.append("<th scope=\"col\"><a href=\"\(option.url)\">\(option.title)</a></th>\n")
        }
        markup.append(literal: "</tr>\n</thead>\n<tbody>\n")
        for row in rows { append(row, hasNames, wording, to: &markup) }
        markup.append(literal: "</tbody>\n</table>\n</div>\n")
        return markup
    }

    private func append(_ row: Row, _ hasNames: Bool, _ wording: Wording, to markup: inout Markup) {
        markup.append(literal: "<tr>\n")
        // Of one source the row itself is linked to it, which is calmer than a number in each cell.
        let url = sources.count == 1 && hasNames ? row.onlyPlace : nil
        if hasNames {
            if let url {
                markup.append(
                    "<th scope=\"row\"><a class=\"claim-row\" href=\"\(url)\">\(row.name)</a></th>\n")
            } else if row.name.isEmpty {
                markup.append(literal: "<td></td>\n")
            } else {
                markup.append("<th scope=\"row\">\(row.name)</th>\n")
            }
        }
        for cell in row.cells { append(cell, marks: url == nil, wording, to: &markup) }
        markup.append(literal: "</tr>\n")
    }

    private func append(_ cell: Cell, marks: Bool, _ wording: Wording, to markup: inout Markup) {
        markup.append(literal: "<td class=\"")
        markup.append(literal: cell.verdict.className)
        markup.append(literal: cell.isContested ? " contested\">" : "\">")
        for (index, statement) in cell.statements.enumerated() {
            if index > 0 { markup.append(literal: "<br>") }
            var writer = BodyWriter(wording)
            writer.write(statement.excerpt.body, statement.excerpt.targets, to: &markup)
            if marks {
                for place in statement.places {
                    markup.append(
                        "<sup class=\"claim\"><a href=\"\(place.url)\"\(wording.language) aria-label=\"\(wording.choices.sourceNumber(String(place.source)))\">\(place.source)</a></sup>"
                    )
                }
            }
        }
        if cell.isContested {
            markup.append(
                "<span class=\"contested-note\"\(wording.language)>\(wording.choices.contested)</span>")
        }
        markup.append(literal: "</td>\n")
    }

    var sourcesMarkup: Markup {
        var markup: Markup = "<ol class=\"claim-sources\">\n"
        for source in sources {
            markup.append("<li><a href=\"\(source.link.url)\">\(source.note)</a>")
            if source.link.title != source.note { markup.append(": \(source.link.title)") }
            markup.append(literal: "</li>\n")
        }
        markup.append(literal: "</ol>\n")
        return markup
    }
}

extension MergedTable.Row {
    /// The address that all cells of the row come from; nil where there are several.
    fileprivate var onlyPlace: String? {
        let urls = Set(cells.flatMap { $0.statements.flatMap { $0.places.map(\.url) } })
        return urls.count == 1 ? urls.first : nil
    }
}
