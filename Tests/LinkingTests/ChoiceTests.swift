import Diagnostics
import Linking
import Notes
import Testing

/// A comparison of two options by some criteria.
private func table(_ first: String, _ second: String, _ rows: [(String, String, String)]) -> String {
    "# \(first) vs \(second)\n\n| Feature | \(first) | \(second) |\n|---|---|---|\n"
        + rows.map { "| \($0.0) | \($0.1) | \($0.2) |\n" }.joined()
}

private let speed = [("Speed", "Yes", "No"), ("Order", "10", "20")]

@Suite("Options")
struct OptionTests {
    @Test("one name in several notes is one option")
    func sameName() throws {
        let site = site(["a.md": table("Kafka", "Redis", speed), "b.md": table("**kafka**", "NATS", speed)])
        #expect(site.options.all.map(\.name) == ["Kafka", "NATS", "Redis"])
        let kafka = try #require(site.options.index(named: "KAFKA"))
        #expect(
            site.options.all[kafka].comparisons == [
                ModelPlace(note: 0, index: 0), ModelPlace(note: 1, index: 0),
            ])
    }

    @Test("a name in parentheses joins two options where it names one of them")
    func parentheses() throws {
        let site = site([
            "a.md": table("IRSA (IAM Roles for Service Accounts)", "Keys", speed),
            "b.md": table("IAM Roles for Service Accounts", "Secrets", speed),
        ])
        let irsa = try #require(site.options.index(named: "irsa"))
        #expect(site.options.index(named: "iam roles for service accounts") == irsa)
        #expect(site.options.all[irsa].otherNames == ["IAM Roles for Service Accounts"])
        #expect(site.options.all.count == 3)
    }

    @Test("a remark in parentheses joins nothing")
    func remark() {
        let site = site([
            "a.md": table("Kafka (new)", "Redis", speed), "b.md": table("NATS (new)", "Pulsar", speed),
            "new.md": "# New\n\nWords.\n",
        ])
        #expect(site.options.all.count == 4)
        #expect(site.options.all.map(\.slug.string) == ["kafka", "nats", "pulsar", "redis"])
    }

    @Test("a note's own address is left to it")
    func routes() {
        let site = site([
            "a.md": table("Kafka", "Redis", speed), "compare/kafka-vs-redis.md": "# Mine\n\nWords.\n",
            "b.md": table("NATS", "Pulsar", speed), "options/nats/index.md": "# Mine too\n\nWords.\n",
        ])
        #expect(
            site.pairs.all.map(\.route.string) == [
                "/compare/kafka-vs-redis-2/", "/compare/nats-2-vs-pulsar/",
            ])
        #expect(
            site.options.all.map(\.route.string) == [
                "/options/kafka/", "/options/nats-2/", "/options/pulsar/", "/options/redis/",
            ])
    }

    @Test("two columns of one comparison stay two options")
    func columns() {
        let site = site([
            "a.md": table("Redis (Cluster)", "Redis (Sentinel)", speed),
            "b.md": table("PG", "Postgres", speed),
            "pg.md": "---\naliases: [PG, Postgres]\n---\n# PostgreSQL\n\nWords.\n",
        ])
        #expect(
            site.options.all.map(\.name)
                == ["Redis (Cluster)", "Redis (Sentinel)", "PG", "Postgres"].sorted())
        #expect(site.options.all.map(\.note) == [2, 2, nil, nil])
    }

    @Test("names that lead to one note are one option, named and placed by its title")
    func note() throws {
        let site = site([
            "a.md": table("PI", "Keys", speed), "b.md": table("EKS Pod Identity", "Secrets", speed),
            "pod.md": "---\naliases: [PI]\n---\n# EKS Pod Identity\n\nWords.\n",
        ])
        let option = try #require(site.options.index(named: "pi"))
        #expect(site.options.index(named: "eks pod identity") == option)
        #expect(site.options.all[option].name == "EKS Pod Identity")
        #expect(site.options.all[option].note == 2)
        #expect(site.options.all[option].route.string == "/options/eks-pod-identity/")
    }

    @Test("likeness joins nothing across notes")
    func likeness() {
        let site = site([
            "a.md": table("Session tag", "Keys", speed), "b.md": table("Session tags", "Policy", speed),
        ])
        #expect(site.options.all.count == 4)
    }

    @Test("a decision means the options of its own note's comparison")
    func decision() throws {
        let rules =
            "\n## Which one to use?\n\n- Use **Kafka streams** if:\n  - one\n- Use **Redis** if:\n  - two\n- Use **neither** if:\n  - three\n"
        let site = site(["a.md": table("Kafka", "Redis", speed) + rules])
        let kafka = try #require(site.options.index(named: "Kafka"))
        let redis = try #require(site.options.index(named: "Redis"))
        #expect(site.options.all.count == 2)
        #expect(site.options.ofDecisions[0].map(\.entries) == [[Int32(kafka), Int32(redis), -1]])
        #expect(site.options.all[kafka].decisions == [ModelPlace(note: 0, index: 0)])
    }

    @Test("slugs that are the same are told apart")
    func slugs() {
        let site = site(["a.md": table("C-1", "C 1", speed)])
        #expect(site.options.all.map(\.slug.string).sorted() == ["c-1", "c-1-2"])
    }
}

