import Diagnostics
import Linking
import Notes
import Testing

/// What is wrong with a site that has all rules on, as `path:line rule: message`.
private func problems(
    _ files: KeyValuePairs<String, String>, assets: [String] = [], _ rules: Set<Rule>,
    _ configure: (inout Configuration) -> Void = { _ in }
) -> [String] {
    var configuration = Configuration()
    configuration.rules.others = .severity(.warning)
    configure(&configuration)
    let site = Site(
        linking: files.map { note($1, path: $0) }, assets: Set(assets.map { SourcePath($0) }),
        configuration: configuration)
    return diagnostics(site).filter { rules.contains($0.rule) }.map {
        "\($0.path):\($0.range.start.line) \($0.message)"
    }
}

@Suite("Checks of a site")
struct SiteCheckTests {
    @Test("links lead from the home page to every note but orphans")
    func orphans() {
        let found = problems(
            [
                "index.md": "[[a]]", "a.md": "![[b]]", "b.md": "text", "c.md": "[[c]] [[d]]", "d.md": "[[c]]",
                "list/x.md": "[[y]]", "list/y.md": "text", "page/index.md": "text", "page/z.md": "text",
            ], [.orphanNote])
        #expect(found.map { $0.prefix { $0 != ":" } } == ["c.md", "d.md", "page/z.md"])
    }

    @Test("without a home page its list leads to the notes at the top")
    func orphansWithoutHome() {
        #expect(problems(["a.md": "text", "b.md": "text"], [.orphanNote]) == [])
    }

    @Test("the second note of a title is told of the first")
    func titles() {
        let found = problems(
            ["a.md": "# Plan\n\nx", "b.md": "#t\n# plan\n\nx", "c.md": "# Plans\n\nx"], [.duplicateTitle])
        #expect(found == ["b.md:2 a.md is called plan too"])
    }

    @Test("a file that nothing shows or links to is reported at itself")
    func assets() {
        let found = problems(
            ["a.md": "![x](a.png) [y](b.pdf)"], assets: ["a.png", "b.pdf", "c.png"], [.unusedAsset])
        #expect(found == ["c.png:1 no note shows or links to this file"])
    }

    @Test("nothing is looked for that is off")
    func off() {
        let found = problems(["index.md": "x", "a.md": "x"], assets: ["c.png"], Set(Rule.all)) {
            $0.rules.others = nil
        }
        #expect(found == [])
    }
}

@Suite("Checks of tags")
struct TagCheckTests {
    @Test("a tag that is not listed is reported, one nested in a listed one is not")
    func unknown() {
        let found = problems(
            ["a.md": "#eks #eks/nodes #storag\n# T\n\nx #Other", "b.md": "---\ntags: [EKS, iam]\n---\nx"],
            [.unknownTag]
        ) { $0.allowedTags = [TagName("eks"), TagName("storage")] }
        #expect(
            found == [
                "a.md:1 #storag is not a tag of this site", "a.md:4 #Other is not a tag of this site",
                "b.md:2 #iam is not a tag of this site",
            ])
    }

    @Test(
        "tags that differ in hyphens or a plural alone are similar",
        arguments: [
            ("pod-identity", "podidentity", true), ("Pod_Identity", "pod-identity", true),
            ("token", "tokens", true),
            ("aw", "aws", false), ("address", "addres", false), ("a/node-pool", "a/nodepools", true),
            ("a/b", "ab", false), ("eks", "EKS", false),
        ])
    func similar(common: String, rare: String, expected: Bool) {
        let found = problems(
            ["a.md": "#\(common)\n\nx", "b.md": "#\(common)\n\nx", "c.md": "text #\(rare) text"],
            [.similarTags])
        #expect(found == (expected ? ["c.md:1 #\(rare) is nearly #\(common), which more notes have"] : []))
    }

    @Test("of as many each the first by name is meant, and a note that has both is not mended")
    func twins() {
        let site = site(["a.md": "---\ntags: [on-call, oncall]\n---\nx"])
        let found = diagnostics(site).filter { $0.rule == .similarTags }
        #expect(found.map(\.message) == ["#oncall is nearly #on-call, which is a tag too"])
        #expect(found.map(\.fix) == [nil])
    }

    @Test("the fix writes the more frequent tag, in text and in front matter")
    func fixes() {
        let site = site([
            "a.md": "#node-pool", "b.md": "#node-pool", "c.md": "#nodepool x",
            "d.md": "---\ntags: [nodepools]\n---\nx",
        ])
        let fixes = diagnostics(site).filter { $0.rule == .similarTags }.map(\.fix)
        #expect(fixes.map { $0?.replacement } == ["node-pool", "node-pool"])
        #expect(fixes.map { $0?.range.start.line } == [1, 2])
    }
}

