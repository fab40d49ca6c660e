package import Diagnostics
package import Markdown
package import Notes

/// Where a reference leads.
package enum Resolution: Sendable, Hashable {
    case note(Int, Place?)
    /// A file of the content folder that is no note.
    case asset(SourcePath)
    /// A page that no note has: a folder's, or the list of tags.
    case page(RoutePath)
    /// The tag's index.
    case tag(Int)
    /// An address outside the site, which is left as it is.
    case external
    /// Nowhere: it is shown as its text.
    case unresolved

    /// A place in a note.
    package enum Place: Sendable, Hashable {
        /// The heading that gave the title.
        case title
        /// The heading at an index of the note's.
        case heading(Int32)
        /// The block with an id of its own, at an index of the body's.
        case block(Int32)
    }
}

extension Note {
    package func heading(at place: Resolution.Place) -> Heading? {
        switch place {
        case .title: titleHeading
        case .heading(let index): headings[Int(index)]
        case .block: nil
        }
    }

    /// The `id` of a place.
    package func anchor(at place: Resolution.Place) -> Anchor? {
        if case .block(let index) = place { return body.blocks[Int(index)].anchor }
        return heading(at: place)?.anchor
    }
}