@Suite("Pairs")
struct PairTests {
    @Test("each pair that is compared has one page, named in the order of its first mention")
    func pairs() {
        let site = site([
            "a.md": table("Kafka", "Redis", speed), "b.md": table("Redis", "Kafka", speed),
            "c.md": table("Kafka", "NATS", speed),
        ])
        #expect(
            site.pairs.all.map(\.route.string) == ["/compare/kafka-vs-nats/", "/compare/kafka-vs-redis/"])
        #expect(site.pairs.all[1].sources.map(\.note) == [0, 1])
    }

    @Test("a table of more than five options has one page instead of its pairs")
    func large() {
        let names = ["A", "B", "C", "D", "E", "F"]
        let row = "|" + names.map { " x\($0) |" }.joined()
        let site = site([
            "a.md": "# Queues\n\n## A vs B vs C\n\n| Feature |" + names.map { " \($0)x |" }.joined()
                + "\n|---|---|---|---|---|---|---|\n| One \(row)\n| Two \(row)\n"
        ])
        #expect(site.pairs.all.isEmpty)
        #expect(site.pairs.large.map(\.route.string) == ["/compare/a-vs-b-vs-c/"])
    }

    @Test("of three options there are three pairs")
    func three() {
        let site = site([
            "a.md":
                "# Kafka vs Redis vs NATS\n\n| Feature | Kafka | Redis | NATS |\n|---|---|---|---|\n| a | 1 | x | y |\n| b | 2 | x | z |\n"
        ])
        #expect(site.pairs.all.count == 3)
    }
}

@Suite("Claims")
struct ClaimTests {
    private func conflicts(_ first: [(String, String, String)], _ second: [(String, String, String)])
        -> [String]
    {
        let site = site(["a.md": table("Kafka", "Redis", first), "b.md": table("Kafka", "NATS", second)])
        return site.diagnostics.filter { $0.rule == .conflictingClaims }.map { "\($0.path): \($0.message)" }
    }

