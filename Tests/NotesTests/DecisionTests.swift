import Testing

@testable import Notes

@Suite("Decisions")
struct DecisionTests {
    static let found: [(name: String, text: String, rules: [String])] = [
        (
            "items with lists",
            "# T\n\n- Use **Kafka** if:\n  - one.\n  - two.\n- Use **Redis** if:\n  - three.",
            ["Kafka: one.; two.", "Redis: three."]
        ),
        (
            "a loose list with lines of white space",
            "# T\n\n- Use **Kafka** if:\n    \n  - one\n    \n  - two\n    \n- Use **Redis** if:\n    \n  - three\n",
            ["Kafka: one; two", "Redis: three"]
        ),
        (
            "tabs and no colon", "# T\n\n- Use merge when \n\t- one\n\t- two\n- Use rebase when \n\t- three",
            ["merge: one; two", "rebase: three"]
        ),
        (
            "whole items in bold", "# T\n\n- **Use Kafka if:**\n  - one\n- **Use Redis if:**\n  - two",
            ["Kafka: one", "Redis: two"]
        ),
        (
            "a numbered list", "# T\n\n1. Use Kafka if:\n   - one\n2. Use Redis if:\n   - two",
            ["Kafka: one", "Redis: two"]
        ),
        (
            "paragraphs in bold with lists",
            "# T\n\n**Use Kafka when:**\n\n- one\n- two\n\n**Use Redis when:**\n\n- three",
            ["Kafka: one; two", "Redis: three"]
        ),
        (
            "paragraphs with bold options", "# T\n\nUse **Kafka** when:\n- one\n\nUse **Redis** when:\n- two",
            ["Kafka: one", "Redis: two"]
        ),
        (
            "plain paragraphs", "# T\n\nUse Kafka when:\n\n- one\n\nUse Redis when:\n\n- two",
            ["Kafka: one", "Redis: two"]
        ),
        (
            "paragraphs in a quote", "# T\n\n> Use Kafka when:\n> - one\n>\n> Use Redis when:\n> - two",
            ["Kafka: one", "Redis: two"]
        ),
        (
            "one line each under a title",
            "# TCP vs UDP\n\n- Use **TCP** when order matters.\n- Use **UDP** when speed matters.",
            ["TCP: order matters", "UDP: speed matters"]
        ),
        (
            "plain options under a title",
            "# TCP vs UDP\n\n- Use TCP when order matters\n- Use UDP if speed matters",
            ["TCP: order matters", "UDP: speed matters"]
        ),
        (
            "one line each under a decision heading",
            "# Queues\n\n## When to use which\n\n- Use **Kafka** for streams\n- Use **RabbitMQ** for tasks",
            ["Kafka: streams", "RabbitMQ: tasks"]
        ),
        (
            "options of a comparison",
            "# T\n\n## Comparison\n\n| Feature | Kafka | Redis |\n|---|---|---|\n| x | 1 | b |\n| y | c | d |\n\n## Tips\n\n- Use Kafka if it is cold\n- Use Redis if it is hot",
            ["Kafka: it is cold", "Redis: it is hot"]
        ),
        (
            "three options",
            "# T\n\n- Use Kafka if:\n  - one\n- Use Redis if:\n  - two\n- Use NATS if:\n  - three",
            ["Kafka: one", "Redis: two", "NATS: three"]
        ),
        (
            "both",
            "# T\n\n- Use Kafka when:\n  - one\n- Use Redis when:\n  - two\n- Use both when:\n  - three",
            ["Kafka: one", "Redis: two", "both: three"]
        ),
        (
            "emoji before the verb", "# T\n\n- ✅ Use **Kafka** if:\n  - one\n- 👉 Use **Redis** if:\n  - two",
            ["Kafka: one", "Redis: two"]
        ),
        (
            "code", "# T\n\n- Use `git merge` if:\n  - one\n- Use `git rebase` if:\n  - two",
            ["git merge: one", "git rebase: two"]
        ),
        (
            "a wikilink", "# T\n\n- Use [[Kafka]] if:\n  - one\n- Use [[b|Redis]] if:\n  - two",
            ["Kafka: one", "Redis: two"]
        ),
        (
            "an alternative",
            "# T\n\n- Use TCP over UDP when:\n  - one\n- Use UDP instead of TCP when:\n  - two",
            ["TCP: one", "UDP: two"]
        ),
        (
            "other verbs",
            "# T\n\n- Choose Kafka if:\n  - one\n- Prefer Redis if:\n  - two\n- Go with NATS if:\n  - three\n- Stick with Pulsar if:\n  - four",
            ["Kafka: one", "Redis: two", "NATS: three", "Pulsar: four"]
        ),
        (
            "other conjunctions",
            "# T\n\n- Pick Kafka whenever:\n  - one\n- Pick Redis only if:\n  - two\n- Pick NATS for:\n  - three\n- Pick Pulsar where:\n  - four",
            ["Kafka: one", "Redis: two", "NATS: three", "Pulsar: four"]
        ),
        (
            "introductions of the list",
            "# T\n\n- Use Kafka if you want:\n  - one\n- Use Redis if you need:\n  - two",
            ["Kafka: one", "Redis: two"]
        ),
        (
            "full-width colons", "# T\n\n- Use Kafka if：\n  - one\n- Use Redis if：\n  - two",
            ["Kafka: one", "Redis: two"]
        ),
    ]

