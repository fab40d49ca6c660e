import Diagnostics
import Markdown
import Notes
import Testing

private func frontMatter(_ yaml: String) -> FrontMatter { note("---\n\(yaml)\n---\n").frontMatter }

@Suite("Front matter")
struct FrontMatterTests {
    @Test("every key is read")
    func keys() {
        let note = note(
            """
            ---
            title: A title
            description: What it is about
            tags: [eks, team/platform]
            aliases: [Old name, /old/url]
            date: 2026-01-02
            updated: 2026-03-04
            reviewed: 2026-05-06
            review_in: 90d
            draft: true
            audience: [staff, partners]
            owner: platform
            sources: ["https://a.example", b.md]
            slug: short
            order: -3
            ---
            """)
        let found = note.frontMatter
        #expect(problems(note) == [])
        #expect(found.title == "A title")
        #expect(found.description == "What it is about")
        #expect(found.tags.map(\.spelling) == ["eks", "team/platform"])
        #expect(found.aliases.map(\.name) == ["Old name", "/old/url"])
        #expect(found.date == CalendarDate("2026-01-02"))
        #expect(found.updated == CalendarDate("2026-03-04"))
        #expect(found.reviewed == CalendarDate("2026-05-06"))
        #expect(found.reviewIn?.description == "90d")
        #expect(found.isDraft)
        #expect(found.audience == ["staff", "partners"])
        #expect(found.owner == "platform")
        #expect(found.sources == ["https://a.example", "b.md"])
        #expect(found.slug == "short")
        #expect(found.order == -3)
        #expect(found.other.isEmpty)
    }

    @Test("without front matter nothing is set")
    func none() {
        #expect(note("# x").frontMatter == FrontMatter())
        #expect(note("").frontMatter == FrontMatter())
    }

    @Test("keys have other spellings")
    func spellings() {
        #expect(frontMatter("tag: a").tags.map(\.spelling) == ["a"])
        #expect(frontMatter("alias: b").aliases.map(\.name) == ["b"])
        #expect(frontMatter("created: 2026-01-02").date == CalendarDate("2026-01-02"))
        #expect(frontMatter("modified: 2026-01-02").updated == CalendarDate("2026-01-02"))
        #expect(frontMatter("lastmod: 2026-01-02").updated == CalendarDate("2026-01-02"))
        #expect(frontMatter("Title: x").title == "x")
        #expect(frontMatter("TAGS: [x]").tags.map(\.spelling) == ["x"])
    }

    @Test(
        "tags are written in many ways",
        arguments: [
            ("tags:\n- a\n- b", ["a", "b"]),
            ("tags:\n  - a\n  - b", ["a", "b"]),
            ("tags: [a, b]", ["a", "b"]),
            ("tags: []", []),
            ("tags:", []),
            ("tags: ~", []),
            ("tags: ''", []),
            ("tags: a", ["a"]),
            ("tags: a, b", ["a", "b"]),
            ("tags: Link Layer", ["Link-Layer"]),
            ("tags: \"a\"", ["a"]),
            ("tags: [\"#one\", '#two/three']", ["one", "two/three"]),
            ("tags: [2024, 802.11]", ["2024", "802.11"]),
            ("tags: [true, null]", ["true"]),
            ("tags: [a/b/c]", ["a/b/c"]),
            ("tags: [한글, é]", ["한글", "é"]),
            ("tags: [a, A, a]", ["a", "A", "a"]),
            ("tags: ['/a//b/']", ["a/b"]),
        ])
    func tags(yaml: String, expected: [String]) {
        let note = note("---\n\(yaml)\n---\n")
        #expect(note.frontMatter.tags.map(\.spelling) == expected)
        #expect(problems(note) == [])
    }

    @Test(
        "true and false are written in many ways",
        arguments: [
            ("true", true), ("True", true), ("yes", true), ("on", true), ("false", false), ("no", false),
            ("off", false), ("", false), ("~", false), ("\"true\"", true),
        ])
    func flags(value: String, expected: Bool) {
        #expect(frontMatter("draft: \(value)").isDraft == expected)
    }

