package import Linking
package import Localisation
import Writers

/// A page that leads on to another, for an address that a note had or is also known by.
package struct RedirectPage: Sendable, Hashable {
    package let route: RoutePath
    package let language: String
    package let wording: Wording
    package let target: PageLink
    package let canonical: String?

    func render(_ theme: Theme) -> [UInt8] {
        var page: Markup = """
            <!doctype html>
            <html lang="\(language)" data-page="redirect">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'self'">
            <noscript><meta http-equiv="refresh" content="0; url=\(target.url)"></noscript>
            <meta name="robots" content="noindex">
            <title>\(target.title)</title>

            """
        if let canonical { page.append("<link rel=\"canonical\" href=\"\(canonical)\">\n") }
        page.append(
            """
            </head>
            <body>
            <main>
            <h1\(wording.language)>\(wording.lists.moved)</h1>
            <p\(wording.language)>\(wording.lists.movedTo.markup("<a href=\"\(target.url)\"\(wording.languageOfNotes)>\(target.title)</a>"))</p>
            </main>
            <script src="\(route.relativeURL(to: theme.redirect.route, style: .folder))"></script>
            </body>
            </html>

            """)
        return page.bytes
    }
}
