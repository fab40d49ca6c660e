/// The names under which the preview answers.
///
/// A page of another site may have its own name lead to this machine and then read what is served here (DNS rebinding). It
/// cannot do so with an address of numbers, nor with `localhost`.
struct HostRule: Sendable {
    /// The host that the server was started with.
    let host: String

    /// - Parameter header: the request's `Host`; nil where it has none.
    func admits(_ header: String?) -> Bool {
        guard let header else { return true }
        let name = Self.name(header).lowercased()
        if name.hasPrefix("[") { return name.hasSuffix("]") }
        return name == "localhost" || name.hasSuffix(".localhost") || name == host.lowercased()
            || Self.isAddress(name)
    }

    /// The header without its port.
    private static func name(_ header: String) -> Substring {
        if header.hasPrefix("["), let end = header.firstIndex(of: "]") {
            let rest = header[header.index(after: end)...]
            return rest.isEmpty || rest.hasPrefix(":") ? header[...end] : header[...]
        }
        return header.prefix { $0 != ":" }
    }

    /// Whether a name is an address of IPv4: four numbers, so that nobody can register it.
    private static func isAddress(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { UInt8($0) != nil && $0.utf8.allSatisfy { $0 != UInt8(ascii: "+") } }
    }
}
