import Localisation
import Writers

/// The list of all comparisons, and the place where readers put together a comparison of their own.
package struct ComparisonIndexPage: Sendable, Hashable {
    package let shell: Shell
    package let comparisons: [NoteEntry]
    package let options: [Choice]
    /// The way to the site's root.
    package let root: String

    /// An option that can be picked.
    package struct Choice: Sendable, Hashable {
        package let link: PageLink
        package let slug: String
        /// How many cells the notes have for it by a criterion, and how many without one.
        package let claimCount: Int
        package let statementCount: Int
        /// The script with what they say.
        package let source: String
    }

    func render(_ theme: Theme) -> [UInt8] {
        let wording = shell.wording
        let words = wording.choices
        let summary = words.optionsInComparisons(
            wording.counted(options.count, words.options),
            wording.counted(comparisons.count, words.comparisons))
        var main: Markup = """
            <header class="note-header">
            <h1\(shell.wording.language)>\(shell.title)</h1>
            <p class="byline"\(shell.wording.language)>\(summary)</p>
            </header>
            <section class="matrix" data-root="\(root)" aria-labelledby="page:matrix" hidden>
            <h2 id="page:matrix"\(shell.wording.language)>\(words.sideBySide)</h2>
            <form class="picker">
            <fieldset>
            <legend\(shell.wording.language)>\(words.optionsLegend)</legend>
            <ul>

            """
        for option in options where option.claimCount > 0 {
            main.append(
                """
                <li><label><input type="checkbox" name="o" value="\(option.slug)" data-src="\(option.source)"> \
                \(option.link.title)</label> <span class="count">\(option.claimCount)</span></li>

                """)
        }
        main.append(literal: "</ul>\n</fieldset>\n</form>\n<div class=\"result\"></div>\n</section>\n")
        main.append(
            shell.section("comparisons", words.comparedInNotes, Components.entries(comparisons)))
        main.append(
            shell.section(
                "options", words.allOptions, Components.pills(options.map(Self.pill))))
        return shell.page(theme, main: main, tools: .matrix)
    }

    /// An option with the number of cells about it; without one where only decisions name it.
    private static func pill(_ option: Choice) -> (link: PageLink, count: Int?) {
        let count = option.claimCount + option.statementCount
        return (option.link, count > 0 ? count : nil)
    }
}
