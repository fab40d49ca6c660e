package import Building
package import Linking

/// A site as `waymark build` has written it to a folder.
package struct BuiltSite: Sendable {
    package let path: String
    /// All that the build wrote, its manifest among it, in order. What others have put into the folder is no part of the
    /// site.
    package let files: [OutputPath]

    package init(reading path: String) throws(FileError) {
        self.path = path
        let manifest = Manifest(try Files.read("\(path)/\(Manifest.path)"))
        files = manifest.files.union([Manifest.path]).sorted()
    }

    func read(_ file: OutputPath) throws(FileError) -> [UInt8] { try Files.read("\(path)/\(file)") }

    /// The files that pages of the site before this one may still ask for: scripts and styles have names by their content,
    /// and a page that a reader has open knows the old ones. What was kept for the site before is not kept again. Nothing
    /// that notes say is kept: the search index reads itself anew.
    ///
    /// - Parameter previous: the folder of the site before.
    func filesStillAskedFor(in previous: String) -> [OutputPath] {
        let manifest = Manifest(of: previous)
        return manifest.files.subtracting(files).filter(\.isOfTheme).sorted()
    }
}

extension OutputPath {
    /// Whether the file is a script or a style of the theme.
    fileprivate var isOfTheme: Bool {
        folders == [OutputPath(Manifest.folder)] && (string.hasSuffix(".js") || string.hasSuffix(".css"))
    }
}
