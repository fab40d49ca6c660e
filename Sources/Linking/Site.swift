package import Diagnostics
package import Notes

/// All notes, linked: what each name means, where each reference leads, and what follows from it.
///
/// Linking is always whole. Notes are referred to by their index.
package final class Site: Sendable {
    package let configuration: Configuration
    /// In path order.
    package let notes: [Note]
    package let names: NameTable
    package let folders: Folders
    package let routes: Routes
    /// For each note where its references lead.
    package let resolutions: [[Resolution]]
    package let backlinks: Backlinks
    package let tags: Tags
    package let related: Related
    /// The files that published notes show or link to, in path order.
    package let assets: [SourcePath]
    /// The references that lead nowhere, in path order.
    package let unresolved: [ReferencePlace]
    /// The files of the content folder that are no notes.
    let files: Set<SourcePath>
    package let embeds: Embeds
    package let options: Options
    package let claims: Claims
    package let pairs: Pairs
    package let decisions: Decisions
    /// For each note what is wrong with where its references lead.
    let resolverDiagnostics: [[Diagnostic]]
    /// The addresses of the lists of all notes that the site has.
    package let listRoutes: [RoutePath]
    /// What linking found, without the notes' own diagnostics and without `unresolved`.
    package let diagnostics: [Diagnostic]

    /// A reference of a note.
    package struct ReferencePlace: Sendable, Hashable {
        package let note: Int
        package let reference: Int
    }

    /// - Parameters:
    ///   - notes: in any order.
    ///   - assets: the files of the content folder that are no notes.
    ///   - previous: a site of nearly the same notes, where there is one. The new one is the same without it, and sooner done
    ///     with it.
    package init(
        linking notes: [Note], assets: Set<SourcePath> = [], configuration: Configuration = Configuration(),
        after previous: Site? = nil
    ) {
        let isInOrder = zip(notes, notes.dropFirst()).allSatisfy { $0.path < $1.path }
        let notes = isInOrder ? notes : notes.sorted { $0.path < $1.path }
        let kept = previous.flatMap { Carryover(from: $0, to: notes, assets, configuration) }
        let names = kept?.site.names ?? NameTable(of: notes)
        let folders = kept?.site.folders ?? Folders(of: notes)
        let routes = kept?.site.routes ?? Routes(of: notes, in: folders, redirects: configuration.redirects)
        let tags = kept.flatMap { $0.hasSameTags ? $0.site.tags : nil } ?? Tags(of: notes)

        let models = kept.flatMap { $0.hasSameModels ? $0.site : nil }
        let options = models?.options ?? Options(of: notes, names: names, routes)
        let claims = models?.claims ?? Claims(of: notes, options)
        let pairs = models?.pairs ?? Pairs(of: notes, options, routes)
        let decisions = models?.decisions ?? Decisions(of: notes, routes)
        let choices = Self.choiceRoutes(options, pairs, decisions)

        let lists = kept?.site.listRoutes ?? Self.listRoutes(of: notes, configuration.history)
        let tables = Resolver(
            notes: notes, names: names, assets: assets, tags: tags,
            pages: Self.pages(folders, routes, choices, lists))
        let resolved = Resolved(by: tables, kept.flatMap { $0.keepsResolutions(choices) ? $0 : nil })
        let resolutions = resolved.resolutions
        let links = kept.flatMap { $0.hasSameLinks(resolutions) ? $0.site : nil }
        let backlinks = links?.backlinks ?? Backlinks(of: notes, resolutions)
        let embeds = Embeds(of: notes, resolutions)

        listRoutes = lists
        self.configuration = configuration
        self.notes = notes
        files = assets
        self.names = names
        self.folders = folders
        self.routes = routes
        self.resolutions = resolutions
        self.backlinks = backlinks
        self.tags = tags
        let otherTags = kept?.otherTags(tags) ?? []
        related = Related(of: notes, tags: tags, resolutions: resolutions, backlinks: backlinks) {
            kept?.related(ofNote: $0, resolutions, backlinks, tags, otherTags: otherTags)
        }
        self.assets = resolved.assets
        unresolved = resolved.unresolved
        resolverDiagnostics = resolved.diagnostics
        self.embeds = embeds
        self.options = options
        self.claims = claims
        self.pairs = pairs
        self.decisions = decisions
        let checks = SiteChecks(
            notes, configuration, tags: tags, folders: folders, resolutions: resolutions,
            unusedAssets: assets.subtracting(resolved.assets).sorted())
        diagnostics =
            routes.diagnostics + resolved.diagnostics.flatMap(\.self) + embeds.diagnostics
            + claims.diagnostics + checks.diagnostics
    }

    /// A list of changes needs a note with a date, one of reviews a note that is to be reviewed.
    private static func listRoutes(of notes: [Note], _ history: History) -> [RoutePath] {
        [.tags, .search, .notes, .graph]
            + (notes.contains { lastChange(of: $0, history) != nil } ? [.recent] : [])
            + (notes.contains { $0.frontMatter.reviewDue != nil } ? [.reviews] : [])
    }

    /// The addresses of all pages about comparisons, decisions and options.
    package var choiceRoutes: [RoutePath] { Self.choiceRoutes(options, pairs, decisions) }

    private static func choiceRoutes(_ options: Options, _ pairs: Pairs, _ decisions: Decisions)
        -> [RoutePath]
    {
        decisions.all.map(\.route) + pairs.all.map(\.route) + pairs.large.map(\.route)
            + options.all.map(\.route)
            + (decisions.all.isEmpty ? [] : [.decide]) + (options.all.isEmpty ? [] : [.compare])
    }

    /// The pages that a path leads to without there being a note.
    private static func pages(
        _ folders: Folders, _ routes: Routes, _ choices: [RoutePath], _ lists: [RoutePath]
    ) -> [SourcePath: RoutePath] {
        var pages: [SourcePath: RoutePath] = [:]
        for (folder, route) in zip(folders.all, routes.ofFolder) { pages[SourcePath(folder.path)] = route }
        for route in choices + lists {
            pages[SourcePath(String(route.string.dropFirst().dropLast()))] = route
        }
        return pages
    }
}
