import ArgumentParser
import Building
import Delivery

struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Build the site strictly, and bring it to its readers.",
        discussion: """
            Nothing is published where there is a warning, or where an address that readers know would die. What is \
            different for readers is shown first. A folder keeps releases, here or on another machine: readers get all of \
            one at once, and an earlier one again with --rollback. On a branch each publish is one commit.

            EXAMPLE
              waymark publish /srv/docs --compress gzip --dry-run
              waymark publish rsync:web:/srv/docs
              waymark publish git:origin#gh-pages
            """)

    @Argument(
        help: ArgumentHelp(
            "\(Destination.forms); without it what the configuration says.".uppercasedFirst,
            valueName: "destination"))
    var destination: String?

    @OptionGroup var options: SiteOptions

    @Option(help: ArgumentHelp("The folder to build the site in.", valueName: "folder"))
    var output = "site"

    @Flag(help: "Show what would be published, and publish nothing.")
    var dryRun = false

    @Flag(help: "Publish though addresses die that readers know.")
    var allowDead = false

    @Option(
        help: ArgumentHelp(
            "Also lay compressed files beside the pages: gzip, brotli; may be given several times.",
            valueName: "form"))
    var compress: [ContentEncoding] = []

    @Option(help: ArgumentHelp("How many releases stay.", valueName: "count"))
    var keep: Int?

    @Flag(help: "Leave one commit on a branch, in the place of one for each publish.")
    var squash = false

    @Flag(help: "Build nothing, and serve the release before the one that is served.")
    var rollback = false

    @Option(help: ArgumentHelp("With --rollback: serve this release.", valueName: "name"))
    var release: String?

    @Flag(help: "Build nothing, and list the releases.")
    var list = false

    func validate() throws {
        if let destination, Destination(destination) == nil {
            throw ValidationError("a site cannot be published to \(destination); write \(Destination.forms)")
        }
        if let keep, keep < 1 { throw ValidationError("--keep takes a number from 1 on") }
        if release != nil, !rollback { throw ValidationError("--release goes with --rollback") }
        if list, rollback { throw ValidationError("--list and --rollback do not go together") }
    }

    func run() throws {
        let interruption = Interruption()
        defer { withExtendedLifetime(interruption) {} }
        try options.run {
            var buildOptions = options.buildOptions(output: output)
            let settings = try settings(Build(buildOptions).readConfigurationFile().publishing)
            guard let destination = settings.destination else {
                return Terminal.fail("there is no destination; write \(Destination.forms)")
            }
            try destination.refuseOverlap(content: buildOptions.content, output: output)
            let outlet = try destination.open(
                settings, output: output, content: buildOptions.content, jobs: buildOptions.jobs,
                isLookingOnly: dryRun || list)
            if list || rollback { return try lookBack(outlet, at: destination) }

            let published = try outlet.fetch()
            if let published, !allowDead {
                buildOptions.published = try PublishedAddresses(
                    reading: published.folder, jobs: buildOptions.jobs)
            }
            let build = Build(buildOptions)
            var linked = try build.link()
            guard try options.finish(linked, isStrict: true) == .success else {
                Terminal.tell(
                    "nothing is published: that takes a site without warnings, where all addresses live on")
                return ExitCode(1)
            }
            // What is built is not built over before it is delivered.
            let hold = try OutputFolder(output).hold()
            defer { withExtendedLifetime(hold) {} }
            let changes = try build.publish(&linked)
            Terminal.tell("\(output): \(changes.summary)")
            options.tell(linked)
            try show(published?.folder)
            if dryRun {
                Terminal.tell("\(destination): nothing is published, since this was a dry run")
                return .success
            }
            let delivered = try outlet.deliver(BuiltSite(reading: output), after: published)
            Terminal.tell("\(destination): \(delivered.summary)")
            return .success
        }
    }

    /// What the command line says goes before what the file says.
    private func settings(_ settings: PublishSettings) -> PublishSettings {
        var settings = settings
        if let destination { settings.destination = Destination(destination) }
        if let keep { settings.kept = keep }
        if squash { settings.isSquashed = true }
        if !compress.isEmpty { settings.encodings = compress }
        return settings
    }

    /// Lists releases, or serves an earlier one.
    private func lookBack(_ outlet: any Outlet, at destination: Destination) throws -> ExitCode {
        guard let releases = outlet as? any Releases else {
            throw DeliveryError.keepsNoReleases("\(destination)")
        }
        if list {
            let lines = releases.releases.map { $0 == releases.current ? "\($0)  served" : "\($0)" }
            Terminal.write(lines.map { $0 + "\n" }.joined())
            return .success
        }
        let release = try releases.earlier(self.release)
        if !dryRun { try releases.serve(release) }
        Terminal.tell("\(destination): release \(release) \(dryRun ? "would be" : "is") served")
        return .success
    }

    /// Shows what is different from what readers have.
    private func show(_ published: String?) throws {
        let jobs = options.source.jobs
        do {
            let new = try SiteSnapshot(reading: output, jobs: jobs)
            guard let published else {
                Terminal.write("nothing was published before; \(new.pageCount) pages are new\n")
                return
            }
            let old = try SiteSnapshot(reading: published, jobs: jobs)
            Terminal.write(try SiteDiff(from: old, to: new).rendered(as: .text))
        } catch {
            Terminal.tell("what changes for readers cannot be told: \(error)")
        }
    }
}

extension ContentEncoding: ExpressibleByArgument {}

extension Delivered {
    fileprivate var summary: String {
        switch self {
        case .nothing: "readers have just this already"
        case .release(let release, let removed, let left):
            "release \(release) is served"
                + (removed.isEmpty ? "" : "; removed \(removed.map(\.name).joined(separator: ", "))")
                + (left.isEmpty ? "" : "; could not remove \(left.map(\.name).joined(separator: ", "))")
        case .commit(let commit): "commit \(commit) is pushed"
        }
    }
}

extension String {
    fileprivate var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
