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
    /// The longest heading that is looked at, in bytes.
    private static let headingLimit = 500

    init(_ tree: Tree, outline: Outline, title: String, stem: String, text: PlainText) {
        self.tree = tree
        self.outline = outline
        self.title = title
        let names = [title, stem.split(separator: "-").joined(separator: " ")].filter {
            $0.utf8.count <= Self.headingLimit
        }
        contrastOfNote = names.flatMap { Contrast.options(in: $0) }
        headingKeys = outline.headings.reduce(into: []) { $0.formUnion(OptionName($1.text).keys) }
        self.text = String(decoding: text.bytes.prefix(Self.textLimit), as: UTF8.self).lowercased()
    }

    /// The options that the note and the headings above a node set against each other.
    func contrast(above node: Int) -> [OptionName] {
        var options: [OptionName] = []
        for option in path(to: node).flatMap({ Contrast.options(in: $0) }) + contrastOfNote
        where !options.contains(where: { $0.isSame(as: option) }) {
            options.append(option)
        }
        return options
    }

    /// The texts of the headings that a node stands under, the nearest first. What is longer than any title says
    /// nothing, so that many blocks below one heading cost no more than it.
    private func path(to node: Int) -> [String] {
        outline.path(to: node).map { $0.text.utf8.count <= Self.headingLimit ? $0.text : "" }
    }

    /// Whether one of `phrases` occurs in the nearest heading.
    func heading(above node: Int, says phrases: [String]) -> Bool {
        guard let heading = path(to: node).first?.lowercased() else { return false }
        return phrases.contains { phrase in
            // Scripts without spaces have no words to find.
            phrase.utf8.allSatisfy { $0 < 0x80 }
                ? Words.contains(phrase, in: heading) : heading.contains(phrase)
        }
    }

    /// Whether the nearest heading announces a decision: `Which broker should I use?`
    func announcesDecision(above node: Int) -> Bool {
        if heading(above: node, says: Vocabulary.decisionHeadings) { return true }
        guard let heading = path(to: node).first?.lowercased() else { return false }
        return Words.folded(heading).hasPrefix("which ")
            && ["should", "to use", "to choose", "to pick"].contains { Words.contains($0, in: heading) }
    }

    /// Whether an option's name is used in the note beside a table: in a heading, or twice in the text.
    func uses(_ option: OptionName, beside table: TableView) -> Bool {
        if !option.keys.isDisjoint(with: headingKeys) { return true }
        let own = table.texts.joined().map { $0.lowercased() }
        return option.keys.contains { key in
            let inTable = own.reduce(0) { $0 + Words.ranges(of: key, in: $1).count }
            return Words.ranges(of: key, in: text).count >= inTable + 2
        }
    }
}
