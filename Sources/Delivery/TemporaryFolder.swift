import Building
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A folder that only this user can read, gone with all that is in it when nobody refers to it any more.
final class TemporaryFolder: Sendable {
    let path: String

    /// Those that there are, for a process that is interrupted.
    private static let all = Mutex<Set<String>>([])

    init() throws(FileError) {
        let path = Files.withTemporaryName { mkdtemp($0).map { String(cString: $0) } }
        guard let path else { throw FileError("make a folder in", Files.temporaryFolder) }
        self.path = path
        Self.all.withLock { _ = $0.insert(path) }
    }

    deinit {
        let path = path
        Files.removeTree(path)
        Self.all.withLock { _ = $0.remove(path) }
    }

    static func removeAll() { all.withLock { for path in $0 { Files.removeTree(path) } } }
}
