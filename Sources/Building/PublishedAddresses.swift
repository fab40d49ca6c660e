package import Linking
import Writers

/// The addresses that readers of a published site know.
package struct PublishedAddresses: Sendable {
    /// As they were written: whole, or from the site's root on.
    private let written: [Substring]
    /// Of a site's folder, the headings of its pages.
    private let headings: [DeadAddresses.Address]

    /// Why a list is not taken.
    package enum ReadError: EnvironmentError {
        case unreadable(FileError)
        /// A list that came to nothing on its way would let everything pass.
        case empty(String)

        package var description: String {
            switch self {
            case .unreadable(let error): "\(error)"
            case .empty(let path): "there is no address in \(path == "-" ? "standard input" : path)"
            }
        }
    }

    /// Reads the folder of a site, or a list with an address a line, as `_waymark/urls.txt` is one; `-` is such a list on
    /// standard input. Lines that are empty or begin with `#` are none.
    package init(reading path: String, jobs: Int) throws(ReadError) {
        let isFolder = path != "-" && Files.isFolder(path)
        let list: [UInt8]
        do {
            list = try Files.read(isFolder ? "\(path)\(RoutePath.addresses)" : Files.input(path))
        } catch {
            throw .unreadable(error)
        }
        written = String(decoding: list, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap {
            var line = $0.drop(while: \.isWhitespace)
            while line.last?.isWhitespace == true { line.removeLast() }
            return line.isEmpty || line.first == "#" ? nil : line
        }
        guard !written.isEmpty else { throw .empty(path) }
        guard isFolder else {
            headings = []
            return
        }
        headings = written.concurrentMap(jobs: jobs) { line -> [DeadAddresses.Address] in
            let route = Self.address(line, base: nil).route
            guard let page = try? Files.read("\(path)/\(route.outputPath)") else { return [] }
            return BuiltPage(page).anchors.map { DeadAddresses.Address(route, fragment: $0) }
        }.flatMap { $0 }
    }

    /// The addresses below the site's root.
    ///
    /// - Parameter base: where the site is served; what an address has of it is left out.
    package func all(base: String?) -> [DeadAddresses.Address] {
        written.map { Self.address($0, base: base) } + headings
    }

    /// `https://example.com/docs/eks/#set-up`, or `/eks/#set-up`.
    private static func address(_ line: Substring, base: String?) -> DeadAddresses.Address {
        var path = line
        if let base, path.hasPrefix(base) {
            path = path.dropFirst(base.count)
        } else if let scheme = path.firstRange(of: "://") {
            path = path[scheme.upperBound...].drop { $0 != "/" }
        }
        let parts = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        var route = Escaping.percentDecoded(parts[0].prefix { $0 != "?" })
        if !route.hasPrefix("/") { route = "/" + route }
        if route.hasSuffix("/index.html") { route.removeLast(10) }
        let fragment = parts.count > 1 ? Escaping.percentDecoded(parts[1]) : ""
        return DeadAddresses.Address(RoutePath(route), fragment: fragment.isEmpty ? nil : fragment)
    }
}
