package import Diagnostics
package import Linking
import Markdown
package import Notes
package import Pages
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
        package var jobs = Concurrency.defaultJobs
        /// The folder or the list of what is published and must not die; nil for none.
        package var published: String?
        /// The file of what is not reported any more; nil for none.
        package var baseline: String?

        package init() {}
    }

    /// A site with all that was found wrong on the way.
    package struct Linked: Sendable {
        package let content: ContentFolder
        package let site: Site
        package let report: Report
        /// How many lines of the baseline stand for nothing that was found.
        package let outdatedBaseline: Int
        package var timings: Timings
    }

    /// Reads, compiles and links, and writes nothing.
    package func link() throws -> Linked {
        var timings = Timings()
        let configuration = try readConfiguration()
        let compileOptions = CompileOptions(html: configuration.html)
        let content = try ContentFolder(options.content, output: options.output)
        timings.end("find")
        let notes = try content.notes.concurrentMap(jobs: options.jobs) { path in
            Result { () throws(FileError) in
                Note(compiling: try content.source(path), options: compileOptions)
            }
        }.map { try $0.get() }
        timings.end("compile")
        // Where nothing is left out, the same array goes on: of 100,000 notes a copy has a hundred megabytes.
        let hidden = notes.filter { !options.audience.maySee($0) }
        let visible = hidden.isEmpty ? notes : notes.filter(options.audience.maySee)
        let site = Site(linking: visible, assets: content.assets, configuration: configuration)
        timings.end("link")
        try refuseBrokenRedirects(of: site)
        let published = try options.published.map { path throws(FileError) in
            DeadAddresses(
                of: try PublishedAddresses(path, base: configuration.baseURL).all, in: site
            ).diagnostics
        }
        let diagnostics =
            content.diagnostics + notes.flatMap(\.diagnostics)
            + site.diagnostics + site.diagnostics(withholding: NameTable(of: hidden))
            + (published ?? [])
        let (findings, outdated) = try withoutBaseline(
            Weighing(diagnostics, in: notes, settings: configuration.rules).diagnostics)
        let reported = Set(findings.map(\.path))
        let sources = Dictionary(
            uniqueKeysWithValues: notes.lazy.filter { reported.contains($0.path) }.map {
                ($0.path, $0.source)
            })
        let report = Report(findings, prefix: content.path + "/") { path, line in
            sources[path]?.text(ofLine: line)
        }
        return Linked(
            content: content, site: site, report: report, outdatedBaseline: outdated, timings: timings)
    }

    /// A redirect to a page that is not there is a fault of the configuration, which is found out last.
    private func refuseBrokenRedirects(of site: Site) throws {
        let broken = site.brokenRedirects
        guard !broken.isEmpty else { return }
        let path = options.configuration ?? "waymark.yml"
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

    private func withoutBaseline(_ diagnostics: [Diagnostic]) throws(FileError) -> ([Diagnostic], Int) {
        guard let path = options.baseline else { return (diagnostics, 0) }
        return Baseline(try Files.read(path)).filtering(diagnostics)
    }

    /// Renders what is linked and brings the output folder in line with it.
    package func publish(_ linked: inout Linked, theme: Theme? = nil) throws -> Changes {
        let theme = theme ?? Theme(linked.site.configuration.appearance)
        try refuseOverlap(with: linked.content)
        let content = linked.content
        let search = index(linked.site)
        linked.timings.end("index")
        let pages = linked.site.pageModels(theme, search: search)
        let paths = pages.paths
        let assets = Self.assets(linked.site.assets, besides: paths)
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

    /// The index that search loads.
    private func index(_ site: Site) -> Shards {
        let catalogue = Catalogue(of: site)
        let pieces = catalogue.pieces.concurrentMap(jobs: options.jobs) { Piece($0, of: catalogue, in: site) }
        return Shards(joining: pieces, of: catalogue, in: site)
    }

    /// The files that no page is in the way of: a page goes before a file of the same name, and neither can be the
    /// other's folder.
    private static func assets(_ assets: [SourcePath], besides pages: [OutputPath]) -> [SourcePath] {
        guard !assets.isEmpty else { return [] }
        let files = Set(pages)
        let folders = Set(pages.flatMap(\.folders))
        return assets.filter { asset in
            let path = OutputPath(asset.string)
            return !files.contains(path) && !folders.contains(path) && files.isDisjoint(with: path.folders)
        }
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

    /// CSS of the site's own, beside the configuration.
    private static let stylesheet = "theme/style.css"

    private func readConfiguration() throws -> Configuration {
        let path = options.configuration ?? "waymark.yml"
        var configuration = Configuration()
        if options.configuration != nil || Files.exists(path) {
            let bytes = try Files.read(path)
            let file = ConfigurationFile(bytes, name: path)
            guard file.diagnostics.isEmpty else {
                throw ConfigurationError(report: Self.report(file.diagnostics, of: bytes))
            }
            configuration = file.configuration
        }
        if let baseURL = options.baseURL { configuration.baseURL = baseURL }
        configuration.today = options.today
        if Files.exists(Self.stylesheet) {
            configuration.appearance.stylesheet = try Files.read(Self.stylesheet)
        }
        return configuration
    }
}

/// The configuration is wrong: nothing is built, and the last site stays.
package struct ConfigurationError: Error, Sendable {
    package let report: Report
}
