import Localisation
import Notes
import Writers

/// The page on which options are set against each other by every criterion that the notes give.
package struct ComparisonPage: Sendable, Hashable {
    package let shell: Shell
    package let breadcrumbs: [PageLink]
    package let table: MergedTable
    /// The decisions between two or more of the options.
    package let decisions: [NoteEntry]

    func render(_ theme: Theme) -> [UInt8] {
        let wording = shell.wording
        let words = wording.choices
        let summary = words.criteriaInComparisons(
            wording.counted(criteria: table.criterionCount, statements: table.statementCount),
            wording.counted(table.sources.count, words.comparisons))
        var main = Components.breadcrumbs(breadcrumbs, shell.wording)
        main.append(
            """
            <header class="note-header">
            <h1>\(shell.title)</h1>
            <p class="byline"\(shell.wording.language)>\(summary)</p>
            </header>

            """)
        main.append(table.markup(label: shell.title, wording))
        main.append(shell.section("sources", words.whereFrom, table.sourcesMarkup))
        main.append(shell.section("decisions", wording.frame.decide, decisions))
        return shell.page(theme, main: main, tools: .comparison)
    }
}
