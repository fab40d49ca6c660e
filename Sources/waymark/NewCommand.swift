import ArgumentParser
import Building
import Diagnostics
import Linking

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
        let tags = tags.split(separator: ",").map { $0.drop { $0 == "#" || $0 == " " } }.filter {
            !$0.isEmpty
        }
        .map { "#" + $0.split(separator: " ").joined(separator: "-") }
        let text = (tags.isEmpty ? "" : tags.joined(separator: " ") + "\n") + "# \(title)\n\n"
        do {
            let path = "\(content)/\(Slug(title)).md"
            try NewFile.write(text, to: path)
            Terminal.write(path + "\n")
        } catch {
            throw Terminal.fail("\(error)")
        }
    }
}
