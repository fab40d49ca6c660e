import Diagnostics
import Testing

@Suite("Settings of rules")
struct RuleSettingsTests {
    @Test("a rule weighs what it says itself where nothing is set")
    func defaults() {
        let settings = RuleSettings()
        #expect(settings.setting(of: .brokenLink, at: SourcePath("a.md")) == .severity(.error))
        #expect(settings.setting(of: .orphanNote, at: SourcePath("a.md")) == .off)
        #expect(settings.mayReport(.brokenLink))
        #expect(!settings.mayReport(.orphanNote))
    }

    @Test(
        "the innermost folder that names a rule counts, whatever order they are set in",
        arguments: [
            ("a.md", Rule.Setting.severity(.error)), ("old/a.md", .severity(.warning)), ("old/x/a.md", .off),
            ("old/x/deep/a.md", .off), ("older/a.md", .severity(.error)), ("old", .severity(.error)),
        ])
    func folders(path: String, expected: Rule.Setting) {
        var settings = RuleSettings([.brokenLink: .severity(.error)])
        settings.set(.brokenLink, .severity(.warning), below: "old/")
        settings.set(.brokenLink, .off, below: "/old/x/")
        settings.set(.brokenAnchor, .off, below: "old/")
        #expect(settings.setting(of: .brokenLink, at: SourcePath(path)) == expected)
    }

    @Test("what is set for all others leaves named rules alone, and turns on what is off")
    func others() {
        var settings = RuleSettings([.brokenLink: .off])
        settings.others = .severity(.warning)
        #expect(settings.setting(of: .brokenLink, at: SourcePath("a.md")) == .off)
        #expect(settings.setting(of: .brokenAnchor, at: SourcePath("a.md")) == .severity(.warning))
        #expect(settings.setting(of: .orphanNote, at: SourcePath("a.md")) == .severity(.warning))
    }

    @Test("a rule that a folder turns on may be reported")
    func onInAFolder() {
        var settings = RuleSettings()
        settings.set(.orphanNote, .severity(.error), below: "guide/")
        #expect(settings.mayReport(.orphanNote))
        #expect(settings.setting(of: .orphanNote, at: SourcePath("a.md")) == .off)
    }

    @Test("weighing keeps all but the severity, and drops what is off")
    func weighing() throws {
        let fix = Diagnostic.Fix(.file, "b")
        let diagnostic = Diagnostic(.brokenLink, "m", at: SourcePath("a.md"), hint: "h", fix: fix)
        let weighed = try #require(diagnostic.weighed(by: RuleSettings([.brokenLink: .severity(.warning)])))
        #expect(weighed.severity == .warning)
        #expect(weighed.hint == "h")
        #expect(weighed.fix == fix)
        #expect(diagnostic.weighed(by: RuleSettings()) == diagnostic)
        #expect(diagnostic.weighed(by: RuleSettings([.brokenLink: .off])) == nil)
    }
}
