import Building
import Linking
import Synchronization
import Writers

/// The making of a release: a folder with all files of a site, those of the release before that are the same being the
/// very same files, so that they take no room and keep their dates.
struct Staging: Sendable {
    /// An empty folder, or none yet.
    let folder: String
    let site: BuiltSite
    /// The folder of the release before; nil where there is none.
    let previous: String?
    let encodings: [ContentEncoding]
    let jobs: Int

    /// What the folder was filled with.
    struct Content {
        /// The hash of all of the site, and of which compressed forms it has.
        let digest: String
        /// Whether the release before has every file of the site, just as it is.
        let isThereAlready: Bool
    }

    /// Fills the folder.
    func fill() throws(FileError) -> Content {
        let kept = previous.map { site.filesStillAskedFor(in: $0) } ?? []
        try Files.makeFolder(folder)
        for path in Set((site.files + kept).compactMap(\.folders.first)).sorted() {
            try Files.makeFolder("\(folder)/\(path)")
        }
        let own = Set(site.files)
        let failure = Mutex<FileError?>(nil)
        let added = site.files.concurrentMap(jobs: jobs) { file -> Added? in
            do throws(FileError) {
                return try add(file, beside: own)
            } catch {
                failure.withLock { $0 = $0 ?? error }
                return nil
            }
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
        for file in kept { try keep(file) }
        var text = encodings.map(\.rawValue).sorted().joined(separator: " ")
        for (file, added) in zip(site.files, added) { text += "\n\(added?.hash ?? "") \(file)" }
        return Content(
            digest: String(ContentHash.hexadecimal(of: text.utf8).prefix(Release.digestLength)),
            isThereAlready: added.allSatisfy { $0?.isSame ?? false })
    }

    private struct Added {
        let hash: String
        let isSame: Bool
    }

    /// Adds a file of the site, with its compressed forms.
    ///
    /// - Parameter own: all files of the site. One that is named as a compressed form is none.
    private func add(_ file: OutputPath, beside own: Set<OutputPath>) throws(FileError) -> Added {
        let bytes = try site.read(file)
        let target = "\(folder)/\(file)"
        let same = previous.map { "\($0)/\(file)" }
        let isSame = try same.map { path throws(FileError) in try Files.holds(bytes, at: path) } ?? false
        if let same, isSame {
            try Files.linkOrCopy(same, to: target)
        } else {
            try Files.write(bytes, toNew: target)
        }
        let added = Added(hash: ContentHash.hexadecimal(of: bytes), isSame: isSame)
        guard ContentEncoding.pays(for: file.string, size: bytes.count) else { return added }
        for encoding in encodings where !own.contains(OutputPath(file.string + encoding.suffix)) {
            if let same, isSame, Files.isPlainFile(same + encoding.suffix) {
                try Files.linkOrCopy(same + encoding.suffix, to: target + encoding.suffix)
            } else if let compressed = encoding.compressed(bytes) {
                try Files.write(compressed, toNew: target + encoding.suffix)
            }
        }
        return added
    }

    /// Keeps a file of the release before, with the compressed forms that it has.
    private func keep(_ file: OutputPath) throws(FileError) {
        guard let previous else { return }
        for suffix in [""] + ContentEncoding.allCases.map(\.suffix) {
            let source = "\(previous)/\(file)\(suffix)"
            if Files.isPlainFile(source) { try Files.linkOrCopy(source, to: "\(folder)/\(file)\(suffix)") }
        }
    }
}
