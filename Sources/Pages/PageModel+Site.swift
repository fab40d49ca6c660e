import Diagnostics
package import Linking
import Localisation
import Markdown
import Notes
import Search
import Writers

extension PageModel {
    init(_ entry: PageModels.Entry, of site: Site, _ theme: Theme, _ search: Shards?) {
        switch entry {
        case .note(let index): self = .note(NotePage(index, of: site))
        case .markdown(let index): self = .markdown(NoteMarkdown(index, of: site))
        case .home: self = .home(HomePage(of: site))
        case .folder(let index): self = .folder(FolderPage(index, of: site))
        case .folderListing(let index): self = .folderListing(FolderListing(index, of: site))
        case .noteIndex: self = .noteIndex(NoteIndexPage(of: site))
        case .recent: self = .noteIndex(NoteIndexPage(recentlyChangedOf: site))
        case .reviews: self = .reviews(ReviewsPage(of: site))
        case .graph: self = .graph(GraphPage(of: site))
        case .tag(let index): self = .tag(TagPage(index, of: site))
        case .tagIndex: self = .tagIndex(TagIndexPage(of: site))
        case .pair(let index): self = .comparison(ComparisonPage(pair: index, of: site))
        case .largeTable(let index): self = .comparison(ComparisonPage(largeTable: index, of: site))
        case .comparisonIndex: self = .comparisonIndex(ComparisonIndexPage(of: site))
        case .decision(let index): self = .decision(DecisionPage(index, of: site))
        case .decisionIndex: self = .decisionIndex(DecisionIndexPage(of: site))
        case .option(let index): self = .option(OptionPage(index, of: site))
        case .optionClaims(let index): self = .optionClaims(OptionClaims(index, of: site))
        case .searchFile(let index):
            self = .searchFile(SearchFile(index, of: search ?? Shards(of: site), in: site))
        case .search: self = .search(SearchPage(of: site))
        case .redirect(let index): self = .redirect(RedirectPage(index, of: site))
        case .notFound:
            let route = RoutePath.notFound
            self = .notFound(
                NotFoundPage(
                    shell: Shell(
                        .notFound, route, site.wording.lists.notFound, "", of: site,
                        site.basePath.map { .rooted(path: $0) })))
        case .sitemap: self = .sitemap(Sitemap(of: site))
        case .feed: self = .feed(Feed(of: site))
        case .tagFeed(let index): self = .feed(Feed(tag: index, of: site))
        case .overview: self = .overview(Overview(of: site))
        case .addresses: self = .addresses(Addresses(of: site))
        case .model: self = .model(SiteModel(of: site))
        case .asset(let index): self = .asset(theme.assets[index])
        }
    }
}

extension Site {
    /// The path part of the base URL, without a slash at its end; nil where there is no base URL.
    package var basePath: String? {
        guard let base = configuration.baseURL, let authority = base.firstRange(of: "://") else { return nil }
        let rest = base[authority.upperBound...]
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? ""
    }

    func absoluteURL(_ route: RoutePath) -> String? { configuration.baseURL.map { $0 + route.url } }

    var wording: Wording { configuration.wording }

    /// The notes that have a page, in path order.
    var published: [Int] { notes.indices.filter { routes.ofNote[$0] != nil } }

    func folderTitle(_ folder: Int) -> String {
        let entry = folders.all[folder]
        if let index = entry.index { return notes[Int(index)].title }
        guard entry.parent != nil else { return configuration.title }
        return SourcePath.title(ofName: entry.name)
    }

    /// The folders that lead to a folder, from the content folder down, itself included.
    func path(to folder: Int) -> [Int] {
        var path = [folder]
        while let parent = folders.all[path[0]].parent { path.insert(parent, at: 0) }
        return path
    }

    func breadcrumbs(to folder: Int, from shell: Shell) -> [PageLink] {
        path(to: folder).map { link(toFolder: $0, from: shell) }
    }

