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

        /// Where templates of the site's own are looked for.
        package var partialsPath: String { "\(themePath)/partials" }

        /// The files that a site is made of besides its content, whatever the configuration says, and the folders that they
        /// are in.
        package var settingsPaths: [String] {
            [configurationPath, themePath, stylesheetPath, partialsPath]
                + Partial.allCases.map { "\(partialsPath)/\($0.fileName)" }
        }

        /// The same, with the pictures that a configuration names.
        package func settingsPaths(with logos: [LogoSetting]) -> [String] {
            var paths = settingsPaths
            for logo in logos {
                let slashes = logo.path.indices.dropFirst().filter { logo.path[$0] == "/" }
                paths += slashes.map { "\(configurationFolder)\(logo.path[..<$0])" } + [path(of: logo)]
            }
            return paths
        }

        func path(of logo: LogoSetting) -> String { "\(configurationFolder)\(logo.path)" }

        /// The folder that the configuration is in, with a slash at its end; empty for the folder that one is in.
        var configurationFolder: Substring {
            let slash = configurationPath.utf8.lastIndex(of: UInt8(ascii: "/"))
            return slash.map { configurationPath[...$0] } ?? ""
        }

        private var themePath: String { configurationFolder + "theme" }
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
            notes, of: content, configuration, for: options.audience, partials: options.partialsPath,
            configurationPath: options.configurationPath,
            promised: options.published?.all(base: configuration.baseURL) ?? [],
            baseline: try options.baseline.map { path throws(FileError) in Baseline(try Files.read(path)) },
            timings)
        try refuseBrokenRedirects(of: linked.site)
        linked.hasShallowHistory = found.isShallow
        return linked
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
}

/// The configuration is wrong: nothing is built, and the last site stays.
package struct ConfigurationError: Error, Sendable {
    package let report: Report
}
