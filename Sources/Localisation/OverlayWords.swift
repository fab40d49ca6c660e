/// What opens over a page says.
package struct OverlayWords: Sendable, Hashable {
    package let picture: String
    package let close: String
    package let keys: String
    package let keySearch: String
    package let keyTags: String
    package let keyHome: String
    package let keyPrevious: String
    package let keyNext: String
    package let keyHelp: String
    package let singleKeys: String
}
