package import Diagnostics
package import Linking
import Markdown
package import Notes
import Pages

/// A site with all that was found wrong on the way.
package struct Linked: Sendable {
    package let content: ContentFolder
    package let site: Site
    package let report: Report
    /// How many lines of the baseline stand for nothing that was found.
    package let outdatedBaseline: Int
    package var timings: Timings
    /// Whether git holds only the latest changes, so that dates and authors are not taken from it.
    package var hasShallowHistory = false

    /// Links the notes that an audience may see.
    ///
    /// - Parameters:
    ///   - notes: all notes of the folder, in path order.
    ///   - partials: the folder of the site's own templates.
    ///   - configurationPath: the file of the configuration, whether it is there or not.
    ///   - promised: the addresses that readers know.
    ///   - baseline: what is not reported any more.
    ///   - previous: what was linked before, where there is something; it only saves time.
    package init(
        _ notes: [Note], of content: ContentFolder, _ configuration: Configuration, for audience: Audience,
        partials: String, configurationPath: String, after previous: Linked? = nil,
        promised: [DeadAddresses.Address] = [],
        baseline: Baseline? = nil,
        _ timings: Timings = Timings()
    ) {
        var timings = timings
        // Where nothing is left out, the same array goes on: of 100,000 notes a copy has a hundred megabytes.
        let hidden = notes.filter { !audience.maySee($0) }
        let visible = hidden.isEmpty ? notes : notes.filter(audience.maySee)
        let site = Site(
            linking: visible, assets: content.assets, configuration: configuration, after: previous?.site)
        timings.end("link")
        let unknownKeys = PartialChecks.unknownKeys(
            configuration.appearance.partials, in: partials, notes, allowed: configuration.allowedKeys ?? [])
        let diagnostics =
            content.diagnostics + visible.flatMap(\.diagnostics)
            // What is left out by mistake has to be told.
            + hidden.flatMap { $0.diagnostics.filter { $0.rule == .badFrontMatter } }
            + site.diagnostics + site.diagnostics(withholding: NameTable(of: hidden))
            + unknownKeys
            + (promised.isEmpty
                ? []
                : DeadAddresses(of: promised, in: site, configuration: SourcePath(configurationPath))
                    .diagnostics)
        let weighed = Weighing(diagnostics, in: visible, settings: configuration.rules).diagnostics
        let (reported, outdated) = baseline?.filtering(weighed) ?? (weighed, 0)
        outdatedBaseline = outdated
        self.content = content
        self.site = site
        let templates = Dictionary(
            uniqueKeysWithValues: configuration.appearance.partials.map { ($0.path(in: partials), $1) })
        report = Report(
            reported, prefix: content.path + "/",
            others: Set(templates.keys).union([SourcePath(configurationPath)])
        ) { path, line in
            templates[path].flatMap { SourceText($0).text(ofLine: line) }
                ?? notes.index(of: path).flatMap { notes[$0].source.text(ofLine: line) }
        }
        self.timings = timings
    }
}

extension Site {
    /// The files that no page is in the way of: a page goes before a file of the same name, and neither can be the
    /// other's folder.
    package func assets(besides pages: [OutputPath]) -> [SourcePath] {
        guard !assets.isEmpty else { return [] }
        let files = Set(pages)
        let folders = Set(pages.flatMap(\.folders))
        return assets.filter { asset in
            let path = OutputPath(asset.string)
            return !files.contains(path) && !folders.contains(path) && files.isDisjoint(with: path.folders)
        }
    }
}

extension [Note] {
    /// The index of a note, where the notes are in path order.
    fileprivate func index(of path: SourcePath) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].path < path { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low].path == path ? low : nil
    }
}
