import Writers

/// The page of a tag: its notes, and the tags nested in it.
package struct TagPage: Sendable, Hashable {
    package let shell: Shell
    package let breadcrumbs: [PageLink]
    package let children: [TagCount]
    /// The tags that most of its notes have too.
    package let together: [TagCount]
    package let notes: [NoteEntry]

    func render(_ theme: Theme) -> [UInt8] {
        var main = Components.breadcrumbs(breadcrumbs)
        main.append(
            """
            <header class="note-header">
            <h1>\(shell.title)</h1>
            <p class="byline">\(counted(notes.count, "note"))</p>
            </header>

            """)
        main.append(
            Components.section(
                "children", "Nested tags", children.isEmpty ? nil : Components.tagCloud(children)))
        main.append(Components.section("notes", "Notes", Components.entries(notes)))
        main.append(
            Components.section(
                "together", "Often together with", together.isEmpty ? nil : Components.tagCloud(together)))
        return shell.page(theme, main: main)
    }
}

/// The list of all tags.
package struct TagIndexPage: Sendable, Hashable {
    package let shell: Shell
    /// In the order of their names, nested ones right behind the tag that they are nested in.
    package let tags: [TagCount]

    func render(_ theme: Theme) -> [UInt8] {
        var main: Markup = """
            <header class="note-header">
            <h1>\(shell.title)</h1>
            <p class="byline">\(counted(tags.count, "tag"))</p>
            </header>

            """
        if tags.isEmpty {
            main.append(
                literal: "<p>No note has a tag yet. Write <code>#topic</code> in a note to give it one.</p>\n"
            )
        } else {
            main.append(Components.tagCloud(tags))
        }
        return shell.page(theme, main: main)
    }
}
