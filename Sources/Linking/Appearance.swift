/// What a site changes of the theme, without a theme of its own.
package struct Appearance: Sendable, Hashable {
    /// Links, marks and plates; shades of it are made that can be read on light and on dark ground.
    package var accent: Color?
    /// Names of fonts that readers may have, the first choice first, as CSS writes them.
    package var font: String?
    package var codeFont: String?
    package var density = Density.comfortable
    /// CSS that comes after the theme's.
    package var stylesheet: [UInt8] = []
    /// Templates that are rendered into pages.
    package var partials: [Partial: [UInt8]] = [:]
    /// Beside the site's title.
    package var logo: Logo?
    /// In its place on dark ground.
    package var darkLogo: Logo?

    package enum Density: String, Sendable {
        case comfortable, compact
    }

    package init() {}
}

/// What a site says about a tag.
package struct TagSetting: Sendable, Hashable {
    package var description = ""
    /// Shown above every note that has the tag.
    package var notice = ""

    package init() {}
}
