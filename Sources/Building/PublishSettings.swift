/// What `waymark.yml` says about publishing, below `publish:`.
package struct PublishSettings: Sendable, Hashable {
    package var destination: Destination?
    /// How many releases stay, the one that is served among them.
    package var kept = 5
    /// In which forms pages are laid beside themselves in advance.
    package var encodings: [ContentEncoding] = []

    /// Whether a branch has one commit, the latest, in the place of one for each time.
    package var isSquashed = false

    package init() {}
}

/// A compressed form that servers can send instead of a file, found beside it by its extension (RFC 9110, section 8.4).
package enum ContentEncoding: String, Sendable, Hashable, CaseIterable {
    case gzip, brotli

    /// What the file's own name is followed by.
    package var suffix: String {
        switch self {
        case .gzip: ".gz"
        case .brotli: ".br"
        }
    }
}