    @Test(
        "text is one line, and no text is none",
        arguments: [
            ("title: x", "x"), ("title: \"a: b\"", "a: b"), ("title: >\n  a\n  b", "a b"),
            ("title: |\n  a\n  b", "a b"), ("title: '  a  '", "a"), ("title: 2024", "2024"),
            ("title: true", "true"), ("title: 1.0", "1.0"), ("title:", nil), ("title: ''", nil),
            ("title: null", nil), ("title: 'null'", "null"), ("title: \"日本\"", "日本"),
        ] as [(String, String?)])
    func text(yaml: String, expected: String?) {
        #expect(frontMatter(yaml).title == expected)
    }

    @Test(
        "the items of an unknown key are those that say something",
        arguments: [
            ("false", []), ("'false'", ["false"]), ("~", []), ("[a, null, '', b]", ["a", "b"]),
            ("no", ["no"]),
            ("' a '", ["a"]), ("[[a, b], c]", ["a, b", "c"]), ("\"a\\0b\"", ["a\u{FFFD}b"]), ("[]", []),
        ])
    func items(yaml: String, expected: [String]) {
        #expect(frontMatter("key: \(yaml)").other.map(\.items) == [expected])
    }

    @Test("unknown keys are kept in their order, as text")
    func other() {
        let note = note("---\nkeywords: [a, b]\nauthor: Ann\nnested: {x: 1, y: [2, 3]}\nempty:\n---\n")
        #expect(note.frontMatter.other.map(\.key) == ["keywords", "author", "nested", "empty"])
        #expect(note.frontMatter.other.map(\.value) == ["a, b", "Ann", "x: 1, y: 2, 3", ""])
        #expect(note.frontMatter.other.map(\.items) == [["a", "b"], ["Ann"], ["x: 1, y: 2, 3"], []])
        #expect(note.tags.isEmpty)
        #expect(problems(note) == [])
    }

    @Test("an alias knows its place")
    func aliasPlace() {
        let aliases = frontMatter("title: x\naliases:\n  - One\n  - \"Two\"").aliases
        #expect(aliases.map(\.range.start.line) == [4, 5])
        #expect(aliases.map(\.range.start.column) == [5, 5])
    }

    @Test(
        "what has the wrong type is reported at its place, and the rest is kept",
        arguments: [
            ("title: [a, b]", "2:8 bad-front-matter: `title` must be text"),
            ("description: {a: b}", "2:14 bad-front-matter: `description` must be text"),
            ("tags: {a: b}", "2:7 bad-front-matter: `tags` must be a list"),
            ("tags:\n  - a\n  - [b]", "4:5 bad-front-matter: an entry of `tags` must be text"),
            ("date: soon", "2:7 bad-front-matter: `date` is not a date: soon"),
            ("x: y\nupdated:   2026-02-30", "3:12 bad-front-matter: `updated` is not a date: 2026-02-30"),
            ("draft: maybe", "2:8 bad-front-matter: `draft` is neither true nor false: maybe"),
            ("order: first", "2:8 bad-front-matter: `order` is not a whole number: first"),
            ("order: 1.5", "2:8 bad-front-matter: `order` is not a whole number: 1.5"),
            ("slug: [a]", "2:7 bad-front-matter: `slug` must be text"),
            ("- a\n- b", "2:1 bad-front-matter: front matter is not a mapping"),
            ("just text", "2:1 bad-front-matter: front matter is not a mapping"),
            ("é: [x]\nowner: [日本]", "3:8 bad-front-matter: `owner` must be text"),
        ])
    func wrongTypes(yaml: String, expected: String) {
        #expect(problems(note("---\n\(yaml)\n---\n# T")) == [expected])
        #expect(note("---\nslug: s\n\(yaml)\n---\n# T").headings.isEmpty)
    }

    @Test("a note is held back where it is not clear whether it is a draft")
    func unclearDraft() {
        #expect(frontMatter("draft: maybe").isDraft)
    }

