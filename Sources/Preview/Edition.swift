import Diagnostics
import Notes

/// What is served from one rebuild to the next.
struct Edition: Sendable {
    /// Counts up with every rebuild.
    let number: Int
    /// The site of the last rebuild that did not fail; nil before the first of those.
    let site: PreviewSite?
    /// Why the last rebuild failed.
    let failure: Failure?
    /// The files, other than notes, that changed while the server ran, with the number of the edition in which they did so
    /// last.
    let changedFiles: [SourcePath: Int]

    enum Failure: Sendable {
        case configuration(Report)
        /// The environment refused something, in words.
        case environment(String)
    }

    static let none = Edition(number: 0, site: nil, failure: nil, changedFiles: [:])
}
