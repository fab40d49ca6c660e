import ArgumentParser
import Building

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Begin a folder of notes.",
        discussion: """
            Writes a configuration and a first note. Files that are there already are left alone.

            EXAMPLE
              waymark init docs && cd docs && waymark build
            """)

    @Argument(help: ArgumentHelp("The folder; it is made where it is missing.", valueName: "folder"))
    var folder: String

    func run() throws {
        do {
            for (path, text) in Self.files where !Files.exists("\(folder)/\(path)") {
                try Files.write(Array(text.utf8), toNew: "\(folder)/\(path)")
            }
        } catch {
            throw Terminal.fail("\(error)")
        }
        Terminal.tell("\(folder): run `waymark build` there; the site comes to \(folder)/site")
    }

    private static let files = [
        ("waymark.yml", "title: Notes\ndescription: What we know, and how we choose.\n"),
        (
            "content/index.md",
            """
            #start
            # Notes

            Write a note as a Markdown file in this folder. Tag it with `#words` on its first line, and link to other notes \
            by their titles: [[How we choose]].

            """
        ),
        (
            "content/how-we-choose.md",
            """
            #start #decisions
            # How we choose

            ## Markdown link vs wikilink

            | Aspect | Markdown link | Wikilink |
            |---|---|---|
            | Works outside Waymark | Yes | No |
            | Survives a move of the note | No | Yes |

            ## Which one to use?

            - Use **Markdown link** if:
              - readers also see the notes on a code host.
            - Use **Wikilink** if:
              - notes are renamed and moved often.

            When in doubt, use a wikilink.

            """
        ),
    ]
}
