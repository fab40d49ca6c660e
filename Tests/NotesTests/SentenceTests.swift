import Notes
import Testing

@Suite("Sentences")
struct SentenceTests {
    @Test(
        "are parted",
        arguments: [
            ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
            ("One.", ["One."]),
            ("", []),
            ("   ", []),
            ("  One.   Two.  ", ["One.", "Two."]),
            ("See e.g. this. Next.", ["See e.g. this.", "Next."]),
            ("v1.2 is out. Good.", ["v1.2 is out.", "Good."]),
            ("1. first 2. second", ["1. first 2. second"]),
            ("In 2024. Then.", ["In 2024.", "Then."]),
            ("Wait... what?", ["Wait...", "what?"]),
            ("What?! Yes.", ["What?!", "Yes."]),
            ("一。二！三？四", ["一。", "二！", "三？", "四"]),
            ("a.b.c", ["a.b.c"]),
        ])
    func split(text: String, expected: [String]) {
        #expect(Sentences.split(text) == expected)
    }

    @Test(
        "are found around a place",
        arguments: [
            (0, "One."), (3, "One."), (5, "Two é!"), (9, "Two é!"), (14, "Three"), (99, "Three"),
        ])
    func around(offset: Int, expected: String) {
        let text = Array("One. Two é!  Three".utf8)
        let sentence = Sentences.sentence(in: text[...], around: offset)
        #expect(String(decoding: sentence, as: UTF8.self) == expected)
    }
}
