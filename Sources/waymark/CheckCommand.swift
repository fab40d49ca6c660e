import ArgumentParser
import Building
import Diagnostics
import Notes

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Tell what is wrong with the notes, and write nothing.",
        discussion: """
            The exit status is 0 where nothing is wrong or only warnings were given, 1 for errors, under --strict for \
            warnings too, and 2 where the notes could not be read. `waymark explain` tells what a rule is about.

            EXAMPLE
              waymark check --strict --format github
              waymark check --diff
              curl -fsS https://docs.example.com/_waymark/urls.txt | waymark check --published -
            """)

    @OptionGroup var options: SiteOptions

    @Option(
        help: ArgumentHelp(
            "List what is wrong now in this file, for --baseline, so that only what is new is reported.",
            valueName: "file"))
    var writeBaseline: String?

    @Option(
        help: ArgumentHelp(
            "Fail where an address would die that this site's folder, or this list of addresses, has; - reads the list "
                + "from standard input.", valueName: "folder|list|-"))
    var published: String?

    @Flag(help: "Correct what needs no judgement, and report the rest.")
    var fix = false

    @Flag(help: "Show what --fix would change, and change nothing.")
    var diff = false

    func run() throws {
        try options.run {
            var buildOptions = options.buildOptions()
            // A check is of this day; a build is the same on every day.
            buildOptions.today = buildOptions.today ?? .today
            buildOptions.published = try published.map {
                try PublishedAddresses(reading: $0, jobs: buildOptions.jobs)
            }
            let build = Build(buildOptions)
            var linked = try build.link()
            if fix || diff {
                let fixes = try Fixes(linked.report.diagnostics, in: linked.content)
                if diff {
                    Terminal.write(fixes.diff)
                    return fixes.files.isEmpty ? .success : ExitCode(1)
                }
                try fixes.write()
                Terminal.tell("\(fixes.count) corrected in \(fixes.files.count) files")
                if fixes.count > 0 { linked = try build.link() }
            }
            if let writeBaseline {
                try Files.replace(
                    writeBaseline, with: Array(Baseline(of: linked.report.diagnostics).text.utf8))
                Terminal.tell("\(writeBaseline): \(linked.report.diagnostics.count) listed")
                return .success
            }
            let status = try options.finish(linked)
            options.tell(linked)
            return status
        }
    }
}
