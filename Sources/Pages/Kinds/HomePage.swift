import Localisation
import Writers

/// The home page of a site that has no `index.md`: what there is to decide, to compare and to read.
package struct HomePage: Sendable, Hashable {
    package let shell: Shell
    package let noteCount: Int
    package let decisions: [NoteEntry]
    package let comparisons: [NoteEntry]
    package let folders: [FolderPage.Subfolder]
    package let tags: [TagCount]
    package let recent: [NoteEntry]
    /// The notes of the top folder.
    package let notes: [NoteEntry]

    func render(_ theme: Theme) -> [UInt8] {
        let wording = shell.wording
        let words = wording.lists
        var main: Markup = """
            <header class="note-header">
            <h1\(shell.languageOfTitle)>\(shell.title)</h1>

            """
        if !shell.description.isEmpty { main.append("<p class=\"lead\">\(shell.description)</p>\n") }
        main.append(
            "<p class=\"byline\"\(wording.language)>\(wording.counted(noteCount, wording.frame.notes))</p>\n</header>\n"
        )
        main.append(shell.section("decisions", words.decisions, decisions))
        main.append(shell.section("comparisons", words.comparisons, comparisons))
        main.append(shell.section("folders", words.folders, FolderPage.list(folders, wording)))
        main.append(shell.section("notes", words.notes, notes))
        main.append(
            shell.section("all-tags", wording.frame.tags, tags.isEmpty ? nil : Components.tagCloud(tags))
        )
        main.append(shell.section("recent", words.recentlyUpdated, recent))
        return shell.page(theme, main: main)
    }
}
