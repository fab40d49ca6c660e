import Linking
import Notes
import Pages
import Testing

@Suite("Pages of choices")
struct ChoicePageTests {
    private static let first = """
        # Kafka vs Redis

        | Feature | Kafka | Redis |
        |---|---|---|
        | Replay | **Yes**, see [[b]] | No |
        | Order | by part |  |

        ## Which one to use?

        - Use **Kafka** if:
          - one & two
        - Use **Redis** if all of these hold:
          - three
          - four
        - Avoid **Redis** if:
          - five
        - Use **neither** if:
          - six

        When in doubt, use Kafka.
        """
    private static let second = """
        # Redis or Kafka?

        | Feature | Redis | Kafka |
        |---|---|---|
        | replay | Yes | Yes |
        | Order | by stream | By part |
        """

    private static var built: Site { site(["a.md": first, "b.md": second]) }

    @Test("a pair's page merges rows, links each cell to its row and keeps the author's markup")
    func merged() throws {
        let page = try page("compare/kafka-vs-redis/index.html", of: Self.built)
        #expect(page.contains("<h1>Kafka vs Redis</h1>"))
        #expect(page.contains("<strong>Yes</strong>, see <a href=\"../../b/\">Redis or Kafka?</a>"))
        #expect(all(between: "<th scope=\"row\">", and: "</th>", in: page) == ["Replay", "Order"])
        #expect(page.contains("<a href=\"../../a/#claim:1:1\" aria-label=\"Source 1\">1</a>"))
        #expect(page.contains("<a href=\"../../b/#claim:1:1\" aria-label=\"Source 2\">2</a>"))
        // Both notes say the same of Kafka's order, in other letters.
        #expect(page.contains("by part<sup class=\"claim\"><a href=\"../../a/#claim:1:2\""))
        #expect(!page.contains("By part"))
    }

    @Test("statements are counted as such, and criteria without blank rows")
    func counts() throws {
        let site = site([
            "a.md": "# TCP vs UDP\n\n| TCP | UDP |\n|---|---|\n| Connects | Sends |\n| Orders | Does not |\n",
            "b.md":
                "# Git or SVN?\n\n| Feature | Git | SVN |\n|---|---|---|\n| Offline | Yes | No |\n| Size | a | b |\n| | | |\n",
            "c.md": "# Which one to use?\n\n- Use **Vim** if it is there.\n- Use **Nano** otherwise.\n",
        ])
        let page = try page("compare/index.html", of: site)
        #expect(page.contains("4 statements from TCP vs UDP"))
        #expect(page.contains("2 criteria from Git or SVN?"))
        #expect(page.contains(">TCP <span class=\"count\">2</span></a>"))
        #expect(page.contains(">Vim</a>"))
        #expect(!page.contains("value=\"tcp\""))
    }

    @Test("the list of comparisons and their pages count alike, each criterion once")
    func sameCounts() throws {
        let rows = "| Feature | Git | SVN |\n|---|---|---|\n| Offline | Yes | No |\n| Size | a | b |\n"
        let site = site([
            "a.md": "# Git or SVN?\n\n\(rows)", "b.md": "# SVN or Git?\n\n\(rows)| Locks | No | Yes |\n",
            "c.md": "# TCP vs UDP\n\n| TCP | UDP |\n|---|---|\n| No loss | Loss |\n| Orders | No order |\n",
        ])
        let list = try page("compare/index.html", of: site)
        #expect(list.contains("3 criteria from Git or SVN? and 1 more note"))
        #expect(list.contains("4 statements from TCP vs UDP"))
        #expect(try page("compare/git-vs-svn/index.html", of: site).contains("3 criteria from 2 comparisons"))
        let statements = try page("compare/tcp-vs-udp/index.html", of: site)
        #expect(statements.contains("4 statements from 1 comparison"))
        // A statement is no answer.
        for page in [statements, try page("c/index.html", of: site)] {
            #expect(page.contains("<table class=\"comparison statements\">"))
            #expect(!page.contains("<td class=\"no"))
        }
    }

    @Test("a note leads to pages on which another note speaks, and not to those of its own tables alone")
    func otherNotes() throws {
        let rows = "| Feature | Git | SVN |\n|---|---|---|\n| Offline | Yes | No |\n| Size | a | b |\n"
        let twice = "# Git or SVN?\n\n\(rows)\n## Git or SVN, again?\n\n\(rows)"
        let heading = "With what other notes say"
        #expect(!(try page("a/index.html", of: site(["a.md": twice])).contains(heading)))
        let two = site(["a.md": twice, "b.md": "# SVN or Git?\n\n\(rows)"])
        #expect(try page("a/index.html", of: two).contains(heading))
    }

