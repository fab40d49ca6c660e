import Building
import Linking

/// A branch of a git repository that holds a site, as GitHub Pages serves one. Each delivery is one commit upon those
/// before it.
///
/// All happens in a repository of its own, made for this and removed after it: no branch, file or hook of the author's
/// repository is touched. Its settings are read, for the names of remotes and for how to log in.
package struct Branch: Outlet {
    private let reference: String
    private let repository: String
    private let content: String
    private let checkout: TemporaryFolder
    private let settings: [String]
    /// The commit that is published; nil where there is no such branch.
    private let head: String?
    private let isSquashed: Bool
    private let jobs: Int

    /// Fetches what is on the branch.
    ///
    /// - Parameters:
    ///   - repository: a URL, a path, or a remote's name in the repository that the notes are in.
    ///   - content: the folder with the notes.
    ///   - isSquashed: leaves one commit on the branch.
    package init(
        _ branch: String, of repository: String, content: String, isSquashed: Bool, jobs: Int
    ) throws {
        reference = "refs/heads/\(branch)"
        self.repository = Files.isFolder(repository) ? Files.resolved(repository) ?? repository : repository
        self.content = content
        self.isSquashed = isSquashed
        self.jobs = jobs
        checkout = try TemporaryFolder()
        let author = try? Self.git(
            ["-C", content, "rev-parse", "--path-format=absolute", "--git-common-dir"])
        settings  // No program of the author's settings runs, and files are taken as they are.
        =
            ((author.map { ["include.path=\($0)/config"] } ?? []) + [
                "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.autocrlf=false", "core.bare=false",
            ]).flatMap { ["-c", $0] }
        let git = ["-C", checkout.path] + settings
        try Self.git(["init", "--quiet", checkout.path])
        head = try Self.head(of: reference, in: self.repository, git: git)
        guard head != nil else { return }
        try Self.git(
            git + [
                "fetch", "--quiet", "--no-tags", "--no-filter", "--depth=1", "--", self.repository, reference,
            ])
        try Self.git(git + ["checkout", "--quiet", "--detach", "FETCH_HEAD"])
    }

    package func fetch() -> PublishedSite? {
        Files.exists("\(checkout.path)/\(Manifest.path)") ? PublishedSite(copiedTo: checkout) : nil
    }

    package func deliver(_ site: BuiltSite, after previous: PublishedSite?) throws -> Delivered {
        try lay(site)
        try git(["add", "--all", "--force"])
        let tree = try git(["write-tree"])
        if let head, try git(["rev-parse", "\(head)^{tree}"]) == tree { return .nothing }
        let parent = isSquashed ? nil : head
        let commit = try git(
            identity + ["commit-tree", tree, "-m", message] + (parent.map { ["-p", $0] } ?? []))
        // Rewritten only where it is still what was fetched.
        let lease = isSquashed ? ["--force-with-lease=\(reference):\(head ?? "")"] : []
        do throws(DeliveryError) {
            try git(["push", "--quiet"] + lease + ["--", repository, "\(commit):\(reference)"])
        } catch {
            guard try Self.head(of: reference, in: repository, git: ["-C", checkout.path] + settings) != head
            else { throw error }
            throw DeliveryError.wasOvertaken("\(reference) of \(repository)")
        }
        return .commit(String(commit.prefix(10)))
    }

    /// Brings the files in line with a site. What others have on the branch stays, as a `CNAME`.
    private func lay(_ site: BuiltSite) throws {
        let folder = checkout.path
        let kept = site.filesStillAskedFor(in: folder)
        let old = Manifest((try? Files.read("\(folder)/\(Manifest.path)")) ?? [])
        // What was kept for the site before this one is in no list.
        for file in try Files.tree("\(folder)/\(Manifest.folder)").map({
            OutputPath("\(Manifest.folder)/\($0)")
        })
        where !old.files.contains(file) && file != Manifest.path {
            try Files.remove("\(folder)/\(file)")
        }
        let own = site.files.filter { $0 != Manifest.path }
        _ = try OutputFolder(folder).publish(own, jobs: jobs) { index throws(FileError) in
            try site.read(own[index])
        }
        for file in kept { try git(["checkout", "--quiet", "HEAD", "--", file.string]) }
        // GitHub Pages leaves out what begins with an underscore, unless it finds this file.
        if !Files.exists("\(folder)/.nojekyll") { try Files.replace("\(folder)/.nojekyll", with: []) }
    }

    /// What the notes were made of: the latest commit of their repository.
    private var message: String {
        let source = try? Self.git(["-C", content, "log", "-1", "--format=%h %s"])
        return source.map { "Publish \($0)" } ?? "Publish"
    }

    /// Who commits, where git does not know: on a build machine often nobody does.
    private var identity: [String] {
        if (try? git(["var", "GIT_COMMITTER_IDENT"])) != nil { return [] }
        // A name that no mail reaches (RFC 6761, section 6.4).
        return ["-c", "user.name=Waymark", "-c", "user.email=waymark@localhost.invalid"]
    }

    // MARK: git

    /// The commit that a branch of another repository is at; nil where there is no such branch.
    private static func head(
        of reference: String, in repository: String, git arguments: [String]
    ) throws(DeliveryError) -> String? {
        try git(arguments + ["ls-remote", "--", repository, reference])
            .split(separator: "\t").first.map(String.init)
    }

    @discardableResult
    private func git(_ arguments: [String]) throws(DeliveryError) -> String {
        try Self.git(["-C", checkout.path] + settings + arguments)
    }

    /// Runs git.
    ///
    /// - Returns: what it printed, without the white space at the end.
    @discardableResult
    private static func git(_ arguments: [String]) throws(DeliveryError) -> String {
        guard let result = Program("git", arguments)?.finish() else { throw .noProgram("git") }
        guard result.status == 0 else { throw .program("git", errors: result.errors) }
        var output = String(decoding: result.output, as: UTF8.self)
        while output.last?.isWhitespace == true { output.removeLast() }
        return output
    }
}
