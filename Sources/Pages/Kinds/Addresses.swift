/// `_waymark/urls.txt`: the address of every page, one a line in byte order, so that a later site can be held to them.
package struct Addresses: Sendable, Hashable {
    /// Percent-encoded, from the site's root.
    package let urls: [String]

    func render() -> [UInt8] {
        var bytes: [UInt8] = []
        for url in urls {
            bytes += url.utf8
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}
