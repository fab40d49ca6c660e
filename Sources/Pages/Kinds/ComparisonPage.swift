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
        var main = Components.breadcrumbs(breadcrumbs)
        main.append(
            """
            <header class="note-header">
            <h1>\(shell.title)</h1>
            <p class="byline">\(counted(table.rows.count, "criterion", "criteria")) from \(counted(table.sources.count, "comparison"))</p>
            </header>

            """)
        main.append(table.markup(label: shell.title))
        main.append(Components.section("sources", "Where this is from", table.sourcesMarkup))
        main.append(Components.section("decisions", "Decide", decisions))
        return shell.page(theme, main: main, tools: .comparison)
    }
}
