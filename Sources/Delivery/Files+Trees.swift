import Building

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

// Folders of releases: links, copies and whole trees.
extension Files {
    /// Gives a file a second name, or copies it where the two places are on different file systems.
    static func linkOrCopy(_ source: String, to target: String) throws(FileError) {
        if link(source, target) == 0 { return }
        try replace(target, with: read(source))
    }

    /// Where a symbolic link leads, as it is written; nil for anything else.
    static func target(ofLink path: String) -> String? {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = buffer.withUnsafeMutableBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) { buffer in
                buffer.baseAddress.map { readlink(path, $0, buffer.count) } ?? -1
            }
        }
        return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
    }

    /// Makes a symbolic link, in the place of another at once.
    static func replaceLink(_ path: String, to target: String) throws(FileError) {
        let temporary = "\(path).\(process).tmp"
        unlink(temporary)
        guard symlink(target, temporary) == 0 else { throw FileError("write", path) }
        guard rename(temporary, path) == 0 else {
            let error = FileError("write", path)
            unlink(temporary)
            throw error
        }
    }

    /// Gives a folder another name.
    static func renameFolder(_ source: String, to target: String) throws(FileError) {
        guard rename(source, target) == 0 else { throw FileError("write", target) }
    }

    /// Removes a folder with all that is in it; links are not followed.
    ///
    /// - Returns: whether it is gone.
    @discardableResult
    static func removeTree(_ path: String) -> Bool {
        if unlink(path) == 0 || errno == ENOENT { return true }
        guard let names = names(in: path) else { return false }
        for name in names { removeTree("\(path)/\(name)") }
        return rmdir(path) == 0
    }

    /// The paths of all files in a folder and below it, in order; none where there is no such folder.
    static func tree(_ folder: String) throws(FileError) -> [String] {
        guard isFolder(folder) else { return [] }
        var files: [String] = []
        for entry in try entries(of: folder) {
            switch entry {
            case .file(let name), .symbolicLink(let name): files.append(name)
            case .folder(let name): files += try tree("\(folder)/\(name)").map { "\(name)/\($0)" }
            }
        }
        return files
    }
}
