import Writers

/// The address of a page below the site's root: it begins with `/`, and ends with `/` but for files such as
/// `/sitemap.xml`. Not percent-encoded.
package struct RoutePath: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let string: String

    package init(_ string: String) { self.string = string }

    package static let home = RoutePath("/")
    package static let tags = RoutePath("/tags/")
    package static let notes = RoutePath("/all/")
    package static let recent = RoutePath("/recent/")
    package static let reviews = RoutePath("/stale/")
    package static let graph = RoutePath("/graph/")
    package static let options = RoutePath("/options/")
    package static let compare = RoutePath("/compare/")
    package static let decide = RoutePath("/decide/")
    package static let search = RoutePath("/search/")
    package static let notFound = RoutePath("/404.html")
    package static let sitemap = RoutePath("/sitemap.xml")
    package static let feed = RoutePath("/feed.xml")
    /// `llms.txt`, the site's overview for programs.
    package static let overview = RoutePath("/llms.txt")
    /// Comparisons and decisions for other programs.
    package static let model = RoutePath("/_waymark/model.json")
    /// The list of the addresses of all pages.
    package static let addresses = RoutePath("/_waymark/urls.txt")

    package var description: String { string }

    /// A page below this one.
    package func appending(_ slug: Slug) -> RoutePath { RoutePath("\(string)\(slug)/") }

    /// A file in this page's folder.
    package func file(_ name: String) -> RoutePath { RoutePath(string + name) }

    /// Whether the address is a page's own folder.
    package var isFolder: Bool { string.utf8.last == UInt8(ascii: "/") }

    /// How many folders below the root the page is.
    package var depth: Int { string.utf8.reduce(-1) { $1 == UInt8(ascii: "/") ? $0 + 1 : $0 } }

    /// The address percent-encoded, from the root.
    package var url: String { Escaping.percentEncodedPath(string) }

    package var outputPath: OutputPath {
        OutputPath(String(string.dropFirst()) + (isFolder ? "index.html" : ""))
    }

    /// The shortest relative URL that leads from this page to another.
    ///
    /// - Parameter style: whether a folder's address names its `index.html`.
    package func relativeURL(to target: RoutePath, style: LinkStyle) -> String {
        let from = string.utf8
        let to = target.string.utf8
        // Behind the last slash that both share.
        var (common, up) = (to.startIndex, 0)
        var index = to.startIndex
        for byte in from {
            let isSlash = byte == UInt8(ascii: "/")
            if up == 0, index < to.endIndex, byte == to[index] {
                index = to.index(after: index)
                if isSlash { common = index }
                continue
            }
            // They part here: every folder that follows has to be left.
            index = to.endIndex
            if isSlash { up += 1 }
        }
        var url = String(repeating: "../", count: up)
        url += Escaping.percentEncodedPath(String(target.string[common...]))
        if target.isFolder, style == .file { return url + "index.html" }
        return url.isEmpty ? "./" : url
    }

    package static func < (left: RoutePath, right: RoutePath) -> Bool {
        left.string.utf8.lexicographicallyPrecedes(right.string.utf8)
    }
}

/// Where a file is written, below the output folder.
package struct OutputPath: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let string: String

    package init(_ string: String) { self.string = string }

    package var description: String { string }

    /// The folders that the file is in, the innermost first.
    package var folders: [OutputPath] {
        var folders: [OutputPath] = []
        var rest = string[...]
        while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
            rest = rest[..<slash]
            folders.append(OutputPath(String(rest)))
        }
        return folders
    }

    package static func < (left: OutputPath, right: OutputPath) -> Bool {
        left.string.utf8.lexicographicallyPrecedes(right.string.utf8)
    }
}

/// How a link names a folder's page.
package enum LinkStyle: String, Sendable, Hashable {
    /// `../irsa/`, for a web server.
    case folder
    /// `../irsa/index.html`, which also works for a site opened from disk.
    case file
}
