package import Diagnostics
package import Markdown

/// A compiled note: a pure function of its path and its bytes.
///
/// Nothing in it is filled in later. What only the whole site can tell, as where a link leads, stands beside the notes
/// in `Site`. It is a class so that a list of notes is copied without counting all that they hold; as nothing in it changes,
/// it is a value all the same.
package final class Note: Sendable {
    package let path: SourcePath
    package let frontMatter: FrontMatter
    /// From the front matter, else the note's first heading, else the file's name.
    package let title: String
    /// The heading that gave the title and is therefore not in the body.
    package let titleHeading: Heading?
    /// From the front matter, the tag row and the text, each once, in this order.
    package let tags: [TagName]
    /// The headings of the body, in order.
    package let headings: [Heading]
    /// In the order of the text; slots count in it.
    package let references: [Reference]
    package let comparisons: [Comparison]
    package let decisions: [Decision]
    /// The drawings in the text, in order.
    package let diagrams: [Diagram]
    package let body: Body
    package let text: PlainText
    /// The front matter's description, else the beginning of the first paragraph.
    package let summary: String
    package let source: SourceText
    /// The first line of the source that is not front matter, from 1.
    package let firstBodyLine: Int
    /// The stretches of the source that the author has commented out, in order.
    package let comments: [Range<Int>]
    /// What the author says need not be reported.
    package let allowances: [Allowance]
    package let diagnostics: [Diagnostic]

    init(
        path: SourcePath,
        frontMatter: FrontMatter,
        title: String,
        titleHeading: Heading?,
        tags: [TagName],
        headings: [Heading],
        references: [Reference],
        comparisons: [Comparison],
        decisions: [Decision],
        diagrams: [Diagram],
        body: Body,
        text: PlainText,
        summary: String,
        source: SourceText,
        firstBodyLine: Int,
        comments: [Range<Int>],
        allowances: [Allowance],
        diagnostics: [Diagnostic]
    ) {
        self.path = path
        self.frontMatter = frontMatter
        self.title = title
        self.titleHeading = titleHeading
        self.tags = tags
        self.headings = headings
        self.references = references
        self.comparisons = comparisons
        self.decisions = decisions
        self.diagrams = diagrams
        self.body = body
        self.text = text
        self.summary = summary
        self.source = source
        self.firstBodyLine = firstBodyLine
        self.comments = comments
        self.allowances = allowances
        self.diagnostics = diagnostics
    }
}
