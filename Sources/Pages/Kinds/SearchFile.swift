package import Linking

/// A part of the index that search loads: a script that `Search` has written.
package struct SearchFile: Sendable, Hashable {
    package let route: RoutePath
    package let bytes: [UInt8]
}
