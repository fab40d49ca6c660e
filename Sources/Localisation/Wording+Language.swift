package import Writers

// What language a part of a page is in, for pages on which there are two (WCAG 2.2, 3.1.2). On all others these say nothing.
extension Wording {
    /// The attribute of an element whose words are the interface's.
    package var language: Markup { notesLanguage == nil ? "" : " lang=\"\(code)\"" }

    /// The attribute of an element in such a one whose words are the notes' again.
    package var languageOfNotes: Markup { notesLanguage.map { " lang=\"\($0)\"" } ?? "" }

    /// Words of the notes within a sentence of the interface.
    package func quoting(_ text: String) -> Markup {
        notesLanguage == nil ? "\(text)" : "<span\(languageOfNotes)>\(text)</span>"
    }
}
