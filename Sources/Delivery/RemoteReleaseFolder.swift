package import Building
import Linking

/// A folder with releases on another machine, as `ReleaseFolder` describes it, kept by rsync alone: no other program
/// has to run over there, and a daemon without a shell will do.
///
/// rsync cannot rename. So a release counts only when its manifest is there, which is sent last. rsync replaces a
/// symbolic link at once.
package struct RemoteReleaseFolder: Outlet, Releases {
    package let releases: [Release]
    package let current: Release?
    /// Releases that were begun and not finished.
    private let unfinished: [Release]
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
        (releases, unfinished) = try Self.releases(in: target)
        current = try Self.current(in: target, among: releases)
    }

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
        let digest = try Staging(
            folder: staging.path, site: site, previous: previous?.folder, encodings: settings.encodings,
            jobs: jobs
        ).fill()
        guard digest != current?.digest else { return .nothing }
        let release = Release(
            number: (releases + unfinished).map(\.number).max().map { $0 + 1 } ?? 1, digest: digest)
        try send(staging.path, as: release)
        // Two that published at once would hide each other's work; the later one begins again.
        guard try Self.current(in: target, among: Self.releases(in: target).whole) == current else {
            throw DeliveryError.wasOvertaken(target)
        }
        try serve(release)
        let removed = outdated(keeping: settings.kept)
        // One that is newer may still be on its way.
        try remove(removed + unfinished.filter { release in current.map { release < $0 } ?? false })
        return .release(release, removed: removed)
    }

    package func serve(_ release: Release) throws {
        let folder = try TemporaryFolder()
        try Files.replaceLink("\(folder.path)/current", to: release.linkTarget)
        try Self.rsync(["--links", "--", "\(folder.path)/current", "\(target)/"])
    }

    /// Sends a release, its manifest last. What the release before has the same is not sent, and takes no room.
    private func send(_ folder: String, as release: Release) throws {
        let place = "\(target)/releases/\(release)/"
        let modes = ["--perms", "--chmod=D755,F644"]
        let same = current.map { ["--link-dest=../\($0)"] } ?? []
        try Self.makeFolders(in: target)
        try Self.rsync(
            ["--recursive", "--checksum", "--exclude=/\(Manifest.path)"] + modes + same
                + ["--", "\(folder)/", place])
        try Self.rsync(modes + ["--", "\(folder)/\(Manifest.path)", "\(place)\(Manifest.folder)/"])
    }

    private func remove(_ releases: [Release]) throws {
        guard !releases.isEmpty else { return }
        // What is missing in an empty folder is deleted over there, as far as it is included.
        let nothing = try TemporaryFolder()
        try Self.rsync(
            ["--recursive", "--delete"] + releases.map { "--include=/\($0)/***" }
                + ["--exclude=*", "--", "\(nothing.path)/", "\(target)/releases/"])
    }

    // MARK: rsync

    private static func makeFolders(in target: String) throws {
        let folder = try TemporaryFolder()
        try Files.makeFolder("\(folder.path)/releases")
        try rsync(["--recursive", "--perms", "--chmod=D755", "--", "\(folder.path)/", "\(target)/"])
    }

    /// What is in the folder for releases, told apart by whether a release's manifest is there.
    private static func releases(in target: String) throws -> (whole: [Release], unfinished: [Release]) {
        let filters = ["/*/", "/*/\(Manifest.folder)/", "/*/\(Manifest.path)"].map { "--include=\($0)" }
        let listed = try list(["--recursive"] + filters + ["--exclude=*", "--", "\(target)/releases/"])
        var (whole, begun): (Set<Release>, Set<Release>) = ([], [])
        for (kind, name) in listed {
            let parts = name.split(separator: "/", maxSplits: 1)
            guard let first = parts.first, let release = Release(first) else { continue }
            if kind == "d" { begun.insert(release) }
            if parts.count > 1, parts[1] == Manifest.path.string { whole.insert(release) }
        }
        return (whole.sorted(), begun.subtracting(whole).sorted())
    }

    private static func current(in target: String, among releases: [Release]) throws -> Release? {
        let link = "\(target)/current"
        let listed = try list(["--links", "--include=/current", "--exclude=*", "--", "\(target)/"])
        guard let (kind, name) = listed.first(where: { $0.name.hasPrefix("current") }) else { return nil }
        guard kind == "l", let arrow = name.firstRange(of: " -> ") else { throw DeliveryError.noLink(link) }
        let leadsTo = name[arrow.upperBound...]
        guard let release = Release(linkTarget: leadsTo), releases.contains(release) else {
            throw DeliveryError.foreignLink(link, target: String(leadsTo))
        }
        return release
    }

    /// The entries of a folder, each with the letter of its kind; none where there is no such folder.
    private static func list(_ arguments: [String]) throws -> [(kind: Character, name: Substring)] {
        // 23 is that of a folder that is not there; what else it may stand for stops the delivery later.
        let output = try rsync(["--list-only"] + arguments, accepting: [23])
        return String(decoding: output, as: UTF8.self).split(separator: "\n").compactMap { line in
            // Mode, size, day, time, name.
            let parts = line.split(separator: " ", maxSplits: 4)
            guard parts.count == 5, let kind = parts[0].first else { return nil }
            return (kind, parts[4])
        }
    }

    @discardableResult
    private static func rsync(_ arguments: [String], accepting: Set<Int32> = []) throws(DeliveryError)
        -> [UInt8]
    {
        guard let result = Program("rsync", arguments)?.finish() else { throw .noProgram("rsync") }
        guard result.status == 0 || accepting.contains(result.status) else {
            throw .program("rsync", errors: result.errors)
        }
        return result.output
    }
}
