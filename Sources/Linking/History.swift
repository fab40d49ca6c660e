package import Diagnostics
package import Notes

/// When the files of the content folder last changed, and who changed them, as version control has it.
package struct History: Sendable, Hashable {
    private var changes: [SourcePath: Change] = [:]

    package struct Change: Sendable, Hashable {
        package let day: CalendarDate
        package let author: String

        package init(day: CalendarDate, author: String) {
            self.day = day
            self.author = author
        }
    }

    package init() {}

    /// Takes down a change, where no later one of the same file is known.
    package mutating func add(_ change: Change, of path: SourcePath) {
        if changes[path] == nil { changes[path] = change }
    }

    package subscript(path: SourcePath) -> Change? { changes[path] }

    package var isEmpty: Bool { changes.isEmpty }
}

extension Site {
    /// The day on which a note last changed: what its front matter says of that, else version control, else the day on
    /// which it was written.
    package func lastChange(of note: Int) -> CalendarDate? {
        Self.lastChange(of: notes[note], configuration.history)
    }

    static func lastChange(of note: Note, _ history: History) -> CalendarDate? {
        note.frontMatter.updated ?? history[note.path]?.day ?? note.frontMatter.date
    }

    /// Who made that change; nil where the front matter gives the day.
    package func lastAuthor(of note: Int) -> String? {
        notes[note].frontMatter.updated == nil ? configuration.history[notes[note].path]?.author : nil
    }
}
