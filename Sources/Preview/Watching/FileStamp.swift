#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a file system says of a file without reading it. Files with the same stamp are taken to have the same bytes.
struct FileStamp: Sendable, Hashable {
    let size: Int
    /// In nanoseconds since 1970.
    let modified: Int
    /// When the file's entry was changed last, as by a rename; in nanoseconds since 1970.
    let changed: Int
    let inode: UInt64
    let isRegular: Bool

    /// Nil where there is nothing. A symbolic link's stamp is its target's.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// The stamp of an open file.
    init?(of descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        #if canImport(Darwin)
            let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
            let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        size = Int(status.st_size)
        self.modified = Int(modified.tv_sec) * 1_000_000_000 + Int(modified.tv_nsec)
        self.changed = Int(changed.tv_sec) * 1_000_000_000 + Int(changed.tv_nsec)
        inode = UInt64(status.st_ino)
        isRegular = status.st_mode & S_IFMT == S_IFREG
    }
}
