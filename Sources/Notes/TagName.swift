/// A tag without its `#`: `eks`, or nested, `team/platform`.
///
/// Tags that differ in case alone are one tag; it is shown as it was first written.
package struct TagName: Hashable, Sendable, CustomStringConvertible {
    /// As the author wrote it.
    package let spelling: String
    /// What makes two spellings one tag.
    package let key: String

    /// - Parameter spelling: empty components, as in `a//b`, count for nothing; those beyond the eighth are joined.
    package init(_ spelling: String) {
        self.spelling = Self.normalized(spelling)
        key = self.spelling.lowercased()
    }

    /// How deep tags nest.
    private static let mostLevels = 8

    private static func normalized(_ spelling: String) -> String {
        let slash = UInt8(ascii: "/")
        guard spelling.utf8.contains(slash) else { return spelling }
        let components = spelling.utf8.split(separator: slash).map { String(Substring($0)) }
        let rest = components.dropFirst(mostLevels - 1).joined(separator: "-")
        return (components.prefix(mostLevels - 1) + (rest.isEmpty ? [] : [rest])).joined(separator: "/")
    }

    package var description: String { spelling }

    /// The tags that this one is nested in, outermost first: `a/b` for `a/b/c`, after `a`.
    package var ancestors: [TagName] {
        var ancestors: [TagName] = []
        for index in spelling.indices where spelling[index] == "/" {
            ancestors.append(TagName(String(spelling[..<index])))
        }
        return ancestors
    }

    /// The tag that this one is nested in.
    package var parent: TagName? {
        spelling.utf8.lastIndex(of: UInt8(ascii: "/")).map { TagName(String(spelling[..<$0])) }
    }

    package static func == (left: TagName, right: TagName) -> Bool { left.key == right.key }
    package func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// Reads an entry of a front matter's list: a leading `#` is dropped, white space becomes a hyphen.
    init?(entry: some StringProtocol) {
        let words = entry.drop { $0 == "#" || $0.isWhitespace }.split(whereSeparator: \.isWhitespace)
        let name = words.joined(separator: "-")
        let trimmed = name.split(separator: "/").joined(separator: "/")
        guard !trimmed.isEmpty else { return nil }
        self.init(trimmed)
    }
}
