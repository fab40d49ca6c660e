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
    /// The lists that a site has where there is something to list.
    static let lists: Set<RoutePath> = [tags, notes, recent, reviews, graph, compare, decide, search]
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
        var (from, to) = (string, target.string)
        return from.withUTF8 { from in to.withUTF8 { to in Self.relativeURL(from, to, style) } }
    }

    private static func relativeURL(
        _ from: UnsafeBufferPointer<UInt8>, _ to: UnsafeBufferPointer<UInt8>, _ style: LinkStyle
    ) -> String {
        // Behind the last slash that both share.
        var common = 0
        var index = 0
        while index < from.count, index < to.count, from[index] == to[index] {
            index += 1
            if to[index - 1] == UInt8(ascii: "/") { common = index }
        }
        // Where they part, every folder that follows has to be left.
        let up = from[index...].count { $0 == UInt8(ascii: "/") }
        let isFolder = to.last == UInt8(ascii: "/")
        let end: StaticString =
            isFolder && style == .file ? "index.html" : up == 0 && common == to.count ? "./" : ""
        let rest = to[common...]
        guard rest.allSatisfy(Escaping.isPathByte) else {
            let path = Escaping.percentEncodedPath(String(decoding: rest, as: UTF8.self))
            return String(repeating: "../", count: up) + path + end.description
        }
        // In one allocation: a page has dozens of links.
        return String(unsafeUninitializedCapacity: 3 * up + rest.count + end.utf8CodeUnitCount) { url in
            var count = 0
            func append(_ bytes: some Sequence<UInt8>) {
                for byte in bytes {
                    url.initializeElement(at: count, to: byte)
                    count += 1
                }
            }
            for _ in 0..<up { append("../".utf8) }
            append(rest)
            append(UnsafeBufferPointer(start: end.utf8Start, count: end.utf8CodeUnitCount))
            return count
        }
    }

    package static func < (left: RoutePath, right: RoutePath) -> Bool {
        left.string.precedes(right.string)
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
        left.string.precedes(right.string)
    }
}

/// How a link names a folder's page.
package enum LinkStyle: String, Sendable, Hashable {
    /// `../irsa/`, for a web server.
    case folder
    /// `../irsa/index.html`, which also works for a site opened from disk.
    case file
}