    @Test("what notes say against each other is shown with both")
    func contested() throws {
        let page = try page("compare/kafka-vs-redis/index.html", of: Self.built)
        #expect(page.contains("<td class=\"no contested\">No<sup"))
        #expect(all(between: "contested-note\">", and: "<", in: page) == ["The notes disagree"])
    }

    @Test("keycaps are pictures, and say nothing against each other")
    func keycaps() throws {
        let rated = Self.second.replacing("| Order | by stream | By part |", with: "| Rating | 5️⃣ | 4️⃣ |")
        let other = "# Other\n\n| Feature | Redis | Kafka |\n|---|---|---|\n| Rating | 4️⃣ | 4️⃣ |\n"
        let page = try page("compare/redis-vs-kafka/index.html", of: site(["b.md": rated, "c.md": other]))
        #expect(page.contains("5️⃣"))
        #expect(!page.contains("contested"))
    }

    @Test("a table of one source links its rows, and needs no numbers")
    func oneSource() throws {
        let page = try page("compare/kafka-vs-redis/index.html", of: site(["a.md": Self.first]))
        #expect(page.contains("<a class=\"claim-row\" href=\"../../a/#claim:1:1\">Replay</a>"))
        #expect(!page.contains("class=\"claim\""))
    }

    @Test("an option's page tells when to choose it, and when not")
    func option() throws {
        let page = try page("options/redis/index.html", of: Self.built)
        #expect(page.contains("<p>If all of these hold</p>\n<ul>\n<li>three</li>\n<li>four</li>\n</ul>"))
        #expect(page.contains("<p>But not if</p>\n<ul>\n<li>five</li>\n</ul>"))
        #expect(page.contains("href=\"../../compare/kafka-vs-redis/\">Kafka vs Redis</a>"))
        let kafka = try self.page("options/kafka/index.html", of: Self.built)
        #expect(
            kafka.contains(
                "<p>It is the default:</p>\n<blockquote><p>When in doubt, use Kafka.</p></blockquote>"))
    }

    @Test("a decision's page has its rules, its default and the author's words")
    func decision() throws {
        let page = try page("decide/a/index.html", of: Self.built)
        #expect(page.contains("<p class=\"lead\">Kafka, Redis or neither</p>"))
        #expect(page.contains("<li class=\"rule\" data-rule=\"1\" data-choice=\"1\" data-match=\"all\">"))
        #expect(
            all(between: "<ul class=\"exceptions\">\n<li data-answer=\"", and: "</ul>", in: page)
                .first?.hasSuffix("\">five</li>\n") == true)
        #expect(page.contains("\">one &amp; two</li>"))
        #expect(page.contains("<li class=\"rule fallback\">"))
        #expect(page.contains("<p class=\"option\">neither</p>"))
        #expect(page.contains("<section class=\"words\""))
    }

    @Test("the script of an option calls with all that the notes say")
    func claims() throws {
        let script = try page("options/redis/claims.js", of: Self.built)
        #expect(
            script.hasPrefix(
                "waymark.option({\"slug\":\"redis\",\"name\":\"Redis\",\"url\":\"options/redis/\""))
        #expect(
            script.contains(
                #""name":"Replay","key":"replay","verdict":"no","isContested":true,"statements":[{"text":"No","sources":[{"note":"Kafka vs Redis","url":"a/#claim:1:1"}]},{"text":"Yes""#
            ))
    }

    @Test("a site without choices has neither their pages nor links to them")
    func none() {
        let pages = pages(site(["a.md": "# A\n\nText.\n"]))
        #expect(
            !pages.keys.contains {
                $0.hasPrefix("compare") || $0.hasPrefix("decide") || $0.hasPrefix("options")
            })
        #expect(pages["a/index.html"]?.contains("Compare</a>") == false)
    }

    @Test("a note leads on to tables that other notes add to, and to its options")
    func note() throws {
        let page = try page("a/index.html", of: Self.built)
        #expect(
            addresses(all(between: "<section class=\"comparisons\"", and: "</section>", in: page).joined())
                == ["../compare/kafka-vs-redis/"])
        #expect(
            addresses(all(between: "<section class=\"note-options\"", and: "</section>", in: page).joined())
                == ["../options/kafka/", "../options/redis/"])
        #expect(page.contains("<a href=\"../decide/a/\">Work through this decision</a>"))
    }

    private func page(_ path: String, of site: Site) throws -> String { try PagesTests.page(path, of: site) }
}
