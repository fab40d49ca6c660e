import Localisation
import Writers

/// The notes that are to be reviewed, the most urgent first.
package struct ReviewsPage: Sendable, Hashable {
    package let shell: Shell
    package let notes: [Entry]

    package struct Entry: Sendable, Hashable {
        package let link: PageLink
        package let owner: String?
        package let review: Review
    }

    func render(_ theme: Theme) -> [UInt8] {
        var main: Markup = """
            <header class="note-header">
            <h1\(shell.wording.language)>\(shell.title)</h1>
            <p class="byline"\(shell.wording.language)>\(shell.wording.counted(notes.count, shell.wording.frame.notes))</p>
            </header>
            <ul class="entries compact">

            """
        for note in notes {
            main.append(
                "<li><a href=\"\(note.link.url)\">\(note.link.title)</a> <span class=\"reason\"\(shell.wording.language)>"
            )
            if let owner = note.owner { main.append("\(shell.wording.quoting(owner)) · ") }
            main.append("\(note.review.dueMarkup(shell.wording))</span></li>\n")
        }
        main.append(literal: "</ul>\n")
        return shell.page(theme, main: main)
    }
}

/// When a note was read with care, and when it is to be again.
package struct Review: Sendable, Hashable {
    package let reviewed: String?
    package let due: String
    /// Whether the day is past; nil where only the reader's own clock can tell.
    package let isOverdue: Bool?

    /// `due 2026-05-01`; the page's script marks it where the day is past.
    func dueMarkup(_ wording: Wording) -> Markup {
        let words = wording.note
        let day = Components.day(due)
        return switch isOverdue {
        case true?: "<strong class=\"overdue\">\(words.overdue.markup(day))</strong>"
        case false?: words.due.markup(day)
        case nil: "<span data-due=\"\(due)\">\(words.due.markup(day))</span>"
        }
    }

    /// The notice above a note whose review is overdue, or may be.
    func notice(_ wording: Wording) -> Markup {
        guard isOverdue != false else { return "" }
        let words = wording.note
        let day = Components.day(due)
        let reason =
            reviewed.map { words.wasReviewed.markup(Components.day($0), day) } ?? words.wasDue.markup(day)
        let mark: Markup = isOverdue == nil ? " data-due=\"\(due)\" hidden" : ""
        return
            "<p class=\"notice stale\"\(wording.language)\(mark)><strong>\(words.stale)</strong> \(reason)</p>\n"
    }
}
