import ArgumentParser

@main
enum Main {
    static func main() async {
        do {
            var command = try Waymark.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch  where Waymark.exitCode(for: error) == .validationFailure {
            // A command line that means nothing is a fault of usage, and those end with 2.
            Terminal.tell(Waymark.fullMessage(for: error))
            Waymark.exit(withError: ExitCode(2))
        } catch {
            Waymark.exit(withError: error)
        }
    }
}

struct Waymark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waymark",
        abstract: "Turns a folder of tagged Markdown notes into a site that helps its readers choose.",
        discussion: """
            EXAMPLE
              waymark build
              waymark check --strict
            """,
        version: "0.1.0",
        subcommands: [
            BuildCommand.self, CheckCommand.self, PublishCommand.self, DiffCommand.self, ServeCommand.self,
            NewCommand.self, InitCommand.self, RenderCommand.self, ExplainCommand.self, InspectCommand.self,
            CompareCommand.self, DecideCommand.self, SearchCommand.self,
        ])
}
