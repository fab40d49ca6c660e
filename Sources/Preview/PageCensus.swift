import Linking
import Pages
import Synchronization

/// Counts the pages that rebuilds change, by holding every page's model against the one before.
///
/// Nothing waits for the number, so it is worked out when there is nothing else to do, and not at all when the next rebuild
/// comes first.
struct PageCensus {
    private var fingerprints: [OutputPath: Int]?

    /// How many pages differ from those of the last edition that was counted, the new ones and the removed ones among them.
    ///
    /// - Parameter isCancelled: whether nobody wants to know any more.
    /// - Returns: nil where there is nothing to compare with, or the count was cancelled.
    mutating func count(_ edition: Edition, isCancelled: () -> Bool) -> Int? {
        guard edition.failure == nil, let site = edition.site else { return nil }
        var found: [OutputPath: Int] = [:]
        for (path, model) in site.pages {
            if isCancelled() { return nil }
            found[path] = model().hashValue
        }
        defer { fingerprints = found }
        guard let old = fingerprints else { return nil }
        let changed = found.lazy.filter { old[$0.key] != $0.value }.count
        return changed + old.keys.lazy.filter { found[$0] == nil }.count
    }
}

/// The number of the latest edition, be it still in the making, for those who work on one that may be old by now.
final class LatestEdition: Sendable {
    private let number = Atomic<Int>(0)

    func set(_ number: Int) { self.number.store(number, ordering: .relaxed) }

    func isBehind(_ number: Int) -> Bool { self.number.load(ordering: .relaxed) > number }
}
