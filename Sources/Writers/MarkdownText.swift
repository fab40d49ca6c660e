/// Text of notes in Markdown that a program writes.
package enum MarkdownText {
    /// The text as text: nothing in it is read as markup, and it stays on its line and in its cell.
    package static func escaped(_ text: String) -> String {
        text.reduce(into: "") { output, character in
            switch character {
            case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "!", "@", "$": output += "\\\(character)"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "&": output += "&amp;"
            case _ where character.isNewline: output += " "
            default: output.append(character)
            }
        }
    }
}
