package import Diagnostics
package import Linking
import Localisation
import Markdown
package import Notes
import Pages
import Search
import Synchronization

/// A build: from a content folder to a published site.
package struct Build: Sendable {
    package let options: Options

    package init(_ options: Options) { self.options = options }

    package struct Options: Sendable {
        package var content = "content"
        package var output = "site"
        /// Nil for `waymark.yml`, where there is one.
        package var configuration: String?
        /// In place of the configuration's.
        package var baseURL: String?
        package var audience = Audience()
        /// The day that reviews are held against.
        package var today: CalendarDate?
        /// When the notes changed; nil to ask git.
        package var history: History?
        package var jobs = Concurrency.defaultJobs
        /// What readers know and must not die; nil for nothing.
        package var published: PublishedAddresses?
        /// The file of what is not reported any more; nil for none.
        package var baseline: String?

        package init() {}

        /// Where the configuration is looked for.
        package var configurationPath: String { configuration ?? "waymark.yml" }

        /// Where CSS of the site's own is looked for: beside the configuration.
        package var stylesheetPath: String { "\(themePath)/style.css" }

        /// The files that a site is made of besides its content, and the folder that one of them is in.
        package var settingsPaths: [String] { [configurationPath, themePath, stylesheetPath] }

        private var themePath: String {
            let slash = configurationPath.utf8.lastIndex(of: UInt8(ascii: "/"))
            return (slash.map { configurationPath[...$0] } ?? "") + "theme"
        }
    }

    /// Reads, compiles and links, and writes nothing.
    package func link() throws -> Linked {
        var timings = Timings()
        var configuration = try readConfiguration()
        let content = try ContentFolder(options.content, output: options.output)
        timings.end("find")
        let history =
            configuration.asksHistory && options.history == nil ? GitHistory(of: options.content) : nil
        let compileOptions = CompileOptions(html: configuration.html, wording: configuration.wording)
        let notes = try content.notes.concurrentMap(jobs: options.jobs) { path in
            Result { () throws(FileError) in
                Note(compiling: try content.source(path), options: compileOptions)
            }
        }.map { try $0.get() }
        timings.end("compile")
        let found = history?.finish() ?? .none
        if !found.history.isEmpty { configuration.history = found.history }
        timings.end("history")
        var linked = Linked(
            notes, of: content, configuration, for: options.audience,
            promised: options.published?.all(base: configuration.baseURL) ?? [],
            baseline: try options.baseline.map { path throws(FileError) in Baseline(try Files.read(path)) },
            timings)
        try refuseBrokenRedirects(of: linked.site)
        linked.hasShallowHistory = found.isShallow
        return linked
    }

    /// A redirect to a page that is not there is a fault of the configuration, which is found out last.
    package func refuseBrokenRedirects(of site: Site) throws {
        let broken = site.brokenRedirects
        guard !broken.isEmpty else { return }
        let path = options.configurationPath
        throw ConfigurationError(
            report: Self.report(
                broken.map { entry in
                    Diagnostic(
                        .badConfiguration, entry.reason, at: SourcePath(path), entry.setting.range,
                        hint: "a redirect leads from an address that is gone to a page that is there")
                }, of: try Files.read(path)))
    }

    /// A report on the configuration.
    private static func report(_ diagnostics: [Diagnostic], of bytes: [UInt8]) -> Report {
        let lines = String(decoding: bytes, as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        return Report(diagnostics) { _, line in line <= lines.count ? lines[line - 1] : nil }
    }

    /// Renders what is linked and brings the output folder in line with it.
    package func publish(_ linked: inout Linked) throws -> Changes {
        let theme = Theme(linked.site.configuration)
        try refuseOverlap(with: linked.content)
        let content = linked.content
        let search = Shards(of: linked.site, jobs: options.jobs)
        linked.timings.end("index")
        let pages = linked.site.pageModels(theme, search: search)
        let paths = pages.paths
        let assets = linked.site.assets(besides: paths)
        let changes = try OutputFolder(options.output).publish(
            paths + assets.map { OutputPath($0.string) }, jobs: options.jobs
        ) { index throws(FileError) in
            index < pages.count
                ? Page(rendering: pages[index], theme: theme).bytes
                : try Files.read(content.file(assets[index - pages.count]))
        }
        linked.timings.end("render and publish")
        return changes
    }

    /// A site written over its own notes, or around them, would one day remove them as stale pages.
    private func refuseOverlap(with content: ContentFolder) throws(OutputFolder.PublishError) {
        guard let notes = Files.resolved(content.path), let output = Files.resolved(options.output) else {
            return
        }
        if notes == output || notes.hasPrefix(output + "/") {
            throw .holdsContent(content: content.path, folder: options.output)
        }
    }

    /// The configuration of the file and of the options; a file with mistakes throws a `ConfigurationError`.
    package func readConfiguration() throws -> Configuration {
        var configuration = try readConfigurationFile().configuration
        if let baseURL = options.baseURL { configuration.baseURL = baseURL }
        configuration.today = options.today
        if configuration.asksHistory, let history = options.history { configuration.history = history }
        if Files.exists(options.stylesheetPath) {
            configuration.appearance.stylesheet = try Files.read(options.stylesheetPath)
        }
        return configuration
    }

    /// What the file says, without the options; a file with mistakes throws a `ConfigurationError`.
    package func readConfigurationFile() throws -> ConfigurationFile {
        let path = options.configurationPath
        guard options.configuration != nil || Files.exists(path) else {
            return ConfigurationFile([], name: path)
        }
        let bytes = try Files.read(path)
        let file = ConfigurationFile(bytes, name: path)
        guard file.diagnostics.isEmpty else {
            throw ConfigurationError(report: Self.report(file.diagnostics, of: bytes))
        }
        return file
    }
}

/// The configuration is wrong: nothing is built, and the last site stays.
package struct ConfigurationError: Error, Sendable {
    package let report: Report
}
