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
        var main: Markup = """
            <header class="note-header">
            <h1>\(shell.title)</h1>

            """
        if !shell.description.isEmpty { main.append("<p class=\"lead\">\(shell.description)</p>\n") }
        main.append("<p class=\"byline\">\(counted(noteCount, "note"))</p>\n</header>\n")
        main.append(Components.section("decisions", "Decisions", decisions))
        main.append(Components.section("comparisons", "Comparisons", comparisons))
        main.append(Components.section("folders", "Folders", FolderPage.list(folders)))
        main.append(Components.section("notes", "Notes", notes))
        main.append(Components.section("all-tags", "Tags", tags.isEmpty ? nil : Components.tagCloud(tags)))
        main.append(Components.section("recent", "Recently updated", recent))
        return shell.page(theme, main: main)
    }
}
