/// The parts of `[[name#fragment|label]]`.
package struct Wikilink: Hashable, Sendable {
    /// A note's name or path; empty for a place in the same note.
    package let name: String
    /// What follows `#`, nil where there is none. The last part where there are several, as in Obsidian's
    /// `note#heading#subheading`.
    package let fragment: String?

    /// - Parameter destination: what stands between `[[` and `|`.
    package init(_ destination: String) {
        let parts = destination.split(separator: "#", omittingEmptySubsequences: false)
        name = Self.trimmed(parts.first ?? "")
        let last = parts.count > 1 ? Self.trimmed(parts[parts.count - 1]) : ""
        fragment = last.isEmpty ? nil : last
    }

    /// What a reader sees of a link without a label whose target is not known.
    static func shownText(_ destination: String) -> String {
        let link = Wikilink(destination)
        guard let fragment = link.fragment else { return link.name }
        return link.name.isEmpty ? fragment : "\(link.name) > \(fragment)"
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
