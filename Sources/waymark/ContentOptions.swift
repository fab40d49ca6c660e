import ArgumentParser
import Building
import Diagnostics
import Linking
import Notes

/// The options that say which notes to read, the same for every command that reads a content folder.
struct ContentOptions: ParsableArguments {
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

    @Flag(
        inversion: .prefixedNo, help: "Include drafts, or leave them out; only serve includes them by itself."
    )
    var drafts: Bool?

    @Option(
        help: ArgumentHelp(
            "The day that reviews are held against, as 2026-11-20; without it readers' own, and for check today.",
            valueName: "date"))
    var today: String?

    @Option(help: ArgumentHelp("Threads to work on.", valueName: "count"))
    var jobs = Concurrency.defaultJobs

    func validate() throws {
        if jobs < 1 { throw ValidationError("--jobs takes a number from 1 on") }
        if let today, CalendarDate(today) == nil {
            throw ValidationError("--today takes a day, as 2026-11-20")
        }
        if let baseURL, Configuration.baseURL(baseURL) == nil {
            throw ValidationError("--base-url takes an absolute address, as https://example.com/docs")
        }
    }

    /// - Parameter showsDrafts: whether drafts are included where the command line does not say.
    func buildOptions(output: String = "site", showsDrafts: Bool = false) -> Build.Options {
        var options = Build.Options()
        options.content = content
        options.output = output
        options.configuration = config
        options.baseURL = baseURL.flatMap(Configuration.baseURL)
        options.audience = Audience(name: audience, showsDrafts: drafts ?? showsDrafts)
        options.today = today.flatMap { CalendarDate($0) }
        options.jobs = jobs
        return options
    }

    /// Reads and links the notes, and runs a command's body on the site.
    ///
    /// - Parameter isDated: asks git when the notes changed.
    func withSite(isDated: Bool = false, _ body: (Site) throws -> ExitCode) throws {
        try run {
            var options = buildOptions()
            if !isDated { options.history = History() }
            return try body(Build(options).link().site)
        } failing: { report in
            Terminal.tell(report.rendered(as: .text))
            return ExitCode(1)
        }
    }

    /// Runs a command's body; what the environment refuses is told in one line, with exit status 2.
    ///
    /// - Parameter failing: tells what is wrong with the configuration.
    func run(_ body: () throws -> ExitCode, failing: (Report) -> ExitCode) throws {
        let status: ExitCode
        do {
            status = try body()
        } catch let error as ConfigurationError {
            throw failing(error.report)
        } catch let error as any EnvironmentError {
            status = Terminal.fail("\(error)")
        }
        if status != .success { throw status }
    }
}
