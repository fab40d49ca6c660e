/// A picture that stands beside the site's title.
package struct Logo: Sendable, Hashable {
    package let bytes: [UInt8]
    package let format: ImageHeader.Format
    /// In CSS pixels; what a page says of it, so that nothing moves when it comes.
    package let width: Int
    package let height: Int

    /// Nil for what is no picture of the three formats.
    package init?(_ bytes: [UInt8]) {
        guard let header = ImageHeader(bytes) else { return nil }
        self.bytes = bytes
        format = header.format
        // As high as the bar at the top allows; the width follows.
        height = 28
        width = max(1, (28 * header.width + header.height / 2) / header.height)
    }
}
