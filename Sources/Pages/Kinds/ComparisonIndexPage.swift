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
        /// How many cells the notes have for it.
        package let claimCount: Int
        /// The script with what they say.
        package let source: String
    }

    func render(_ theme: Theme) -> [UInt8] {
        var main: Markup = """
            <header class="note-header">
            <h1>\(shell.title)</h1>
            <p class="byline">\(counted(options.count, "option")) in \(counted(comparisons.count, "comparison"))</p>
            </header>
            <section class="matrix" data-root="\(root)" aria-labelledby="page:matrix" hidden>
            <h2 id="page:matrix">Put options side by side</h2>
            <form class="picker">
            <fieldset>
            <legend>Options</legend>
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
            Components.section("comparisons", "Compared in the notes", Components.entries(comparisons)))
        main.append(
            Components.section(
                "options", "All options", Components.pills(options.map { ($0.link, $0.claimCount) })))
        return shell.page(theme, main: main, tools: .matrix)
    }
}
