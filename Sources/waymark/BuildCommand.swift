import ArgumentParser
import Building

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build the site.",
        discussion: """
            Reads the notes, writes the site, and tells what is wrong with the notes. Only files that changed are \
            written.

            EXAMPLE
              waymark build --content notes --output public
            """)

    @OptionGroup var options: SiteOptions

    @Option(help: ArgumentHelp("The folder to write the site to.", valueName: "folder"))
    var output = "site"

    func run() throws {
        try options.run {
            let build = Build(options.buildOptions(output: output))
            var linked = try build.link()
            // Told first: what is wrong with the notes may be why they cannot be published.
            let status = try options.finish(linked)
            let hold = try OutputFolder(output).hold()
            let changes = try build.publish(&linked)
            withExtendedLifetime(hold) {}
            Terminal.tell("\(output): \(changes.summary)")
            options.tell(linked)
            return status
        }
    }
}
