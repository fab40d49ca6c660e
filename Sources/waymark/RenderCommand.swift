import ArgumentParser
import Building
import Markdown
import Notes
import Writers

struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Print the HTML of one document.",
        discussion: """
            Links stay as they are written, because there is no site for them to lead to.

            EXAMPLE
              echo '*hello*' | waymark render
            """)

    @Argument(help: ArgumentHelp("The document; without it, or for -, standard input.", valueName: "file"))
    var file = "-"

    @Flag(help: "CommonMark without our dialect, raw HTML as it stands.")
    var plain = false

    func run() throws {
        let bytes: [UInt8]
        do {
            bytes = try Files.read(Files.input(file))
        } catch {
            throw Terminal.fail("\(error)")
        }
        let source = SourceText(bytes, keepsControls: plain)
        let firstLine = plain ? 1 : FrontMatterBlock.firstBodyLine(of: source)
        let tree = Tree(parsing: source, fromLine: firstLine, dialect: plain ? .commonMark : .waymark)
        var renderer = BodyRenderer(
            tree, dialect: plain ? .commonMark : .waymark, headings: plain ? [] : tree.headings)
        Terminal.write(renderer.render().body.html.bytes)
    }
}
