package import Diagnostics
package import Markdown

/// Where a reference leads.
package enum Resolution: Sendable, Hashable {
    case note(Int, Anchor?)
    /// A file of the content folder that is no note.
    case asset(SourcePath)
    /// The tag's index.
    case tag(Int)
    /// An address outside the site, which is left as it is.
    case external
    /// Nowhere: it is shown as its text.
    case unresolved
}
