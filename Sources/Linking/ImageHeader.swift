import Markdown

/// What the first bytes of a picture say: its format and its size.
package struct ImageHeader: Sendable, Hashable {
    package enum Format: String, Sendable {
        case svg, png, webp
    }

    package let format: Format
    /// Pixels; of an SVG any unit, as only the ratio counts. Both are above 0.
    package let width: Int
    package let height: Int

    package init?(_ bytes: [UInt8]) {
        guard let (format, width, height) = Self.png(bytes) ?? Self.webp(bytes) ?? Self.svg(bytes),
            width > 0, height > 0
        else { return nil }
        self.format = format
        self.width = width
        self.height = height
    }

    private typealias Found = (Format, Int, Int)

    /// PNG (https://www.w3.org/TR/png-3/): the signature, then `IHDR` with both sizes in big-endian order.
    private static func png(_ bytes: [UInt8]) -> Found? {
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.count >= 24 else {
            return nil
        }
        func number(at offset: Int) -> Int { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        return (.png, number(at: 16), number(at: 20))
    }

    /// WebP (RFC 9649, section 2): a chunk of one of three kinds, each with sizes of its own layout.
    private static func webp(_ bytes: [UInt8]) -> Found? {
        guard bytes.count >= 30, bytes.starts(with: "RIFF".utf8), bytes[8..<12].elementsEqual("WEBP".utf8)
        else { return nil }
        func number(at offset: Int, _ count: Int) -> Int {
            bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        switch String(decoding: bytes[12..<16], as: UTF8.self) {
        case "VP8 ": return (.webp, number(at: 26, 2) & 0x3FFF, number(at: 28, 2) & 0x3FFF)
        case "VP8L":
            let sizes = number(at: 21, 4)
            return (.webp, 1 + sizes & 0x3FFF, 1 + sizes >> 14 & 0x3FFF)
        case "VP8X": return (.webp, 1 + number(at: 24, 3), 1 + number(at: 27, 3))
        default: return nil
        }
    }

    /// SVG: `width` and `height` of its root, or else its `viewBox`; 300 by 150 where it has none of them
    /// (https://www.w3.org/TR/css-images-3/#default-object-size).
    private static func svg(_ bytes: [UInt8]) -> Found? {
        for case .tag(let tag, _) in HTMLPieces(bytes) {
            guard tag.name.elementsEqual("svg".utf8), !tag.isEnd else { continue }
            func numbers(_ name: StaticString) -> [Double] {
                let text = String(decoding: tag.value(name, in: bytes) ?? [], as: UTF8.self)
                // A share of the place that it stands in says nothing of the picture.
                guard !text.contains("%") else { return [] }
                return text.split { $0 == " " || $0 == "," }.compactMap { part in
                    Double(part.prefix { "0123456789.-".contains($0) })
                }
            }
            if let width = numbers("width").first, let height = numbers("height").first, width >= 1,
                height >= 1
            {
                return (.svg, whole(width), whole(height))
            }
            let box = numbers("viewbox")
            guard box.count == 4, box[2] > 0, box[3] > 0 else { return (.svg, 300, 150) }
            return (.svg, whole(box[2] * 100), whole(box[3] * 100))
        }
        return nil
    }

    private static func whole(_ number: Double) -> Int { Int(min(max(number, 1), 1_000_000)) }
}
