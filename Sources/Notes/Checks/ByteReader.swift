import Diagnostics

/// Reads a text byte by byte, for the grammars of data; none of them goes back.
struct ByteReader {
    let bytes: [UInt8]
    private(set) var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next byte; nil at the end.
    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func advance(by count: Int = 1) { index = min(bytes.count, index + count) }

    /// Takes a word where it comes next.
    mutating func take(_ word: StaticString) -> Bool {
        guard starts(with: word) else { return false }
        index += word.utf8CodeUnitCount
        return true
    }

    func starts(with word: StaticString) -> Bool {
        word.withUTF8Buffer { bytes[index...].starts(with: $0) }
    }

    /// Takes as many bytes as fit.
    @discardableResult
    mutating func take(while isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = index
        while index < bytes.count, isWanted(bytes[index]) { index += 1 }
        return bytes[start..<index]
    }

    func problem(_ message: String) -> DataProblem { problem(message, at: index) }

    func problem(_ message: String, at offset: Int) -> DataProblem {
        let before = bytes[..<min(offset, bytes.count)]
        let line = before.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let column = before[start...].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        return DataProblem(message: message, position: SourcePosition(line: line, column: column))
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var isHexadecimal: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
    }
}
