import Linking
import Testing
import Writers

@testable import Pages

@Suite("Appearance")
struct AppearanceTests {
    private static let paper = (Color("#fdfdfc"), Color("#111714"))

    /// The light and the dark value of a token.
    private func token(_ name: String, of appearance: Appearance) throws -> (light: Color, dark: Color) {
        let theme = Theme(appearance)
        let css = String(
            decoding: theme.stylesheet.bytes + (theme.ownStylesheet?.bytes ?? []), as: UTF8.self)
        // The last one counts.
        let values = css.matches(of: /--([-a-z]+): ?light-dark\((.*?)\)/).filter { $0.output.1 == name }
        let value = try #require(values.last).output.2
        let parts = value.split(separator: ",").map { String($0.drop { $0 == " " }) }
        return (try #require(Color(parts[0])), try #require(Color(parts[1])))
    }

    @Test("no setting changes nothing")
    func none() {
        #expect(Theme(Appearance()) == Theme.standard)
    }

    @Test(
        "of any colour come shades that can be read",
        arguments: ["#000", "#fff", "#f00", "#ff0", "#0f0", "#00f", "#14633f", "#8844cc", "#808080"])
    func contrast(accent: String) throws {
        var appearance = Appearance()
        appearance.accent = Color(accent)
        let (light, dark) = (try #require(Self.paper.0), try #require(Self.paper.1))
        for name in ["accent", "accent-strong"] {
            let shades = try token(name, of: appearance)
            #expect(shades.light.contrast(to: light) >= 4.5, "\(name)")
            #expect(shades.dark.contrast(to: dark) >= 4.5, "\(name)")
        }
        let (strong, tint) = (
            try token("accent-strong", of: appearance), try token("accent-tint", of: appearance)
        )
        #expect(strong.light.contrast(to: tint.light) >= 4.5)
        #expect(strong.dark.contrast(to: tint.dark) >= 4.5)
        let plate = try token("plate", of: appearance)
        #expect(plate.light.contrast(to: try #require(Color("#f4f8f3"))) >= 4.5)
        #expect(plate.dark.contrast(to: try #require(Color("#eef6f0"))) >= 4.5)
    }

    @Test("contrast is that of WCAG's own examples")
    func known() throws {
        let (black, white, grey) = (Color("#000"), Color("#fff"), Color("#777777"))
        #expect(try abs(#require(black).contrast(to: #require(white)) - 21) < 0.001)
        #expect(try abs(#require(grey).contrast(to: #require(white)) - 4.478) < 0.001)
    }

    @Test("colours are read as CSS writes them", arguments: [("#14633F", "#14633f"), ("#1a3", "#11aa33")])
    func colours(text: String, css: String) { #expect(Color(text)?.css == css) }

    @Test(
        "nothing else is a colour",
        arguments: ["", "#", "14633f", "#12", "#12345", "#ggg", "red", "#1234567"])
    func noColour(text: String) { #expect(Color(text) == nil) }

    @Test("CSS of the site's own is a sheet behind all others")
    func stylesheet() throws {
        var appearance = Appearance()
        appearance.font = "\"Inter\""
        appearance.stylesheet = Array("main { color: red }".utf8)
        let theme = Theme(appearance)
        let own = try #require(theme.ownStylesheet)
        #expect(theme.stylesheets(Set(Theme.Sheet.allCases)).last == own)
        #expect(theme.assets.contains(own))
        let css = String(decoding: own.bytes, as: UTF8.self)
        #expect(css.contains("--sans: \"Inter\", system-ui, sans-serif;"))
        #expect(css.hasSuffix("main { color: red }"))
    }
}

@Suite("The theme's files")
struct CompactingTests {
    @Test("come without comments, indentation and empty lines, and with all else")
    func compacted() {
        let source = """
            /* What it is. */
            a {
              b: "/* c */"; /* d */

              /* Two
                 lines. */
              e: f;
            }
            /**
             * g
             */
              // h
            i('// j');
            """
        #expect(
            String(decoding: Theme.compacted(Array(source.utf8)), as: UTF8.self)
                == "a {\nb: \"/* c */\"; /* d */\ne: f;\n}\ni('// j');\n")
    }

    @Test("of styles come without what only separates")
    func compactedStyles() {
        let source = """
            /* What it is. */
            @media (width < 30rem) {
              a:hover,
              .b > li::before {
                content: ": ";
                --c: d e;
                mask:
                  f(g, h),
                  i
                  j;
              }
            }

            k {
              l: m;
            }
            """
        #expect(
            String(decoding: Theme.compactedStyles(Array(source.utf8)), as: UTF8.self)
                == "@media (width < 30rem){a:hover,.b > li::before{content:\": \";--c:d e;mask: f(g, h),i j}}k{l:m}"
        )
    }
}

@Suite("The theme's sheets")
struct SheetTests {
    @Test(
        "a page loads those of what is in it",
        arguments: [
            ("<p>math</p>", [Theme.Sheet]()), ("<p><math><mi>x</mi></math></p>", [.math]),
            ("<figure class=\"flow wide-3\">", [.flow]), ("<figure class=\"code\">", []),
            ("<table class=\"comparison rows\">", [.compare]), ("<table>", []),
            ("<figure class=\"network\"></figure><math>", [.math, .network]),
            ("<div class=\"table-scroll print-wide\">", [.paper]), ("<div class=\"table-scroll\">", []),
            ("<", []), ("", []),
        ])
    func content(html: String, sheets: [Theme.Sheet]) {
        #expect(Theme.Sheet.needed(for: .common, in: Markup(trusted: Array(html.utf8))) == Set(sheets))
    }

    @Test("and those of what its scripts make of it")
    func tools() {
        #expect(Theme.Sheet.needed(for: .matrix, in: "<math>") == [.math, .compare, .matrix, .paper])
        #expect(Theme.Sheet.needed(for: .search, in: "") == [.search])
    }

    @Test("every file of the theme is written once")
    func once() {
        let names = Theme.standard.assets.map(\.fileName)
        #expect(Set(names).count == names.count)
    }

    @Test("a logo that is the same as the icon is no file of its own")
    func sameLogo() {
        var appearance = Appearance()
        appearance.logo = Logo(Theme.standard.icon.bytes)
        let theme = Theme.standard.filled(appearance, nil)
        #expect(theme.logo?.asset == theme.icon)
        #expect(theme.assets == Theme.standard.assets)
    }
}