    @Test("are found", arguments: found.indices)
    func isFound(_ index: Int) {
        let row = Self.found[index]
        #expect(decided(row.text) == [row.rules], "\(row.name)")
    }

    static let notFound: [(name: String, text: String)] = [
        (
            "best practices",
            "## Best practices\n\n- Use **slim images** for production.\n- Use **tags** for releases."
        ),
        ("advice with lists", "## Guidelines\n\n- Use slim images if:\n  - x\n- Use tags if:\n  - y"),
        ("advice without bold", "## Images\n\n- Use slim images for production\n- Use tags for releases"),
        ("advice in bold", "## Images\n\n- Use **slim images** for production\n- Use **tags** for releases"),
        (
            "steps",
            "## Setup\n\n1. Choose **External** for the user type.\n2. Select **Restrict key** for the key."
        ),
        (
            "buttons",
            "## Create a key\n\n- Choose **External**\n- Select **Restrict key**\n- Go to **APIs & Services**"
        ),
        ("waiting", "## Swap\n\n- Select `Start Swap` when ready\n- Select `Done` when it has ended"),
        ("tasks of an agent", "## Tasks\n\n- **Fix README** if:\n  - x\n- **Create a branch** if:\n  - y"),
        ("results", "## Results\n\n- **PASS** if:\n  - x\n- **FAIL** if:\n  - y"),
        ("stops", "## Agent\n\n- **Stop and report** if:\n  - x\n- Ask for clarification when:\n  - y"),
        ("tickets", "## Alerts\n\n- Auto-creates **P1** when:\n  - x\n- Auto-creates **P2** when:\n  - y"),
        ("pointing words", "## Skills\n\n- Use this skill when:\n  - x\n- Use these documents when:\n  - y"),
        (
            "the following",
            "## How to choose\n\n- Use the following if:\n  - x\n- Consider the following when:\n  - y"
        ),
        ("use cases", "## How to choose\n\n- Use case 1 for:\n  - x\n- Use case 2 for:\n  - y"),
        ("use cases with colons", "## Uses\n\n- Use Case: when x\n- Use Case: when y"),
        ("one rule", "## How to choose\n\n- Use **Kafka** if:\n  - x"),
        ("one option twice", "## How to choose\n\n- Use **Kafka** if:\n  - x\n- Use **Kafka** when:\n  - y"),
        (
            "one option and when not to use it",
            "## How to choose\n\n- Use **Kafka** if:\n  - x\n- Avoid **Kafka** if:\n  - y"
        ),
        ("headings for one thing", "## When to use\n\n- x\n- y\n\n## When not to use\n\n- z"),
        ("a principle", "## How to choose\n\n- Prefer composition over inheritance"),
        ("a product's name", "## Choosing\n\n- Go with Chi router\n- Go modules"),
        (
            "a decision that was taken",
            "# ADR 3\n\n## Decision\n\nWe will use PostgreSQL for the billing service.\n\n- Use migrations\n- Use backups"
        ),
        ("machine learning", "## Decision tree\n\n- A tree splits the data.\n- Pruning keeps it small."),
        (
            "states",
            "## States\n\n- **Truncated** when the text is too long\n- **Duplicated** if it is there twice"
        ),
        ("keys", "## Options\n\n- `page`: if set, the page\n- `size`: when set, the size"),
        ("status codes", "## Choosing\n\n- `403`: when it is forbidden\n- `404`: when it is missing"),
        ("a diagram", "## Which one to use?\n\n```mermaid\nflowchart TD\nA{Use Kafka if} --> Redis\n```"),
        ("a tree in code", "## Which one to use?\n\n```\nUse Kafka if:\n├── Yes → Kafka\n```"),
        (
            "lists in which not all items are rules",
            "## T\n\n- Use **Kafka** if:\n  - x\n- Use **Redis** if:\n  - y\n- And now to something else"
        ),
        ("heads without conditions", "## How to choose\n\nUse Kafka when:\n\nUse Redis when:\n\ntext"),
        ("articles", "## Loops\n\n- Use a `for` loop if:\n  - x\n- Use a `while` loop if:\n  - y"),
    ]

