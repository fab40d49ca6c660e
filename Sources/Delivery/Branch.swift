import Building
import Linking

/// A branch of a git repository that holds a site, as GitHub Pages serves one. Each delivery is one commit upon those
/// before it.
///
/// All happens in a repository of its own, made for this and removed after it: no branch, file or hook of the author's
/// repository is touched. Its settings are read, for the names of remotes and for how to log in. What is on the branch is
/// not trusted: links are files, and nothing that it says is run.
package struct Branch: Outlet {
    private let name: String
    private let repository: String
    private let content: String
    private let checkout: TemporaryFolder
    /// The commit that is published; nil where there is no such branch.
    private let head: String?
    private let isSquashed: Bool
    private let jobs: Int

    private var reference: String { "refs/heads/\(name)" }

    /// Fetches what is on the branch.
    ///
    /// - Parameters:
    ///   - repository: a URL, a path, or a remote's name in the repository that the notes are in.
    ///   - content: the folder with the notes.
    ///   - isSquashed: leaves one commit on the branch.
    package init(
        _ name: String, of repository: String, content: String, isSquashed: Bool, jobs: Int
    ) throws {
        self.name = name
        self.repository = Files.isFolder(repository) ? Files.resolved(repository) ?? repository : repository
        self.content = content
        self.isSquashed = isSquashed
        self.jobs = jobs
        checkout = try TemporaryFolder()
        try Self.git(["init", "--quiet", checkout.path])
        let settings: GitSettings
        do {
            settings = try GitSettings(of: content)
        } catch {
            // The name of a remote means nothing elsewhere; an address does.
            guard repository.contains("/") || repository.contains(":") else { throw error }
            settings = .none
        }
        let folder = "\(checkout.path)/.git"
        try Files.replace("\(folder)/author", with: Array(settings.file.utf8))
        // Of what the branch says about its files nothing holds: they are taken as they are.
        try Files.replace(
            "\(folder)/info/attributes",
            with: Array("* -text -eol -ident -filter -working-tree-encoding\n".utf8))
        let git = Self.arguments(in: checkout)
        let reference = "refs/heads/\(name)"
        guard try Self.commit(of: reference, in: self.repository, git) != nil else {
            head = nil
            return
        }
        let fetch = ["fetch", "--quiet", "--no-tags", "--no-filter", "--depth=1"]
        try Self.git(git + fetch + ["--", self.repository, reference])
        head = try Self.git(git + ["rev-parse", "FETCH_HEAD"])
        try Self.git(git + ["checkout", "--quiet", "--detach", "FETCH_HEAD"])
    }

    package func fetch() -> PublishedSite? {
        Files.exists("\(checkout.path)/\(Manifest.path)") ? PublishedSite(copiedTo: checkout) : nil
    }

    package func deliver(_ site: BuiltSite, after previous: PublishedSite?) throws -> Delivered {
        let hasHistory = try head.map { try git(["cat-file", "commit", $0]).contains("\nparent ") } ?? false
        if try isThereAlready(site), !(isSquashed && hasHistory) { return .nothing }
        try lay(site)
        try git(["add", "--all", "--force"])
        let tree = try git(["write-tree"])
        let parent = isSquashed ? nil : head
        let commit = try git(
            identity + ["commit-tree", tree, "-m", message] + (parent.map { ["-p", $0] } ?? []))
        // Rewritten only where it is still what was fetched.
        let lease = isSquashed ? ["--force-with-lease=\(reference):\(head ?? "")"] : []
        do {
            try git(["push", "--quiet"] + lease + ["--", repository, "\(commit):\(reference)"])
        } catch {
            switch try Self.commit(of: reference, in: repository, Self.arguments(in: checkout)) {
            case commit: break
            case head: throw error
            default: throw DeliveryError.wasOvertaken("\(name) of \(repository)")
            }
        }
        return .commit(String(commit.prefix(10)))
    }

    /// Whether the branch has every file of the site just as it is, and none that the site has no more.
    private func isThereAlready(_ site: BuiltSite) throws -> Bool {
        let manifest = Manifest(of: checkout.path)
        guard manifest.files.union([Manifest.path]) == Set(site.files) else { return false }
        return try site.files.allSatisfy { file in
            try Files.holds(try site.read(file), at: "\(checkout.path)/\(file)")
        }
    }

    /// Brings the files in line with a site. What others have on the branch stays, as a `CNAME`.
    private func lay(_ site: BuiltSite) throws {
        let folder = checkout.path
        let kept = site.filesStillAskedFor(in: folder)
        let old = Manifest(of: folder)
        // What was kept for the site before this one is in no list.
        for file in try Files.tree("\(folder)/\(Manifest.folder)").map({
            OutputPath("\(Manifest.folder)/\($0)")
        })
        where !old.files.contains(file) && file != Manifest.path {
            try Files.remove("\(folder)/\(file)")
        }
        let own = site.files.filter { $0 != Manifest.path }
        do throws(OutputFolder.PublishError) {
            _ = try OutputFolder(folder).publish(own, jobs: jobs) { index throws(FileError) in
                try site.read(own[index])
            }
        } catch {
            guard case .foreignFiles(let paths, _) = error else { throw error }
            throw DeliveryError.foreignFiles(paths, branch: name)
        }
        if !kept.isEmpty { try git(["checkout", "--quiet", "HEAD", "--"] + kept.map(\.string)) }
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

    /// Where git works, and the author's settings without those that would run a program or touch a file.
    private static func arguments(in checkout: TemporaryFolder) -> [String] {
        ["-C", checkout.path]
            + [
                "include.path=\(checkout.path)/.git/author", "core.hooksPath=/dev/null",
                "core.fsmonitor=false", "core.autocrlf=false", "core.bare=false", "core.symlinks=false",
            ].flatMap { ["-c", $0] }
    }

    /// The commit that a branch of another repository is at; nil where there is no such branch.
    private static func commit(
        of reference: String, in repository: String, _ arguments: [String]
    ) throws -> String? {
        try git(arguments + ["ls-remote", "--", repository, reference])
            .split(separator: "\t").first.map(String.init)
    }

    @discardableResult
    private func git(_ arguments: [String]) throws -> String {
        try Self.git(Self.arguments(in: checkout) + arguments)
    }

    /// Runs git.
    ///
    /// - Returns: what it printed, without the white space at the end.
    @discardableResult
    static func git(_ arguments: [String]) throws -> String {
        let result = try Program.run("git", arguments)
        guard result.status == 0 else { throw DeliveryError.program("git", errors: result.errors) }
        var output = String(decoding: result.output, as: UTF8.self)
        while output.last?.isWhitespace == true { output.removeLast() }
        return output
    }
}
