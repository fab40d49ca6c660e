/// A piece of HTML or XML, as UTF-8 bytes.
///
/// Markup is made of string literals, in which every interpolated value is escaped, so a value can only become
/// markup by saying so:
///
///     page.append("<a href=\"\(url)\">\(title)</a>")
///     page.append("<p>\(description)</p>")        // description: Markup, taken as it is
///
/// Attributes must stand in double quotes; single quotes are not escaped.
package struct Markup: Sendable, Hashable {
    package var bytes: [UInt8]

    package init() { bytes = [] }

    /// Empty markup with room for `capacity` bytes.
    package init(capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// Takes `bytes` as markup that is already well-formed and safe.
    package init(trusted bytes: [UInt8]) { self.bytes = bytes }

    package var isEmpty: Bool { bytes.isEmpty }
    package var count: Int { bytes.count }

    @inlinable
    package mutating func append(_ other: Markup) { bytes.append(contentsOf: other.bytes) }

    /// Appends a literal of the program without looking at it.
    @inlinable
    package mutating func append(literal: StaticString) {
        bytes.append(
            contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// Appends a number in decimal digits.
    package mutating func append(_ number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        let magnitude = number.magnitude
        var unit: UInt = 1
        while magnitude / unit >= 10 { unit *= 10 }
        while unit > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(magnitude / unit % 10))
            unit /= 10
        }
    }

    /// Appends bytes that are already markup.
    @inlinable
    package mutating func append(trusted slice: ArraySlice<UInt8>) { bytes.append(contentsOf: slice) }

    /// Appends text, escaped for element content and for double-quoted attributes.
    package mutating func append(text: String) {
        var text = text
        text.withUTF8 { Escaping.markup($0, into: &bytes) }
    }

    /// Appends UTF-8 text, escaped for element content and for double-quoted attributes.
    package mutating func append(text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { Escaping.markup($0, into: &bytes) }
    }

    /// Appends a URL as cmark writes it into `href` and `src`: what a URL may not hold is percent-encoded, and what
    /// is percent-encoded already stays.
    package mutating func append(url: ArraySlice<UInt8>) {
        url.withUnsafeBufferPointer { Escaping.url($0, into: &bytes) }
    }
}

extension Markup: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) { bytes = Array(value.utf8) }

    package init(stringInterpolation: Interpolation) { bytes = stringInterpolation.markup.bytes }

    /// Collects a literal's parts; each interpolated value is escaped but markup itself.
    package struct Interpolation: StringInterpolationProtocol {
        fileprivate(set) var markup: Markup

        package init(literalCapacity: Int, interpolationCount: Int) {
            markup = Markup(capacity: literalCapacity + 24 * interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            var literal = literal
            literal.withUTF8 { markup.bytes.append(contentsOf: $0) }
        }

        package mutating func appendInterpolation(_ value: Markup) { markup.append(value) }
        package mutating func appendInterpolation(_ value: String) { markup.append(text: value) }
        package mutating func appendInterpolation(_ value: Int) { markup.append(value) }
        package mutating func appendInterpolation(trusted slice: ArraySlice<UInt8>) {
            markup.append(trusted: slice)
        }
        package mutating func appendInterpolation(utf8 slice: ArraySlice<UInt8>) {
            markup.append(text: slice)
        }
    }
}
