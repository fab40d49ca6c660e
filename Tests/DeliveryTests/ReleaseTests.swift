import Building
import Delivery
import SeededRandom
import Testing

@Suite("A release")
struct ReleaseTests {
    @Test("has a name that is read back")
    func names() throws {
        let release = try #require(Release("000042-9f3c21b7d015"))
        #expect(release.number == 42)
        #expect(release.digest == "9f3c21b7d015")
        #expect(release.name == "000042-9f3c21b7d015")
        #expect(try #require(Release("1000000-9f3c21b7d015")) > release)
    }

    @Test(
        "is none with any other name",
        arguments: [
            "", "current", "unfinished", "42-9f3c21b7d015", "+00042-9f3c21b7d015", "000042-9f3c",
            "000000-9f3c21b7d015",
            "000042-9f3c21b7d015-x", "9223372036854775807-9f3c21b7d015", "0000042-9f3c21b7d015",
            "000042-9f3c21b7d01g",
        ])
    func otherNames(name: String) {
        #expect(Release(name) == nil)
    }
}

@Suite("A compressed form")
struct CompressionTests {
    @Test("is smaller, and the same each time", arguments: ContentEncoding.allCases)
    func text(encoding: ContentEncoding) throws {
        let bytes = Array(String(repeating: "<p>A paragraph like any other.</p>\n", count: 200).utf8)
        let compressed = try #require(encoding.compressed(bytes))
        #expect(compressed.count < bytes.count / 20)
        #expect(encoding.compressed(bytes) == compressed)
    }

    @Test("is not made of what it would make larger", arguments: ContentEncoding.allCases)
    func noise(encoding: ContentEncoding) {
        var random = SplitMix64(seed: 1)
        let bytes = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &random) }
        #expect(encoding.compressed(bytes) == nil)
        #expect(encoding.compressed([]) == nil)
    }

    @Test("pays for text that is longer than a packet")
    func worthIt() {
        #expect(ContentEncoding.pays(for: "a/index.html", size: 2000))
        #expect(ContentEncoding.pays(for: "_waymark/search/words-1f.js", size: 2000))
        #expect(!ContentEncoding.pays(for: "a/index.html", size: 600))
        #expect(!ContentEncoding.pays(for: "a/flow.png", size: 90000))
        #expect(!ContentEncoding.pays(for: "LICENSE", size: 90000))
    }
}
