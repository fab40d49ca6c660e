import Markdown

/// What a note says around a table or a list that tells whether it is about a choice.
struct Evidence {
    let tree: Tree
    let outline: Outline
    /// The note's title.
    let title: String
    /// The options that the note's title and its file name set against each other.
    private let contrastOfNote: [OptionName]
    /// The names that headings are, in the form in which names are compared.
    private let headingKeys: Set<String>
    /// The beginning of the note's text in lower case.
    private let text: String

    /// How much text is looked through for an option's name, in bytes: a note that speaks of an option does so early.
    private static let textLimit = 1 << 16

    init(_ tree: Tree, outline: Outline, title: String, stem: String, text: PlainText) {
        self.tree = tree
        self.outline = outline
        self.title = title
        let names = [title, stem.split(separator: "-").joined(separator: " ")]
        contrastOfNote = names.flatMap { Contrast.options(in: $0) }
        headingKeys = outline.headings.reduce(into: []) { $0.formUnion(OptionName($1.text).keys) }
        self.text = String(decoding: text.bytes.prefix(Self.textLimit), as: UTF8.self).lowercased()
    }

    /// The options that the note and the headings above a node set against each other.
    func contrast(above node: Int) -> [OptionName] {
        var options: [OptionName] = []
        for option in outline.path(to: node).flatMap({ Contrast.options(in: $0.text) }) + contrastOfNote
        where !options.contains(where: { $0.isSame(as: option) }) {
            options.append(option)
        }
        return options
    }

    /// The text of the heading nearest above a node, in lower case; empty where there is none.
    func nearestHeading(above node: Int) -> String {
        outline.heading(before: node).map { outline.headings[$0].text.lowercased() } ?? ""
    }

    /// Whether one of `phrases` occurs in the nearest heading.
    func heading(above node: Int, says phrases: [String]) -> Bool {
        let heading = nearestHeading(above: node)
        return phrases.contains { phrase in
            // Scripts without spaces have no words to find.
            phrase.utf8.allSatisfy { $0 < 0x80 }
                ? Words.contains(phrase, in: heading) : heading.contains(phrase)
        }
    }

    /// Whether an option's name is used in the note beside the table: in a heading, or twice more in the text.
    func uses(_ option: OptionName) -> Bool {
        !option.keys.isDisjoint(with: headingKeys)
            || option.keys.contains { Words.ranges(of: $0, in: text).count >= 3 }
    }
}
