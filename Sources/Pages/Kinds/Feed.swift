package import Linking
import Writers

/// The notes that changed last, as an Atom feed (RFC 4287).
package struct Feed: Sendable, Hashable {
    package let title: String
    /// The site's absolute address.
    package let site: String
    package let route: RoutePath
    /// The page that shows the same notes.
    package let page: RoutePath
    package let entries: [Entry]

    package struct Entry: Sendable, Hashable {
        package let title: String
        /// Absolute; also the entry's id.
        package let url: String
        /// `2026-11-20`
        package let updated: String
        package let summary: String
    }

    func render() -> [UInt8] {
        // A feed must say when it changed. Its newest entry tells, and the clock is left out of the output.
        let updated = entries.first.map(\.updated) ?? "1970-01-01"
        var xml: Markup = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
            <title>\(title)</title>
            <id>\(site)\(page.url)</id>
            <link href="\(site)\(page.url)"/>
            <link rel="self" href="\(site)\(route.url)"/>
            <author><name>\(title)</name></author>
            <updated>\(updated)T00:00:00Z</updated>

            """
        for entry in entries {
            xml.append(
                """
                <entry>
                <title>\(entry.title)</title>
                <id>\(entry.url)</id>
                <link href="\(entry.url)"/>
                <updated>\(entry.updated)T00:00:00Z</updated>
                <summary>\(entry.summary)</summary>
                </entry>

                """)
        }
        xml.append(literal: "</feed>\n")
        return xml.bytes
    }
}
