import Building
import Diagnostics
import Linking
import Localisation
import Notes
import Pages

/// Brings the site in line with the disk, one rebuild at a time.
///
/// Rebuilding does not suspend the actor. So whoever asks meanwhile waits until it is done, and what changes meanwhile is
/// still with the watcher for the next one: no request sees a stale page, and no edit is lost.
actor Rebuilder {
    private let build: Build
    private let watcher: any FileWatcher
    private let latest: LatestEdition
    private let report: @Sendable (Rebuild) -> Void
    private var edition = Edition.none
    private var notebook: Notebook?
    /// What has not been read yet; what a rebuild failed with stays for the next.
    private var changes = FileChanges.everything
    private var listeners: [Int: AsyncStream<Edition>.Continuation] = [:]
    private var nextListener = 0

    /// - Parameters:
    ///   - latest: is told of every rebuild when it begins.
    ///   - report: is told of every rebuild when it has ended, after those who listen.
    init(
        _ build: Build, watcher: any FileWatcher, latest: LatestEdition = LatestEdition(),
        report: @escaping @Sendable (Rebuild) -> Void = { _ in }
    ) {
        self.build = build
        self.watcher = watcher
        self.latest = latest
        self.report = report
    }

    /// The site with all that was saved before the call.
    func current() -> Edition {
        let new = watcher.changes()
        if !new.isEmpty || edition.number == 0 {
            changes.merge(new)
            rebuild()
        }
        return edition
    }

    /// Lets all who listen have the edition again, so that those who are gone are found out.
    func pulse() {
        for listener in listeners.values { listener.yield(edition) }
    }

    /// Every edition from now on, of which a slow listener gets only the latest.
    func editions() -> AsyncStream<Edition> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Edition.self, bufferingPolicy: .bufferingNewest(1))
        let number = nextListener
        nextListener += 1
        listeners[number] = continuation
        continuation.onTermination = { [weak self] _ in
            Task { [weak self] in await self?.forget(number) }
        }
        return stream
    }

    private func forget(_ listener: Int) { listeners[listener] = nil }

    private func rebuild() {
        let clock = ContinuousClock()
        let start = clock.now
        let before = edition
        latest.set(before.number + 1)
        do {
            try update()
            changes = FileChanges()
        } catch let error as ConfigurationError {
            fail(.configuration(error.report))
        } catch {
            fail(.environment("\(error)"))
        }
        guard edition.number != before.number else { return }
        for listener in listeners.values { listener.yield(edition) }
        report(
            Rebuild(
                before: before, after: edition, notebook: edition.failure == nil ? notebook : nil,
                duration: clock.now - start))
    }

    private func update() throws {
        let file = try build.readConfigurationFile()
        // Before they are read, so that no change of theirs is missed, and where one is not there, its coming.
        watcher.watch(settings: build.options.settingsPaths(with: file.logos))
        let configuration = try build.readConfiguration(of: file)
        let notebook = try read(CompileOptions(html: configuration.html, wording: configuration.wording))
        let isSame =
            self.notebook?.hasSameNotes(as: notebook) ?? false
            && configuration == edition.site?.linked.site.configuration
        if isSame, notebook.changedFiles.isEmpty, edition.failure == nil {
            self.notebook = notebook
            return
        }
        let site = isSame ? edition.site : try site(of: notebook, configuration)
        let number = edition.number + 1
        var changedFiles = edition.changedFiles
        if self.notebook != nil { for path in notebook.changedFiles { changedFiles[path] = number } }
        edition = Edition(number: number, site: site, failure: nil, changedFiles: changedFiles)
        // Not before: the notebook is that of the edition's site, which a failure leaves as it is.
        self.notebook = notebook
    }

    private func site(of notebook: Notebook, _ configuration: Configuration) throws -> PreviewSite {
        let linked = Linked(
            notebook.notes, of: notebook.content, configuration, for: build.options.audience,
            partials: build.options.partialsPath, configurationPath: build.options.configurationPath,
            after: edition.site?.linked)
        try build.refuseBrokenRedirects(of: linked.site)
        return PreviewSite(linked, after: edition.site)
    }

    /// Reads what has changed. A file that is gone between listing and reading has changed once more.
    private func read(_ options: CompileOptions) throws -> Notebook {
        var attempts = 0
        while true {
            do {
                return try Notebook(build.options, options, after: notebook, changes)
            } catch let error as FileError where error.isMissing && attempts < 5 {
                attempts += 1
                changes.merge(watcher.changes())
                changes.merge(.everything)
            }
        }
    }

    private func fail(_ failure: Edition.Failure) {
        edition = Edition(
            number: edition.number + 1, site: edition.site, failure: failure,
            changedFiles: edition.changedFiles)
    }
}

/// What a rebuild did.
struct Rebuild: Sendable {
    let before: Edition
    let after: Edition
    /// What was read; nil where nothing could be.
    let notebook: Notebook?
    let duration: Duration
}
