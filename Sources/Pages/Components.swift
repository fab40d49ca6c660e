import Localisation
import Writers

/// Pieces that several kinds of page share.
enum Components {
    /// Where the page stands; nothing on a page right below the root.
    static func breadcrumbs(_ links: [PageLink], _ wording: Wording) -> Markup {
        guard !links.isEmpty else { return "" }
        var markup: Markup =
            "<nav class=\"breadcrumbs\"\(wording.language) aria-label=\"\(wording.frame.breadcrumbLandmark)\"><ol>\n"
        for link in links {
            markup.append("<li\(link.isOwn ? "" : wording.languageOfNotes)>")
            markup.append(link)
            markup.append(literal: "</li>\n")
        }
        markup.append(literal: "</ol></nav>\n")
        return markup
    }

    static func tags(_ links: [PageLink], _ wording: Wording) -> Markup {
        guard !links.isEmpty else { return "" }
        var markup: Markup = "<ul class=\"tags\"\(wording.language) aria-label=\"\(wording.frame.tags)\">\n"
        for link in links {
            markup.append(
                "<li\(wording.languageOfNotes)><a href=\"\(link.url)\" rel=\"tag\">#\(link.title)</a></li>\n")
        }
        markup.append(literal: "</ul>\n")
        return markup
    }

    static func entries(_ entries: [NoteEntry]) -> Markup {
        var markup: Markup = "<ul class=\"entries\">\n"
        for entry in entries {
            markup.append(literal: "<li>")
            markup.append(entry.link)
            if let date = entry.date { markup.append(" \(day(date))") }
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

    /// A day, as `2026-11-20`.
    static func day(_ date: String) -> Markup { "<time datetime=\"\(date)\">\(date)</time>" }

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
    /// - Parameters:
    ///   - id: unique in the page; it may not be the anchor of a heading, which never holds a colon.
    ///   - wording: what the heading is from; nil where it is from the notes.
    static func section(
        _ id: String, _ heading: String, _ content: Markup?, _ wording: Wording? = nil
    ) -> Markup {
        guard let content else { return "" }
        return """
            <section class="\(id)" aria-labelledby="page:\(id)">
            <h2 id="page:\(id)"\(wording?.language ?? "")>\(heading)</h2>
            \(content)</section>

            """
    }

    static func tagCloud(_ tags: [TagCount]) -> Markup {
        pills(tags.map { ($0.link, $0.count) }, mark: "#")
    }
}

extension Markup {
    /// Appends a link. As a page has dozens, none is put together in a place of its own first.
    ///
    /// - Parameter attributes: more attributes, with a space before each.
    mutating func append(_ link: PageLink, _ attributes: Markup = "") {
        append(literal: "<a href=\"")
        append(text: link.url)
        append(literal: "\"")
        append(attributes)
        append(literal: ">")
        append(text: link.title)
        append(literal: "</a>")
    }

    /// Appends an item of a list that is nothing but a link.
    mutating func append(item link: PageLink, _ attributes: Markup = "") {
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

extension Shell {
    /// A section with a heading of the interface; nothing where it would be empty.
    func section(_ id: String, _ heading: String, _ content: Markup?) -> Markup {
        Components.section(id, heading, content, wording)
    }

    /// A section of notes; nothing where there are none.
    func section(_ id: String, _ heading: String, _ entries: [NoteEntry]) -> Markup {
        section(id, heading, entries.isEmpty ? nil : Components.entries(entries))
    }
}
