import Testing

@testable import Notes

@Suite("Defaults in lists")
struct FallbackItemTests {
    private static let kafka = "# Kafka or NATS?\n\n- Use **Kafka** if you need replay.\n"
    private static let items = [
        "Use **NATS** for everything else.", "If none of the above applies, use **NATS**.",
        "Use **NATS** otherwise.", "In all other cases, use **NATS**.", "Default: **NATS**",
        "**Default:** NATS", "Default → NATS", "Use **NATS** if you are not sure", "Use NATS if unsure.",
        "Use **NATS** if you’re not sure.", "Not sure? Use NATS.", "When in doubt, **NATS**.",
        "For everything else: NATS", "Use NATS over Kafka in all other cases.",
        "Use NATS by default, because it is small.", "For most teams, use NATS.", "Otherwise NATS",
    ]

    @Test("an item for all else gives the default, and no rule", arguments: items)
    func found(item: String) {
        let decision = note("\(Self.kafka)- \(item)\n").decisions.first
        #expect(decision?.rules.map(\.option.name) == ["Kafka"])
        #expect(decision?.fallback?.option.name == "NATS")
    }

    @Test("it may follow a rule for the same option", arguments: items)
    func third(item: String) {
        let decision = note("\(Self.kafka)- Use **NATS** if you need speed.\n- \(item)\n").decisions.first
        #expect(decision?.rules.map(\.option.name) == ["Kafka", "NATS"])
        #expect(decision?.fallback?.option.name == "NATS")
    }

    @Test("the author's words are kept")
    func words() {
        let decision = note("\(Self.kafka)- Use **NATS** for everything else.").decisions.first
        #expect(decision?.fallback?.sentence == "Use NATS for everything else.")
        #expect(decision?.rules.map(\.conditions) == [["you need replay"]])
    }

    @Test(
        "it may come first, and name an option of its own",
        arguments: [
            "Default: **NATS**", "In any other case: **NATS**", "In most cases, use **NATS**.",
            "Everything else: **NATS**",
        ])
    func first(item: String) {
        let text = "# T\n\n## Which one to use?\n\n- \(item)\n- Use **Kafka** if you need replay.\n"
        #expect(decided(text) == [["Kafka: you need replay"]])
        #expect(note(text).decisions.first?.fallback?.option.name == "NATS")
    }

    @Test("a heading gives it too")
    func heading() {
        let decision = note(
            "# T\n\n## Which one to use?\n\n### Use Kafka if\n\n- replay\n\n### Use NATS for everything else\n\ntext"
        ).decisions.first
        #expect(decision?.rules.map(\.option.name) == ["Kafka"])
        #expect(decision?.fallback?.option.name == "NATS")
    }

    @Test(
        "what is narrowed is a condition",
        arguments: [
            ("Use **NATS** for everything else that is small.", "everything else that is small"),
            ("Use **NATS** for logs by default.", "logs by default"),
            ("Use **NATS** if unsure about replay.", "unsure about replay"),
        ])
    func narrowed(item: String, condition: String) {
        let text = "\(Self.kafka)- \(item)\n"
        #expect(decided(text) == [["Kafka: you need replay", "NATS: \(condition)"]])
        #expect(note(text).decisions.first?.fallback == nil)
    }

    @Test(
        "what names no option is no default",
        arguments: [
            "By default **NATS** keeps messages for a day.", "Otherwise **NATS** fails.",
            "Default: five minutes",
            "Default: use whatever you know", "Default NATS servers run alone.",
            "If you don't know NATS, read on.", "In all other cases, things break.",
        ])
    func notFound(item: String) {
        #expect(note("\(Self.kafka)- \(item)\n").decisions.isEmpty)
    }

    @Test(
        "a sentence below the list gives it",
        arguments: [
            "For everything else, use NATS.", "In all other cases use NATS.", "Default: NATS",
            "**Default:** NATS",
            "Not sure? Use NATS.", "If none of the above applies, use NATS.",
        ])
    func below(sentence: String) {
        let text = "\(Self.kafka)- Use **NATS** if you need speed.\n\n\(sentence)\n"
        #expect(note(text).decisions.first?.fallback?.option.name == "NATS")
    }

    @Test("a question and its answer are one sentence")
    func question() {
        let text =
            "\(Self.kafka)- Use **NATS** if you need speed.\n\nThey differ. Not sure? Use NATS. It is small.\n"
        #expect(note(text).decisions.first?.fallback?.sentence == "Not sure? Use NATS.")
    }

    @Test("an item may begin with when")
    func when() {
        let text =
            "# T\n\n## Which one to use?\n\n- When you need replay, use **Kafka**.\n- Whenever you need speed, use **NATS**.\n"
        #expect(decided(text) == [["Kafka: you need replay", "NATS: you need speed"]])
    }

    @Test("an item that begins with when and chooses nothing is none")
    func whenNot() {
        #expect(
            decided(
                "# T\n\n## Which one to use?\n\n- When you need replay, wait.\n- When not, use **NATS**.\n"
            ).isEmpty)
        #expect(
            decided(
                "# T\n\n## Notes\n\n- When you need replay, use **Kafka**.\n- When you do not, use **NATS**.\n"
            )
            .isEmpty)
    }
}
