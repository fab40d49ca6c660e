import Building
import Diagnostics
import Linking
import Testing

@Suite("Redirects of the configuration")
struct RedirectTests {
    private func workspace(_ redirects: String) throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write([
            "content/eks/irsa.md": "---\naliases: [/taken/]\n---\n# IRSA\n\nText.\n\n## Set up\n\nText.\n",
            "content/other.md": "# Other\n\nText.\n", "waymark.yml": "redirects:\n\(redirects)\n",
        ])
        return workspace
    }

    @Test("they lead to pages, to places in them and to addresses outside, before notes' aliases")
    func pages() throws {
        let workspace = try workspace(
            "  /old/: /eks/irsa/\n  /old/part.html: /eks/irsa/#set-up\n  /away/: https://example.com/x\n  /taken: /other/"
        )
        _ = try workspace.build()
        func link(_ path: String) throws -> String? {
            try workspace.text("site/\(path)").firstMatch(of: /<a href="([^"]*)"/).map { String($0.1) }
        }
        #expect(try link("old/index.html") == "../eks/irsa/")
        #expect(try link("old/part.html") == "../eks/irsa/#set-up")
        #expect(try link("away/index.html") == "https://example.com/x")
        #expect(try link("taken/index.html") == "../other/")
        #expect(try workspace.text("site/_waymark/urls.txt").contains("/old/part.html\n"))
    }

    @Test(
        "one that cannot lead anywhere is a fault of the configuration, at its place",
        arguments: [
            ("/old/: /nowhere/", "2:10 there is no page /nowhere/"),
            ("/other/: /eks/irsa/", "2:12 /other/ is the page of a note"),
            ("/old/: /older/\n  /older/: /other/", "2:10 /older/ is redirected itself"),
            ("old: /other/", "2:3 old is no address below the site's root"),
            ("/old/: other", "2:10 other is no address to lead on to"),
        ])
    func broken(redirect: String, problem: String) throws {
        let workspace = try workspace("  \(redirect)")
        do {
            _ = try workspace.link()
            Issue.record("nothing is wrong")
        } catch let error as ConfigurationError {
            let found = error.report.diagnostics.map { diagnostic in
                let start = diagnostic.range.start
                return "\(start.line):\(start.column) \(diagnostic.message)"
            }
            #expect(found == [problem])
        }
    }
}

@Suite("Published addresses")
struct PublishedTests {
    private func problems(_ workspace: Workspace, _ published: String) throws -> [String] {
        try workspace.link(published: published).report.diagnostics.map(Self.line)
    }

    /// With the name of the configuration in place of its path, which is another in each run.
    private static func line(_ diagnostic: Diagnostic) -> String {
        let path = diagnostic.path.string
        return "\(path.hasSuffix("/waymark.yml") ? "waymark.yml" : path) \(diagnostic.message)"
    }

    @Test("a list may have whole addresses, addresses below the root, files and comments")
    func list() throws {
        let workspace = try Workspace()
        try workspace.write([
            "content/a.md": "# A\n\n![x](p.svg)\n\n## Part\n\nText.\n", "content/p.svg": "",
            "waymark.yml": "base_url: https://example.com/docs\n",
            "list.txt": """
            # what search engines know
            https://example.com/docs/a/
            /a/index.html#part

            /p.svg
            /tags/?q=1
            https://example.com/docs/b/
            /a/#gone
            /q.svg
            /stale/
            /decide/

            """,
        ])
        #expect(
            try problems(workspace, "list.txt") == [
                "waymark.yml the published address /b/ would die",
                "waymark.yml the published address /q.svg would die",
                "a.md the published address /a/#gone would lead to no heading",
            ])
    }

    @Test(
        "a list without an address is refused, for it would let everything pass",
        arguments: ["", "\n# none\n"])
    func emptyList(text: String) throws {
        let workspace = try Workspace()
        try workspace.write("list.txt", text)
        #expect(throws: PublishedAddresses.ReadError.self) {
            try PublishedAddresses(reading: workspace.path("list.txt"), jobs: 1)
        }
    }

    @Test("a published folder promises its pages and their headings; moving with an alias keeps them")
    func folder() throws {
        let workspace = try Workspace()
        try workspace.write("content/eks/irsa.md", "# IRSA\n\nText.\n\n## Set up\n\nText.\n")
        _ = try workspace.build(output: "live")
        #expect(try problems(workspace, "live") == [])
        try workspace.remove("content/eks")
        try workspace.write("content/identity/irsa.md", "# IRSA\n\nText.\n\n## Setting up\n\nText.\n")
        let linked = try workspace.link(published: "live")
        #expect(
            linked.report.diagnostics.map(Self.line) == [
                "waymark.yml the published address /eks/ would die",
                "identity/irsa.md the published address /eks/irsa/ would die",
            ])
        try Fixes(linked.report.diagnostics, in: linked.content).write()
        #expect(
            try workspace.text("content/identity/irsa.md")
                == "---\naliases: [\"/eks/irsa/\"]\n---\n# IRSA\n\nText.\n\n## Setting up\n\nText.\n")
        #expect(
            try problems(workspace, "live") == [
                "waymark.yml the published address /eks/ would die",
                "identity/irsa.md the published address /eks/irsa/#set-up would lead to no heading",
            ])
        try workspace.write("waymark.yml", "redirects:\n  /eks/: /identity/\n")
        try workspace.write(
            "content/identity/irsa.md",
            "---\naliases: [/eks/irsa/]\n---\n# IRSA\n\nText.\n\n## Setting up {#set-up}\n\nText.\n")
        #expect(try problems(workspace, "live") == [])
    }
}

