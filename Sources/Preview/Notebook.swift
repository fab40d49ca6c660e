import Building
import Diagnostics
import Notes

/// The notes of a content folder as they were read last. Reading again takes only what may have changed, and compiles only
/// what has.
struct Notebook: Sendable {
    let content: ContentFolder
    /// In path order.
    let notes: [Note]
    /// The files that are no notes and may have changed since the notebook before.
    let changedFiles: [SourcePath]
    /// The notes that are new or have other bytes than in the notebook before.
    let changedNotes: [SourcePath]
    /// The notes that the notebook before had and this one does not.
    let removedNotes: [SourcePath]
    private let options: CompileOptions
    /// The bytes of each note. Where nothing in them was to be repaired, the note has the same array.
    private let bytes: [[UInt8]]

    /// Reads the folder.
    ///
    /// - Parameters:
    ///   - previous: what was read before.
    ///   - changes: what may have changed since then.
    init(
        _ build: Build.Options, _ options: CompileOptions, after previous: Notebook?, _ changes: FileChanges
    ) throws {
        let known = previous.flatMap { $0.content.isSame(after: changes) ? $0.content : nil }
        let content = try known ?? ContentFolder(build.content, output: build.output)
        let isSame = known != nil
        let old =
            isSame
            ? content.notes.indices.map(Optional.init)
            : Self.places(of: content.notes, in: previous?.content.notes ?? [])
        let reading: [Int]
        if let previous, previous.options != options {
            reading = Array(content.notes.indices)
        } else if isSame {
            reading = content.noteIndices(in: changes)
        } else {
            reading = content.notes.indices.filter { index in
                old[index] == nil || content.mayHaveChanged(content.notes[index], changes)
            }
        }

        let read = try reading.concurrentMap(jobs: build.jobs) { index in
            Result { () throws(FileError) in
                let source = try content.source(content.notes[index])
                if let previous, let place = old[index], previous.options == options,
                    previous.bytes[place] == source.bytes
                {
                    return (source.bytes, previous.notes[place], isNew: false)
                }
                return (source.bytes, Note(compiling: source, options: options), isNew: true)
            }
        }.map { try $0.get() }

        var notes: [Note] = []
        var bytes: [[UInt8]] = []
        if isSame, let previous {
            (notes, bytes) = (previous.notes, previous.bytes)
            for (index, entry) in zip(reading, read) { (notes[index], bytes[index]) = (entry.1, entry.0) }
        } else {
            var next = 0
            for index in content.notes.indices {
                if next < reading.count, reading[next] == index {
                    notes.append(read[next].1)
                    bytes.append(read[next].0)
                    next += 1
                } else if let previous, let place = old[index] {
                    notes.append(previous.notes[place])
                    bytes.append(previous.bytes[place])
                }
            }
        }
        self.content = content
        self.notes = notes
        self.bytes = bytes
        self.options = options
        changedFiles = content.assets.filter { content.mayHaveChanged($0, changes) }.sorted()
        changedNotes = zip(reading, read).filter { $1.isNew }.map { content.notes[$0.0] }
        removedNotes = isSame ? [] : Self.missing(previous?.content.notes ?? [], from: content.notes)
    }

    /// Whether a notebook that was read after this one has nothing new for linking: the same files, and in the notes the same
    /// bytes.
    func hasSameNotes(as later: Notebook) -> Bool {
        later.changedNotes.isEmpty && later.removedNotes.isEmpty && content.assets == later.content.assets
            && content.diagnostics == later.content.diagnostics && options == later.options
    }

    /// For each path its index in another list, both in order.
    private static func places(of paths: [SourcePath], in others: [SourcePath]) -> [Int?] {
        var next = 0
        return paths.map { path in
            while next < others.count, others[next] < path { next += 1 }
            return next < others.count && others[next] == path ? next : nil
        }
    }

    private static func missing(_ old: [SourcePath], from new: [SourcePath]) -> [SourcePath] {
        zip(old, places(of: old, in: new)).filter { $1 == nil }.map(\.0)
    }
}

extension ContentFolder {
    /// Whether the folder still has the same files, so that it need not be looked through: all that may have changed are
    /// files that it has and that are still there.
    fileprivate func isSame(after changes: FileChanges) -> Bool {
        guard !changes.isEverything else { return false }
        return changes.paths.allSatisfy { path in
            guard let path = sourcePath(path) else { return path != self.path }
            let isKnown = path.isMarkdown ? index(of: path) != nil : assets.contains(path)
            return isKnown && !links.contains(path) && Files.isPlainFile(file(path))
        }
    }

    /// The notes to read again where the folder has the same files.
    fileprivate func noteIndices(in changes: FileChanges) -> [Int] {
        let changed = changes.paths.compactMap { sourcePath($0).flatMap(index(of:)) }
        return Set(changed + links.compactMap(index(of:))).sorted()
    }

    fileprivate func mayHaveChanged(_ path: SourcePath, _ changes: FileChanges) -> Bool {
        links.contains(path) || changes.includes(file(path))
    }

    /// A path below the folder; nil for any other.
    private func sourcePath(_ path: String) -> SourcePath? {
        path.hasPrefix(self.path + "/") ? SourcePath(String(path.dropFirst(self.path.utf8.count + 1))) : nil
    }

    /// The index of a note.
    private func index(of path: SourcePath) -> Int? {
        var (low, high) = (0, notes.count)
        while low < high {
            let middle = (low + high) / 2
            if notes[middle] < path { low = middle + 1 } else { high = middle }
        }
        return low < notes.count && notes[low] == path ? low : nil
    }
}