    func link(to note: Int, from shell: Shell) -> PageLink? {
        routes.ofNote[note].map { PageLink(title: notes[note].title, url: shell.url(to: $0)) }
    }

    func link(toTag tag: Int, from shell: Shell) -> PageLink {
        PageLink(title: tags.all[tag].name.spelling, url: shell.url(to: tags.all[tag].route))
    }

    func entry(_ note: Int, from shell: Shell) -> NoteEntry? {
        link(to: note, from: shell).map {
            NoteEntry(link: $0, summary: notes[note].summary, date: lastChange(of: note)?.description)
        }
    }

    func count(_ tag: Int, from shell: Shell) -> TagCount {
        TagCount(link: link(toTag: tag, from: shell), count: tags.all[tag].notes.count)
    }

    /// The notes with a date, the latest first; of one day in path order.
    ///
    /// - Parameter some: the notes to choose from; nil for all that have a page.
    func latest(_ most: Int, among some: [Int]? = nil) -> [Int] {
        let dated = (some ?? published).compactMap { index in
            lastChange(of: index).map { (index, $0) }
        }
        return dated.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(most).map(\.0)
    }
}

extension Shell {
    init(
        _ kind: Kind, _ route: RoutePath, _ title: String, _ description: String, of site: Site,
        _ addressing: Addressing? = nil, markdown: String? = nil, feed: RoutePath? = nil
    ) {
        let addressing = addressing ?? .relative(site.configuration.links)
        self.kind = kind
        self.route = route
        self.title = title
        self.description = description
        siteTitle = site.configuration.title
        hasComparisons = !site.options.all.isEmpty
        hasDecisions = !site.decisions.all.isEmpty
        hasDates = site.listRoutes.contains(.recent)
        hasReviews = site.listRoutes.contains(.reviews)
        language = site.configuration.language
        wording = site.wording
        self.addressing = addressing
        canonical = kind == .notFound ? nil : site.absoluteURL(route)
        self.markdown = markdown
        self.feed = site.absoluteURL(feed ?? .feed)
    }
}

// MARK: Pages of lists

extension HomePage {
    init(of site: Site) {
        let shell = Shell(.home, .home, site.configuration.title, site.configuration.description, of: site)
        let root = site.folders.all[0]
        self.shell = shell
        noteCount = site.published.count
        decisions = site.decisions.all.prefix(12).map { site.entry(ofDecision: $0.place, from: shell) }
        comparisons = site.pairs.all.indices.prefix(12).map { site.entry(ofPair: $0, from: shell) }
        folders = root.folders.map { FolderPage.Subfolder(Int($0), of: site, from: shell) }
        tags = site.tags.all.indices.sorted {
            (site.tags.all[$1].notes.count, $0) < (site.tags.all[$0].notes.count, $1)
        }
        .prefix(40).sorted().map { site.count($0, from: shell) }
        recent = site.latest(10).compactMap { site.entry($0, from: shell) }
        notes = root.notes.compactMap { site.entry(Int($0), from: shell) }
    }
}

extension FolderPage {
    init(_ folder: Int, of site: Site) {
        let entry = site.folders.all[folder]
        let shell = Shell(.folder, site.routes.ofFolder[folder], site.folderTitle(folder), "", of: site)
        self.shell = shell
        sidebar = Sidebar(of: nil, in: folder, of: site, from: shell)
        breadcrumbs = entry.parent.map { site.breadcrumbs(to: $0, from: shell) } ?? []
        folders = entry.folders.map { Subfolder(Int($0), of: site, from: shell) }
        notes = entry.notes.compactMap { site.entry(Int($0), from: shell) }
    }
}

extension FolderPage.Subfolder {
    init(_ folder: Int, of site: Site, from shell: Shell) {
        link = PageLink(title: site.folderTitle(folder), url: shell.url(to: site.routes.ofFolder[folder]))
        var count = 0
        var pending = [folder]
        while let next = pending.popLast() {
            let entry = site.folders.all[next]
            count += entry.notes.count + (entry.index == nil ? 0 : 1)
            pending += entry.folders.map(Int.init)
        }
        self.count = count
    }
}

