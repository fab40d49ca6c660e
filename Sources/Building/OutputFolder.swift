package import Linking
import Synchronization

/// The folder that a site is published to.
package struct OutputFolder: Sendable {
    /// As the user gave it, without a slash at the end.
    package let path: String

    package init(_ path: String) {
        var path = path
        while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
        self.path = path
    }

    /// Why nothing, or not everything, was published.
    package enum PublishError: EnvironmentError {
        /// The folder holds files of others where pages belong.
        case foreignFiles([OutputPath], folder: String)
        /// The folder is the content folder, or holds it.
        case holdsContent(content: String, folder: String)
        case file(FileError)

        package var description: String {
            switch self {
            case .foreignFiles(let paths, let folder):
                let shown = paths.prefix(3).map { "\(folder)/\($0)" }.joined(separator: ", ")
                let more = paths.count > 3 ? " and \(paths.count - 3) more" : ""
                return
                    "\(shown)\(more) would be written over, and Waymark did not write \(paths.count == 1 ? "it" : "them"); "
                    + "move \(paths.count == 1 ? "it" : "them") away or choose another --output"
            case .holdsContent(let content, let folder):
                return
                    "the site cannot be written to \(folder), which holds the notes of \(content); choose another --output"
            case .file(let error): return "\(error)"
            }
        }
    }

    /// Keeps other processes of Waymark out of the folder, which is made where it is missing; waits for one that is at work.
    package func hold() throws(FileError) -> Files.Hold? {
        try Files.makeFolder(path)
        return try Files.Hold(path, waits: true)
    }

    /// Brings the folder in line with `files`.
    ///
    /// A file is written only where its bytes differ, under a temporary name that is then renamed, so a reader never
    /// sees half of one; only a folder that was empty, which nobody reads, is written to as it is. What an earlier build
    /// wrote and this one does not is removed; anything else stays.
    ///
    /// - Parameters:
    ///   - paths: where the files go, in order, none twice.
    ///   - render: gives the bytes of the file at an index. Called from several threads.
    package func publish(
        _ paths: [OutputPath], jobs: Int, _ render: @Sendable (Int) throws(FileError) -> [UInt8]
    ) throws(PublishError) -> Changes {
        do {
            return try bring(paths, jobs: jobs, render)
        } catch let error as PublishError {
            throw error
        } catch let error as FileError {
            throw .file(error)
        } catch {
            // There is no third kind of error; the compiler cannot know.
            throw .file(FileError("publish to", self.path))
        }
    }

    private func file(_ path: OutputPath) -> String { "\(self.path)/\(path)" }

    private var temporaryFolder: String { "\(path)/_waymark/tmp" }

    /// Each worker of each process has a file of its own.
    private func temporaryFile(_ worker: Int) -> String { "\(temporaryFolder)/\(Files.process)-\(worker)" }

    private func bring(
        _ paths: [OutputPath], jobs: Int, _ render: @Sendable (Int) throws(FileError) -> [UInt8]
    ) throws -> Changes {
        // In a folder that is not there, or has nothing in it, nothing needs to be looked for.
        let isNew = try !Files.exists(self.path) || Files.entries(of: self.path).isEmpty
        let old = Manifest(of: self.path)
        let new = Manifest(Set(paths))
        try Files.makeFolder(temporaryFolder)
        defer { removeTemporaryFolder(jobs) }
        // Listed before they are written: a build that is cut short leaves nothing that the next one does not know.
        // What stands there already and is not ours is not listed until it has proved to be what we would write.
        let removed = old.files.subtracting(new.files).sorted()
        let isInTheWay = try removeWhatIsInTheWay(removed, of: new)
        let free = isNew ? new.files : new.files.subtracting(old.files).filter { !Files.exists(file($0)) }
        let both = isNew ? new : Manifest(old.files.union(free))
        if both != old { try replace(Manifest.path, with: both.bytes, worker: 0) }

        let outcome = Mutex(Outcome())
        Concurrency.perform(paths.count, jobs: jobs) { index, worker in
            let path = paths[index]
            do {
                let bytes = try render(index)
                let state =
                    try isNew
                    ? create(path, with: bytes, worker: worker)
                    : write(bytes, to: path, isOurs: old.files.contains(path), worker: worker)
                outcome.withLock { $0.add(index, state) }
            } catch {
                outcome.withLock { $0.failure = $0.failure ?? error as? FileError }
            }
        }
        let result = outcome.withLock { $0 }
        if let failure = result.failure { throw failure }
        if !result.foreign.isEmpty {
            throw PublishError.foreignFiles(result.foreign.sorted().map { paths[$0] }, folder: self.path)
        }
        for path in removed where !isInTheWay.contains(path) { try remove(path) }
        if both != new { try replace(Manifest.path, with: new.bytes, worker: 0) }
        return Changes(
            written: result.written.sorted().map { paths[$0] }, unchanged: result.unchanged, removed: removed)
    }

    /// Removes the stale files that stand where a new file needs a folder, or the other way round; all others wait until
    /// the new ones are there.
    private func removeWhatIsInTheWay(_ stale: [OutputPath], of new: Manifest) throws(FileError) -> Set<
        OutputPath
    > {
        guard !stale.isEmpty else { return [] }
        var folders: Set<OutputPath> = []
        for path in new.files { folders.formUnion(path.folders) }
        let found = Set(
            stale.filter { folders.contains($0) || $0.folders.contains(where: new.files.contains) })
        for path in found { try remove(path) }
        return found
    }

    /// What became of the files so far, by their indices.
    private struct Outcome: Sendable {
        var written: [Int] = []
        var foreign: [Int] = []
        var unchanged = 0
        var failure: FileError?

        mutating func add(_ index: Int, _ state: State) {
            switch state {
            case .written: written.append(index)
            case .unchanged: unchanged += 1
            case .foreign: foreign.append(index)
            }
        }
    }

    private enum State { case written, unchanged, foreign }

    private func write(_ bytes: [UInt8], to path: OutputPath, isOurs: Bool, worker: Int) throws(FileError)
        -> State
    {
        let target = file(path)
        if try Files.holds(bytes, at: target) { return .unchanged }
        if !isOurs, Files.exists(target) { return .foreign }
        try replace(path, with: bytes, worker: worker)
        return .written
    }

    /// Writes a file of a folder that was empty. Nobody reads yet what was not there, so nothing has to take its place at once.
    private func create(_ path: OutputPath, with bytes: [UInt8], worker: Int) throws(FileError) -> State {
        do {
            try Files.write(bytes, toNew: file(path))
        } catch {
            // Two paths are one file where a file system holds their names equal: the last one stays, as in every later build.
            guard error.isTaken else { throw error }
            try replace(path, with: bytes, worker: worker)
        }
        return .written
    }

    private func replace(_ path: OutputPath, with bytes: [UInt8], worker: Int) throws(FileError) {
        let temporary = temporaryFile(worker)
        try Files.write(bytes, to: temporary)
        try Files.move(temporary, to: file(path))
    }

    private func removeTemporaryFolder(_ jobs: Int) {
        for worker in 0..<max(1, jobs) { try? Files.remove(temporaryFile(worker)) }
        Files.removeFolderIfEmpty(temporaryFolder)
    }

    /// Removes a file and the folders that are empty without it.
    private func remove(_ path: OutputPath) throws(FileError) {
        try Files.remove(file(path))
        var components = path.string.split(separator: "/").dropLast()
        while !components.isEmpty,
            Files.removeFolderIfEmpty("\(self.path)/\(components.joined(separator: "/"))")
        {
            components.removeLast()
        }
    }
}
