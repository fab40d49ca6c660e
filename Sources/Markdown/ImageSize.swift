/// An image's size in CSS pixels, as Obsidian writes it in place of its text or behind it: `|300` or `|300x200`.
package struct ImageSize: Sendable, Hashable {
    package let width: Int
    /// Nil where it follows from the width.
    package let height: Int?

    package init(width: Int, height: Int?) {
        self.width = width
        self.height = height
    }

    /// - Parameter text: `300` or `300x200`, nothing else around it.
    init?(_ text: some Collection<UInt8>) {
        let parts = text.split(separator: UInt8(ascii: "x"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let width = Self.number(parts[0]) else { return nil }
        self.width = width
        guard parts.count > 1 else {
            height = nil
            return
        }
        guard let height = Self.number(parts[1]) else { return nil }
        self.height = height
    }

    /// A number of at most five digits, as no image is larger.
    static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard (1...5).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Parts a text from the size behind its last `|`.
    static func parted(_ text: String) -> (text: String, size: ImageSize?) {
        let bytes = Array(text.utf8)
        if let size = ImageSize(bytes) { return ("", size) }
        guard let pipe = bytes.lastIndex(of: UInt8(ascii: "|")), let size = ImageSize(bytes[(pipe + 1)...])
        else { return (text, nil) }
        return (String(decoding: bytes[..<pipe], as: UTF8.self), size)
    }
}