@Suite("Hints at addresses that would die")
struct DeadAddressHintTests {
    private let decision =
        "- Use **Kafka** if:\n  - events are read again\n- Use **NATS** if:\n  - they are not\n"

    private func hints(_ alias: String, _ published: String) throws -> [String] {
        let workspace = try Workspace()
        try workspace.write([
            "content/new.md":
                "---\naliases: [\(alias)]\n---\n# Queues\n\n## Which one to use?\n\n\(decision)",
            "content/irsa.md": "# IRSA\n\nText.\n", "list.txt": published + "\n",
        ])
        let report = try workspace.link(published: "list.txt").report
        return report.diagnostics.filter { $0.rule == .deadAddress }.map {
            "\(report.shownPath($0.path)) \($0.hint ?? "")"
        }
    }

    @Test("the address of a renamed note's decision is told with that which it has now")
    func decisions() throws {
        #expect(
            try hints("/old/", "/decide/old/").map { $0.replacing(/^.*(?=waymark.yml)/, with: "") } == [
                "waymark.yml write `/decide/old/: /decide/new/` below `redirects:` in the configuration"
            ])
        #expect(try hints("/old/", "/decide/new/").isEmpty)
    }

    @Test(
        "a page that no note has to itself is not taken for a note that moved",
        arguments: ["decide", "options", "tags"])
    func generated(section: String) throws {
        let hints = try hints("x", "/\(section)/irsa/")
        #expect(hints.count == 1)
        #expect(hints.first?.hasSuffix("with the page that replaces it") == true)
    }
}

@Suite("Difference of sites")
struct SiteDiffTests {
    private let decision = """
        # Kafka vs Redis

        | Feature | Kafka | Redis |
        | --- | --- | --- |
        | Replay | Yes | No |
        | Streams | Yes | Yes |

        ## Which one to use?

        - Use **Kafka** if:
          - messages are read again
        - Use **Redis** if:
          - they are few

        When in doubt, use Kafka.

        """

    private func diff(_ change: (Workspace) throws -> Void) throws -> SiteDiff {
        let workspace = try Workspace()
        try workspace.write([
            "content/index.md": "# Home\n\nText.\n", "content/brokers.md": decision,
            "content/a.md": "# A\n\nText.\n",
            "content/b.md": "# B\n\nText.\n",
        ])
        _ = try workspace.build(output: "old")
        try change(workspace)
        _ = try workspace.build(output: "new")
        return try SiteDiff(
            from: try SiteSnapshot(reading: workspace.path("old"), jobs: 2),
            to: try SiteSnapshot(reading: workspace.path("new"), jobs: 2))
    }

    @Test("nothing changed, nothing different, in every format", arguments: SiteDiff.Format.allCases)
    func nothing(format: SiteDiff.Format) throws {
        // The look of a site is no difference for its readers.
        let diff = try diff { try $0.write("waymark.yml", "title: Another\ntheme:\n  density: compact\n") }
        #expect(diff.isEmpty)
        let expected: [SiteDiff.Format: String] = [
            .text: "nothing changed for readers\n", .markdown: "### Site\n\nNothing changed for readers.\n",
            .json: """
            {
              "added": [],
              "removed": [],
              "changed": [],
              "moved": [],
              "statements": []
            }

            """,
        ]
        #expect(diff.rendered(as: format) == expected[format])
    }