    @Test("are not found", arguments: notFound.indices)
    func isNotFound(_ index: Int) {
        let row = Self.notFound[index]
        #expect(decided("# T\n\n\(row.text)") == [], "\(row.name)")
    }

    @Test("what rules an option out stands beside what speaks for it")
    func avoiding() throws {
        let decision = try #require(
            note(
                "# T\n\n- Use **Kafka** if:\n  - one\n- ❌ Avoid **Kafka** if:\n  - two\n- Use **Redis** if:\n  - three\n- Don't use **Redis** when:\n  - four"
            ).decisions.first)
        #expect(decision.rules.map(\.option.name) == ["Kafka", "Redis"])
        #expect(decision.rules.map(\.conditions) == [["one"], ["three"]])
        #expect(decision.rules.map(\.exceptions) == [["two"], ["four"]])
    }

    @Test("a rule says whether all conditions must hold")
    func match() {
        let decision = note(
            "# T\n\n- Use Kafka if all of these hold:\n  - one\n  - two\n- Use Redis if any of:\n  - three"
        ).decisions.first
        #expect(decision?.rules.map(\.match) == [.all, .any])
    }

    @Test("the heading above is the question, else the title")
    func question() {
        let rules = "- Use Kafka if:\n  - one\n- Use Redis if:\n  - two"
        #expect(note("# T\n\n## Which one?\n\n\(rules)").decisions.map(\.question) == ["Which one?"])
        #expect(note("# T\n\n\(rules)").decisions.map(\.question) == ["T"])
        #expect(note(rules, path: "name.md").decisions.map(\.question) == ["name"])
        #expect(note("# T\n\n## Which one?\n\n\(rules)").decisions.map(\.line) == [5])
    }

    @Test("two decisions of a note are two")
    func several() {
        let rules = "- Use Kafka if:\n  - one\n- Use Redis if:\n  - two"
        let note = note("# T\n\n## First?\n\n\(rules)\n\n## Second?\n\n\(rules)")
        #expect(note.decisions.map(\.question) == ["First?", "Second?"])
        let offsets = note.decisions.map(\.place.lowerBound)
        #expect(offsets == offsets.sorted())
    }

    @Test(
        "the default stands in the same section or in a conclusion",
        arguments: [
            ("When in doubt, use Kafka.", "Kafka"),
            ("## Conclusion\n\nStart with Redis.", "Redis"),
            (
                "## Final Thoughts\n\nIf you are starting fresh, Redis is the better choice. However, Kafka is fine.",
                "Redis"
            ),
            ("## Unrelated\n\nStart with Redis.", nil),
            ("Both are good.", nil),
            ("## Conclusion\n\nText first.\n\nStart with Redis.", nil),
        ] as [(String, String?)])
    func fallback(text: String, expected: String?) {
        let decision = note(
            "# T\n\n## Which?\n\n- Use Kafka if:\n  - one\n- Use Redis if:\n  - two\n\n\(text)"
        )
        .decisions.first
        #expect(decision != nil)
        #expect(decision?.fallback?.option.name == expected)
    }
}

@Suite("Defaults")
struct FallbackTests {
    private static let options = [
        OptionName("IRSA (IAM Roles for Service Accounts)"), OptionName("EKS Pod Identity"),
    ]

