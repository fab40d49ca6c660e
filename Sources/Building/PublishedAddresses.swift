package import Linking
import Writers

/// The addresses that readers of a published site know.
package struct PublishedAddresses: Sendable {
    package let all: [DeadAddresses.Address]

    /// Reads the folder of a site, or a list with an address a line, as `_waymark/urls.txt` is one.
    ///
    /// - Parameter base: where the site is served; what an address has of it is left out.
    package init(_ path: String, base: String?, jobs: Int) throws(FileError) {
        let isFolder = Files.isFolder(path)
        let list = try Files.read(isFolder ? "\(path)\(RoutePath.addresses)" : path)
        var all = String(decoding: list, as: UTF8.self).split(whereSeparator: \.isNewline)
            .compactMap { Self.address($0, base: base) }
        if isFolder {
            let anchors = all.concurrentMap(jobs: jobs) { address in
                (try? Files.read("\(path)/\(address.route.outputPath)")).map { BuiltPage($0).anchors } ?? []
            }
            for (address, anchors) in zip(all, anchors) {
                all += anchors.map { DeadAddresses.Address(address.route, fragment: $0) }
            }
        }
        self.all = all
    }

    /// `https://example.com/docs/eks/#set-up`, or `/eks/#set-up`; nil for an empty line and for one that begins with `#`.
    private static func address(_ line: Substring, base: String?) -> DeadAddresses.Address? {
        var path = line.drop(while: \.isWhitespace)
        while path.last?.isWhitespace == true { path.removeLast() }
        guard !path.isEmpty, path.first != "#" else { return nil }
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
