import ArgumentParser
import Building
import Diagnostics
import Preview

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Show the site in a browser while you write.",
        discussion: """
            Serves the site from memory, and brings open pages in line as soon as a file is saved. Nothing is written. \
            Drafts are shown, with a mark, unless --no-drafts is given. Ctrl-C ends it.

            EXAMPLE
              waymark serve --open --editor vscode
            """)

    @OptionGroup var source: ContentOptions

    @Option(
        help: ArgumentHelp("The address to listen at; any but this machine's own lets others read the notes.")
    )
    var host = "127.0.0.1"

    @Option(help: "The port to listen at; the next free one where it is taken, any for 0.")
    var port: UInt16 = 4000

    @Option(
        help: ArgumentHelp(
            "The editor that problems in a page lead to: \(EditorLink.names.joined(separator: ", ")), or an address with "
                + "{path}, {line} and {column} in it.", valueName: "name"),
        transform: { name in
            guard let editor = EditorLink(name, in: Files.resolved(".") ?? ".") else {
                throw ValidationError(
                    "--editor takes \(EditorLink.names.joined(separator: ", ")) or an address with {path} in it"
                )
            }
            return editor
        })
    var editor: EditorLink?

    @Flag(help: "Open the site in the browser.")
    var open = false

    @Flag(help: "Write what happens as JSON, one object a line.")
    var json = false

    func run() async throws {
        var options = Preview.Options()
        options.build = source.buildOptions(showsDrafts: true)
        options.host = host
        options.port = port
        options.editor = editor
        let preview: Preview
        do {
            preview = try Preview(options)
        } catch {
            throw Terminal.fail("\(error)")
        }
        let diary = ServeDiary(
            isJSON: json, showsDrafts: options.build.audience.showsDrafts)
        diary.begin(preview.address, wanted: port)
        if open, !Browser.open(preview.address.url) { diary.tell(warning: "no browser could be opened") }
        try await preview.run(diary.tell)
    }
}
