/// A place in pages that a site can fill with a template of its own, `theme/partials/<name>.html`.
package enum Partial: String, Sendable, CaseIterable {
    /// The end of every page's `head`.
    case head
    /// Below the bar at the top of every page.
    case header
    /// The end of every page.
    case footer
    /// Between a note's title and its text.
    case noteTop = "note-top"
    /// Below a note's text.
    case noteBottom = "note-bottom"

    package var fileName: String { "\(rawValue).html" }
}
