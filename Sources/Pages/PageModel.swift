package import Linking

/// All that one page shows. Two equal models give the same page, so a page that cannot have changed is known by `==`.
package enum PageModel: Sendable, Hashable {
    case note(NotePage)
    /// The home page of a site that has no note for it.
    case home(HomePage)
    /// A folder that has no note of its own.
    case folder(FolderPage)
    /// What a folder holds, as a script.
    case folderListing(FolderListing)
    /// All notes, or the last that changed.
    case noteIndex(NoteIndexPage)
    /// The notes that are to be reviewed.
    case reviews(ReviewsPage)
    /// The map of all notes.
    case graph(GraphPage)
    case tag(TagPage)
    case tagIndex(TagIndexPage)
    /// Two options, or a table of many, side by side.
    case comparison(ComparisonPage)
    case comparisonIndex(ComparisonIndexPage)
    case decision(DecisionPage)
    case decisionIndex(DecisionIndexPage)
    case option(OptionPage)
    /// What notes say of an option, as a script.
    case optionClaims(OptionClaims)
    /// A part of the index that search loads, as a script.
    case searchFile(SearchFile)
    case search(SearchPage)
    case redirect(RedirectPage)
    case notFound(NotFoundPage)
    /// A note as Markdown.
    case markdown(NoteMarkdown)
    case sitemap(Sitemap)
    case feed(Feed)
    /// `llms.txt`
    case overview(Overview)
    /// `_waymark/urls.txt`
    case addresses(Addresses)
    /// `_waymark/model.json`
    case model(SiteModel)
    case asset(Theme.Asset)

    package var route: RoutePath {
        switch self {
        case .note(let page): page.shell.route
        case .home(let page): page.shell.route
        case .folder(let page): page.shell.route
        case .folderListing(let file): file.route
        case .noteIndex(let page): page.shell.route
        case .reviews(let page): page.shell.route
        case .graph(let page): page.shell.route
        case .tag(let page): page.shell.route
        case .tagIndex(let page): page.shell.route
        case .comparison(let page): page.shell.route
        case .comparisonIndex(let page): page.shell.route
        case .decision(let page): page.shell.route
        case .decisionIndex(let page): page.shell.route
        case .option(let page): page.shell.route
        case .optionClaims(let file): file.route
        case .searchFile(let file): file.route
        case .search(let page): page.shell.route
        case .redirect(let page): page.route
        case .notFound(let page): page.shell.route
        case .markdown(let page): page.route
        case .sitemap: RoutePath.sitemap
        case .feed(let feed): feed.route
        case .overview: RoutePath.overview
        case .addresses: RoutePath.addresses
        case .model: RoutePath.model
        case .asset(let asset): asset.route
        }
    }
}

/// A link as a page shows it.
package struct PageLink: Sendable, Hashable {
    package let title: String
    package let url: String
    /// Whether the title is the interface's and not of the notes.
    package var isOwn = false
}

/// A link to a note with what it says.
package struct NoteEntry: Sendable, Hashable {
    package let link: PageLink
    package let summary: String
    package let date: String?
}
