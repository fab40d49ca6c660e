import Linking
import Writers

/// A site as it was built: what readers find there, without how it looks.
package struct SiteSnapshot: Sendable {
    /// What was read.
    package let kind: Kind
    /// By their addresses; none where only a model was read.
    let pages: [RoutePath: Page]
    /// What decisions and comparisons say; nothing where only a list was read.
    let statements: [Statement]

    package enum Kind: Sendable {
        /// All that the site has.
        case folder
        /// Addresses alone, those that lead on too: `_waymark/urls.txt`.
        case list
        /// Decisions and comparisons alone: `_waymark/model.json`.
        case model
    }

    /// How many pages there are to read; redirects are none.
    package var pageCount: Int { pages.values.count { $0.target == nil } }

    struct Page: Sendable, Hashable {
        let title: String
        /// What the page says, where it is a note's: the hash of the note's Markdown.
        let text: String?
        /// Where the page leads on to, where it is a redirect.
        let target: RoutePath?
    }

    /// A decision or a comparison: each of its facts by a name.
    struct Statement: Sendable {
        let kind: Kind
        /// The question, or the title.
        let subject: String
        let url: String
        let facts: [String: String]

        enum Kind: String, Sendable { case decision, comparison }
    }

    /// Why something is not read.
    package enum ReadError: Error, Sendable, CustomStringConvertible {
        case noSite(String)
        case noModel(String)
        case noList(PublishedAddresses.ReadError)

        package var description: String {
            switch self {
            case .noSite(let folder):
                "\(folder) is no folder that `waymark build` wrote: it has no \(RoutePath.addresses)"
            case .noModel(let file): "\(file) cannot be read as a model: build the site again"
            case .noList(let error): "\(error)"
            }
        }
    }

    /// Reads the folder of a site, or one of the two files in it that tell of it: `model.json`, by its ending, or else a list
    /// of addresses, which `-` reads from standard input.
    package init(reading path: String, jobs: Int) throws(ReadError) {
        if path != "-", Files.isFolder(path) {
            self.init(
                kind: .folder, pages: try Self.pages(of: path, jobs: jobs),
                statements: try Self.statements(of: "\(path)\(RoutePath.model)"))
        } else if path.hasSuffix(".json") {
            self.init(kind: .model, pages: [:], statements: try Self.statements(of: path))
        } else {
            self.init(kind: .list, pages: try Self.listed(path), statements: [])
        }
    }

    private init(kind: Kind, pages: [RoutePath: Page], statements: [Statement]) {
        self.kind = kind
        self.pages = pages
        self.statements = statements
    }

    private static func listed(_ path: String) throws(ReadError) -> [RoutePath: Page] {
        do {
            let addresses = try PublishedAddresses(reading: path, jobs: 1).all(base: nil)
            return Dictionary(
                addresses.map { ($0.route, Page(title: "", text: nil, target: nil)) },
                uniquingKeysWith: { first, _ in first })
        } catch {
            throw .noList(error)
        }
    }

    private static func pages(of folder: String, jobs: Int) throws(ReadError) -> [RoutePath: Page] {
        guard let list = try? Files.read("\(folder)\(RoutePath.addresses)") else { throw .noSite(folder) }
        let routes = String(decoding: list, as: UTF8.self).split(separator: "\n")
            .map { RoutePath(Escaping.percentDecoded($0)) }
        let read = routes.concurrentMap(jobs: jobs) { page(at: $0, in: folder) }
        var pages: [RoutePath: Page] = [:]
        for (route, page) in zip(routes, read) { if let page { pages[route] = page } }
        return pages
    }

    private static func page(at route: RoutePath, in folder: String) -> Page? {
        guard let bytes = try? Files.read("\(folder)/\(route.outputPath)") else { return nil }
        let page = BuiltPage(bytes)
        let text = try? Files.read("\(folder)/\(route.file("index.md").outputPath)")
        return Page(
            title: page.title, text: text.map { ContentHash.hexadecimal(of: $0) },
            target: page.redirect.flatMap { route.resolving($0) })
    }
}

extension RoutePath {
    /// The address that a relative URL on this page leads to; nil for one outside.
    fileprivate func resolving(_ url: String) -> RoutePath? {
        guard !url.contains("://") else { return nil }
        var components = string.split(separator: "/")
        if !isFolder { components = components.dropLast() }
        for component in url.split(separator: "/") {
            switch component {
            case ".", "index.html": continue
            case "..": _ = components.popLast()
            default: components.append(component)
            }
        }
        let path = components.map { Escaping.percentDecoded($0) }.joined(separator: "/")
        return RoutePath(
            path.isEmpty ? "/" : "/\(path)\(components.last?.hasSuffix(".html") == true ? "" : "/")")
    }
}
