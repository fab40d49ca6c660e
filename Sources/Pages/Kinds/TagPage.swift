import Localisation
import Writers

/// The page of a tag: its notes, and the tags nested in it.
package struct TagPage: Sendable, Hashable {
    package let shell: Shell
    package let breadcrumbs: [PageLink]
    /// What the site says about the tag, else the note of its name.
    package let description: String
    /// The note that is about it.
    package let note: PageLink?
    /// Where its notes are searched, to be narrowed down by more tags.
    package let search: String
    package let children: [TagCount]
    /// The tags that most of its notes have too.
    package let together: [TagCount]
    package let notes: [NoteEntry]

    func render(_ theme: Theme) -> [UInt8] {
        let words = shell.wording.lists
        var main = Components.breadcrumbs(breadcrumbs, shell.wording)
        main.append(
            """
            <header class="note-header">
            <h1>\(shell.title)</h1>

            """)
        if !description.isEmpty { main.append("<p class=\"lead\">\(description)</p>\n") }
        if let note {
            main.append(
                "<p class=\"byline\"\(shell.wording.language)>\(words.about.markup("<a href=\"\(note.url)\"\(shell.wording.languageOfNotes)>\(note.title)</a>"))</p>\n"
            )
        }
        main.append(
            """
            <p class="byline"\(shell.wording.language)>\(shell.wording.counted(notes.count, shell.wording.frame.notes)) · <a href="\(search)">\(words.narrow)</a></p>
            </header>

            """)
        main.append(
            shell.section(
                "children", words.nestedTags, children.isEmpty ? nil : Components.tagCloud(children)))
        main.append(shell.section("notes", words.notes, Components.entries(notes)))
        main.append(
            shell.section(
                "together", words.tagsTogether, together.isEmpty ? nil : Components.tagCloud(together)))
        return shell.page(theme, main: main)
    }
}

/// The list of all tags.
package struct TagIndexPage: Sendable, Hashable {
    package let shell: Shell
    /// How the tags that most notes have occur together; nil where there is little to draw.
    package let map: Network?
    /// In the order of their names, nested ones right behind the tag that they are nested in.
    package let rows: [Row]

    package struct Row: Sendable, Hashable {
        package let tag: TagCount
        /// In how many tags it is nested.
        package let depth: Int
    }

    func render(_ theme: Theme) -> [UInt8] {
        let words = shell.wording.lists
        var main: Markup = """
            <header class="note-header">
            <h1\(shell.wording.language)>\(shell.title)</h1>
            <p class="byline"\(shell.wording.language)>\(shell.wording.counted(rows.count, words.tags))</p>
            </header>

            """
        if rows.isEmpty {
            main.append(
                "<p\(shell.wording.language)>\(words.noTags.markup("<code>#\(words.exampleTag)</code>"))</p>\n"
            )
        } else {
            main.append(list)
        }
        if let map {
            let figure = NetworkDrawing(map).figure(
                title: shell.wording.maps.tagsTitle, description: shell.wording.maps.tags, shell.wording)
            main.append(shell.section("tag-map", shell.wording.maps.tagsTogether, figure))
        }
        return shell.page(theme, main: main)
    }

    /// The tags, nested ones in lists of their own.
    private var list: Markup {
        var markup: Markup = "<ul class=\"tags counted\">\n"
        var depth = 0
        for (index, row) in rows.enumerated() {
            while depth > row.depth {
                markup.append(literal: "</ul>\n</li>\n")
                depth -= 1
            }
            markup.append(
                "<li><a href=\"\(row.tag.link.url)\">#\(row.tag.link.title) <span class=\"count\">\(row.tag.count)</span></a>"
            )
            if index + 1 < rows.count, rows[index + 1].depth > depth {
                markup.append(literal: "\n<ul class=\"tags counted\">\n")
                depth += 1
            } else {
                markup.append(literal: "</li>\n")
            }
        }
        while depth > 0 {
            markup.append(literal: "</ul>\n</li>\n")
            depth -= 1
        }
        markup.append(literal: "</ul>\n")
        return markup
    }
}
