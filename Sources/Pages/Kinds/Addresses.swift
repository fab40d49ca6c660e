package import Linking

/// `_waymark/urls.txt`: the address of every page, one a line in byte order, so that a later site can be held to them.
package struct Addresses: Sendable, Hashable {
    package let routes: [RoutePath]

    func render() -> [UInt8] {
        var bytes: [UInt8] = []
        for route in routes {
            bytes += route.url.utf8
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}
