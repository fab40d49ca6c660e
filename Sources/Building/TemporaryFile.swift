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
        var template = Array("\(Files.temporaryFolder)/waymark.XXXXXX".utf8CString)
        let descriptor = template.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkstemp($0) } ?? -1 }
        guard descriptor >= 0 else { throw FileError("write in", Files.temporaryFolder) }
        unlink(template)
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
    /// Where the system keeps what is not to last.
    package static var temporaryFolder: String {
        guard let folder = getenv("TMPDIR").map({ String(cString: $0) }), !folder.isEmpty else {
            return "/tmp"
        }
        return folder
    }
}
