import Localisation
import Writers

/// The page that search has for itself. Without a script it is the list of all notes by their first letters, and of all tags.
package struct SearchPage: Sendable, Hashable {
    package let shell: Shell
    package let letters: [Letter]
    package let tags: [TagCount]
    package let noteCount: Int

    /// The notes whose titles begin with a letter.
    package struct Letter: Sendable, Hashable {
        /// `A`, and `#` for what is no letter.
        package let name: String
        package let notes: [PageLink]
    }

    func render(_ theme: Theme) -> [UInt8] {
        var main: Markup = """
            <header class="note-header">
            <h1\(shell.wording.language)>\(shell.title)</h1>
            </header>
            <div id="page:search" class="search-place"></div>
            <noscript><p\(shell.wording.language)>\(shell.wording.lists.searchNeedsScript)</p></noscript>
            <div class="a-to-z">

            """
        if letters.count > 1 {
            main.append(
                "<nav class=\"letters\"\(shell.wording.language) aria-label=\"\(shell.wording.lists.lettersLandmark)\">\n<ul\(shell.wording.languageOfNotes)>\n"
            )
            for (index, letter) in letters.enumerated() {
                main.append("<li><a href=\"#page:letter-\(index)\">\(letter.name)</a></li>\n")
            }
            main.append(literal: "</ul>\n</nav>\n")
        }
        for (index, letter) in letters.enumerated() {
            main.append(
                "<section aria-labelledby=\"page:letter-\(index)\">\n<h2 id=\"page:letter-\(index)\">\(letter.name)</h2>\n"
            )
            main.append(Components.links(letter.notes))
            main.append(literal: "</section>\n")
        }
        main.append(literal: "</div>\n")
        main.append(
            shell.section(
                "tag-list", shell.wording.frame.tags, tags.isEmpty ? nil : Components.tagCloud(tags)))
        return shell.page(theme, main: main, tools: .search)
    }
}
