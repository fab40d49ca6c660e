import Writers

/// The map of all notes: a drawing of what links to what, and the same as lists.
package struct GraphPage: Sendable, Hashable {
    package let shell: Shell
    package let noteCount: Int
    /// How many pairs of notes are linked.
    package let linkCount: Int
    package let subject: Subject
    /// Nil where nothing is linked.
    package let network: Network?
    /// The notes that most others link to, the first first.
    package let linked: [Ranked]
    /// The notes without a link to or from another, but for those that are too many to list.
    package let unlinked: [PageLink]
    package let unlinkedCount: Int

    /// What the drawing's marks are: where there are too many notes to draw, their folders or tags.
    package enum Subject: Sendable, Hashable { case notes, folders, tags }

    package struct Ranked: Sendable, Hashable {
        package let link: PageLink
        /// How many notes link to it.
        package let count: Int
    }

    func render(_ theme: Theme) -> [UInt8] {
        var main: Markup = """
            <header class="note-header">
            <h1>\(shell.title)</h1>
            <p class="byline">\(counted(noteCount, "note")) · \(counted(linkCount, "link"))</p>
            </header>

            """
        if let network {
            main.append(NetworkDrawing(network).figure(title: shell.title, description: subject.description))
        } else if linkCount == 0 {
            main.append(
                literal:
                    "<p>No note links to another yet. Write <code>[[Title]]</code> in a note to link it.</p>\n"
            )
        }
        main.append(Components.section("most-linked", "Most linked notes", linkedMarkup))
        main.append(Components.section("unlinked", "Notes without links", unlinkedMarkup))
        return shell.page(theme, main: main)
    }

    private var linkedMarkup: Markup? {
        guard !linked.isEmpty else { return nil }
        var markup: Markup = "<ol class=\"entries compact\">\n"
        for note in linked {
            markup.append(
                "<li><a href=\"\(note.link.url)\">\(note.link.title)</a> <span class=\"reason\">from \(counted(note.count, "note"))</span></li>\n"
            )
        }
        markup.append(literal: "</ol>\n")
        return markup
    }

    private var unlinkedMarkup: Markup? {
        guard !unlinked.isEmpty else { return nil }
        var markup: Markup = "<ul class=\"entries compact\">\n"
        for link in unlinked { markup.append("<li><a href=\"\(link.url)\">\(link.title)</a></li>\n") }
        markup.append(literal: "</ul>\n")
        if unlinkedCount > unlinked.count {
            markup.append("<p class=\"reason\">And \(unlinkedCount - unlinked.count) more</p>\n")
        }
        return markup
    }
}

extension GraphPage.Subject {
    fileprivate var description: String {
        switch self {
        case .notes: "Each mark is a note, larger the more links it has. Each line is a link."
        case .folders:
            "Each mark is a folder, larger the more notes it holds. Lines join folders whose notes link to each other."
        case .tags:
            "Each mark is a tag, larger the more notes have it. Lines join tags that notes have together."
        }
    }
}
