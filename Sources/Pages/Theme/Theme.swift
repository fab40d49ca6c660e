package import Linking

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

/// A short name for content: the same bytes have the same name on every machine. Not for security.
enum ContentHash {
    /// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/), in sixteen hexadecimal digits.
    static func hexadecimal(of bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
