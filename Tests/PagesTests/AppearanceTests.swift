import Linking
import Testing

@testable import Pages

@Suite("Appearance")
struct AppearanceTests {
    private static let paper = (Color("#fdfdfc"), Color("#111714"))

    /// The light and the dark value of a token.
    private func token(_ name: String, of appearance: Appearance) throws -> (light: Color, dark: Color) {
        let css = String(decoding: Theme(appearance).stylesheet.bytes, as: UTF8.self)
        // The last one counts.
        let value = try #require(all(between: "--\(name): light-dark(", and: ")", in: css).last)
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

    @Test("CSS of the site's own comes last")
    func stylesheet() {
        var appearance = Appearance()
        appearance.font = "\"Inter\""
        appearance.stylesheet = Array("main { color: red }".utf8)
        let css = String(decoding: Theme(appearance).stylesheet.bytes, as: UTF8.self)
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
}
