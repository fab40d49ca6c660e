import Building
import Diagnostics
import Foundation
import Notes
import Testing

/// The pages of the rules: what `explain` prints, what the guide shows, and their own tests.
@Suite("Pages of rules")
struct RulePageTests {
    @Test("a page begins with the rule's id and says how much it weighs", arguments: Rule.all)
    func heads(rule: Rule) {
        let level = rule.severity == .error ? "Error" : "Warning"
        let beginning = rule.isOptional ? "\(level), off unless the configuration turns it on." : "\(level)."
        #expect(rule.page.hasPrefix("# \(rule.id)\n\n\(beginning) "))
    }

    @Test("the page of the guide is the one that the program has", arguments: Rule.all)
    func guide(rule: Rule) throws {
        let page = try String(contentsOf: Self.guide.appending(path: "rules/\(rule.id).md"), encoding: .utf8)
        #expect(page == "#guide #reference #rules\n" + rule.page)
    }

    @Test("the guide's list of diagnostics has a line for every rule")
    func list() throws {
        let list = try String(contentsOf: Self.guide.appending(path: "diagnostics.md"), encoding: .utf8)
        let lines = list.split(separator: "\n").filter { $0.hasPrefix("| [[") }.map(String.init)
        let expected = Rule.all.map { rule in
            "| [[\(rule.id)]] | \(rule.isOptional ? "off" : rule.severity.rawValue) | \(rule.summary) |"
        }
        #expect(lines.sorted() == expected.sorted())
    }

    @Test("the bad example gives this rule and no other, on the lines that it marks", arguments: Rule.all)
    func bad(rule: Rule) throws {
        let example = try Example(of: rule, "Bad")
        let found = try example.report()
        let expected = example.files.flatMap { file in file.marks.map { "\(file.path):\($0) \(rule.id)" } }
        #expect(!expected.isEmpty)
        #expect(found == expected.sorted())
    }

    @Test("the good example gives nothing", arguments: Rule.all)
    func good(rule: Rule) throws {
        #expect(try Example(of: rule, "Good").report() == [])
    }

    private static let guide = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../content/guide/reference").standardized
}

/// One of a rule's examples: a site of a few files.
private struct Example {
    var files: [File] = []

    struct File {
        let path: String
        var text: String
        /// The lines on which something is to be reported.
        var marks: [Int] = []
    }

    /// An example of the page; what no page can show is made here.
    init(of rule: Rule, _ kind: String) throws {
        files = Self.files(in: rule.page, below: "## \(kind)")
        if files.isEmpty {
            let made = try #require(Self.made[rule], "\(rule.id) has no example")
            files = kind == "Bad" ? made.bad : made.good
        }
    }

    /// The code blocks of a section: `title` names the file, `{1}` marks lines.
    private static func files(in page: String, below heading: String) -> [File] {
        var files: [File] = []
        var isInSection = false
        var fence = ""
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if fence.isEmpty, line.hasPrefix("## ") {
                isInSection = line == heading
            } else if fence.isEmpty, line.hasPrefix("```"), isInSection {
                fence = String(line.prefix { $0 == "`" })
                let title = line.firstMatch(of: /title="([^"]*)"/).map { String($0.1) }
                let marks = line.firstMatch(of: /\{(\d+)\}/).flatMap { Int($0.1) }
                files.append(File(path: title ?? "note.md", text: "", marks: marks.map { [$0] } ?? []))
            } else if line == fence {
                fence = ""
            } else if !fence.isEmpty {
                files[files.count - 1].text += line + "\n"
            }
        }
        return files
    }

    /// What is reported, as `path:line rule`, in order.
    func report() throws -> [String] {
        let workspace = try Workspace()
        try workspace.write("content/.keep", "")
        for file in files where file.path == "latin1.md" {
            // U+00E9 in Latin-1.
            try workspace.write("content/\(file.path)", file.text, encoding: .isoLatin1)
        }
        for file in files where file.path != "latin1.md" {
            let isNote =
                file.path != "waymark.yml" && file.path != "published.txt" && !file.path.hasPrefix("theme/")
            try workspace.write(isNote ? "content/\(file.path)" : file.path, file.text)
        }
        let report: Report
        do {
            report = try workspace.link(
                published: files.contains { $0.path == "published.txt" } ? "published.txt" : nil
            ).report
        } catch let error as ConfigurationError {
            report = error.report
        }
        return report.diagnostics.map { diagnostic in
            let path =
                diagnostic.rule == .badConfiguration
                ? "waymark.yml" : diagnostic.path.string.replacing(workspace.path(""), with: "")
            return "\(path):\(diagnostic.range.start.line) \(diagnostic.rule.id)"
        }.sorted()
    }

    private static let made: [Rule: (bad: [File], good: [File])] = [
        .invalidUTF8: (
            [File(path: "latin1.md", text: "Caf\u{E9}\n", marks: [1])],
            [File(path: "note.md", text: "Caf\u{E9}\n")]
        ),
        .controlCharacter: (
            [File(path: "note.md", text: "Text\n\u{8}\n", marks: [2])],
            [File(path: "note.md", text: "Text\n")]
        ),
        .hugeNote: (
            [File(path: "note.md", text: String(repeating: "Text.\n\n", count: 750_000), marks: [1])],
            [File(path: "note.md", text: String(repeating: "Text.\n\n", count: 10_000))]
        ),
        .deepNesting: (
            [File(path: "note.md", text: String(repeating: ">", count: 500) + " a\n", marks: [1])],
            [File(path: "note.md", text: String(repeating: ">", count: 50) + " a\n")]
        ),
        .embedTooLarge: (
            (1...10).map { File(path: "\($0).md", text: "![[\($0 + 1)]]\n", marks: $0 == 2 ? [1] : []) }
                + [File(path: "11.md", text: "Text\n")],
            (1...5).map { File(path: "\($0).md", text: "![[\($0 + 1)]]\n") }
                + [File(path: "6.md", text: "Text\n")]
        ),
        .unreadableSource: (
            [File(path: "a\u{7}b.md", text: "Text\n", marks: [1])], [File(path: "ab.md", text: "Text\n")]
        ),
    ]
}
