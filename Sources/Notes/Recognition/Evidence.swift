import Markdown

/// What a note says around a table or a list that tells whether it is about a choice.
struct Evidence {
    let tree: Tree
    let outline: Outline
    /// The note's title.
    let title: String
    /// The file's name without extension.
    let stem: String
    /// The note's whole text in lower case, made when first asked for.
    let text: () -> String

    /// The options that the note's title, its file name and the headings above a node set against each other.
    func contrast(above node: Int) -> [OptionName] {
        var options: [OptionName] = []
        let headings = outline.path(to: node).map(\.text)
        let names = headings + [title, stem.split(separator: "-").joined(separator: " ")]
        for name in names {
            for option in Contrast.options(in: name) where !options.contains(where: { $0.isSame(as: option) }) {
                options.append(option)
            }
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
            phrase.utf8.allSatisfy { $0 < 0x80 } ? Words.contains(phrase, in: heading) : heading.contains(phrase)
        }
    }

    /// Whether an option's name is used in the note beside the table: in a heading, or twice more in the text.
    func uses(_ option: OptionName) -> Bool {
        for heading in outline.headings where OptionName(heading.text).isSame(as: option) { return true }
        return option.keys.contains { Words.ranges(of: $0, in: text()).count >= 3 }
    }
}
