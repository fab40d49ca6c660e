import Building
import Diagnostics
import Foundation
import Testing

/// What a site keeps in `theme/`.
@Suite("Files of a theme")
struct ThemeFilesTests {
    private static let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\"></svg>"

    private static func problems(_ workspace: Workspace) throws -> [String] {
        do {
            _ = try workspace.link()
            return []
        } catch let error as ConfigurationError {
            return error.report.rendered(as: .text).split(separator: "\n").map {
                String($0).replacing(workspace.path(""), with: "")
            }
        }
    }

    @Test("a partial stands in every page, and a changed one writes the pages anew")
    func changes() throws {
        let workspace = try Workspace()
        try workspace.write(["content/a.md": "# A\n", "theme/partials/footer.html": "<p>One</p>\n"])
        _ = try workspace.build()
        #expect(try workspace.text("site/a/index.html").contains("<p>One</p>"))
        #expect(try workspace.build().changes.written.isEmpty)
        try workspace.write("theme/partials/footer.html", "<p>Two</p>\n")
        #expect(try !workspace.build().changes.written.isEmpty)
        #expect(try workspace.text("site/404.html").contains("<p>Two</p>"))
        try workspace.remove("theme/partials/footer.html")
        _ = try workspace.build()
        #expect(try !workspace.text("site/a/index.html").contains("partial"))
    }

    @Test("a broken partial is told with its line, and nothing is written")
    func broken() throws {
        let workspace = try Workspace()
        try workspace.write(["content/a.md": "# A\n", "theme/partials/head.html": "\n  {{page.titel}}\n"])
        let problems = try Self.problems(workspace)
        #expect(
            problems.first
                == "theme/partials/head.html:2:3: error[bad-partial]: there is no field `page.titel`")
        #expect(problems.dropFirst().first == "  2 |   {{page.titel}}")
        #expect(problems.last == "help: did you mean `page.title`?")
        #expect(throws: ConfigurationError.self) { try workspace.build() }
        #expect(!workspace.exists("site"))
    }

    @Test("a partial may ask for a key that no note has: it is told with its line, and the site is built")
    func unknownKey() throws {
        let workspace = try Workspace()
        try workspace.write([
            "content/a.md": "---\nteam: X\n---\n# A\n\nText.\n",
            "theme/partials/footer.html": "<p>\n{{page.front_matter.taem}}</p>\n",
        ])
        let text = try workspace.link().report.rendered(as: .text).replacing(workspace.path(""), with: "")
        #expect(
            text == """
                theme/partials/footer.html:2:1: warning[unknown-key]: no note has the key `taem`
                  2 | {{page.front_matter.taem}}</p>
                    | ^^^^^^^^^^^^^^^^^^^^^^^^^^
                help: did you mean `page.front_matter.team`?


                """)
        // A draft has it too.
        try workspace.write([
            "content/b.md": "---\ndraft: true\ntaem: Y\n---\n# B\n\nText.\n"
        ])
        #expect(try workspace.link().report.diagnostics.isEmpty)
        try workspace.write("waymark.yml", "rules:\n  unknown-key: off\n")
        try workspace.remove("content/b.md")
        #expect(try workspace.build().report.diagnostics.isEmpty)
        #expect(try workspace.text("site/a/index.html").contains("<p>\n</p>"))
    }

    @Test("a logo stands beside the title under a name of its bytes, and keeps its room")
    func logo() throws {
        let workspace = try Workspace()
        try workspace.write([
            "content/x/a.md": "# A\n", "waymark.yml": "theme:\n  logo: theme/l.svg\n  logo_dark: d.svg\n",
            "theme/l.svg": Self.picture, "d.svg": Self.picture + "\n",
        ])
        _ = try workspace.build()
        let page = try workspace.text("site/x/a/index.html")
        let images = page.matches(
            of:
                /<img class="logo on-(light|dark)" src="..\/..\/(_waymark\/logo[^"]*\.svg)" width="56" height="28" alt="">/
        )
        #expect(images.map { String($0.output.1) } == ["light", "dark"])
        for image in images { #expect(try workspace.text("site/\(image.output.2)").hasPrefix("<svg")) }
    }

    @Test(
        "a setting of the theme or the language that does not fit is told with its line",
        arguments: [
            ("theme:\n  logo: theme/none.svg\n", "2:9", "there is no file theme/none.svg"),
            ("theme:\n  logo: content/a.md\n", "2:9", "content/a.md is no SVG, PNG or WebP"),
            ("theme:\n  logo_dark: d.svg\n", "2:14", "there is a logo for dark ground alone"),
            ("language: en_GB\n", "1:11", "`language` is not a language tag: en_GB"),
        ])
    func badSetting(_ configuration: String, _ place: String, _ message: String) throws {
        let workspace = try Workspace()
        try workspace.write(["content/a.md": "# A\n", "d.svg": Self.picture, "waymark.yml": configuration])
        #expect(
            try Self.problems(workspace).first
                == "waymark.yml:\(place): error[bad-configuration]: \(message)")
    }
}
