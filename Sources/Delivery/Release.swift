/// A release: a site as it was published once, in a folder named `000042-9f3c21b7d015`.
package struct Release: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// From 1 on; a later release has a greater one.
    package let number: Int
    /// The hash of all that is in it.
    package let digest: String

    init(number: Int, digest: String) {
        self.number = number
        self.digest = digest
    }

    /// Reads the name of a release's folder; nil for any other name.
    package init?(_ name: some StringProtocol) {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, (6...9).contains(parts[0].utf8.count), let number = Int(parts[0]), number > 0,
            parts[1].utf8.count == Self.digestLength, parts[1].allSatisfy(\.isHexDigit)
        else { return nil }
        self.init(number: number, digest: String(parts[1]))
        // Only names that this gives are ours: `+00001-…` is a number too.
        guard self.name == String(name) else { return nil }
    }

    static let digestLength = 12

    package var name: String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + "-" + digest
    }

    package var description: String { name }

    package static func < (left: Release, right: Release) -> Bool {
        (left.number, left.digest) < (right.number, right.digest)
    }
}