    @Test("a yes against a no is a conflict, told where it stands second")
    func opposed() {
        #expect(
            conflicts(speed, [("SPEED", "No", "Yes"), ("Other", "a", "b")])
                == ["b.md: Speed of Kafka is “No” here and “Yes” in a.md"])
    }

    @Test(
        "what can both be right is none",
        arguments: [
            ("Yes", "Yes, since 1.2"), ("Fast", "Quick"), ("1 hour", "60 minutes"), ("—", "Yes"),
            ("10 MB", "10 MB"),
        ])
    func agreed(first: String, second: String) {
        #expect(
            conflicts([("Speed", first, "x"), ("a", "b", "c")], [("Speed", second, "y"), ("d", "e", "f")])
                == [])
    }

    @Test("a claim is held against the first in its matter, not against the first of all")
    func matters() {
        func kafka(_ text: String) -> String {
            table("Kafka", "Redis", [("Speed", text, "x"), ("a", "b", "c")])
        }
        let site = site([
            "0.md": kafka("fine"), "1.md": kafka("Yes"), "2.md": kafka("No"), "3.md": kafka("15 s"),
            "4.md": kafka("15.0 s"), "5.md": kafka("1,500"), "6.md": kafka("1500"), "7.md": kafka("20 s"),
        ])
        #expect(
            site.diagnostics.map(\.message) == [
                "Speed of Kafka is “No” here and “Yes” in 1.md",
                "Speed of Kafka is “20 s” here and “15 s” in 3.md",
            ])
    }

    @Test("rows without a name contradict nothing")
    func nameless() {
        #expect(conflicts([("", "Yes", "x"), ("a", "b", "c")], [("", "No", "y"), ("d", "e", "f")]).isEmpty)
    }

    @Test("two numbers of one unit are a conflict")
    func numbers() {
        #expect(
            conflicts(
                [("Limit", "10 MB", "x"), ("a", "b", "c")], [("Limit", "20 MB", "y"), ("d", "e", "f")]
            ).count
                == 1)
    }

    @Test("one note may say two things of one option in two tables")
    func oneNote() {
        let site = site([
            "a.md": table("Kafka", "Redis", speed)
                + "\n## Kafka vs NATS\n\n| Feature | Kafka | NATS |\n|---|---|---|\n| Speed | No | x |\n| b | c | d |\n"
        ])
        #expect(site.claims.diagnostics.isEmpty)
        #expect(site.options.all.count == 3)
    }

    @Test("a matrix has all criteria by which any of its options is described")
    func matrix() throws {
        let site = site([
            "a.md": table("Kafka", "Redis", speed),
            "b.md": table("NATS", "Pulsar", [("Licence", "Apache", "Apache"), ("Speed", "Yes", "Partly")]),
        ])
        let options = try ["Redis", "NATS"].map { try #require(site.options.index(named: $0)) }
        let matrix = ClaimMatrix(options, site.claims)
        let shown = matrix.rows.map { row in
            "\(row.criterion.name): \(row.cells.map { $0.map { site.notes.cell(at: $0.cell).text }.joined(separator: "+") })"
        }
        #expect(shown == [#"Speed: ["No", "Yes"]"#, #"Order: ["20", ""]"#, #"Licence: ["", "Apache"]"#])
    }

    @Test("statements stand side by side as the notes set them, beside the criteria")
    func statements() throws {
        let site = site([
            "a.md": "# Kafka vs Redis\n\n| Kafka | Redis |\n|---|---|\n| a | b |\n| c |  |\n|  |  |\n",
            "b.md": table("Kafka", "Redis", speed),
        ])
        let options = try ["Redis", "Kafka"].map { try #require(site.options.index(named: $0)) }
        let shown = StatementRows(options, of: site).all.map { row in
            row.map { $0.map { site.notes.cell(at: $0).text } }
        }
        #expect(shown == [["b", "a"], [nil, "c"]])
        let pair = try #require(site.pairs.all.first)
        #expect(pair.criterionCount == 2)
        #expect(pair.statementCount == 3)
    }
}

@Suite("Decisions of a site")
struct DecisionRouteTests {
    private static let rules = "- Use **A** if:\n  - one\n- Use **B** if:\n  - two\n"

    @Test("a note's first decision has the note's slug, the next one also its question's")
    func routes() {
        let site = site([
            "eks/index.md": "# EKS\n\n## Which?\n\n\(Self.rules)",
            "queues.md": "# Queues\n\n## Which one?\n\n\(Self.rules)\n## Which size?\n\n\(Self.rules)",
            "z/queues.md": "# More\n\n## Which one?\n\n\(Self.rules)",
        ])
        #expect(
            site.decisions.all.map(\.route.string) == [
                "/decide/eks/", "/decide/queues/", "/decide/queues-which-size/", "/decide/queues-2/",
            ])
        #expect(
            site.decisions.route(of: ModelPlace(note: 1, index: 1)).string == "/decide/queues-which-size/")
    }
}

@Suite("Links to pages of choices")
struct ChoiceLinkTests {
    @Test("a note may link to the pages that choices have")
    func links() {
        let site = site([
            "a.md": table("Kafka", "Redis", speed)
                + "\n- Use **Kafka** if:\n  - one\n- Use **Redis** if:\n  - two\n",
            "b/c.md":
                "# C\n\n[x](/options/kafka/) [y](../compare/kafka-vs-redis) [z](/decide/a/) [w](/options/none/)",
        ])
        #expect(
            resolved("b/c.md", in: site) == [
                "page /options/kafka/", "page /compare/kafka-vs-redis/", "page /decide/a/", "nothing",
            ])
    }
}
