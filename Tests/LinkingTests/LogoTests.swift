import Linking
import Testing

@Suite("Logos")
struct LogoTests {
    @Test(
        "the size of an SVG is that of its root, else its view box, else what CSS says",
        arguments: [
            ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"32px\"></svg>", 56),
            ("<?xml version=\"1.0\"?>\n<!-- <svg> --><svg viewBox=\"0 0 10 20\"><path/></svg>", 14),
            ("<svg width=\"100%\" height=\"100%\" viewBox=\"0,0,1.5,0.75\"></svg>", 56),
            ("<svg></svg>", 56),
        ])
    func svg(_ text: String, _ width: Int) throws {
        let logo = try #require(Logo(Array(text.utf8)))
        #expect(logo.format == .svg)
        #expect((logo.width, logo.height) == (width, 28))
    }

    @Test("the size of a PNG stands in its header")
    func png() throws {
        let bytes: [UInt8] =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
            + [0, 0, 1, 0, 0, 0, 0, 128]
        let logo = try #require(Logo(bytes))
        #expect(logo.format == .png)
        #expect((logo.width, logo.height) == (56, 28))
        #expect(Logo(Array(bytes.dropLast())) == nil)
    }

    @Test("the size of a WebP stands in its first chunk, whichever kind that is")
    func webp() throws {
        func file(_ kind: String, _ content: [UInt8]) -> [UInt8] {
            Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP\(kind)".utf8) + [0, 0, 0, 0] + content
        }
        let lossy = file("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 100, 0, 50, 0])
        // 14 bits each, less one: 99 and 49.
        let packed = 99 | 49 << 14
        let sizes = (0..<4).map { UInt8(truncatingIfNeeded: packed >> (8 * $0)) }
        let lossless = file("VP8L", [0x2F] + sizes + [0, 0, 0, 0, 0])
        let extended = file("VP8X", [0, 0, 0, 0, 99, 0, 0, 49, 0, 0])
        for bytes in [lossy, lossless, extended] {
            let header = try #require(ImageHeader(bytes))
            #expect(header.format == .webp)
            #expect((header.width, header.height) == (100, 50))
        }
    }

    @Test("anything else is no logo", arguments: ["", "text", "<html><body></body></html>", "GIF89a"])
    func others(_ text: String) { #expect(Logo(Array(text.utf8)) == nil) }
}
