#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A page as Waymark writes it, read again for what it says about itself.
struct BuiltPage {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The title, without the site's name, which stands behind the last dot.
    var title: String {
        guard let title = text(between: "<title>", and: "</title>") else { return "" }
        return String(title[..<(title.ranges(of: " · ").last?.lowerBound ?? title.endIndex)])
    }

    /// Where the page leads on to, as the link in it says; nil for a page to read.
    var redirect: String? {
        guard offset(of: "data-page=\"redirect\"") != nil, let link = text(between: "<a href=\"", and: "\"")
        else { return nil }
        return String(link.prefix { $0 != "#" })
    }

    /// The ids of headings that may be linked to. Those with a colon are made for the page itself.
    var anchors: [String] {
        var anchors: [String] = []
        var position = 0
        while let found = offset(of: "<h", from: position) {
            // `<h2 id="set-up"`
            position = found + 2
            let start = found + 8
            guard start < bytes.count, (UInt8(ascii: "2")...UInt8(ascii: "6")).contains(bytes[found + 2]),
                begins(" id=\"", at: found + 3),
                let end = bytes[start...].firstIndex(of: UInt8(ascii: "\""))
            else { continue }
            position = end
            let id = bytes[start..<end]
            if !id.isEmpty, !id.contains(UInt8(ascii: ":")), !id.contains(UInt8(ascii: "&")) {
                anchors.append(String(decoding: id, as: UTF8.self))
            }
        }
        return anchors
    }

    private func text(between start: StaticString, and end: StaticString) -> String? {
        guard let first = offset(of: start).map({ $0 + start.utf8CodeUnitCount }),
            let last = offset(of: end, from: first)
        else { return nil }
        return String(decoding: bytes[first..<last], as: UTF8.self)
    }

    /// Where a text begins that is not empty.
    private func offset(of text: StaticString, from start: Int = 0) -> Int? {
        let count = text.utf8CodeUnitCount
        return bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return nil }
            var position = start
            while position + count <= buffer.count,
                let found = memchr(
                    base + position, Int32(text.utf8Start[0]), buffer.count - count + 1 - position)
            {
                if memcmp(found, text.utf8Start, count) == 0 { return UnsafeRawPointer(found) - base }
                position = UnsafeRawPointer(found) - base + 1
            }
            return nil
        }
    }

    private func begins(_ text: StaticString, at start: Int) -> Bool {
        bytes[start...].starts(
            with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
