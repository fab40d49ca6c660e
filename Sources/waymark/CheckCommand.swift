import ArgumentParser
import Building

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Tell what is wrong with the notes, and write nothing.",
        discussion: """
            The exit status is 0 where nothing is wrong or only warnings were given, 1 for errors, under --strict for \
            warnings too, and 2 where the notes could not be read.

            EXAMPLE
              waymark check --strict --format github
            """)

    @OptionGroup var options: SiteOptions

    func run() throws {
        try options.run {
            let linked = try Build(options.buildOptions()).link()
            let status = options.finish(linked.report)
            options.tell(linked)
            return status
        }
    }
}
