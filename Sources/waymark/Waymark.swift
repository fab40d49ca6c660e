import ArgumentParser

@main
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
            BuildCommand.self, CheckCommand.self, NewCommand.self, InitCommand.self, RenderCommand.self,
            InspectCommand.self,
        ])
}
