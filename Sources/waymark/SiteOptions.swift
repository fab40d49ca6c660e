import ArgumentParser
import Building
import Diagnostics
import Linking

/// The options that say what to build, the same for every command that reads a content folder.
struct SiteOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder with the notes.", valueName: "folder"))
    var content = "content"

    @Option(
        help: ArgumentHelp(
            "The configuration file; without it waymark.yml, where there is one.", valueName: "file"))
    var config: String?

    @Option(
        help: ArgumentHelp("Where the site will be served, as https://example.com/docs.", valueName: "url"))
    var baseURL: String?

    @Option(help: ArgumentHelp("Include the notes for this audience.", valueName: "name"))
    var audience: String?

    @Flag(help: "Include drafts.")
    var drafts = false

    @Flag(help: "Exit with 1 for warnings too.")
    var strict = false

    @Option(
        help: "How to write diagnostics: \(Report.Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = Report.Format.text

    @Option(help: ArgumentHelp("Threads to work on.", valueName: "count"))
    var jobs = Concurrency.defaultJobs

    @Flag(help: "Tell how long each step took.")
    var timings = false

    func validate() throws {
        if jobs < 1 { throw ValidationError("--jobs takes a number from 1 on") }
        if let baseURL, Configuration.baseURL(baseURL) == nil {
            throw ValidationError("--base-url takes an absolute address, as https://example.com/docs")
        }
    }

    func buildOptions(output: String = "site") -> Build.Options {
        var options = Build.Options()
        options.content = content
        options.output = output
        options.configuration = config
        options.baseURL = baseURL.flatMap(Configuration.baseURL)
        options.audience = Audience(name: audience, showsDrafts: drafts)
        options.jobs = jobs
        return options
    }

    /// Writes the report and gives the exit status for it.
    func finish(_ report: Report) -> ExitCode {
        Terminal.write(report.rendered(as: format, isColored: Terminal.isOutputColored))
        if !report.diagnostics.isEmpty { Terminal.tell(report.summary) }
        let fails = report.errorCount > 0 || (strict && report.warningCount > 0)
        return fails ? ExitCode(1) : .success
    }

    func tell(_ timings: Timings) {
        guard self.timings else { return }
        for step in timings.steps {
            Terminal.tell("\(step.name): \(Terminal.milliseconds(step.duration)) ms")
        }
        Terminal.tell("total: \(Terminal.milliseconds(timings.total)) ms")
    }

    /// Runs a command's body; what the environment refuses is told in one line, with exit status 2.
    func run(_ body: () throws -> ExitCode) throws {
        let status: ExitCode
        do {
            status = try body()
        } catch let error as ConfigurationError {
            throw finish(error.report)
        } catch let error as FileError {
            status = Terminal.fail("\(error)")
        } catch let error as OutputFolder.PublishError {
            status = Terminal.fail("\(error)")
        }
        if status != .success { throw status }
    }
}

extension Report.Format: ExpressibleByArgument {}
