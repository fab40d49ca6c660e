/// Whole numbers as text: digits of five bits from the lowest on, each a character, and 32 added to all but the last.
///
/// So numbers below 32 take one character and those below 1024 two, and a script may hold them in a string as they are.
enum Digits {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0, count: 256)
        for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
        return values
    }()

    static func append(_ number: Int, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 32 {
            bytes.append(alphabet[rest & 31 | 32])
            rest >>= 5
        }
        bytes.append(alphabet[rest])
    }

    /// Appends a number below 64 as one character.
    static func append(single number: Int, to bytes: inout [UInt8]) { bytes.append(alphabet[number & 63]) }

    static func read(_ bytes: ArraySlice<UInt8>, at index: inout Int) -> Int {
        var (number, shift) = (0, 0)
        while index < bytes.endIndex {
            let value = Int(values[Int(bytes[index])])
            index += 1
            number |= (value & 31) << shift
            if value < 32 { break }
            shift += 5
        }
        return number
    }

    static func read(single bytes: ArraySlice<UInt8>, at index: inout Int) -> Int {
        guard index < bytes.endIndex else { return 0 }
        defer { index += 1 }
        return Int(values[Int(bytes[index])])
    }

    /// Numbers one behind the other.
    static func text(_ numbers: some Sequence<Int>) -> String {
        var bytes: [UInt8] = []
        for number in numbers { append(number, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Ascending numbers, each as its distance from the one before.
    static func gaps(_ numbers: some Sequence<Int>) -> String {
        var bytes: [UInt8] = []
        var previous = -1
        for number in numbers {
            append(number - previous - 1, to: &bytes)
            previous = number
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func numbers(_ gaps: String) -> [Int] { numbers(Array(gaps.utf8)[...]) }

    static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
        var (numbers, index, previous): ([Int], Int, Int) = ([], bytes.startIndex, -1)
        while index < bytes.endIndex {
            previous += read(bytes, at: &index) + 1
            numbers.append(previous)
        }
        return numbers
    }
}
