import ArgumentParser
import Building

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Tell what is different for readers between two built sites.",
        discussion: """
            Pages that were added, removed, moved or changed, and what decisions and comparisons say now that they did \
            not say before. How pages look does not count.

            EXAMPLE
              waymark diff published site --format markdown
            """)

    @Argument(help: ArgumentHelp("The folder of the site as it was.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The folder of the site as it is.", valueName: "new"))
    var new: String

    @Option(help: "How to write it: \(SiteDiff.Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = SiteDiff.Format.text

    func run() throws {
        do {
            let jobs = Concurrency.defaultJobs
            let (old, new) = try (
                SiteSnapshot(reading: old, jobs: jobs), SiteSnapshot(reading: new, jobs: jobs)
            )
            Terminal.write(SiteDiff(from: old, to: new).rendered(as: format))
        } catch {
            throw Terminal.fail("\(error)")
        }
    }
}

extension SiteDiff.Format: ExpressibleByArgument {}
