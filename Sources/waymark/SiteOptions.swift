import ArgumentParser
import Building
import Diagnostics
import Linking

/// The options of commands that tell what is wrong with the notes.
struct SiteOptions: ParsableArguments {
    @OptionGroup var source: ContentOptions

    @Flag(help: "Exit with 1 for warnings too.")
    var strict = false

    @Option(
        help: "How to write diagnostics: \(Report.Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = Report.Format.text

    @Flag(help: "Tell how long each step took.")
    var timings = false

    func buildOptions(output: String = "site") -> Build.Options { source.buildOptions(output: output) }

    /// Runs a command's body; what the environment refuses is told in one line, with exit status 2.
    func run(_ body: () throws -> ExitCode) throws { try source.run(body, failing: finish) }

    /// Writes the report and gives the exit status for it.
    func finish(_ report: Report) -> ExitCode {
        Terminal.write(report.rendered(as: format, isColored: Terminal.isOutputColored))
        if !report.diagnostics.isEmpty { Terminal.tell(report.summary) }
        let fails = report.errorCount > 0 || (strict && report.warningCount > 0)
        return fails ? ExitCode(1) : .success
    }

    /// Tells what is no fault of the notes, and where it was asked for, how long it took.
    func tell(_ linked: Linked) {
        if linked.hasShallowHistory {
            Terminal.tell(
                "note: git holds only the latest changes, so dates and authors are those of the front matter; "
                    + "fetch the whole history (depth 0), or set `history: none`")
        }
        guard timings else { return }
        let timings = linked.timings
        for step in timings.steps {
            Terminal.tell("\(step.name): \(Terminal.milliseconds(step.duration)) ms")
        }
        Terminal.tell("total: \(Terminal.milliseconds(timings.total)) ms")
    }
}

extension Report.Format: ExpressibleByArgument {}
