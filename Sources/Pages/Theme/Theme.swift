package import Linking
import Localisation
import Writers

/// What every page of a site looks and behaves like: the files that pages refer to, under names made from their bytes,
/// so that a browser may keep them for ever.
package struct Theme: Sendable, Hashable {
    package let stylesheet: Asset
    package let icon: Asset
    /// The scripts; each adds to what is complete without it.
    /// Runs before anything is drawn.
    let scheme: Asset
    /// Unfolds folders in the section beside a page.
    let tree: Asset
    let common: Asset
    /// Comforts of reading: contents that follow, previews, pictures, keys.
    let reading: Asset
    let compare: Asset
    let decide: Asset
    let matrix: Asset
    /// Opens search: what every page loads of it.
    let searchOpen: Asset
    /// Leads on from an address that a page had.
    let redirect: Asset
    /// What search loads when it is opened.
    let search: Asset
    /// The site's own, where it has some.
    private(set) var logo: Picture?
    private(set) var darkLogo: Picture?
    private(set) var partials: Partials?

    /// A picture that pages show.
    struct Picture: Sendable, Hashable {
        let asset: Asset
        let width: Int
        let height: Int

        init(_ logo: Logo, name: String) {
            asset = Asset(name: name, extension: logo.format.rawValue, bytes: logo.bytes)
            width = logo.width
            height = logo.height
        }
    }

    /// What the scripts of a page have to do.
    enum Tools: Sendable { case common, comparison, decision, matrix }

    package struct Asset: Sendable, Hashable {
        package let route: RoutePath
        package let bytes: [UInt8]

        /// One of the theme's own, from its source.
        fileprivate init(name: String, extension: String, source: [UInt8]) {
            self.init(name: name, extension: `extension`, bytes: Theme.compacted(source))
        }

        init(name: String, extension: String, bytes: [UInt8]) {
            route = RoutePath("/_waymark/\(name).\(ContentHash.hexadecimal(of: bytes)).\(`extension`)")
            self.bytes = bytes
        }
    }

    /// The theme that comes with Waymark, in English.
    package static let standard = Theme(.english)

    /// The theme that comes with Waymark, in a language.
    init(_ wording: Wording) {
        let words = wording.scripts
        self.init(
            stylesheet: Asset(name: "style", extension: "css", source: PackageResources.style_css),
            icon: Asset(name: "icon", extension: "svg", bytes: PackageResources.icon_svg),
            scheme: Asset(name: "scheme", extension: "js", source: PackageResources.scheme_js),
            tree: Asset(name: "tree", extension: "js", source: PackageResources.tree_js),
            common: Asset(
                name: "waymark", extension: "js",
                source: words.common.script(of: wording) + PackageResources.waymark_js),
            reading: Asset(name: "reading", extension: "js", source: PackageResources.reading_js),
            compare: Asset(
                name: "compare", extension: "js", source: words.compare.script + PackageResources.compare_js),
            decide: Asset(
                name: "decide", extension: "js", source: words.decide.script + PackageResources.decide_js),
            matrix: Asset(
                name: "matrix", extension: "js", source: words.matrix.script + PackageResources.matrix_js),
            searchOpen: Asset(name: "search-open", extension: "js", source: PackageResources.search_open_js),
            redirect: Asset(name: "redirect", extension: "js", source: PackageResources.redirect_js),
            search: Asset(
                name: "search", extension: "js",
                source: words.search.script + PackageResources.search_texts_js
                    + PackageResources.search_files_js
                    + PackageResources.search_query_js + PackageResources.search_notes_js
                    + PackageResources.search_js + PackageResources.search_box_js))
    }

    /// The theme with more CSS behind its own.
    func styled(with css: [UInt8]) -> Theme {
        Theme(
            stylesheet: Asset(name: "style", extension: "css", bytes: stylesheet.bytes + css), icon: icon,
            scheme: scheme, tree: tree, common: common, reading: reading, compare: compare, decide: decide,
            matrix: matrix,
            searchOpen: searchOpen, redirect: redirect, search: search)
    }

    private init(
        stylesheet: Asset, icon: Asset, scheme: Asset, tree: Asset, common: Asset, reading: Asset,
        compare: Asset, decide: Asset, matrix: Asset, searchOpen: Asset, redirect: Asset, search: Asset
    ) {
        self.stylesheet = stylesheet
        self.icon = icon
        self.scheme = scheme
        self.tree = tree
        self.common = common
        self.reading = reading
        self.compare = compare
        self.decide = decide
        self.matrix = matrix
        self.searchOpen = searchOpen
        self.redirect = redirect
        self.search = search
    }

    /// The theme with what a site puts into its pages.
    func filled(_ appearance: Appearance, _ partials: Partials?) -> Theme {
        var theme = self
        theme.logo = appearance.logo.map { Picture($0, name: "logo") }
        theme.darkLogo = appearance.darkLogo.map { Picture($0, name: "logo-dark") }
        theme.partials = partials
        return theme
    }

    package var assets: [Asset] {
        [
            stylesheet, icon, scheme, tree, common, reading, compare, decide, matrix, searchOpen, redirect,
            search,
        ] + [logo, darkLogo].compactMap { $0?.asset }
    }

    /// The scripts that a page loads, in the order in which they run.
    func scripts(for tools: Tools) -> [Asset] {
        switch tools {
        case .common: [searchOpen, common, reading]
        case .comparison: [searchOpen, common, reading, compare]
        case .decision: [searchOpen, common, reading, decide]
        case .matrix: [searchOpen, common, reading, compare, matrix]
        }
    }
}
