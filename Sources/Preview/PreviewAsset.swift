import Linking
import Writers

/// The files that pages have in preview alone.
struct PreviewAsset: Sendable {
    let path: OutputPath
    let bytes: [UInt8]
    let tag: String

    static let script = PreviewAsset("preview.js", PackageResources.preview_js)
    static let stylesheet = PreviewAsset("preview.css", PackageResources.preview_css)
    /// Where pages listen for changes; no file.
    static let events = folder + "events"

    /// No note can be here: `_waymark` is not theirs.
    private static let folder = "_waymark/preview/"

    private init(_ name: String, _ bytes: [UInt8]) {
        path = OutputPath(Self.folder + name)
        self.bytes = bytes
        tag = ContentHash.hexadecimal(of: bytes)
    }

    static func at(_ path: OutputPath) -> PreviewAsset? { [script, stylesheet].first { $0.path == path } }

    /// The file's address, the same from every page. It changes with the file, so that no page runs an old one.
    func url(in site: PreviewSite?) -> String { "\(site?.basePath ?? "")/\(path)?\(tag)" }
}
