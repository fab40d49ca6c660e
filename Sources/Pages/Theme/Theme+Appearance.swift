package import Linking
package import Localisation

extension Theme {
    /// The theme of a site.
    package init(_ configuration: Configuration) {
        self = Theme(configuration.appearance, wording: configuration.wording)
            .filled(configuration.appearance, Partials(configuration))
    }

    /// The standard theme with what a site changes of it.
    package init(_ appearance: Appearance, wording: Wording = .english) {
        let standard = wording == .english ? Theme.standard : Theme(wording)
        let added = appearance.styles
        self =
            added.isEmpty
            ? standard : standard.styled(with: Array("\n\(added)\n".utf8) + appearance.stylesheet)
    }
}

extension Appearance {
    /// The grounds of the theme's pages, as `--paper` has them.
    private static let paper = (
        light: Color(red: 0xFD, green: 0xFD, blue: 0xFC), dark: Color(red: 0x11, green: 0x17, blue: 0x14)
    )
    private static let black = Color(red: 0, green: 0, blue: 0)
    private static let white = Color(red: 255, green: 255, blue: 255)

    /// The tokens that differ, and where there is CSS of the site's own, a mark before it.
    fileprivate var styles: String {
        var lines: [String] = []
        if let accent { lines += Self.tokens(of: accent) }
        if let font { lines.append("--sans: \(font), system-ui, sans-serif;") }
        if let codeFont { lines.append("--mono: \(codeFont), ui-monospace, monospace;") }
        if density == .compact {
            lines += [
                "--text-m: 0.9688rem;", "--text-s: 0.875rem;", "--space-4: 0.875rem;", "--space-5: 1.25rem;",
                "--space-6: 1.75rem;", "--space-7: 2.5rem;", "--space-8: 3.5rem;",
            ]
        }
        let tokens = lines.isEmpty ? "" : ":root {\n" + lines.map { "  \($0)\n" }.joined() + "}\n"
        return tokens + (stylesheet.isEmpty ? "" : "/* The site's own */\n")
    }

    /// Shades of a colour, each with the contrast that its place needs (WCAG 2.2, 1.4.3): text at least 4.5.
    private static func tokens(of accent: Color) -> [String] {
        func token(_ name: String, _ light: Color, _ dark: Color) -> String {
            "--\(name): light-dark(\(light.css), \(dark.css));"
        }
        let plate = accent.mixed(with: black, untilContrast: 7, to: white)
        return [
            token(
                "accent", accent.mixed(with: black, untilContrast: 5.5, to: paper.light),
                accent.mixed(with: white, untilContrast: 8, to: paper.dark)),
            token(
                "accent-strong", accent.mixed(with: black, untilContrast: 10, to: paper.light),
                accent.mixed(with: white, untilContrast: 12, to: paper.dark)),
            token(
                "accent-tint", paper.light.mixed(with: accent, share: 0.1),
                paper.dark.mixed(with: accent, share: 0.3)),
            token("plate", plate, plate.mixed(with: black, share: 0.15)),
        ]
    }
}
