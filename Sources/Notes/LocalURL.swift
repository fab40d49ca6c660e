import Writers

/// A link's destination inside the site: a path and a fragment, percent-encoding undone.
struct LocalURL {
    let path: String
    let fragment: String?

    init(_ destination: String) {
        let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)[0]
        self.path = Escaping.percentDecoded(path)
        let fragment = parts.count > 1 ? Escaping.percentDecoded(parts[1]) : ""
        self.fragment = fragment.isEmpty ? nil : fragment
    }
}
