package import Building

/// A destination that was looked at, to which the next site can be delivered.
package protocol Outlet {
    /// What readers have now; nil where nothing is published.
    func fetch() throws -> PublishedSite?

    /// Brings a site to its readers, as a whole or not at all.
    ///
    /// - Parameter previous: what `fetch` gave.
    func deliver(_ site: BuiltSite, after previous: PublishedSite?) throws -> Delivered
}

/// What readers have, in a folder of this machine: in its place, or as a copy that is gone when this is.
package struct PublishedSite: Sendable {
    package let folder: String
    private let copy: TemporaryFolder?

    init(_ folder: String) {
        self.folder = folder
        copy = nil
    }

    init(copiedTo copy: TemporaryFolder) {
        folder = copy.path
        self.copy = copy
    }
}

/// What came of a delivery.
package enum Delivered: Sendable, Hashable {
    /// Readers have just this already.
    case nothing
    /// A release is served. Others were removed, or should have been and are left.
    case release(Release, removed: [Release], left: [Release])
    /// A commit was pushed, in git's short form.
    case commit(String)
}

/// A place that keeps releases, and serves one of them.
package protocol Releases {
    /// All that are whole, in order.
    var releases: [Release] { get }
    /// The one that is served; nil where there is none.
    var current: Release? { get }

    /// Serves another release.
    func serve(_ release: Release) throws
}

extension Releases {
    /// The release of a name; without a name the one before the one that is served.
    package func earlier(_ name: String?) throws(DeliveryError) -> Release {
        if let name {
            guard let release = releases.first(where: { $0.name == name || Int(name) == $0.number }) else {
                throw .noRelease(name, in: releases)
            }
            return release
        }
        guard let current, let before = releases.last(where: { $0 < current }) else {
            throw .noneBefore(current)
        }
        return before
    }
}

extension Destination {
    /// Refuses a folder for releases that is in the one of the notes or of the site, or is one of them: releases would become
    /// notes, or parts of the site. And a site that would be built into what is served.
    package func refuseOverlap(content: String, output: String) throws(DeliveryError) {
        guard case .folder(let path) = self else { return }
        let place = Self.place(of: path)
        for folder in [content, output] where Self.isSame(place, orIn: Self.place(of: folder)) {
            throw .overlap(path, with: folder)
        }
        for folder in ["\(place)/releases", "\(place)/current"]
        where Self.isSame(Self.place(of: output), orIn: Self.place(of: folder)) {
            throw .overlap(output, with: path)
        }
    }

    private static func isSame(_ path: String, orIn folder: String) -> Bool {
        path == folder || path.hasPrefix(folder + "/")
    }

    /// Where a path leads; what is not there yet will be in the nearest folder that is.
    private static func place(of path: String) -> String {
        var (there, rest) = (path, "")
        while !there.isEmpty, Files.resolved(there) == nil {
            let slash = there.utf8.lastIndex(of: UInt8(ascii: "/"))
            rest = (slash.map { String(there[$0...]) } ?? "/" + there) + rest
            there = slash.map { String(there[..<$0]) } ?? ""
        }
        let isAbsolute = path.utf8.first == UInt8(ascii: "/")
        return (there.isEmpty ? isAbsolute ? "" : Files.resolved(".") ?? "" : Files.resolved(there) ?? "")
            + rest
    }

    /// Looks at the destination.
    ///
    /// - Parameters:
    ///   - settings: how releases are made.
    ///   - output: the folder that the site is built in: what it has need not be fetched.
    ///   - content: the folder with the notes. Names of repositories are looked up in the repository that it is in.
    ///   - isLookingOnly: nothing is to be changed there.
    package func open(
        _ settings: PublishSettings, output: String, content: String, jobs: Int, isLookingOnly: Bool = false
    ) throws -> any Outlet {
        switch self {
        case .folder(let path):
            try ReleaseFolder(path, settings, jobs: jobs, isLookingOnly: isLookingOnly)
        case .remoteFolder(let target):
            try RemoteReleaseFolder(target, settings, output: output, jobs: jobs)
        case .branch(let branch, let repository):
            try Branch(
                branch, of: repository, content: content, isSquashed: settings.isSquashed, jobs: jobs)
        }
    }
}
