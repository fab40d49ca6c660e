import Building

/// What is in a folder that keeps releases, looked at in its place or in a copy.
struct ReleaseListing: Sendable, Equatable {
    /// Those that are whole, in order.
    let releases: [Release]
    /// Those that were begun and not finished, or whose removal was.
    let unfinished: [Release]
    /// The one that is served; nil where there is none.
    let current: Release?

    /// - Parameters:
    ///   - path: the folder; there need not be one.
    ///   - name: what it is called in messages.
    init(_ path: String, named name: String) throws {
        let folder = "\(path)/releases"
        var (whole, unfinished): ([Release], [Release]) = ([], [])
        for entry in Files.exists(folder) ? try Files.entries(of: folder) : [] {
            guard case .folder(let entry) = entry, let release = Release(entry) else { continue }
            // The manifest comes last and goes first.
            if Files.isPlainFile("\(folder)/\(release)/\(Manifest.path)") {
                whole.append(release)
            } else {
                unfinished.append(release)
            }
        }
        releases = whole.sorted()
        self.unfinished = unfinished.sorted()
        let link = "\(path)/current"
        guard Files.exists(link) else {
            current = nil
            return
        }
        guard let target = Files.target(ofLink: link) else { throw DeliveryError.noLink("\(name)/current") }
        guard let release = Release(linkTarget: target) else {
            throw DeliveryError.foreignLink("\(name)/current", target: target)
        }
        guard releases.contains(release) else { throw DeliveryError.lostRelease(release, of: name) }
        current = release
    }

    /// A number greater than those of all that are there.
    var nextNumber: Int { ((releases + unfinished).map(\.number).max() ?? 0) + 1 }

    /// Those that go when a new one is served, so that `count` stay: the oldest, but not the one that was served till now;
    /// and those that readers were taken back from, which are newer.
    func outdated(keeping count: Int) -> [Release] {
        guard let current else { return releases }
        let old = releases.filter { $0 < current }
        return old.dropLast(max(0, count - 2)) + releases.filter { $0 > current }
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
