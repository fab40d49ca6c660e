import Localisation
import Writers

/// Notes in groups: all of them from A to Z, or the last that changed by month.
package struct NoteIndexPage: Sendable, Hashable {
    package let shell: Shell
    package let noteCount: Int
    package let groups: [Group]

    package struct Group: Sendable, Hashable {
        /// A letter, or a month.
        package let title: String
        package let notes: [Entry]
    }

    package struct Entry: Sendable, Hashable {
        package let link: PageLink
        /// Where it stands, or when it changed.
        package let detail: String
    }

    func render(_ theme: Theme) -> [UInt8] {
        var main: Markup = """
            <header class="note-header">
            <h1\(shell.wording.language)>\(shell.title)</h1>
            <p class="byline"\(shell.wording.language)>\(shell.wording.counted(noteCount, shell.wording.frame.notes))</p>
            </header>

            """
        if groups.count > 1 {
            main.append(
                "<nav class=\"letters\"\(shell.wording.language) aria-label=\"\(shell.wording.lists.groupsLandmark)\">"
            )
            for (index, group) in groups.enumerated() {
                main.append(
                    "<a href=\"#page:group-\(index + 1)\"\(shell.wording.languageOfNotes)>\(group.title)</a>")
            }
            main.append(literal: "</nav>\n")
        }
        for (index, group) in groups.enumerated() {
            var list: Markup = "<ul class=\"entries compact\">\n"
            for entry in group.notes {
                list.append(literal: "<li>")
                list.append(entry.link)
                if !entry.detail.isEmpty { list.append(" <span class=\"reason\">\(entry.detail)</span>") }
                list.append(literal: "</li>\n")
            }
            list.append(literal: "</ul>\n")
            main.append(Components.section("group-\(index + 1)", group.title, list))
        }
        return shell.page(theme, main: main)
    }
}
