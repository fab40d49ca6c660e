import Building
import Linking
import Pages
import Search
import Synchronization

/// The search index of a site, made when somebody searches: it takes all notes, and most edits are seen without it.
final class SearchShelf: Sendable {
    private let site: Site
    private let index = Mutex<Index?>(nil)

    init(_ site: Site) { self.site = site }

    private struct Index: Sendable {
        let shards: Shards
        let places: [OutputPath: Int]

        init(_ site: Site) {
            let shards = Shards(of: site, jobs: Concurrency.defaultJobs)
            self.shards = shards
            places = Dictionary(
                (0..<shards.count).map { (shards.route($0).outputPath, $0) },
                uniquingKeysWith: { first, _ in first })
        }
    }

    private static let folder = String(Shards.folder.dropFirst())

    /// The file of the index at a path; nil for any other path.
    func file(at path: OutputPath) -> SearchFile? {
        guard path.string.hasPrefix(Self.folder) else { return nil }
        let made = made
        return made.places[path].map { SearchFile($0, of: made.shards, in: site) }
    }

    var paths: [OutputPath] { made.places.keys.sorted() }

    /// Whoever asks while it is being made waits for it.
    private var made: Index {
        index.withLock { index in
            if let index { return index }
            let made = Index(site)
            index = made
            return made
        }
    }
}
