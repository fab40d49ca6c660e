package import Linking
package import Search

/// The models of a site's pages, in the order in which they are listed; each is made when it is asked for, so that a
/// site's pages never are in memory all at once.
package struct PageModels: RandomAccessCollection, Sendable {
    let site: Site
    let theme: Theme
    /// Nil where the files of the index are left out.
    let search: Shards?
    let entries: [Entry]

    /// What a page is made of.
    enum Entry: Sendable, Hashable {
        case note(Int)
        case markdown(Int)
        case home
        case folder(Int)
        case folderListing(Int)
        case noteIndex
        case recent
        case reviews
        case graph
        case tag(Int)
        case tagIndex
        case pair(Int)
        case largeTable(Int)
        case comparisonIndex
        case decision(Int)
        case decisionIndex
        case option(Int)
        case optionClaims(Int)
        case searchFile(Int)
        case search
        case redirect(Int)
        case notFound
        case sitemap
        case feed
        case tagFeed(Int)
        case overview
        case addresses
        case model
        case asset(Int)
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { entries.count }
    /// Where each page goes, without making it.
    package var paths: [OutputPath] { entries.map { route(of: $0).outputPath } }

    private func route(of entry: Entry) -> RoutePath {
        switch entry {
        case .note(let index): site.routes.ofNote[index] ?? .home
        case .markdown(let index): (site.routes.ofNote[index] ?? .home).file("index.md")
        case .home: .home
        case .folder(let index): site.routes.ofFolder[index]
        case .folderListing(let index): FolderListing.route(of: site.routes.ofFolder[index])
        case .noteIndex: .notes
        case .recent: .recent
        case .reviews: .reviews
        case .graph: .graph
        case .tag(let index): site.tags.all[index].route
        case .tagIndex: RoutePath.tags
        case .pair(let index): site.pairs.all[index].route
        case .largeTable(let index): site.pairs.large[index].route
        case .comparisonIndex: .compare
        case .decision(let index): site.decisions.all[index].route
        case .decisionIndex: .decide
        case .option(let index): site.options.all[index].route
        case .optionClaims(let index): site.options.all[index].route.file("claims.js")
        case .searchFile(let index): (search ?? Shards(of: site)).route(index)
        case .search: .search
        case .redirect(let index): site.routes.redirects[index].from
        case .notFound: RoutePath.notFound
        case .sitemap: RoutePath.sitemap
        case .feed: RoutePath.feed
        case .tagFeed(let index): site.tags.all[index].route.file("feed.xml")
        case .overview: RoutePath.overview
        case .addresses: RoutePath.addresses
        case .model: RoutePath.model
        case .asset(let index): theme.assets[index].route
        }
    }

    /// Whether the pages are in the same order at the same places.
    package func hasSamePaths(as other: PageModels) -> Bool {
        entries == other.entries && site.hasSameAddresses(as: other.site) && theme == other.theme
    }

    /// The note whose own page stands at an index.
    package func note(at index: Int) -> Int? {
        if case .note(let note) = entries[index] { note } else { nil }
    }

    package subscript(index: Int) -> PageModel { PageModel(entries[index], of: site, theme, search) }
}

extension Site {
    /// The models of all pages of the site, in a fixed order.
    ///
    /// - Parameter search: the site's index, where it has been made already.
    package func pageModels(_ theme: Theme, search: Shards? = nil) -> PageModels {
        let search = search ?? Shards(of: self)
        let entries = entries(theme) + (0..<search.count).map { .searchFile($0) }
        return PageModels(site: self, theme: theme, search: search, entries: entries)
    }

    /// The models of all pages but the files of the search index, which is long in the making.
    ///
    /// - Parameter previous: those of a site before; where all addresses are the same, so is the list.
    package func pageModelsBesidesSearch(_ theme: Theme, after previous: PageModels? = nil) -> PageModels {
        if let previous, previous.theme == theme, hasSameAddresses(as: previous.site) {
            return PageModels(site: self, theme: theme, search: nil, entries: previous.entries)
        }
        return PageModels(site: self, theme: theme, search: nil, entries: entries(theme))
    }

    private func entries(_ theme: Theme) -> [PageModels.Entry] {
        var entries: [PageModels.Entry] = theme.assets.indices.map { .asset($0) }
        var taken: Set<RoutePath> = []
        for (index, route) in routes.ofNote.enumerated() {
            guard let route else { continue }
            taken.insert(route)
            entries += [.note(index), .markdown(index)]
        }
        // A page that a note has is the note's; what we would make there gives way.
        func add(_ entry: PageModels.Entry, at route: RoutePath) {
            if taken.insert(route).inserted { entries.append(entry) }
        }
        for (index, route) in routes.ofFolder.enumerated() {
            add(index == 0 ? .home : .folder(index), at: route)
        }
        entries += folderListings
        add(.noteIndex, at: .notes)
        if listRoutes.contains(.recent) { add(.recent, at: .recent) }
        if listRoutes.contains(.reviews) { add(.reviews, at: .reviews) }
        add(.graph, at: .graph)
        add(.tagIndex, at: RoutePath.tags)
        for (index, tag) in tags.all.enumerated() { add(.tag(index), at: tag.route) }
        if !decisions.all.isEmpty { add(.decisionIndex, at: .decide) }
        for (index, entry) in decisions.all.enumerated() { add(.decision(index), at: entry.route) }
        if !options.all.isEmpty { add(.comparisonIndex, at: .compare) }
        for (index, pair) in pairs.all.enumerated() { add(.pair(index), at: pair.route) }
        for (index, table) in pairs.large.enumerated() { add(.largeTable(index), at: table.route) }
        for (index, option) in options.all.enumerated() {
            add(.option(index), at: option.route)
            if !claims.ofOption[index].isEmpty { entries.append(.optionClaims(index)) }
        }
        for (index, redirect) in routes.redirects.enumerated() { add(.redirect(index), at: redirect.from) }
        add(.search, at: .search)
        entries += [.notFound, .overview, .addresses, .model]
        if configuration.baseURL != nil {
            entries += [.sitemap, .feed]
            entries += tags.all.indices.map { .tagFeed($0) }
        }
        return entries
    }

    /// Whether all pages have the addresses that they have in another site.
    func hasSameAddresses(as other: Site) -> Bool {
        routes.ofNote == other.routes.ofNote && routes.ofFolder == other.routes.ofFolder
            && routes.redirects == other.routes.redirects
            && tags.all.elementsEqual(other.tags.all) { $0.route == $1.route }
            && choiceRoutes == other.choiceRoutes && listRoutes == other.listRoutes
            && claims.ofOption.elementsEqual(other.claims.ofOption) { $0.isEmpty == $1.isEmpty }
            && (configuration.baseURL == nil) == (other.configuration.baseURL == nil)
    }
}
