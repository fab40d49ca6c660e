import ArgumentParser
import Building

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Tell what is different for readers between two built sites.",
        discussion: """
            Pages that were added, removed, moved or changed, and what decisions and comparisons say now that they did \
            not say before. How pages look does not count.

            In place of a site's folder stands what is known of it. A list of addresses, as _waymark/urls.txt, tells \
            which pages were added and removed, and nothing of what they say. _waymark/model.json tells what decisions \
            and comparisons say, and nothing of pages.

            EXAMPLE
              waymark diff published site --format markdown
              curl -fsS https://docs.example.com/_waymark/urls.txt | waymark diff - site
            """)

    @Argument(
        help: ArgumentHelp(
            "The site as it was: its folder, a list of addresses, - for a list on standard input, or a model.json.",
            valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The site as it is, in the same ways.", valueName: "new"))
    var new: String

    @Option(help: "How to write it: \(SiteDiff.Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = SiteDiff.Format.text

    func run() throws {
        do {
            let jobs = Concurrency.defaultJobs
            let (old, new) = try (
                SiteSnapshot(reading: old, jobs: jobs), SiteSnapshot(reading: new, jobs: jobs)
            )
            Terminal.write(try SiteDiff(from: old, to: new).rendered(as: format))
        } catch {
            throw Terminal.fail("\(error)")
        }
    }
}

extension SiteDiff.Format: ExpressibleByArgument {}
