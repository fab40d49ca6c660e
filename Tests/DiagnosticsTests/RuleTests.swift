import Diagnostics
import Testing

@Suite("Rule")
struct RuleTests {
    @Test("no two rules have one id")
    func unique() {
        #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
    }

    @Test("ids are in kebab case", arguments: Rule.all)
    func kebabCase(rule: Rule) {
        let words = rule.id.split(separator: "-", omittingEmptySubsequences: false)
        let isKebab = words.allSatisfy { word in
            !word.isEmpty && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        }
        #expect(isKebab, "\(rule.id)")
    }

    @Test("every rule is found by its id", arguments: Rule.all)
    func byID(rule: Rule) {
        #expect(Rule(id: rule.id) == rule)
    }

    @Test("an unknown id is no rule", arguments: ["", "Broken-Link", "broken_link", "no-such-rule"])
    func unknown(id: String) {
        #expect(Rule(id: id) == nil)
    }

    @Test("summaries are one line without a full stop", arguments: Rule.all)
    func summaries(rule: Rule) {
        #expect(!rule.summary.isEmpty)
        #expect(!rule.summary.contains("\n"))
        #expect(!rule.summary.hasSuffix("."))
    }

    @Test("an explanation names pages in place of links, and keeps those of its examples")
    func explanation() {
        let lines = Rule.brokenLink.explanation.split(separator: "\n")
        #expect(lines.contains { $0.contains("How names are found is in “Links: How a name is resolved”.") })
        #expect(lines.contains("See [[Projected tokens]]."))
        #expect(Rule.badConfiguration.explanation.contains("with the keys of “Configuration”."))
    }

    @Test("an explanation has the examples of its page as they are", arguments: Rule.all)
    func examples(rule: Rule) {
        #expect(Self.code(of: rule.explanation) == Self.code(of: rule.page))
    }

    /// The blocks of code: a fence is closed by one that is at least as long.
    private static func code(of page: String) -> [Substring] {
        var fence = 0
        return page.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            let length = line.prefix { $0 == "`" }.count
            defer { if fence == 0 { fence = length >= 3 ? length : 0 } else if length >= fence { fence = 0 } }
            return fence > 0
        }
    }

    @Test("the list is in the order of ids")
    func order() {
        #expect(Rule.all.map(\.id) == Rule.all.map(\.id).sorted())
    }
}
