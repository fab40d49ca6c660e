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

    /// Fills the folder.
    ///
    /// - Returns: the digest of the site.
    func fill() throws(FileError) -> String {
        let kept = previous.map { site.filesStillAskedFor(in: $0) } ?? []
        try Files.makeFolder(folder)
        for path in Set((site.files + kept).compactMap(\.folders.first)).sorted() {
            try Files.makeFolder("\(folder)/\(path)")
        }
        let failure = Mutex<FileError?>(nil)
        let hashes = site.files.concurrentMap(jobs: jobs) { file in
            do throws(FileError) {
                return try add(file)
            } catch {
                failure.withLock { $0 = $0 ?? error }
                return ""
            }
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
        for file in kept { try keep(file) }
        var text = encodings.map(\.rawValue).sorted().joined(separator: " ")
        for (file, hash) in zip(site.files, hashes) { text += "\n\(hash) \(file)" }
        return String(ContentHash.hexadecimal(of: text.utf8).prefix(Release.digestLength))
    }

    /// Adds a file of the site, with its compressed forms.
    ///
    /// - Returns: the file's hash.
    private func add(_ file: OutputPath) throws(FileError) -> String {
        let bytes = try site.read(file)
        let target = "\(folder)/\(file)"
        let same = previous.map { "\($0)/\(file)" }
        let isSame = try same.map { path throws(FileError) in try Files.holds(bytes, at: path) } ?? false
        if let same, isSame {
            try Files.linkOrCopy(same, to: target)
        } else {
            try Files.write(bytes, to: target)
        }
        guard ContentEncoding.pays(for: file.string, size: bytes.count) else {
            return ContentHash.hexadecimal(of: bytes)
        }
        for encoding in encodings {
            if let same, isSame, Files.isPlainFile(same + encoding.suffix) {
                try Files.linkOrCopy(same + encoding.suffix, to: target + encoding.suffix)
            } else if let compressed = encoding.compressed(bytes) {
                try Files.write(compressed, to: target + encoding.suffix)
            }
        }
        return ContentHash.hexadecimal(of: bytes)
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
