package import Linking
import Search

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
        case noteIndex
        case recent
        case reviews
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
        case .noteIndex: .notes
        case .recent: .recent
        case .reviews: .reviews
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
