import Writers

/// `sitemap.xml` (https://www.sitemaps.org/protocol.html).
package struct Sitemap: Sendable, Hashable {
    package let entries: [Entry]

    package struct Entry: Sendable, Hashable {
        /// Absolute.
        package let url: String
        package let modified: String?
    }

    func render() -> [UInt8] {
        var xml: Markup = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

            """
        for entry in entries {
            xml.append("<url><loc>\(entry.url)</loc>")
            if let modified = entry.modified { xml.append("<lastmod>\(modified)</lastmod>") }
            xml.append(literal: "</url>\n")
        }
        xml.append(literal: "</urlset>\n")
        return xml.bytes
    }
}
