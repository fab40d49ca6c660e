package import Linking
import Writers

/// What every page of a site looks and behaves like: the files that pages refer to, under names made from their bytes,
/// so that a browser may keep them for ever.
package struct Theme: Sendable, Hashable {
    package let stylesheet: Asset
    package let icon: Asset

    package struct Asset: Sendable, Hashable {
        package let route: RoutePath
        package let bytes: [UInt8]

        init(name: String, extension: String, bytes: [UInt8]) {
            route = RoutePath("/_waymark/\(name).\(ContentHash.hexadecimal(of: bytes)).\(`extension`)")
            self.bytes = bytes
        }
    }

    /// The theme that comes with Waymark.
    package static let standard = Theme(
        stylesheet: Asset(name: "style", extension: "css", bytes: PackageResources.style_css),
        icon: Asset(name: "icon", extension: "svg", bytes: PackageResources.icon_svg))

    package var assets: [Asset] { [stylesheet, icon] }
}
