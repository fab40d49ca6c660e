/// The rules of escaping, each in one place.
package enum Escaping {
    /// Escapes `&`, `<`, `>` and `"`, as cmark does.
    static func markup(_ source: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        var start = 0
        while true {
            // `<` and `>` differ in one bit, and so do `"` and `&`.
            let index = source.firstIndex(from: start) {
                $0.equal(UInt8(ascii: ">"), or: 2) | $0.equal(UInt8(ascii: "&"), or: 4)
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
            guard index < source.count else { return }
            switch source[index] {
            case UInt8(ascii: "&"): output.append(literal: "&amp;")
            case UInt8(ascii: "<"): output.append(literal: "&lt;")
            case UInt8(ascii: ">"): output.append(literal: "&gt;")
            default: output.append(literal: "&quot;")
            }
            start = index + 1
        }
    }

    /// Escapes what may not stand in a string of JSON (RFC 8259 section 7).
    static func json(_ source: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        var start = 0
        while true {
            let index = source.firstIndex(from: start) {
                $0.below(0x20) | $0.equal(UInt8(ascii: "\"")) | $0.equal(UInt8(ascii: "\\"))
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
            guard index < source.count else { return }
            let byte = source[index]
            switch byte {
            case UInt8(ascii: "\""): output.append(literal: "\\\"")
            case UInt8(ascii: "\\"): output.append(literal: "\\\\")
            case UInt8(ascii: "\n"): output.append(literal: "\\n")
            case UInt8(ascii: "\t"): output.append(literal: "\\t")
            case UInt8(ascii: "\r"): output.append(literal: "\\r")
            default:
                output.append(literal: "\\u00")
                output.append(hexadecimalDigit(byte >> 4))
                output.append(hexadecimalDigit(byte & 15))
            }
            start = index + 1
        }
    }

    /// Percent-encodes what may not stand in a URL and writes `&` and `'` as entities.
    ///
    /// The set is that of cmark's `houdini_escape_href`, so that links look the same with and without us.
    static func url(_ source: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        for byte in source {
            switch byte {
            case UInt8(ascii: "&"): output.append(literal: "&amp;")
            case UInt8(ascii: "'"): output.append(literal: "&#x27;")
            case _ where isURLByte(byte): output.append(byte)
            default: appendPercentEncoded(byte, to: &output)
            }
        }
    }

    /// Percent-encodes a path of a site for a URL; `/` stays.
    ///
    /// RFC 3986 section 3.3: besides the unreserved characters a segment may hold sub-delimiters, `:` and `@`; a
    /// first segment with a colon would read as a scheme, so the colon is encoded too. A value in a query is safe so as well.
    package static func percentEncodedPath(_ path: String) -> String {
        if path.utf8.allSatisfy(isPathByte) { return path }
        var output: [UInt8] = []
        output.reserveCapacity(path.utf8.count)
        for byte in path.utf8 {
            if isPathByte(byte) { output.append(byte) } else { appendPercentEncoded(byte, to: &output) }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Percent-encodes an `id` for a URL's fragment (RFC 3986 section 3.5). Letters of other scripts stay, as browsers
    /// show them.
    package static func percentEncodedFragment(_ id: String) -> String {
        func mayStand(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: ","), 0x80...: true
            default: isPathByte(byte)
            }
        }
        if id.utf8.allSatisfy(mayStand) { return id }
        var output: [UInt8] = []
        for byte in id.utf8 {
            if mayStand(byte) { output.append(byte) } else { appendPercentEncoded(byte, to: &output) }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether a byte may stand in a path of a URL as it is, by the rule of `percentEncodedPath`.
    package static func isPathByte(_ byte: UInt8) -> Bool {
        isUnreserved(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "@")
    }

    /// Undoes percent-encoding; a `%` that no two hexadecimal digits follow stays as it is.
    package static func percentDecoded(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        let source = Array(text.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
                let high = hexadecimalValue(source[index + 1]), let low = hexadecimalValue(source[index + 2])
            {
                output.append(high << 4 | low)
                index += 3
            } else {
                output.append(source[index])
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func isURLByte(_ byte: UInt8) -> Bool {
        if isUnreserved(byte) { return true }
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "("),
            UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: "/"),
            UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"):
            return true
        default: return false
        }
    }

    private static func appendPercentEncoded(_ byte: UInt8, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "%"))
        output.append(hexadecimalDigit(byte >> 4))
        output.append(hexadecimalDigit(byte & 15))
    }

    static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    private static func hexadecimalValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension [UInt8] {
    /// Appends a literal of the program.
    mutating func append(literal: StaticString) {
        append(
            contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }
}
