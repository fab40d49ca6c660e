package import Notes

extension Note {
    /// The day of the last change that the front matter knows.
    package var lastChange: CalendarDate? { frontMatter.updated ?? frontMatter.date }
}
