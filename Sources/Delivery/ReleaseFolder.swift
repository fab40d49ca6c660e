package import Building

/// A folder that keeps releases:
///
///     releases/000041-…/   a whole site
///     releases/000042-…/
///     current → releases/000042-…
///
/// A web server serves `current`. A release is made beside the others and never changed; readers get all of it at once
/// when the link is replaced, and an earlier one again when it is put back.
package final class ReleaseFolder: Outlet, Releases {
    package let releases: [Release]
    package let current: Release?
    private let path: String
    private let settings: PublishSettings
    private let jobs: Int
    /// Held as long as this looks at the folder; nil where it only looks.
    private let lock: Int32?

    /// Looks at the folder, and makes it where there is none.
    ///
    /// - Parameter isLookingOnly: makes no folder, and does not wait for others.
    package init(_ path: String, _ settings: PublishSettings, jobs: Int, isLookingOnly: Bool) throws {
        self.path = path
        self.settings = settings
        self.jobs = jobs
        let releases = "\(path)/releases"
        if isLookingOnly {
            lock = nil
        } else {
            try Files.makeFolder(releases)
            guard let lock = try Files.hold("\(path)/.lock") else { throw DeliveryError.isBusy(path) }
            self.lock = lock
        }
        self.releases = Files.folders(in: releases).compactMap { Release($0) }.sorted()
        let link = "\(path)/current"
        guard Files.exists(link) else {
            current = nil
            return
        }
        guard let target = Files.target(ofLink: link) else { throw DeliveryError.noLink(link) }
        guard let release = Release(linkTarget: target), self.releases.contains(release) else {
            throw DeliveryError.foreignLink(link, target: target)
        }
        current = release
    }

    deinit { if let lock { Files.letGo(lock) } }

    package func fetch() -> PublishedSite? { current.map { PublishedSite(folder(of: $0)) } }

    private func folder(of release: Release) -> String { "\(path)/releases/\(release)" }

    package func deliver(_ site: BuiltSite, after previous: PublishedSite?) throws -> Delivered {
        // A name that no release has; what a process left that was cut short goes first.
        let unfinished = "\(path)/releases/unfinished"
        Files.removeTree(unfinished)
        defer { Files.removeTree(unfinished) }
        let staging = Staging(
            folder: unfinished, site: site, previous: previous?.folder, encodings: settings.encodings,
            jobs: jobs)
        let digest = try staging.fill()
        guard digest != current?.digest else { return .nothing }
        let release = Release(number: nextNumber, digest: digest)
        try Files.renameFolder(unfinished, to: folder(of: release))
        try serve(release)
        let removed = outdated(keeping: settings.kept)
        for release in removed {
            // Under another name first: half a release is none.
            try Files.renameFolder(folder(of: release), to: unfinished)
            Files.removeTree(unfinished)
        }
        return .release(release, removed: removed)
    }

    package func serve(_ release: Release) throws {
        try Files.replaceLink("\(path)/current", to: release.linkTarget)
    }
}

extension Release {
    /// What the link to the release that is served holds.
    var linkTarget: String { "releases/\(self)" }

    init?(linkTarget: some StringProtocol) {
        let prefix = "releases/"
        guard linkTarget.hasPrefix(prefix) else { return nil }
        self.init(linkTarget.dropFirst(prefix.count))
    }
}
