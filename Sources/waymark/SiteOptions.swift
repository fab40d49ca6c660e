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

    @Option(
        help: ArgumentHelp(
            "Also write a report to a file, as sarif=waymark.sarif; may be given several times.",
            valueName: "format=file"))
    var report: [ReportFile] = []

    @Option(
        help: ArgumentHelp("Leave out what this file lists: see --write-baseline.", valueName: "file"))
    var baseline: String?

    @Flag(help: "Tell how long each step took.")
    var timings = false

    func buildOptions(output: String = "site") -> Build.Options {
        var options = source.buildOptions(output: output)
        options.baseline = baseline
        return options
    }

    /// Runs a command's body; what the environment refuses is told in one line, with exit status 2.
    func run(_ body: () throws -> ExitCode) throws { try source.run(body) { finish($0, isStrict: false) } }

    /// Tells of what is linked, and gives the exit status for it.
    ///
    /// - Parameter isStrict: counts warnings as errors, also without `--strict`.
    func finish(_ linked: Linked, isStrict: Bool = false) throws(FileError) -> ExitCode {
        for file in report {
            try Files.replace(file.path, with: Array(linked.report.rendered(as: file.format).utf8))
        }
        if linked.outdatedBaseline > 0 {
            Terminal.tell("\(baseline ?? ""): \(linked.outdatedBaseline) lines are of no use any more")
        }
        return finish(linked.report, isStrict: isStrict)
    }

    /// Writes the report and gives the exit status for it.
    private func finish(_ report: Report, isStrict: Bool) -> ExitCode {
        Terminal.write(report.rendered(as: format, isColored: Terminal.isOutputColored))
        if !report.diagnostics.isEmpty { Terminal.tell(report.summary) }
        let fails = report.errorCount > 0 || ((strict || isStrict) && report.warningCount > 0)
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

/// A report that goes to a file: `sarif=waymark.sarif`.
struct ReportFile: ExpressibleByArgument {
    let format: Report.Format
    let path: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let format = Report.Format(rawValue: String(parts[0])) else { return nil }
        self.format = format
        path = String(parts[1])
    }
}