    @Test("pages are added, removed, moved and changed; decisions and comparisons say something else")
    func all() throws {
        let diff = try diff { workspace in
            try workspace.write([
                "content/index.md": "# Home\n\nOther text.\n", "content/c.md": "# C\n\nText.\n",
                "content/d.md": "---\naliases: [/b/]\n---\n# B\n\nText, and more.\n",
                "content/brokers.md": decision.replacing("| Yes | No |", with: "| Yes | Partly |")
                    .replacing("use Kafka.", with: "use Redis."),
            ])
            try workspace.remove("content/a.md")
            try workspace.remove("content/b.md")
        }
        let text = diff.rendered(as: .text)
        #expect(diff.added.map(\.route.string) == ["/c/"])
        #expect(diff.removed.map(\.route.string) == ["/a/"])
        #expect(diff.moved.map { "\($0.from) \($0.to)" } == ["/b/ /d/"])
        #expect(diff.changed.map(\.route.string) == ["/", "/brokers/"])
        #expect(text.contains("\n  default: Kafka → Redis\n"))
        #expect(text.contains("\n  Redis, Replay: No → Partly\n"))
        #expect(diff.rendered(as: .markdown).contains("| Redis, Replay | No | Partly |\n"))
        #expect(diff.rendered(as: .json).contains(#""name": "default""#))
    }

    @Test("a folder that is no site is told so")
    func noSite() throws {
        let workspace = try Workspace()
        #expect(throws: SiteSnapshot.ReadError.self) {
            try SiteSnapshot(reading: workspace.path("nothing"), jobs: 1)
        }
    }

    /// A site before and after a note moved with an alias, one came, one went and a decision changed.
    private func twoSites() throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write([
            "content/brokers.md": decision, "content/a.md": "---\naliases: [/first/]\n---\n# A\n\nText.\n",
            "content/b.md": "# B\n\nText of B.\n", "content/c.md": "# C\n\nText of C.\n",
        ])
        _ = try workspace.build(output: "old")
        try workspace.remove("content/b.md")
        try workspace.remove("content/c.md")
        try workspace.write([
            "content/moved.md": "---\naliases: [/b/]\n---\n# B\n\nText of B.\n",
            "content/new.md": "# New\n\nText of it.\n",
            "content/brokers.md": decision.replacing("| Replay | Yes |", with: "| Replay | No |"),
        ])
        _ = try workspace.build(output: "new")
        return workspace
    }

    private func diff(_ workspace: Workspace, _ old: String, _ new: String) throws -> String {
        try SiteDiff(
            from: SiteSnapshot(reading: workspace.path(old), jobs: 2),
            to: SiteSnapshot(reading: workspace.path(new), jobs: 2)
        ).rendered(as: .text)
    }

    @Test("of lists only the addresses are compared, and one that leads on now is not gone")
    func lists() throws {
        let workspace = try twoSites()
        let list = "_waymark/urls.txt"
        #expect(
            try diff(workspace, "old/\(list)", "new/\(list)")
                == "added    /moved/\nadded    /new/\nremoved  /c/\n")
        #expect(
            try diff(workspace, "old/\(list)", "new")
                == "added    /new/  New\nremoved  /c/\nmoved    /b/ → /moved/  B\n")
        #expect(
            try diff(workspace, "old", "new/\(list)")
                == "added    /moved/\nadded    /new/\nremoved  /c/  C\n")
        #expect(try diff(workspace, "old", "old/\(list)") == "nothing changed for readers\n")
    }

    @Test("of models only what decisions and comparisons say is compared")
    func models() throws {
        let workspace = try twoSites()
        let model = "_waymark/model.json"
        let expected =
            "comparison  /brokers/  Kafka vs Redis\n  Kafka, Replay: Yes → No\n"
        #expect(try diff(workspace, "old/\(model)", "new/\(model)") == expected)
        #expect(try diff(workspace, "old/\(model)", "new") == expected)
        #expect(throws: SiteDiff.NothingInCommon.self) {
            try diff(workspace, "old/\(model)", "new/_waymark/urls.txt")
        }
        try workspace.write("broken.json", "{}")
        #expect(throws: SiteSnapshot.ReadError.self) { try diff(workspace, "broken.json", "new") }
    }
}
