package import Linking

/// The list of the files that a build has written, kept in the output folder. Nothing that is not in it is ever
/// removed or written over.
package struct Manifest: Sendable, Hashable {
    /// The folder that no note can have a file in.
    package static let folder = "_waymark"
    package static let path = OutputPath("\(folder)/manifest.txt")
    private static let header = "waymark manifest 1"

    package let files: Set<OutputPath>

    package init(_ files: Set<OutputPath>) { self.files = files }

    /// The manifest of a site's folder; where there is none, it lists nothing.
    package init(of folder: String) { self.init((try? Files.read("\(folder)/\(Self.path)")) ?? []) }

    /// Reads a manifest; what is none, or of a version that we do not know, lists nothing.
    package init(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard lines.first.map(String.init) == Self.header else {
            files = []
            return
        }
        // A path that leads elsewhere cannot have been written by us.
        files = Set(
            lines.dropFirst().filter { line in
                !line.hasPrefix("/") && !line.split(separator: "/").contains("..")
            }.map { OutputPath(String($0)) })
    }

    var bytes: [UInt8] {
        var bytes = Array((Self.header + "\n").utf8)
        for file in files.sorted() {
            bytes += file.string.utf8
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}
