package import Building
import Linking

/// A folder with releases on another machine, as `ReleaseFolder` describes it, kept by rsync alone: no other program
/// has to run over there, and a daemon without a shell will do.
///
/// rsync cannot rename. So a release counts only while its manifest is there, which is sent last and removed first. It
/// replaces a symbolic link at once (rsync 3.1, receiving side). Nothing can be held over there: who was overtaken finds
/// out, and begins again.
package struct RemoteReleaseFolder: Outlet, Releases {
    private let listing: ReleaseListing
    private let target: String
    private let settings: PublishSettings
    private let output: String
    private let jobs: Int

    /// Looks at the folder, which need not be there yet.
    ///
    /// - Parameter output: a folder of this machine; what it has need not be fetched.
    package init(_ target: String, _ settings: PublishSettings, output: String, jobs: Int) throws {
        self.target = target
        self.settings = settings
        self.output = output
        self.jobs = jobs
        listing = try Self.look(at: target)
    }

    package var releases: [Release] { listing.releases }
    package var current: Release? { listing.current }

    /// Copies what is served, without its compressed forms.
    package func fetch() throws -> PublishedSite? {
        guard let current else { return nil }
        let copy = try TemporaryFolder()
        let here = Files.resolved(output).map { ["--copy-dest=\($0)"] } ?? []
        let compressed = ContentEncoding.allCases.map { "--exclude=*\($0.suffix)" }
        try Self.rsync(
            ["--recursive", "--checksum"] + here + compressed
                + ["--", "\(target)/releases/\(current)/", copy.path])
        return PublishedSite(copiedTo: copy)
    }

    package func deliver(_ site: BuiltSite, after previous: PublishedSite?) throws -> Delivered {
        let staging = try TemporaryFolder()
        let content = try Staging(
            folder: staging.path, site: site, previous: previous?.folder, encodings: settings.encodings,
            jobs: jobs
        ).fill()
        if content.digest == current?.digest, content.isThereAlready { return .nothing }
        let release = Release(number: listing.nextNumber, digest: content.digest)
        try send(staging.path, as: release)
        guard try Self.look(at: target).current == current else { throw DeliveryError.wasOvertaken(target) }
        try serve(release)
        // Someone may have served theirs just before or just after.
        let after = try Self.look(at: target)
        guard after.current == release, !after.releases.contains(where: { $0 > release }) else {
            throw DeliveryError.wasOvertaken(target)
        }
        let outdated = listing.outdated(keeping: settings.kept)
        // One that is newer than what was served may be on its way.
        let begun = listing.unfinished.filter { begun in current.map { begun < $0 } ?? false }
        let isGone = (try? remove(outdated + begun)) != nil
        return .release(release, removed: isGone ? outdated : [], left: isGone ? [] : outdated)
    }

    package func serve(_ release: Release) throws {
        let folder = try TemporaryFolder()
        try Files.replaceLink("\(folder.path)/current", to: release.linkTarget)
        try Self.rsync(["--links", "--", "\(folder.path)/current", "\(target)/"])
    }

    /// Sends a release, its manifest last. What the release before has the same is not sent, and takes no room.
    private func send(_ folder: String, as release: Release) throws {
        let place = "\(target)/releases/\(release)/"
        let modes = ["--perms", Self.modes]
        let same = current.map { ["--link-dest=../\($0)"] } ?? []
        if current == nil { try makeFolders() }
        try Self.rsync(
            ["--recursive", "--checksum", "--exclude=/\(Manifest.path)"] + modes + same
                + ["--", "\(folder)/", place])
        try Self.rsync(modes + ["--", "\(folder)/\(Manifest.path)", "\(place)\(Manifest.folder)/"])
    }

    /// Makes the folders that are missing; those that are there stay as they are.
    private func makeFolders() throws {
        let folder = try TemporaryFolder()
        try Files.makeFolder("\(folder.path)/releases")
        try Self.rsync(["--recursive", Self.modes, "--", "\(folder.path)/", "\(target)/"])
    }

    /// Removes releases, first of all of them the manifests: half a release is none.
    private func remove(_ releases: [Release]) throws {
        guard !releases.isEmpty else { return }
        // What is missing in an empty folder is deleted over there, as far as it is included.
        let nothing = try TemporaryFolder()
        func delete(_ filters: [String]) throws {
            try Self.rsync(
                ["--recursive", "--delete"] + filters.map { "--include=/\($0)" }
                    + ["--exclude=*", "--", "\(nothing.path)/", "\(target)/releases/"])
        }
        // A folder that is included is entered where the other side has it too.
        for release in releases { try Files.makeFolder("\(nothing.path)/\(release)/\(Manifest.folder)") }
        try delete(releases.flatMap { ["\($0)/", "\($0)/\(Manifest.folder)/", "\($0)/\(Manifest.path)"] })
        Files.removeTree(nothing.path)
        try Files.makeFolder(nothing.path)
        try delete(releases.map { "\($0)/***" })
    }

    // MARK: rsync

    /// What everybody may read, in letters: numbers came with rsync 3.1 alone.
    private static let modes = "--chmod=Du=rwx,Dgo=rx,Fu=rw,Fgo=r"

    /// Copies the link and the manifests, and looks at the copy.
    private static func look(at target: String) throws -> ReleaseListing {
        let copy = try TemporaryFolder()
        let filters = [
            "/current", "/releases/", "/releases/*/", "/releases/*/\(Manifest.folder)/",
            "/releases/*/\(Manifest.path)",
        ].map { "--include=\($0)" }
        try rsync(
            ["--recursive", "--links"] + filters + ["--exclude=*", "--", "\(target)/", copy.path],
            mayBeMissing: true)
        return try ReleaseListing(copy.path, named: target)
    }

    /// - Parameter mayBeMissing: whether a folder that is not there over there is no failure.
    private static func rsync(_ arguments: [String], mayBeMissing: Bool = false) throws {
        let result = try Program.run("rsync", arguments)
        // 23: something could not be transferred.
        let isMissing =
            result.status == 23 && result.errors.contains("No such file or directory")
            && !result.errors.contains("Permission denied")
        guard result.status == 0 || (mayBeMissing && isMissing) else {
            throw DeliveryError.program("rsync", errors: result.errors)
        }
    }
}

extension Program {
    /// Runs a program to its end.
    static func run(_ name: String, _ arguments: [String]) throws -> Result {
        do throws(FileError) {
            return try Program(name, arguments).finish()
        } catch {
            guard error.isMissing else { throw error }
            throw DeliveryError.noProgram(name)
        }
    }
}
