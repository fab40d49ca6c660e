package import Diagnostics

/// A file as it was read.
package struct Source: Sendable, Hashable {
    package let path: SourcePath
    package let bytes: [UInt8]

    package init(path: SourcePath, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
