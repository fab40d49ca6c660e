#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file without a name, gone when it is closed.
struct TemporaryFile: ~Copyable {
    let descriptor: Int32

    /// Makes a file in the system's folder for such.
    init() throws(FileError) {
        let descriptor = Files.withTemporaryName { name -> Int32? in
            let descriptor = mkstemp(name)
            guard descriptor >= 0 else { return nil }
            unlink(name)
            return descriptor
        }
        guard let descriptor else { throw FileError("write in", Files.temporaryFolder) }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// All that the file holds, from its beginning.
    func read() -> [UInt8] {
        let size = max(0, Int(lseek(descriptor, 0, SEEK_END)))
        lseek(descriptor, 0, SEEK_SET)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            _ = Descriptor.fill(buffer, from: descriptor, &count)
        }
    }
}

extension Files {
    /// Gives a function such as `mkstemp` the pattern of a name in the system's folder for what is not to last.
    package static func withTemporaryName<Result>(
        _ make: (UnsafeMutablePointer<CChar>) -> Result?
    ) -> Result? {
        var pattern = Array("\(temporaryFolder)/waymark.XXXXXX".utf8CString)
        return pattern.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap(make) }
    }

    /// Where the system keeps what is not to last.
    package static var temporaryFolder: String {
        guard let folder = getenv("TMPDIR").map({ String(cString: $0) }), !folder.isEmpty else {
            return "/tmp"
        }
        return folder
    }
}
