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

    /// What the scripts of a page have to do.
    enum Tools: Sendable { case common, comparison, decision, matrix }

    package struct Asset: Sendable, Hashable {
        package let route: RoutePath
        package let bytes: [UInt8]

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
            stylesheet: Asset(name: "style", extension: "css", bytes: PackageResources.style_css),
            icon: Asset(name: "icon", extension: "svg", bytes: PackageResources.icon_svg),
            scheme: Asset(name: "scheme", extension: "js", bytes: PackageResources.scheme_js),
            common: Asset(
                name: "waymark", extension: "js",
                bytes: words.common.script(of: wording) + PackageResources.waymark_js),
            reading: Asset(name: "reading", extension: "js", bytes: PackageResources.reading_js),
            compare: Asset(
                name: "compare", extension: "js", bytes: words.compare.script + PackageResources.compare_js),
            decide: Asset(
                name: "decide", extension: "js", bytes: words.decide.script + PackageResources.decide_js),
            matrix: Asset(
                name: "matrix", extension: "js", bytes: words.matrix.script + PackageResources.matrix_js),
            searchOpen: Asset(name: "search-open", extension: "js", bytes: PackageResources.search_open_js),
            redirect: Asset(name: "redirect", extension: "js", bytes: PackageResources.redirect_js),
            search: Asset(
                name: "search", extension: "js",
                bytes: words.search.script + PackageResources.search_texts_js
                    + PackageResources.search_files_js
                    + PackageResources.search_query_js + PackageResources.search_notes_js
                    + PackageResources.search_js + PackageResources.search_box_js))
    }

    /// The theme with more CSS behind its own.
    func styled(with css: [UInt8]) -> Theme {
        Theme(
            stylesheet: Asset(name: "style", extension: "css", bytes: stylesheet.bytes + css), icon: icon,
            scheme: scheme, common: common, reading: reading, compare: compare, decide: decide,
            matrix: matrix,
            searchOpen: searchOpen, redirect: redirect, search: search)
    }

    private init(
        stylesheet: Asset, icon: Asset, scheme: Asset, common: Asset, reading: Asset, compare: Asset,
        decide: Asset, matrix: Asset, searchOpen: Asset, redirect: Asset, search: Asset
    ) {
        self.stylesheet = stylesheet
        self.icon = icon
        self.scheme = scheme
        self.common = common
        self.reading = reading
        self.compare = compare
        self.decide = decide
        self.matrix = matrix
        self.searchOpen = searchOpen
        self.redirect = redirect
        self.search = search
    }

    package var assets: [Asset] {
        [stylesheet, icon, scheme, common, reading, compare, decide, matrix, searchOpen, redirect, search]
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
