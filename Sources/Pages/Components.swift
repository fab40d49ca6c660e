import Localisation
import Writers

/// Pieces that several kinds of page share.
enum Components {
    /// Where the page stands; nothing on a page right below the root.
    static func breadcrumbs(_ links: [PageLink], _ words: FrameWords) -> Markup {
        guard !links.isEmpty else { return "" }
        var markup: Markup = "<nav class=\"breadcrumbs\" aria-label=\"\(words.breadcrumbLandmark)\"><ol>\n"
        for link in links { markup.append(item: link) }
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
            markup.append(literal: "<li>")
            markup.append(entry.link)
            if let date = entry.date { markup.append(" <time datetime=\"\(date)\">\(date)</time>") }
            if !entry.summary.isEmpty {
                markup.append(literal: "<p>")
                markup.append(text: entry.summary)
                markup.append(literal: "</p>")
            }
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
        for link in links { markup.append(item: link) }
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

extension Markup {
    /// Appends a link. As a page has dozens, none is put together in a place of its own first.
    ///
    /// - Parameter attributes: more attributes, with a space before each.
    mutating func append(_ link: PageLink, _ attributes: StaticString = "") {
        append(literal: "<a href=\"")
        append(text: link.url)
        append(literal: "\"")
        append(literal: attributes)
        append(literal: ">")
        append(text: link.title)
        append(literal: "</a>")
    }

    /// Appends an item of a list that is nothing but a link.
    mutating func append(item link: PageLink, _ attributes: StaticString = "") {
        append(literal: "<li>")
        append(link, attributes)
        append(literal: "</li>\n")
    }
}

/// A tag with the number of its notes.
package struct TagCount: Sendable, Hashable {
    package let link: PageLink
    package let count: Int
}
