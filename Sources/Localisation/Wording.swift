/// All that the interface of a built site says, in one language.
///
/// Each language is one file, `Wording+German.swift`, and a missing text is an error of the compiler. What a site shows in
/// the end stays the author's; command line and diagnostics speak English.
package final class Wording: Sendable {
    /// The language, as a BCP 47 tag.
    package let code: String
    /// The language of the notes, as a BCP 47 tag, where the interface does not speak it; else nil.
    package let notesLanguage: String?
    package let pluralRule: Plural.Rule
    package let body: BodyWords
    package let frame: FrameWords
    package let note: NoteWords
    package let lists: ListWords
    package let maps: MapWords
    package let choices: ChoiceWords
    package let flows: FlowWords
    package let scripts: ScriptWords

    init(
        code: String, amid notesLanguage: String? = nil, pluralRule: Plural.Rule, body: BodyWords,
        frame: FrameWords, note: NoteWords,
        lists: ListWords, maps: MapWords, choices: ChoiceWords, flows: FlowWords, scripts: ScriptWords
    ) {
        self.code = code
        self.notesLanguage = notesLanguage
        self.pluralRule = pluralRule
        self.body = body
        self.frame = frame
        self.note = note
        self.lists = lists
        self.maps = maps
        self.choices = choices
        self.flows = flows
        self.scripts = scripts
    }

    /// Another wording, for a site whose notes are in a language that it is not in.
    private convenience init(_ other: Wording, amid notesLanguage: String) {
        self.init(
            code: other.code, amid: notesLanguage, pluralRule: other.pluralRule, body: other.body,
            frame: other.frame, note: other.note, lists: other.lists, maps: other.maps,
            choices: other.choices, flows: other.flows, scripts: other.scripts)
    }

    /// Every language that there is, English first.
    package static let all: [Wording] = [.english, .german, .french, .spanish, .japanese, .chinese]

    /// The wording for a BCP 47 tag, chosen by its primary language: `de-AT` is German. English where there is none.
    package static func of(_ tag: String) -> Wording {
        let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return all.first { $0.code.prefix { $0 != "-" } == primary } ?? Wording(.english, amid: tag)
    }

    /// `1 note`, `2 notes`.
    package func counted(_ number: Int, _ words: Plural) -> String {
        (pluralRule.isOne(number) ? words.one : words.other)(String(number))
    }

    /// `A, B, C`.
    package func list(_ items: [String]) -> String { items.joined(separator: frame.comma) }

    /// `8 criteria, 6 statements`, without what there is none of.
    package func counted(criteria: Int, statements: Int) -> String {
        let counts = [(criteria, choices.criteria), (statements, choices.statements)].filter { $0.0 > 0 }
        return list(counts.map { counted($0.0, $0.1) })
    }

    /// `A, B or C`.
    package func choice(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return frame.or(list(Array(items.dropLast())), last)
    }
}

extension Wording: Hashable {
    package static func == (first: Wording, second: Wording) -> Bool {
        first.code == second.code && first.notesLanguage == second.notesLanguage
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(notesLanguage)
    }
}
