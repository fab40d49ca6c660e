package import Linking

/// A note as Markdown, for readers and programs that prefer it: its text as the author wrote it, under its title,
/// without front matter.
package struct NoteMarkdown: Sendable, Hashable {
    package let route: RoutePath
    package let bytes: [UInt8]
}
