package import Linking
package import Localisation
import Writers

/// What surrounds the content of every page.
package struct Shell: Sendable, Hashable {
    /// The kind of page, as `data-page` on the root element tells styles and tests.
    package enum Kind: String, Sendable {
        case home, note, folder, notes, recent, reviews, graph, tag, tags, compare, comparison, decide,
            decision,
            option, search
        case notFound = "not-found"
    }

    package let kind: Kind
    package let route: RoutePath
    /// The page's own title.
    package let title: String
    package let description: String
    package let siteTitle: String
    /// Whether the site has pages of comparisons, and of decisions, to lead to.
    package let hasComparisons: Bool
    package let hasDecisions: Bool
    /// Whether any note has a date, and one by which it is to be reviewed.
    package let hasDates: Bool
    package let hasReviews: Bool
    package let language: String
    package let wording: Wording
    package let addressing: Addressing
    /// The page's absolute address, where the site's is known.
    package let canonical: String?
    /// The note as Markdown.
    package let markdown: String?
    package let feed: String?

    /// How a page's links are written.
    package enum Addressing: Sendable, Hashable {
        /// Relative to the page: the site works under any path.
        case relative(LinkStyle)
        /// From the server's root: the page is served for addresses of any depth.
        case rooted(path: String)
    }

    /// A site without a title of its own has a word of the interface for one.
    var languageOfTitle: Markup { siteTitle == wording.lists.notes ? wording.language : "" }

    package func url(to target: RoutePath) -> String {
        switch addressing {
        case .relative(let style): route.relativeURL(to: target, style: style)
        case .rooted(let path): path + target.url
        }
    }

    /// Writes a whole page.
    ///
    /// - Parameters:
    ///   - sidebar: the section that the page belongs to.
    ///   - contents: the headings of the page.
    ///   - tools: what the page's scripts have to do.
    ///   - note: what the site's templates may say of the page's note.
    func page(
        _ theme: Theme, sidebar: Sidebar? = nil, contents: Markup? = nil, main: Markup,
        tools: Theme.Tools = .common, note: PartialFields.Note? = nil
    ) -> [UInt8] {
        let section = sidebar?.markup(wording)
        var page = Markup(capacity: main.count + (contents?.count ?? 0) + (section?.count ?? 0) + 2048)
        let sheets = Theme.Sheet.needed(for: tools, in: main)
        appendHead(theme, tools, sheets, unfolds: sidebar?.canUnfold ?? false, note, to: &page)
        page.append(
            """
            <body>
            <a class="skip"\(wording.language) href="#page:main">\(wording.frame.skip)</a>
            <header class="site-header">
            <a class="site-title"\(languageOfTitle) href="\(url(to: .home))">\(logo(of: theme))\(siteTitle)</a>
            <a class="search-button"\(wording.language) href="\(url(to: .search))" data-tags="\(url(to: .tags))">\(wording.frame.search)</a>
            <button type="button" class="menu-button"\(wording.language) popovertarget="page:menu">\(wording.frame.menu)</button>
            <nav class="site-nav"\(wording.language) id="page:menu" popover aria-label="\(wording.frame.siteLandmark)">\(navigation)</nav>
            <button type="button" class="scheme-button"\(wording.language) aria-label="\(wording.frame.colours)"></button>
            </header>

            """)
        append(.header, "aside", theme, note, to: &page)
        page.append(literal: "<div class=\"layout\">\n")
        if let section { page.append(section) }
        if let contents { page.append(contents) }
        page.append(literal: "<main id=\"page:main\" tabindex=\"-1\">\n")
        if section != nil { page.append(Sidebar.button(wording)) }
        page.append(main)
        page.append(literal: "</main>\n")
        page.append(
            "</div>\n<footer class=\"site-footer\">\n<nav\(wording.language) aria-label=\"\(wording.frame.listsLandmark)\">\(lists)</nav>\n"
        )
        append(.footer, "div", theme, note, to: &page)
        page.append(literal: "</footer>\n</body>\n</html>\n")
        return page.bytes
    }

    /// Writes what a template of the site makes of the page, in an element of its own; nothing where there is none.
    func append(
        _ partial: Partial, _ element: String, _ theme: Theme, _ note: PartialFields.Note?,
        to page: inout Markup
    ) {
        guard let content = theme.partials?.render(partial, self, note), !content.isEmpty else { return }
        page.append("<\(element) class=\"partial-\(partial.rawValue)\">\n\(content)</\(element)>\n")
    }

    /// The site's picture, which says no more than its title beside it. An SVG is safe here: in an image no script runs and
    /// nothing is loaded (https://www.w3.org/TR/SVG2/conform.html#secure-static-mode).
    private func logo(of theme: Theme) -> Markup {
        guard let logo = theme.logo else { return "" }
        func image(_ picture: Theme.Picture, _ name: String) -> Markup {
            "<img class=\"\(name)\" src=\"\(url(to: picture.asset.route))\" width=\"\(picture.width)\" height=\"\(picture.height)\" alt=\"\">"
        }
        guard let dark = theme.darkLogo else { return image(logo, "logo") }
        return "\(image(logo, "logo on-light"))\(image(dark, "logo on-dark"))"
    }

    private func link(_ title: String, _ route: RoutePath, _ here: Kind) -> Markup {
        "<a href=\"\(url(to: route))\"\(kind == here ? " aria-current=\"page\"" as Markup : "")>\(title)</a>"
    }

    /// The direction of scripts that are written from right to left (Unicode CLDR, character order of languages).
    private var direction: Markup {
        let primary = String(language.lowercased().prefix { $0 != "-" })
        return Self.rightToLeft.contains(primary) ? " dir=\"rtl\"" : ""
    }

    private static let rightToLeft: Set<String> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi",
    ]

    /// What leads to the lists of all notes.
    private var lists: Markup {
        let words = wording.frame
        var links = link(words.allNotes, .notes, .notes)
        links.append(link(words.allTags, .tags, .tags))
        links.append(link(words.map, .graph, .graph))
        if hasDates { links.append(link(words.recentChanges, .recent, .recent)) }
        if hasReviews { links.append(link(words.reviews, .reviews, .reviews)) }
        return links
    }

    private var navigation: Markup {
        let words = wording.frame
        var links: Markup = ""
        if hasDecisions { links.append(link(words.decide, .decide, .decide)) }
        if hasComparisons { links.append(link(words.compare, .compare, .compare)) }
        links.append(link(words.tags, .tags, .tags))
        return links
    }

    private func appendHead(
        _ theme: Theme, _ tools: Theme.Tools, _ sheets: Set<Theme.Sheet>, unfolds: Bool,
        _ note: PartialFields.Note?, to page: inout Markup
    ) {
        let fullTitle = title == siteTitle ? title : "\(title) · \(siteTitle)"
        page.append(
            """
            <!doctype html>
            <html lang="\(language)"\(direction) data-page="\(kind.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'self'">
            <meta name="color-scheme" content="light dark">
            <title>\(fullTitle)</title>

            """)
        if !description.isEmpty { page.append("<meta name=\"description\" content=\"\(description)\">\n") }
        if let canonical { page.append("<link rel=\"canonical\" href=\"\(canonical)\">\n") }
        page.append(
            """
            <script src="\(url(to: theme.scheme.route))"></script>

            """)
        for sheet in theme.stylesheets(sheets) {
            page.append("<link rel=\"stylesheet\" href=\"\(url(to: sheet.route))\">\n")
        }
        page.append(
            "<link rel=\"icon\" type=\"image/svg+xml\" href=\"\(url(to: theme.icon.route))\">\n")
        // What was unfolded on the page before is so when this one is first shown.
        if unfolds {
            page.append("<script defer blocking=\"render\" src=\"\(url(to: theme.tree.route))\"></script>\n")
        }
        // Tools stand above what is there without them: shown later, they would push it down before the reader's eyes.
        let blocking: Markup = tools == .common || tools == .search ? "" : " blocking=\"render\""
        for script in theme.scripts(for: tools) {
            page.append("<script defer\(blocking) src=\"\(url(to: script.route))\"></script>\n")
        }
        if let markdown {
            page.append("<link rel=\"alternate\" type=\"text/markdown\" href=\"\(markdown)\">\n")
        }
        if let feed {
            page.append("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"\(feed)\">\n")
        }
        if let partials = theme.partials { page.append(partials.render(.head, self, note)) }
        page.append(literal: "</head>\n")
    }
}
