/// `llms.txt`: what the site holds, as Markdown (https://llmstxt.org/).
package struct Overview: Sendable, Hashable {
    package let title: String
    package let description: String
    package let sections: [Section]

    package struct Section: Sendable, Hashable {
        package let title: String
        package let notes: [NoteEntry]
    }

    func render() -> [UInt8] {
        var text = "# \(Self.line(title))\n"
        if !description.isEmpty { text += "\n> \(Self.line(description))\n" }
        for section in sections {
            text += "\n## \(Self.line(section.title))\n\n"
            for note in section.notes {
                text += "- [\(Self.label(note.link.title))](\(note.link.url))"
                text += note.summary.isEmpty ? "\n" : ": \(Self.line(note.summary))\n"
            }
        }
        return Array(text.utf8)
    }

    private static func line(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return String(text.map { $0.isNewline ? " " : $0 })
    }

    /// Brackets would end a link's text.
    private static func label(_ text: String) -> String {
        let special = [UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\")]
        guard text.utf8.contains(where: special.contains) else { return line(text) }
        var label = ""
        for character in line(text) {
            if character == "[" || character == "]" || character == "\\" { label.append("\\") }
            label.append(character)
        }
        return label
    }
}
