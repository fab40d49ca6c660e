import ArgumentParser
import Building
import Diagnostics
import Linking
import Notes
import Writers

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begin a note.",
        discussion: """
            The file's name is made from the title. A file that is there already is left alone.

            EXAMPLE
              waymark new "Rotating signing keys" --tags oidc,security
            """)

    @Argument(help: "The note's title.")
    var title: String

    @Option(help: ArgumentHelp("The note's tags, parted by commas.", valueName: "tags"))
    var tags = ""

    @Option(help: ArgumentHelp("The folder with the notes, or one in it.", valueName: "folder"))
    var content = "content"

    func run() throws {
        let title = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !title.isEmpty else { throw ValidationError("A note needs a title.") }
        let tags = tags.split(separator: ",").map { $0.drop { $0 == "#" || $0 == " " } }.filter {
            !$0.isEmpty
        }
        .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: "-") }
        let plain = "# \(title)\n"
        let heading = Self.read(plain).title == title ? plain : "# \(MarkdownText.escaped(title))\n"
        let text = Self.opening(tags) + heading + "\n"
        do {
            let path = "\(content)/\(Slug(title)).md"
            try Files.write(Array(text.utf8), toNew: path)
            Terminal.write(path + "\n")
        } catch {
            throw Terminal.fail("\(error)")
        }
    }

    /// The tags as the note's first line; as front matter where one of them, as `c++`, is none in a text.
    private static func opening(_ tags: [String]) -> String {
        guard !tags.isEmpty else { return "" }
        let line = tags.map { "#" + $0 }.joined(separator: " ") + "\n"
        if read(line).tags.map(\.spelling) == tags { return line }
        let list = tags.map { "\"\($0.filter { $0 != "\"" && $0 != "\\" })\"" }.joined(separator: ", ")
        return "---\ntags: [\(list)]\n---\n"
    }

    private static func read(_ text: String) -> Note {
        Note(compiling: Source(path: SourcePath("new.md"), bytes: Array(text.utf8)))
    }
}
