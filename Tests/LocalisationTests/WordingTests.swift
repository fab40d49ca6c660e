import Localisation
import Testing
import Writers

@Suite("Wording")
struct WordingTests {
    /// A text by the names of the fields that lead to it.
    private struct Text {
        let name: String
        let phrases: [Phrase]
    }

    /// All texts of a language, by reflection, so that none is left out here.
    private static func texts(of wording: Wording) -> [Text] {
        func texts(in value: Any, _ path: String) -> [Text] {
            switch value {
            case let text as String: return [Text(name: path, phrases: [Phrase(stringLiteral: text)])]
            case let phrase as Phrase: return [Text(name: path, phrases: [phrase])]
            case let phrases as [Phrase]: return [Text(name: path, phrases: phrases)]
            case let plural as Plural: return [Text(name: path, phrases: [plural.one, plural.other])]
            default:
                return Mirror(reflecting: value).children.flatMap { label, child in
                    texts(in: child, path.isEmpty ? label ?? "" : "\(path).\(label ?? "")")
                }
            }
        }
        return texts(in: wording, "").filter { $0.name != "code" && $0.name != "pluralRule" }
    }

    private static let others = Wording.all.filter { $0 != .english }

    /// What two languages may say alike, with letters in it.
    private static let alike: [String: Set<String>] = [
        "de": ["body.callouts.info"],
        "fr": [
            "body.callouts.note", "body.callouts.important", "body.callouts.question",
            "body.callouts.attention", "body.callouts.danger", "frame.menu", "frame.siteLandmark",
            "frame.notes",
            "note.sources", "lists.notes", "choices.options", "choices.optionsLegend",
            "choices.sourceNumber", "choices.source", "scripts.search.notes", "scripts.decide.question",
            "scripts.matrix.options",
        ],
        "es": ["body.callouts.error"],
    ]

    @Test("no text is empty, has a space too many or is left in English", arguments: others)
    func isTranslated(_ wording: Wording) {
        let english = Self.texts(of: .english)
        let own = Self.texts(of: wording)
        #expect(own.map(\.name) == english.map(\.name))
        for (text, original) in zip(own, english) {
            #expect(text.phrases.allSatisfy { !$0.text.isEmpty }, "\(text.name)")
            let hasSpace = text.phrases.contains { $0.text.first == " " || $0.text.last == " " }
            #expect(!hasSpace || text.name == "frame.comma", "\(text.name)")
            let hasWords = original.phrases.contains { phrase in
                phrase.parts.contains { part in
                    if case .words(let words) = part { words.contains(where: \.isLetter) } else { false }
                }
            }
            let isAlike = text.phrases == original.phrases
            let mayBe = Self.alike[wording.code]?.contains(text.name) ?? false
            #expect(!hasWords || isAlike == mayBe, "\(text.name): \(text.phrases.map(\.text))")
        }
    }

    @Test("each text has the places that it has in English", arguments: others)
    func hasSamePlaces(_ wording: Wording) {
        func places(_ phrase: Phrase) -> [Int] {
            phrase.parts.compactMap { if case .place(let number) = $0 { number } else { nil } }.sorted()
        }
        for (text, original) in zip(Self.texts(of: wording), Self.texts(of: .english)) {
            // Of one thing the number may be a word.
            #expect(
                text.phrases.last.map(places) == original.phrases.last.map(places), "\(text.name)")
        }
    }

    @Test("French breaks no line before a mark that stands apart")
    func frenchSpaces() {
        for text in Self.texts(of: .french) {
            for phrase in text.phrases {
                let characters = Array(phrase.text)
                for (before, mark) in zip(characters, characters.dropFirst()) where ":;!?»".contains(mark) {
                    #expect(before == "\u{A0}" || before == "\u{202F}", "\(text.name): \(phrase.text)")
                }
            }
        }
    }

    @Test(
        "the language is chosen by its primary subtag",
        arguments: [
            ("en", "en"), ("de-AT", "de"), ("DE", "de"), ("fr-CA", "fr"), ("es-419", "es"), ("ja", "ja"),
            ("zh", "zh-Hans"), ("zh-CN", "zh-Hans"), ("zh-Hans", "zh-Hans"), ("ar", "en"), ("den", "en"),
            ("", "en"),
        ])
    func chosen(_ tag: String, _ code: String) {
        #expect(Wording.of(tag).code == code)
    }

    @Test("a language that there is no wording for is named, and tells sites apart")
    func notesLanguage() {
        #expect(Wording.of("de-AT").notesLanguage == nil)
        #expect(Wording.of("en") == .english)
        #expect(Wording.of("ar-EG").notesLanguage == "ar-EG")
        #expect(Wording.of("ar") != .english && Wording.of("ar") != Wording.of("he"))
        #expect(Wording.of("ar") == Wording.of("ar"))
        #expect(Wording.of("ar").language == " lang=\"en\"")
        #expect(Wording.of("ar").quoting("<a>") == "<span lang=\"ar\">&lt;a&gt;</span>")
        #expect(Wording.german.language.isEmpty && Wording.german.quoting("<a>") == "&lt;a&gt;")
    }

    @Test("numbers take the form that their language has for them")
    func plurals() {
        func notes(_ wording: Wording) -> [String] {
            [0, 1, 2].map { wording.counted($0, wording.frame.notes) }
        }
        #expect(notes(.english) == ["0 notes", "1 note", "2 notes"])
        #expect(notes(.german) == ["0 Notizen", "1 Notiz", "2 Notizen"])
        #expect(notes(.french) == ["0 note", "1 note", "2 notes"])
        #expect(notes(.japanese) == ["ノート 0 件", "ノート 1 件", "ノート 2 件"])
    }

    @Test("lists are joined as their language joins them")
    func lists() {
        #expect(Wording.english.choice(["A"]) == "A")
        #expect(Wording.english.choice(["A", "B", "C"]) == "A, B or C")
        #expect(Wording.german.choice(["A", "B"]) == "A oder B")
        #expect(Wording.japanese.list(["A", "B"]) == "A、B")
    }

    @Test("a phrase takes values into its places and looks at them no more")
    func phrases() {
        let phrase: Phrase = "{1} of {0}, {2} {x} {"
        #expect(phrase("{1}", "b") == "b of {1},  {x} {")
        #expect(Phrase("no places")("a") == "no places")
    }
}
