import Diagnostics
import Linking
import Notes
import Testing

@testable import Building

@Suite("The history of git")
struct HistoryTests {
    private func shown(_ log: String, _ path: String) -> String? {
        let history = GitHistory.history(in: Array(log.utf8))
        return history[SourcePath(path)].map { "\($0.day) \($0.author)" }
    }

    @Test("the latest change of each file counts, with its author")
    func latest() {
        let log =
            "\u{1}2026-02-03\u{2}Ann Lee\0\na.md\0x/é b.md\0\u{1}2025-01-01\u{2}Bob\0\na.md\0c.md\0"
        #expect(shown(log, "a.md") == "2026-02-03 Ann Lee")
        #expect(shown(log, "x/é b.md") == "2026-02-03 Ann Lee")
        #expect(shown(log, "c.md") == "2025-01-01 Bob")
        #expect(shown(log, "d.md") == nil)
    }

    @Test("changes without files, as merges are, and without authors are passed over")
    func empty() {
        let log = "\u{1}2026-02-03\u{2}Ann\0\u{1}2026-02-02\u{2}\0\na.md\0"
        #expect(shown(log, "a.md") == "2026-02-02 ")
        #expect(shown("", "a.md") == nil)
        #expect(shown("\u{1}nonsense\0\na.md\0", "a.md") == nil)
    }

    @Test("what the front matter says of changes goes before git, and that before when a note was written")
    func order() throws {
        var configuration = Configuration()
        for path in ["a.md", "b.md", "c.md"] {
            configuration.history.add(
                History.Change(day: try #require(CalendarDate("2026-05-05")), author: "Ann"),
                of: SourcePath(path))
        }
        let texts = [
            "a.md": "---\nupdated: 2026-06-06\n---", "b.md": "---\ndate: 2020-01-01\n---", "c.md": "x",
            "d.md": "x",
        ]
        let notes = texts.map { Note(compiling: Source(path: SourcePath($0), bytes: Array($1.utf8))) }
        let site = Site(linking: notes, configuration: configuration)
        #expect(
            site.notes.indices.map { site.lastChange(of: $0)?.description } == [
                "2026-06-06", "2026-05-05", "2026-05-05", nil,
            ])
        #expect(site.notes.indices.map { site.lastAuthor(of: $0) } == [nil, "Ann", "Ann", nil])
    }
}