@Suite("Checks of front matter")
struct FrontMatterCheckTests {
    @Test("only what looks like a slip is unknown, until the site lists its keys")
    func keys() {
        let files: KeyValuePairs = ["a.md": "---\ntitel: T\ncssclass: wide\nstatus: done\n---\nx"]
        #expect(problems(files, [.unknownKey]) == ["a.md:2 there is no key `titel`"])
        #expect(
            problems(files, [.unknownKey]) { $0.allowedKeys = ["Status"] } == [
                "a.md:2 there is no key `titel`", "a.md:3 there is no key `cssclass`",
            ])
    }

    @Test("owners and sources are missing where they are required")
    func required() {
        let files: KeyValuePairs = [
            "a.md": "#runbook/broker\n\nx", "b.md": "---\nowner: Ann\nsource: RFC 1\ntags: runbook\n---\nx",
            "c.md": "x",
        ]
        #expect(problems(files, [.missingOwner, .missingSource]) == [])
        let found = problems(files, [.missingOwner, .missingSource]) {
            $0.needsOwner = .tagged([TagName("runbook")])
            $0.needsSources = .all
        }
        #expect(
            found == [
                "a.md:1 the note is tagged #runbook/broker and names no owner",
                "a.md:1 every note needs one, and names no sources",
                "c.md:1 every note needs one, and names no sources",
            ])
    }

    @Test(
        "a note is stale the day after its review is due, and never without a day",
        arguments: [("2026-03-31", false), ("2026-04-01", true), ("", false)])
    func stale(today: String, expected: Bool) {
        let found = problems(
            ["a.md": "---\nupdated: 2026-01-30\nreviewed: 2026-02-28\nreview_in: 31d\n---\nx"], [.staleNote]
        ) { $0.today = CalendarDate(today) }
        #expect(found == (expected ? ["a.md:1 a review was due on 2026-03-31"] : []))
    }
}

@Suite("Near targets")
struct NearTargetTests {
    @Test(
        "a link that leads nowhere is told what it may have meant",
        arguments: [
            ("[[Projected tokns]]", "did you mean [[Projected tokens]]?", nil as String?),
            ("[[old/tokens]]", "did you mean [[tokens]]?", "tokens"),
            ("[x](old/tokens.md#a)", "did you mean ../ops/tokens.md?", "../ops/tokens.md"),
            ("[x](/tokens.md)", "did you mean /ops/tokens.md?", "/ops/tokens.md"),
            ("[x](../ops/tokns.md)", "did you mean ../ops/tokens.md?", nil),
            ("![x](flow%20chart.svg)", "did you mean ../ops/flow chart.svg?", "../ops/flow%20chart.svg"),
            (
                "[x](nothing.md)",
                "paths count from the note's own folder, or with a leading slash from the content folder", nil
            ),
        ])
    func hints(link: String, hint: String, replacement: String?) throws {
        let site = site(
            ["guide/a.md": link, "ops/tokens.md": "# Projected tokens\n\n## A\n\nx"],
            assets: ["ops/flow chart.svg"])
        let found = try #require(
            diagnostics(site).first { $0.path.string == "guide/a.md" && $0.rule.severity == .error })
        #expect(found.hint == hint)
        #expect(found.fix?.replacement == replacement)
    }

    @Test("a broken anchor is told the nearest heading")
    func anchors() {
        let site = site([
            "a.md": "[[b#Set upp]] [[b#^blok]]", "b.md": "## Set up\n\ntext ^block\n\n## Other\n\nx",
        ])
        #expect(diagnostics(site).map(\.hint) == ["did you mean #set-up?", "did you mean #^block?"])
    }
}

@Suite("Weighing")
struct WeighingTests {
    private func reported(_ text: String, _ rules: RuleSettings = RuleSettings()) -> [String] {
        let note = note(text)
        return Weighing(note.diagnostics, in: [note], settings: rules).diagnostics.map {
            "\($0.range.start.line) \($0.rule.id)"
        }
    }

    private let image = "![](https://example.com/a.png)"

    @Test("an allowance covers its block and no other")
    func block() {
        #expect(
            reported("# T\n\n<!-- waymark: allow missing-alt-text: r -->\n\(image)\n\(image)\n\n\(image)\n")
                == ["7 missing-alt-text"])
    }

    @Test("an allowance above all covers the note, and only its own rule")
    func wholeNote() {
        #expect(
            reported("<!-- waymark: allow missing-alt-text: r -->\n# T\n\n\(image)\n\n#### x\n\n\(image)\n")
                == ["6 heading-skips-level"])
    }

    @Test("an allowance of nothing is reported, but for a rule that is off")
    func unused() {
        let text = "# T\n\n<!-- waymark: allow missing-alt-text: r -->\ntext\n"
        #expect(reported(text) == ["3 unused-allowance"])
        #expect(reported(text, RuleSettings([.missingAltText: .off])) == [])
    }
}
