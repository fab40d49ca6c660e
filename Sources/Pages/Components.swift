import Localisation
import Writers

/// Pieces that several kinds of page share.
enum Components {
    /// Where the page stands; nothing on a page right below the root.
    static func breadcrumbs(_ links: [PageLink], _ words: FrameWords) -> Markup {
        guard !links.isEmpty else { return "" }
        var markup: Markup = "<nav class=\"breadcrumbs\" aria-label=\"\(words.breadcrumbLandmark)\"><ol>\n"
        for link in links { markup.append("<li><a href=\"\(link.url)\">\(link.title)</a></li>\n") }
        markup.append(literal: "</ol></nav>\n")
        return markup
    }

    static func tags(_ links: [PageLink], _ words: FrameWords) -> Markup {
        guard !links.isEmpty else { return "" }
        var markup: Markup = "<ul class=\"tags\" aria-label=\"\(words.tags)\">\n"
        for link in links {
            markup.append("<li><a href=\"\(link.url)\" rel=\"tag\">#\(link.title)</a></li>\n")
        }
        markup.append(literal: "</ul>\n")
        return markup
    }

    static func entries(_ entries: [NoteEntry]) -> Markup {
        var markup: Markup = "<ul class=\"entries\">\n"
        for entry in entries {
            markup.append("<li><a href=\"\(entry.link.url)\">\(entry.link.title)</a>")
            if let date = entry.date { markup.append(" <time datetime=\"\(date)\">\(date)</time>") }
            if !entry.summary.isEmpty { markup.append("<p>\(entry.summary)</p>") }
            markup.append(literal: "</li>\n")
        }
        markup.append(literal: "</ul>\n")
        return markup
    }

    /// A row of links, each with a number behind it where it has one.
    ///
    /// - Parameter mark: stands before every title.
    static func pills(_ items: [(link: PageLink, count: Int?)], mark: String = "") -> Markup {
        var markup: Markup = "<ul class=\"tags counted\">\n"
        for (link, count) in items {
            markup.append("<li><a href=\"\(link.url)\">\(mark)\(link.title)")
            if let count { markup.append(" <span class=\"count\">\(count)</span>") }
            markup.append(literal: "</a></li>\n")
        }
        markup.append(literal: "</ul>\n")
        return markup
    }

    /// A list of texts.
    static func list(_ texts: [String]) -> Markup {
        var markup: Markup = "<ul>\n"
        for text in texts { markup.append("<li>\(text)</li>\n") }
        markup.append(literal: "</ul>\n")
        return markup
    }

    static func links(_ links: [PageLink]) -> Markup {
        var markup: Markup = "<ul>\n"
        for link in links { markup.append("<li><a href=\"\(link.url)\">\(link.title)</a></li>\n") }
        markup.append(literal: "</ul>\n")
        return markup
    }

    /// A section with a heading of its own; nothing where it would be empty.
    ///
    /// - Parameter id: unique in the page; it may not be the anchor of a heading, which never holds a colon.
    static func section(_ id: String, _ heading: String, _ content: Markup?) -> Markup {
        guard let content else { return "" }
        return """
            <section class="\(id)" aria-labelledby="page:\(id)">
            <h2 id="page:\(id)">\(heading)</h2>
            \(content)</section>

            """
    }

    /// A section of notes; nothing where there are none.
    static func section(_ id: String, _ heading: String, _ entries: [NoteEntry]) -> Markup {
        section(id, heading, entries.isEmpty ? nil : Self.entries(entries))
    }

    static func tagCloud(_ tags: [TagCount]) -> Markup {
        pills(tags.map { ($0.link, $0.count) }, mark: "#")
    }
}

/// A tag with the number of its notes.
package struct TagCount: Sendable, Hashable {
    package let link: PageLink
    package let count: Int
}
