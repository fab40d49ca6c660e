import Building
import Diagnostics
import Linking
import Notes
import Pages
import Writers

/// The site as it would be published now, its pages made when they are asked for.
struct PreviewSite: Sendable {
    let linked: Linked
    let theme: Theme
    /// The files of the content folder that the site has, by where they would be published.
    let files: [OutputPath: SourcePath]
    /// What stands before every address, as in the base URL; without a slash at the end.
    let basePath: String
    private let models: PageModels
    private let indices: [OutputPath: Int]
    private let search: SearchShelf

    /// - Parameter previous: the site before, where there is one; it only saves time.
    init(_ linked: Linked, after previous: PreviewSite? = nil) {
        self.linked = linked
        theme = Theme(linked.site.configuration)
        models = linked.site.pageModelsBesidesSearch(theme, after: previous?.models)
        search = SearchShelf(linked.site)
        basePath = linked.site.basePath ?? ""
        if let previous, previous.linked.site.assets == linked.site.assets,
            models.hasSamePaths(as: previous.models)
        {
            (indices, files) = (previous.indices, previous.files)
            return
        }
        let paths = models.paths
        indices = Dictionary(paths.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        files = Dictionary(
            linked.site.assets(besides: paths).map { (OutputPath($0.string), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    func has(_ path: OutputPath) -> Bool { indices[path] != nil || files[path] != nil }

    /// What the page at a path shows; nil where there is none.
    func model(at path: OutputPath) -> PageModel? {
        indices[path].map { models[$0] } ?? search.file(at: path).map(PageModel.searchFile)
    }

    /// Every page's path, with what makes its model, but for the files of the search index.
    var pages: some Sequence<(path: OutputPath, model: () -> PageModel)> {
        zip(models.paths, models.indices).lazy.map { path, index in (path, { models[index] }) }
    }

    /// Where the files of the search index are.
    var searchPaths: [OutputPath] { search.paths }

    /// What a writer is told on the page at a path, besides what readers will see.
    func remarks(at path: OutputPath) -> Remarks {
        guard let index = indices[path].flatMap(models.note(at:)) else { return Remarks() }
        let note = linked.site.notes[index]
        return Remarks(
            problems: linked.report.diagnostics.filter { $0.path == note.path }, note: note.path,
            isDraft: note.frontMatter.isDraft, audience: note.frontMatter.audience)
    }
}

/// What a writer is told on a page.
struct Remarks: Sendable, Hashable {
    var problems: [Diagnostic] = []
    /// The note that the page is of.
    var note: SourcePath?
    var isDraft = false
    /// The audiences that alone see the note; empty where everybody does.
    var audience: [String] = []
}
