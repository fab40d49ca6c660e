package import Linking

/// What publishing did to the output folder.
package struct Changes: Sendable, Hashable {
    /// In order.
    package let written: [OutputPath]
    package let unchanged: Int
    /// In order.
    package let removed: [OutputPath]

    package var summary: String {
        "\(written.count) written, \(unchanged) unchanged, \(removed.count) removed"
    }
}
