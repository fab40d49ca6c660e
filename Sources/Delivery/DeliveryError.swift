import Building
package import Linking

/// Why a site did not reach its destination. What was published stays as it is.
package enum DeliveryError: EnvironmentError {
    /// The destination is in the folder of the notes, or in that of the site.
    case overlap(String, with: String)
    /// Where the link to what is served belongs stands something else.
    case noLink(String)
    /// The link leads to no release.
    case foreignLink(String, target: String)
    /// The link leads to a release that is not there, or not to be seen.
    case lostRelease(Release, of: String)
    /// Others have files on a branch where the site has its own.
    case foreignFiles([OutputPath], branch: String)
    /// Another process publishes to the same folder.
    case isBusy(String)
    /// Someone else has published since this one began.
    case wasOvertaken(String)
    /// There is no such release.
    case noRelease(String, in: [Release])
    /// There is no release before the one that is served.
    case noneBefore(Release?)
    /// Only folders keep releases.
    case keepsNoReleases(String)
    case noProgram(String)
    /// A program failed, and said why.
    case program(String, errors: String)

    package var description: String {
        switch self {
        case .overlap(let path, let folder): "\(path) is in \(folder); publish to a folder elsewhere"
        case .noLink(let path):
            "\(path) is no symbolic link, as Waymark makes it; move it away, or publish to another folder"
        case .foreignLink(let path, let target):
            "\(path) leads to \(target), which is no release; remove the link, or publish to another folder"
        case .lostRelease(let release, let place):
            "the release \(release), which \(place) serves, is not there or cannot be read"
        case .foreignFiles(let paths, let branch):
            "\(paths.prefix(3).map(\.string).joined(separator: ", "))\(paths.count > 3 ? " and \(paths.count - 3) more" : "") "
                + "on the branch \(branch) would be written over, and Waymark did not write them; remove them there, or choose "
                + "another branch"
        case .isBusy(let folder):
            "another process is publishing to \(folder); publish again when it has ended"
        case .wasOvertaken(let place):
            "someone else has published to \(place) in the meantime; publish again to go on from there"
        case .noRelease(let name, let releases):
            "there is no release \(name); "
                + (releases.isEmpty
                    ? "there is none at all" : "there are \(releases.map(\.name).joined(separator: ", "))")
        case .noneBefore(nil): "nothing is published yet"
        case .noneBefore(let current?): "there is no release before \(current)"
        case .keepsNoReleases(let place):
            "\(place) keeps no releases; git goes back by a commit: `git revert` on the branch, and push it"
        case .noProgram(let name): "the program \(name) cannot be started; install it"
        case .program(let name, let errors):
            "\(name) failed: \(errors.isEmpty ? "it did not say why" : errors)"
        }
    }
}
