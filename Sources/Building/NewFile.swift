#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Files that a command makes for the user.
package enum NewFile {
    /// Writes a file that must not be there yet; its folder is made where it is missing.
    package static func write(_ text: String, to path: String) throws(FileError) {
        guard !Files.exists(path) else { throw FileError("make", path, code: EEXIST) }
        if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
            try Files.makeFolder(String(path[..<slash]))
        }
        try Files.write(Array(text.utf8), to: path)
    }
}
