/// The words of an info string: names, `key=value`, `key="value"`, `{1,3-5}`.
struct InfoWords {
    struct Word {
        /// Empty for marks that stand alone.
        let key: ArraySlice<UInt8>
        let value: ArraySlice<UInt8>?
        /// Whether the value stood in braces and begins with a digit.
        var isMarks = false
    }

    /// Numbers end here, so that adding to them is safe.
    static let largestNumber = 999_999_999

    private var rest: ArraySlice<UInt8>

    init(_ info: ArraySlice<UInt8>) { rest = info }

    mutating func next() -> Word? {
        // Braces around attributes, and the dot before a class, are Pandoc's way to write an info string.
        while let first = rest.first, Self.isBlank(first) || Self.isLoose(first), !beginsMarks {
            rest.removeFirst()
        }
        guard !rest.isEmpty else { return nil }
        if beginsMarks { return Word(key: [], value: takeBraces(), isMarks: true) }
        let key = rest.prefix { !Self.isBlank($0) && $0 != UInt8(ascii: "=") && !Self.isBrace($0) }
        rest = rest[key.endIndex...]
        if beginsMarks, Self.isNumbering(key) { return Word(key: key, value: takeBraces(), isMarks: true) }
        guard rest.first == UInt8(ascii: "=") else { return Word(key: key, value: nil) }
        rest.removeFirst()
        if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let inside = rest.dropFirst()
            let value = inside.prefix { $0 != quote }
            rest = inside[value.endIndex...].dropFirst()
            return Word(key: key, value: value)
        }
        if beginsMarks { return Word(key: key, value: takeBraces(), isMarks: true) }
        let value = rest.prefix { !Self.isBlank($0) && $0 != UInt8(ascii: "}") }
        rest = rest[value.endIndex...]
        return Word(key: key, value: value)
    }

    private var beginsMarks: Bool {
        guard rest.first == UInt8(ascii: "{"), let second = rest.dropFirst().first else { return false }
        return ByteSet.digits.contains(second)
    }

    private mutating func takeBraces() -> ArraySlice<UInt8> {
        let inside = rest.dropFirst()
        let value = inside.prefix { $0 != UInt8(ascii: "}") }
        rest = inside[value.endIndex...].dropFirst()
        return value
    }

    /// Whether a word asks for line numbers, with a first number after it perhaps.
    static func isNumbering(_ key: ArraySlice<UInt8>) -> Bool {
        switch String(decoding: key, as: UTF8.self).lowercased() {
        case "linenos", "showlinenumbers", "line-numbers", "numberlines": true
        default: false
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { ByteSet.blanks.contains(byte) }
    private static func isBrace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
    }
    private static func isLoose(_ byte: UInt8) -> Bool {
        isBrace(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "=")
    }

    /// The number that a text begins with, 0 without one.
    static func number(_ text: ArraySlice<UInt8>) -> Int {
        var value = 0
        for byte in text {
            guard ByteSet.digits.contains(byte) else { break }
            value = min(largestNumber, value * 10 + Int(byte - UInt8(ascii: "0")))
        }
        return value
    }

    /// The ranges of `1,3-5`; what is no number, 0 and ranges that run backwards are left out.
    static func ranges(_ text: ArraySlice<UInt8>) -> [ClosedRange<Int>] {
        var ranges: [ClosedRange<Int>] = []
        for part in text.split(separator: UInt8(ascii: ",")) {
            let bounds = part.drop(while: isBlank).split(
                separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = bounds.first.map(number), first > 0 else { continue }
            guard bounds.count == 2 else {
                ranges.append(first...first)
                continue
            }
            let last = number(bounds[1].drop(while: isBlank))
            if last >= first { ranges.append(first...last) }
        }
        return ranges
    }
}
