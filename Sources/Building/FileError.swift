#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Something that the environment refused.
package struct FileError: EnvironmentError {
    /// What was being done: `read`, `write`.
    package let action: String
    package let path: String
    /// The value of `errno`.
    package let code: Int32

    package init(_ action: String, _ path: String, code: Int32 = errno) {
        self.action = action
        self.path = path
        self.code = code
    }

    /// Whether there was nothing at the path.
    package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

    /// Whether there was something at the path already.
    package var isTaken: Bool { code == EEXIST }

    package var description: String { "cannot \(action) \(path): \(String(cString: strerror(code)))" }
}
