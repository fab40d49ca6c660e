package import Diagnostics
package import Markdown

/// Something a note refers to: a note, a place in one, a file, or an address outside.
package struct Reference: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// `[[name]]`
        case wikilink = "wiki"
        /// `[text](path)`
        case link = "markdown"
        /// `![[name]]`
        case embed
        /// `![alt](path)`
        case image
        /// `#name`
        case tag
        /// A link or image with a scheme of its own.
        case external
    }

    package let kind: Kind
    /// A name or a path, without fragment; empty for a place in the same note. Percent-encoding is undone.
    package let target: String
    /// What follows `#`.
    package let fragment: String?
    /// A link's title, an image's `title`.
    package let title: String
    /// An image's text, or what a wikilink shows; empty for a wikilink without a label.
    package let text: String
    /// An image's size.
    package let size: ImageSize?
    /// Whether the blocks of an embedded note may be shown in its place.
    package let isBlock: Bool
    package let range: SourceRange
    /// Where the reference stands in the note's plain text: the block, and the byte in the block.
    package let place: PlainText.Place
}