    @Test(
        "what is no YAML is reported at its place",
        arguments: [
            ("title: a: b", "2:9", "mapping values are not allowed in this context"),
            ("x: y\na:\n\tb: c", "4:1", "found character that cannot start any token"),
            ("x: y\ntitle: @a", "3:8", "found character that cannot start any token"),
        ])
    func invalid(yaml: String, place: String, problem: String) {
        #expect(
            problems(note("---\n\(yaml)\n---\n# T"))
                == ["\(place) bad-front-matter: front matter is not valid YAML: \(problem)"])
    }

    @Test("a list that is not closed is reported, and the text is still there")
    func invalidAtEnd() {
        let note = note("---\ntags: [a\n---\n# T\n\ntext")
        #expect(note.diagnostics.map(\.rule) == [.badFrontMatter])
        #expect(note.title == "T")
        #expect(html(note) == "<p>text</p>\n")
    }

    @Test(
        "a key that is given twice is reported at its second place",
        arguments: [
            ("title: a\nowner: x\ntitle: b", 4, "title"), ("a: 1\na: 2", 3, "a"),
            ("title: a\nx:\n  title: b\ntitle: c", 5, "title"),
        ])
    func duplicate(yaml: String, line: Int, key: String) {
        #expect(
            problems(note("---\n\(yaml)\n---\n"))
                == ["\(line):1 bad-front-matter: front matter gives `\(key)` twice"])
    }

    @Test(
        "where it begins and ends",
        arguments: [
            // text, title, first line of the body
            ("---\ntitle: A\n---\ntext", "A", 4),
            ("---\ntitle: A\n...\ntext", "A", 4),
            ("---  \ntitle: A\n---\t\ntext", "A", 4),
            ("---\r\ntitle: A\r\n---\r\ntext", "A", 4),
            ("\u{FEFF}---\ntitle: A\n---\ntext", "A", 4),
            ("---\ntitle: A\n---", "A", 4),
            ("---\n---\ntext", "a", 3),
            ("---\n\n---\ntext", "a", 4),
            ("---\n# a comment\n---\ntext", "a", 4),
            // A thematic break, and nothing else.
            ("---\n\ntext", "a", 1),
            ("----\ntitle: A\n----\n", "a", 1),
            (" ---\ntitle: A\n---\n", "a", 1),
            ("\n---\ntitle: A\n---\n", "a", 1),
            ("---\ntext that goes on", "a", 1),
        ])
    func block(text: String, title: String, firstBodyLine: Int) {
        let note = note(text)
        #expect(note.frontMatter.title ?? "a" == title)
        #expect(note.firstBodyLine == firstBodyLine)
        #expect(problems(note) == [])
    }

    @Test("front matter that is not closed is reported, and nothing of the note is lost")
    func unclosed() {
        let note = note("---\ntitle: A\n\ntext")
        #expect(problems(note) == ["1:1 bad-front-matter: front matter is not closed"])
        #expect(html(note) == "<hr />\n<p>title: A</p>\n<p>text</p>\n")
    }

    @Test("a note of nothing but front matter is empty")
    func alone() {
        let note = note("---\ntitle: A\n---\n")
        #expect(html(note) == "")
        #expect(note.summary == "")
        #expect(note.title == "A")
    }
}

@Suite("CalendarDate")
struct CalendarDateTests {
    @Test(
        "reads ISO 8601",
        arguments: [
            ("2026-11-20", "2026-11-20"), ("2026-11-20T10:00:00Z", "2026-11-20"),
            ("2026-11-20 10:00", "2026-11-20"), ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"),
            ("0007-01-02", "0007-01-02"), ("2026-12-31", "2026-12-31"),
        ])
    func reads(text: String, expected: String) {
        #expect(CalendarDate(text)?.description == expected)
    }

    @Test(
        "and nothing else",
        arguments: [
            "", "2026", "2026-11", "2026-1-2", "20261120", "2026/11/20", "2026-11-20x", "2026-13-01",
            "2026-00-10", "2026-10-00", "2026-04-31", "2026-02-29", "1900-02-29", "+026-01-01",
            "soon enough!",
            "２０２６-01-01",
        ])
    func refuses(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test("days are in order")
    func order() throws {
        let days = try ["2026-02-01", "2025-12-31", "2026-01-31", "2026-01-30"].map {
            try #require(CalendarDate($0))
        }
        #expect(days.sorted().map(\.description) == ["2025-12-31", "2026-01-30", "2026-01-31", "2026-02-01"])
    }
}
