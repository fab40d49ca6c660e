#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that is open for reading, closed when it is let go.
final class OpenFile: Sendable {
    private let descriptor: Int32
    let stamp: FileStamp

    /// Nil where there is no file at the path, or none that may be read.
    init?(_ path: String) {
        // A pipe in the file's place must not keep us waiting for its other end.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        guard let stamp = FileStamp(of: descriptor), stamp.isRegular else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
        self.stamp = stamp
    }

    deinit { close(descriptor) }

    /// Up to `count` bytes; none behind the end.
    func read(_ count: Int, at offset: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, pread(descriptor, buffer.baseAddress, count, off_t(offset)))
        }
    }
}