extension Site {
    /// The note that has a tag's name as its title, alias or file name.
    fileprivate func note(about tag: TagName) -> Int? {
        guard case .note(let note) = names.match(tag.spelling, from: "") else { return nil }
        return note
    }
}

extension TagPage {
    init(_ index: Int, of site: Site) {
        let tag = site.tags.all[index]
        let note = site.note(about: tag.name)
        let said = site.configuration.tags[tag.name]?.description ?? ""
        let shell = Shell(
            .tag, tag.route, "#\(tag.name.spelling)",
            said.isEmpty ? site.wording.lists.taggedDescription("#\(tag.name.spelling)") : said, of: site,
            feed: site.configuration.baseURL.map { _ in tag.route.file("feed.xml") })
        self.shell = shell
        description = said.isEmpty ? note.map { site.notes[$0].summary } ?? "" : said
        self.note = note.flatMap { site.link(to: $0, from: shell) }
        search = shell.url(to: .search) + "?q=" + Escaping.percentEncodedPath("tag:\(tag.name.spelling)")
        var parents: [Int32] = []
        var next = tag.parent
        while let parent = next {
            parents.insert(parent, at: 0)
            next = site.tags.all[Int(parent)].parent
        }
        breadcrumbs =
            [
                PageLink(title: site.wording.frame.home, url: shell.url(to: .home), isOwn: true),
                PageLink(
                    title: site.wording.frame.tags, url: shell.url(to: RoutePath.tags), isOwn: true),
            ]
            + parents.map { site.link(toTag: Int($0), from: shell) }
        children = tag.children.map { site.count(Int($0), from: shell) }
        together = Self.together(index, of: site).map { site.count($0, from: shell) }
        notes = tag.notes.compactMap { site.entry(Int($0), from: shell) }
    }

    /// The tags that occur most often beside a tag, the most frequent first.
    private static func together(_ index: Int, of site: Site) -> [Int] {
        var counts: [Int32: Int] = [:]
        for note in site.tags.all[index].notes {
            // A note with very many tags says nothing about any two of them.
            let others = site.tags.ofNote[Int(note)]
            guard others.count <= 100 else { continue }
            for other in others where Int(other) != index { counts[other, default: 0] += 1 }
        }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(8).map { Int($0.key) }
    }
}

extension TagIndexPage {
    init(of site: Site) {
        let shell = Shell(
            .tags, RoutePath.tags, site.wording.frame.tags, site.wording.frame.allTags, of: site)
        self.shell = shell
        map = Network(tagsOf: site, from: shell)
        rows = site.tags.all.indices.map { index in
            var depth = 0
            var next = site.tags.all[index].parent
            while let parent = next {
                depth += 1
                next = site.tags.all[Int(parent)].parent
            }
            return Row(tag: site.count(index, from: shell), depth: depth)
        }
    }
}

extension RedirectPage {
    init(_ index: Int, of site: Site) {
        let redirect = site.routes.redirects[index]
        let style = site.configuration.links
        let link: PageLink
        let canonical: String?
        switch redirect.target {
        case .note(let note):
            let target = site.routes.ofNote[note] ?? .home
            link = PageLink(
                title: site.notes[note].title, url: redirect.from.relativeURL(to: target, style: style))
            canonical = site.absoluteURL(target)
        case .page(let target, let fragment):
            let suffix = fragment.map { "#" + Escaping.percentEncodedFragment($0) } ?? ""
            link = PageLink(
                title: target.string, url: redirect.from.relativeURL(to: target, style: style) + suffix)
            canonical = site.absoluteURL(target)
        case .outside(let url):
            link = PageLink(title: url, url: url)
            canonical = url
        }
        self.init(
            route: redirect.from, language: site.configuration.language, wording: site.wording, target: link,
            canonical: canonical)
    }
}
