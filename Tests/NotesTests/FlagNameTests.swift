import Testing

@testable import Notes

@Suite("Flags as options")
struct FlagNameTests {
    @Test(
        "keep their dashes, and bullets go",
        arguments: [
            ("-O2", "-O2"), ("--to-datetime", "--to-datetime"), ("- Kafka", "Kafka"), ("-- Kafka", "Kafka"),
            ("🔹 -O2:", "-O2"), ("🔹 - Kafka", "Kafka"), ("---Kafka", "Kafka"), ("– Kafka", "Kafka"),
            ("**-v**", "-v"), ("-é", "-é"),
        ])
    func name(text: String, name: String) {
        #expect(OptionName(text).name == name)
    }

    @Test("a title, a table, rules and a default name the same flags")
    func note() {
        let note = NotesTests.note(
            """
            # -O2 vs -O3

            | Aspect | -O2 | `-O3` |
            | --- | --- | --- |
            | Speed | good | best |
            | Size | small | large |

            - Use `-O2` if size counts.
            - Use -O3 if speed counts.

            Default: -O2
            """)
        #expect(note.comparisons.map { $0.options.map(\.name) } == [["-O2", "-O3"]])
        #expect(note.decisions.map { $0.rules.map(\.option.name) } == [["-O2", "-O3"]])
        #expect(note.decisions.first?.fallback?.option.name == "-O2")
    }

    @Test("an item may begin with one")
    func item() {
        #expect(
            decided("# T\n\n## Which one?\n\n- `--to-datetime`: best for dates\n- `--raw`: best for the rest")
                == [["--to-datetime: dates", "--raw: the rest"]])
    }
}
