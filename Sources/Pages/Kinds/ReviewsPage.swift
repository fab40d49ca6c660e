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
            <h1>\(shell.title)</h1>
            <p class="byline">\(counted(notes.count, "note"))</p>
            </header>
            <ul class="entries compact">

            """
        for note in notes {
            main.append("<li><a href=\"\(note.link.url)\">\(note.link.title)</a> <span class=\"reason\">")
            if let owner = note.owner { main.append("\(owner) · ") }
            main.append("\(note.review.dueMarkup)</span></li>\n")
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
    var dueMarkup: Markup {
        switch isOverdue {
        case true?: "<strong class=\"overdue\">due since <time datetime=\"\(due)\">\(due)</time></strong>"
        case false?: "due <time datetime=\"\(due)\">\(due)</time>"
        case nil: "<span data-due=\"\(due)\">due <time datetime=\"\(due)\">\(due)</time></span>"
        }
    }

    /// The notice above a note whose review is overdue, or may be.
    var notice: Markup {
        guard isOverdue != false else { return "" }
        let read: Markup = reviewed.map { "It was last reviewed on \($0), and" } ?? "It"
        let mark: Markup = isOverdue == nil ? " data-due=\"\(due)\" hidden" : ""
        return
            "<p class=\"notice stale\"\(mark)><strong>This note may be out of date.</strong> \(read) was to be reviewed by \(due).</p>\n"
    }
}
