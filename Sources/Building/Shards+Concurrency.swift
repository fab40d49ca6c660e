package import Linking
package import Search

extension Shards {
    /// The whole index, its pieces made on up to `jobs` threads.
    package init(of site: Site, jobs: Int) {
        let catalogue = Catalogue(of: site)
        let pieces = catalogue.pieces.concurrentMap(jobs: jobs) { Piece($0, of: catalogue, in: site) }
        self.init(joining: pieces, of: catalogue, in: site)
    }
}