    @Test(
        "are read from a sentence",
        arguments: [
            (
                "If you are starting fresh, EKS Pod Identity is generally the better choice.",
                "EKS Pod Identity"
            ),
            ("Default to IRSA.", "IRSA"),
            ("By default, take IRSA.", "IRSA"),
            ("When in doubt, IRSA.", "IRSA"),
            ("IRSA is the right default; move to EKS Pod Identity when roles change.", "IRSA"),
            ("For most teams EKS Pod Identity is enough.", "EKS Pod Identity"),
            ("We recommend eks pod identity.", "EKS Pod Identity"),
            ("Start with EKS Pod Identity, but IRSA still works.", "EKS Pod Identity"),
            ("Prefer IAM Roles for Service Accounts.", "IRSA"),
            ("They differ. Otherwise take IRSA.", "IRSA"),
            ("IRSA is recommended, unless EKS Pod Identity is there already.", "IRSA"),
            ("Bottom line: IRSA", "IRSA"),
            ("IRSA. Almost always.", "IRSA"),
            ("Most users: **IRSA** – it is there already.", "IRSA"),
            ("Our default is IRSA.", "IRSA"),
            ("Prefer IRSA over EKS Pod Identity.", "IRSA"),
            ("IRSA is recommended over EKS Pod Identity, because it is older.", "IRSA"),
            ("By default, use EKS Pod Identity instead of IRSA.", "EKS Pod Identity"),
            ("Use IRSA by default.", "IRSA"),
            ("Use IRSA for most workloads.", "IRSA"),
            ("Use IRSA unless roles change often.", "IRSA"),
            ("If you’re not sure, just use IRSA.", "IRSA"),
            ("Not sure? Take IRSA.", "IRSA"),
            ("Default: IRSA", "IRSA"),
            ("The default: use IRSA.", "IRSA"),
            ("In any other case, take IRSA.", "IRSA"),
            ("For most new clusters, we recommend IRSA.", "IRSA"),
            ("When in doubt → IRSA", "IRSA"),
            ("I'd start with IRSA because it is simple.", "IRSA"),
        ] as [(String, String?)])
    func found(text: String, expected: String?) {
        #expect(FallbackFinder(options: Self.options).fallback(in: text)?.option.name == expected)
    }

    @Test(
        "are never guessed",
        arguments: [
            "", "IRSA is older.", "It is the better choice.",
            "IRSA and EKS Pod Identity are both recommended.",
            "IRSA is not recommended.", "Don't default to IRSA.", "IRSA is never the better choice.",
            "IRSA is no longer the default; the default is by default.", "IRSA preferences are stored.",
            "Starting over. IRSA.", "Recommended: neither.",
            "IRSA isn’t recommended.",
            "It is recommended to avoid IRSA.", "IRSA is recommended by nobody.",
            "By default IRSA keeps tokens for a day.", "Start with the IRSA tutorial.",
            "Most teams regret IRSA.", "Most teams use IRSA.", "IRSA is the better choice for old clusters.",
            "IRSA is the better choice when roles are few.", "Prefer IRSA for batch jobs.",
            "Otherwise IRSA fails.", "We recommend reading about IRSA.", "IRSA is the default port.",
            "Recommended reading: the IRSA paper.", "For most teams IRSA was a mistake.",
            "Should you start with IRSA?", "By default, IRSA, like others, fails.",
            "Start with IRSA only.", "If in doubt, ask the IRSA team.",
            "IRSA is the default in old clusters.",
            "Unsure whether IRSA works?", "In most cases IRSA needs a provider.", "Use IRSA.",
            "Default: IRSA keeps tokens for a day.", "Default: not IRSA.", "Default IRSA roles.",
            "Default port: 80 for IRSA.", "Not sure? Ask the IRSA team.",
            "Not sure whether roles change? Use IRSA.",
            "Is it so? Use IRSA.", "Prefer IRSA over EKS Pod Identity for batch jobs.",
            "Prefer neither IRSA over EKS Pod Identity.",
            "IRSA is recommended over EKS Pod Identity by nobody.",
            "Prefer IRSA over EKS Pod Identity and EKS Pod Identity over IRSA.",
        ])
    func notFound(text: String) {
        #expect(FallbackFinder(options: Self.options).fallback(in: text) == nil)
    }

    @Test("a longer name is not the shorter one in it")
    func nested() {
        let finder = FallbackFinder(options: [OptionName("Go"), OptionName("Go kit")])
        #expect(finder.fallback(in: "Start with Go kit.")?.option.name == "Go kit")
        #expect(finder.fallback(in: "Start with Go.")?.option.name == "Go")
    }

    @Test("the sentence is kept as it stands")
    func sentence() {
        let fallback = FallbackFinder(options: Self.options).fallback(
            in: "They differ.  Default to IRSA; then see.")
        #expect(fallback?.sentence == "Default to IRSA; then see.")
    }
}
