import Localisation
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
        let words = shell.wording.maps
        var main: Markup = """
            <header class="note-header">
            <h1\(shell.wording.language)>\(shell.title)</h1>
            <p class="byline"\(shell.wording.language)>\(shell.wording.counted(noteCount, shell.wording.frame.notes)) · \(shell.wording.counted(linkCount, words.links))</p>
            </header>

            """
        if let network {
            main.append(
                NetworkDrawing(network).figure(
                    title: shell.title, description: subject.description(words), shell.wording))
        } else if linkCount == 0 {
            main.append(
                "<p\(shell.wording.language)>\(words.noLinks.markup("<code>[[\(words.exampleTitle)]]</code>"))</p>\n"
            )
        }
        main.append(shell.section("most-linked", words.mostLinked, linkedMarkup))
        main.append(shell.section("unlinked", words.unlinked, unlinkedMarkup))
        return shell.page(theme, main: main)
    }

    private var linkedMarkup: Markup? {
        guard !linked.isEmpty else { return nil }
        var markup: Markup = "<ol class=\"entries compact\">\n"
        for note in linked {
            markup.append(
                "<li><a href=\"\(note.link.url)\">\(note.link.title)</a> <span class=\"reason\"\(shell.wording.language)>\(shell.wording.counted(note.count, shell.wording.maps.fromNotes))</span></li>\n"
            )
        }
        markup.append(literal: "</ol>\n")
        return markup
    }

    private var unlinkedMarkup: Markup? {
        guard !unlinked.isEmpty else { return nil }
        var markup: Markup = "<ul class=\"entries compact\">\n"
        for link in unlinked { markup.append(item: link) }
        markup.append(literal: "</ul>\n")
        if unlinkedCount > unlinked.count {
            markup.append(
                "<p class=\"reason\"\(shell.wording.language)>\(shell.wording.maps.more(String(unlinkedCount - unlinked.count)))</p>\n"
            )
        }
        return markup
    }
}

extension GraphPage.Subject {
    fileprivate func description(_ words: MapWords) -> String {
        switch self {
        case .notes: words.notes
        case .folders: words.folders
        case .tags: words.tags
        }
    }
}
