import Writers

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Files and folders, by the calls of POSIX: a build opens tens of thousands of them.
package enum Files {
    /// The path of what a command is told to read, where `-` stands for standard input.
    package static func input(_ path: String) -> String { path == "-" ? "/dev/stdin" : path }

    /// The bytes of a file.
    package static func read(_ path: String) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError("read", path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError("read", path) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError("read", path, code: EISDIR) }
        return try read(descriptor, path, expecting: Int(status.st_size))
    }

    private static func read(_ descriptor: Int32, _ path: String, expecting size: Int) throws(FileError)
        -> [UInt8]
    {
        var code: Int32 = 0
        // One byte more shows without another allocation that the file has ended.
        var bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            code = Descriptor.fill(buffer, from: descriptor, &count)
        }
        // The file grew while it was read, or has no size of its own, as a pipe.
        while code == 0, bytes.count > size {
            let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                code = Descriptor.fill(buffer, from: descriptor, &count)
            }
            if chunk.isEmpty { break }
            bytes += chunk
        }
        guard code == 0 else { throw FileError("read", path, code: code) }
        return bytes
    }

    /// Writes a new file, or over an old one, without replacing it at once: for temporary files.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        try write(bytes, to: path, flags: O_TRUNC)
    }

    /// Writes a file where there is none, not even one with another name; its folder is made where it is missing.
    package static func write(_ bytes: [UInt8], toNew path: String) throws(FileError) {
        do {
            try write(bytes, to: path, flags: O_EXCL)
        } catch {
            guard error.isMissing else { throw error }
            try makeFolder(of: path)
            try write(bytes, to: path, flags: O_EXCL)
        }
    }

    private static func write(_ bytes: [UInt8], to path: String, flags: Int32) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o644)
        guard descriptor >= 0 else { throw FileError("write", path) }
        let code = Descriptor.write(bytes, to: descriptor)
        // A full disk may first be noticed here.
        let isClosed = close(descriptor) == 0
        guard code == 0, isClosed else {
            let error = FileError("write", path, code: code == 0 ? errno : code)
            // Half of a new file is nothing that anyone wants.
            if flags & O_EXCL != 0 { unlink(path) }
            throw error
        }
    }

    /// Writes a file so that it is there as a whole or not at all; its folder is made where it is missing. What is no plain
    /// file is not replaced but written to: `/dev/stdout`, a pipe, what a symbolic link leads to.
    package static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
        if exists(path), !isPlainFile(path) { return try write(bytes, to: path) }
        let temporary = "\(path).\(process).tmp"
        try makeFolder(of: path)
        try write(bytes, to: temporary)
        do throws(FileError) {
            try move(temporary, to: path)
        } catch {
            try? remove(temporary)
            throw error
        }
    }

    /// Whether a file holds just these bytes; false where there is none.
    package static func holds(_ bytes: [UInt8], at path: String) throws(FileError) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return false }
        guard status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == bytes.count else { return false }
        let found = try read(path)
        // Of arrays of bytes `==` compares one by one.
        guard found.count == bytes.count else { return false }
        return found.withUnsafeBytes { found in
            bytes.withUnsafeBytes { bytes in
                guard let left = found.baseAddress, let right = bytes.baseAddress else { return true }
                return memcmp(left, right, bytes.count) == 0
            }
        }
    }

    /// The number of this process.
    package static let process: Int32 = getpid()

    /// Whether anything stands at a path, a dangling symbolic link too.
    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Whether a file stands at a path, and no symbolic link to one.
    package static func isPlainFile(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Makes a folder and those above it, where they are missing.
    package static func makeFolder(_ path: String) throws(FileError) {
        if mkdir(path, 0o755) == 0 || (errno == EEXIST && isFolder(path)) { return }
        guard errno == ENOENT, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
            slash != path.startIndex
        else {
            throw FileError("make the folder", path)
        }
        try makeFolder(String(path[..<slash]))
        // Another thread may have made it in the meantime.
        guard mkdir(path, 0o755) == 0 || (errno == EEXIST && isFolder(path)) else {
            throw FileError("make the folder", path)
        }
    }

    /// Makes the folder that a path stands in, where it is missing.
    private static func makeFolder(of path: String) throws(FileError) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex else { return }
        try makeFolder(String(path[..<slash]))
    }

    /// Puts a file in the place of another at once; the folder is made where it is missing.
    static func move(_ source: String, to target: String) throws(FileError) {
        if rename(source, target) == 0 { return }
        guard errno == ENOENT else { throw FileError("write", target) }
        try makeFolder(of: target)
        guard rename(source, target) == 0 else { throw FileError("write", target) }
    }

    /// Removes a file; there need not be one.
    package static func remove(_ path: String) throws(FileError) {
        guard unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR else {
            throw FileError("remove", path)
        }
    }

    /// Removes a folder where it is empty.
    @discardableResult
    static func removeFolderIfEmpty(_ path: String) -> Bool { rmdir(path) == 0 }

    /// The path without symbolic links, `.` and `..`; nil where there is nothing.
    package static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// Takes hold of a folder, which only one process can at a time; it lets go when this is gone.
    package final class Hold: Sendable {
        private let descriptor: Int32

        /// - Parameter waits: for the process that holds the folder.
        /// - Returns: nil where another process holds the folder.
        package init?(_ folder: String, waits: Bool) throws(FileError) {
            let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { throw FileError("read the folder", folder) }
            while flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
                let code = errno
                guard code == EINTR else {
                    close(descriptor)
                    if code == EWOULDBLOCK { return nil }
                    throw FileError("lock", folder, code: code)
                }
            }
            self.descriptor = descriptor
        }

        deinit { close(descriptor) }
    }

    /// What a folder holds.
    package enum Entry {
        case file(String)
        case folder(String)
        case symbolicLink(String)
    }

    /// The names of the folders in a folder, those that begin with a dot left out; none where it cannot be read.
    package static func folders(in folder: String) -> [String] {
        ((try? entries(of: folder)) ?? []).compactMap { if case .folder(let name) = $0 { name } else { nil } }
    }

    /// The entries of a folder in the order of their names, those that begin with a dot left out.
    package static func entries(of folder: String) throws(FileError) -> [Entry] {
        guard let handle = opendir(folder) else { throw FileError("read the folder", folder) }
        defer { closedir(handle) }
        var found: [(name: String, type: UInt8)] = []
        while let entry = readdir(handle) {
            let type = entry.pointee.d_type
            let name = name(of: entry)
            if name.utf8.first != UInt8(ascii: ".") { found.append((name, type)) }
        }
        found.sort { $0.name.precedes($1.name) }
        return found.compactMap { name, type in
            switch Int(type == UInt8(DT_UNKNOWN) ? self.type(of: "\(folder)/\(name)") : type) {
            case Int(DT_REG): .file(name)
            case Int(DT_DIR): .folder(name)
            case Int(DT_LNK): .symbolicLink(name)
            default: nil
            }
        }
    }

    /// The names of all that a folder holds, in no order, those that begin with a dot too; nil where it cannot be read.
    package static func names(in folder: String) -> [String]? {
        guard let handle = opendir(folder) else { return nil }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) { names.append(name(of: entry)) }
        return names.filter { $0 != "." && $0 != ".." }
    }

    /// The name of what `readdir` found.
    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
    }

    /// What a file system does not tell with the name.
    private static func type(of path: String) -> UInt8 {
        var status = stat()
        guard lstat(path, &status) == 0 else { return UInt8(DT_UNKNOWN) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return UInt8(DT_REG)
        case S_IFDIR: return UInt8(DT_DIR)
        case S_IFLNK: return UInt8(DT_LNK)
        default: return UInt8(DT_UNKNOWN)
        }
    }
}
