import Linking
import Pages
import Writers

/// A file of the site as preview serves it: what would be published, and in pages of HTML one script and the panel besides.
struct ServedPage: Sendable {
    let path: OutputPath
    let bytes: [UInt8]
    /// Names the bytes: another tag means that the page has changed.
    let tag: String
    /// Whether its address is made from its bytes, so that a browser may keep it for ever.
    let isLasting: Bool

    /// - Parameters:
    ///   - published: the page as it would be published.
    ///   - panel: what the writer is told; empty where there is nothing to tell.
    ///   - script: the address of preview's script.
    ///   - isAtRoot: whether the site is at the server's root.
    init(_ published: Page, isLasting: Bool, panel: Markup, script: String, isAtRoot: Bool) {
        self.isLasting = isLasting
        path = published.path
        guard let places = Places(in: published) else {
            bytes = published.bytes
            tag = ContentHash.hexadecimal(of: bytes)
            return
        }
        tag = ContentHash.hexadecimal(of: [published.bytes, panel.bytes].joined())
        // Without a base URL the links of the 404 page count from the root, and it is shown at any depth.
        let base: Markup = path == RoutePath.notFound.outputPath && isAtRoot ? "<base href=\"/\">" : ""
        let element: Markup = "\(base)<script defer src=\"\(script)\" data-tag=\"\(tag)\"></script>\n"
        bytes =
            published.bytes[..<places.head] + element.bytes + published.bytes[places.head..<places.end]
            + panel.bytes + published.bytes[places.end...]
    }

    /// Where preview adds something to a page.
    private struct Places {
        /// Where the head begins. The script is the first: it has to see what the site's own scripts do.
        let head: Int
        /// Where the body ends.
        let end: Int

        /// Nil for what is no page, and for pages that only lead on to another.
        init?(in page: Page) {
            let bytes = page.bytes
            guard page.path.string.hasSuffix(".html"),
                let head = bytes.firstRange(of: "<head>\n".utf8)?.upperBound,
                bytes.suffix(Self.closing.count).elementsEqual(Self.closing),
                bytes.prefix(200).firstRange(of: "data-page=\"redirect\"".utf8) == nil
            else { return nil }
            self.head = head
            end = bytes.count - Self.closing.count
        }

        private static let closing = Array("</body>\n</html>\n".utf8)
    }
}
