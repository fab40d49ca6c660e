package import Building
import Synchronization

/// A folder that keeps releases:
///
///     releases/000041-…/   a whole site
///     releases/000042-…/
///     current → releases/000042-…
///
/// A web server serves `current`. A release is made beside the others and never changed; readers get all of it at once
/// when the link is replaced, and an earlier one again when it is put back.
package final class ReleaseFolder: Outlet, Releases {
    private let listing: ReleaseListing
    private let path: String
    private let settings: PublishSettings
    private let jobs: Int
    /// Keeps other processes from changing the folder as long as this lives.
    private let hold: Files.Hold?

    /// Looks at the folder, which need not be there.
    ///
    /// - Parameter isLookingOnly: others may change the folder in the meantime.
    package init(_ path: String, _ settings: PublishSettings, jobs: Int, isLookingOnly: Bool) throws {
        self.path = path
        self.settings = settings
        self.jobs = jobs
        hold = isLookingOnly || !Files.exists("\(path)/releases") ? nil : try Self.hold(path)
        listing = try ReleaseListing(path, named: path)
    }

    private static func hold(_ path: String) throws -> Files.Hold {
        guard let hold = try Files.Hold("\(path)/releases", waits: false) else {
            throw DeliveryError.isBusy(path)
        }
        return hold
    }

    package var releases: [Release] { listing.releases }
    package var current: Release? { listing.current }

    package func fetch() -> PublishedSite? { current.map { PublishedSite(folder(of: $0)) } }

    private func folder(of release: Release) -> String { "\(path)/releases/\(release)" }

    package func deliver(_ site: BuiltSite, after previous: PublishedSite?) throws -> Delivered {
        try Files.makeFolder("\(path)/releases")
        // A folder that was not there when it was looked at is held from now on.
        let late = hold == nil ? try Self.hold(path) : nil
        defer { _ = late }
        guard try ReleaseListing(path, named: path) == listing else { throw DeliveryError.wasOvertaken(path) }
        removeLeftovers()
        let unfinished = "\(path)/releases/unfinished-\(Files.process)"
        defer { Files.removeTree(unfinished) }
        let content = try Staging(
            folder: unfinished, site: site, previous: previous?.folder, encodings: settings.encodings,
            jobs: jobs
        ).fill()
        if content.digest == current?.digest, content.isThereAlready { return .nothing }
        let release = Release(number: listing.nextNumber, digest: content.digest)
        try Files.renameFolder(unfinished, to: folder(of: release))
        try serve(release)
        // From here on readers have the site; what cannot be cleared away is told and does no harm.
        let outdated = listing.outdated(keeping: settings.kept)
        let left = outdated.filter { old in
            // Under another name first: half a release is none.
            let gone = "\(path)/releases/unfinished-\(old)"
            guard (try? Files.renameFolder(folder(of: old), to: gone)) != nil else { return true }
            return !Files.removeTree(gone)
        }
        return .release(release, removed: outdated.filter { !left.contains($0) }, left: left)
    }

    /// Clears away what processes left that were cut short.
    private func removeLeftovers() {
        let releases = "\(path)/releases"
        for name in Files.folders(in: releases) where name.hasPrefix("unfinished") {
            Files.removeTree("\(releases)/\(name)")
        }
    }

    package func serve(_ release: Release) throws {
        try Files.replaceLink("\(path)/current", to: release.linkTarget)
    }
}
