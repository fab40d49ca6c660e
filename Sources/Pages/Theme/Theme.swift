package import Linking
import Localisation
import Writers

/// What every page of a site looks and behaves like: the files that pages refer to, under names made from their bytes,
/// so that a browser may keep them for ever.
package struct Theme: Sendable, Hashable {
    /// What every page needs to be drawn.
    package let stylesheet: Asset
    /// What a site changes of the styles and adds to them. It comes after all sheets.
    package private(set) var ownStylesheet: Asset?
    package let icon: Asset
    /// The scripts; each adds to what is complete without it.
    /// Runs before anything is drawn.
    let scheme: Asset
    /// Unfolds folders in the section beside a page.
    let tree: Asset
    /// What every page does, and what loads the rest when it is asked for.
    let common: Asset
    let compare: Asset
    let decide: Asset
    let matrix: Asset
    /// Leads on from an address that a page had.
    let redirect: Asset
    /// The scripts that come when a reader asks for what they do.
    private let late: [LateScript]
    /// The site's own, where it has some.
    private(set) var logo: Picture?
    private(set) var darkLogo: Picture?
    private(set) var partials: Partials?

    /// A picture that pages show.
    struct Picture: Sendable, Hashable {
        let asset: Asset
        let width: Int
        let height: Int

        /// - Parameter icon: a file that is there anyway, and is not written again where the picture is the same.
        init(_ logo: Logo, name: String, icon: Asset) {
            let own = Asset(name: name, extension: logo.format.rawValue, bytes: logo.bytes)
            asset = logo.format == .svg && logo.bytes == icon.bytes ? icon : own
            width = logo.width
            height = logo.height
        }
    }

    package struct Asset: Sendable, Hashable {
        let fileName: String
        package let route: RoutePath
        package let bytes: [UInt8]

        /// A script of the theme, from its source.
        init(script name: String, _ source: [UInt8]) {
            self.init(name: name, extension: "js", bytes: Theme.compacted(source))
        }

        /// A sheet of the theme, from its source.
        init(sheet name: String, _ source: [UInt8]) {
            self.init(name: name, extension: "css", bytes: Theme.compactedStyles(source))
        }

        init(name: String, extension: String, bytes: [UInt8]) {
            fileName = "\(name).\(ContentHash.hexadecimal(of: bytes)).\(`extension`)"
            route = RoutePath("/_waymark/\(fileName)")
            self.bytes = bytes
        }
    }

    /// The theme that comes with Waymark, in English.
    package static let standard = Theme(.english)

    /// The theme that comes with Waymark, in a language.
    init(_ wording: Wording) {
        let words = wording.scripts
        late = LateScript.all(words)
        stylesheet = Asset(sheet: "style", PackageResources.style_css)
        icon = Asset(name: "icon", extension: "svg", bytes: PackageResources.icon_svg)
        scheme = Asset(script: "scheme", PackageResources.scheme_js)
        tree = Asset(script: "tree", PackageResources.tree_js)
        common = Asset(
            script: "waymark",
            words.common.script(of: wording, late) + PackageResources.waymark_js
                + PackageResources.search_open_js + PackageResources.reading_js)
        compare = Asset(script: "compare", words.compare.script + PackageResources.compare_js)
        decide = Asset(script: "decide", words.decide.script + PackageResources.decide_js)
        matrix = Asset(script: "matrix", words.matrix.script + PackageResources.matrix_js)
        redirect = Asset(script: "redirect", PackageResources.redirect_js)
    }

    /// The theme with CSS of a site behind its own.
    func styled(with css: [UInt8]) -> Theme {
        var theme = self
        theme.ownStylesheet = Asset(name: "site", extension: "css", bytes: css)
        return theme
    }

    /// The theme with what a site puts into its pages.
    func filled(_ appearance: Appearance, _ partials: Partials?) -> Theme {
        var theme = self
        theme.logo = appearance.logo.map { Picture($0, name: "logo", icon: icon) }
        theme.darkLogo = appearance.darkLogo.map { Picture($0, name: "logo-dark", icon: icon) }
        theme.partials = partials
        return theme
    }

    package var assets: [Asset] {
        let own = [ownStylesheet, logo?.asset, darkLogo?.asset].compactMap { $0 }.filter { $0 != icon }
        return [stylesheet] + Sheet.allCases.map(\.asset)
            + [icon, scheme, tree, common, compare, decide, matrix, redirect] + late.map(\.script) + own
    }

    /// The sheets that a page loads, in the order in which they count.
    func stylesheets(_ needed: Set<Sheet>) -> [Asset] {
        [stylesheet] + Sheet.allCases.filter(needed.contains).map(\.asset) + [ownStylesheet].compactMap { $0 }
    }

    /// The scripts that a page loads, in the order in which they run.
    func scripts(for tools: Tools) -> [Asset] {
        switch tools {
        case .common, .search: [common]
        case .comparison: [common, compare]
        case .decision: [common, decide]
        // Each table that comes has what was set over the one before it.
        case .matrix: [common, compare] + late.filter { $0.name == .compareTools }.map(\.script) + [matrix]
        }
    }
}
