/// A value of TOML that stands without quotation marks.
enum TOMLWord {
    /// Whether a word is a truth value, a number, a date or a time.
    static func isValid(_ word: String) -> Bool {
        word == "true" || word == "false" || isNumber(word[...]) || isDateTime(Array(word.utf8))
    }

    private static func isNumber(_ word: Substring) -> Bool {
        for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where word.hasPrefix(prefix) {
            return isDigits(word.dropFirst(2)) { Int(String($0), radix: radix) != nil }
        }
        let unsigned = word.first == "+" || word.first == "-" ? word.dropFirst() : word
        if unsigned == "inf" || unsigned == "nan" { return true }
        let parts = unsigned.split(
            maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
        if parts.count == 2 {
            let exponent = parts[1].first == "+" || parts[1].first == "-" ? parts[1].dropFirst() : parts[1]
            guard isDigits(exponent) else { return false }
        }
        let halves = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard isDigits(halves[0]), halves[0].count == 1 || halves[0].first != "0" else { return false }
        return halves.count == 1 || isDigits(halves[1])
    }

    /// Whether text is digits, with single underscores between them.
    private static func isDigits(
        _ text: Substring, _ isDigit: (Character) -> Bool = { $0.isASCII && $0.isNumber }
    ) -> Bool {
        text.split(separator: "_", omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty && $0.allSatisfy(isDigit)
        }
    }

    /// `1979-05-27`, `07:32:00`, or both with or without an offset.
    private static func isDateTime(_ word: [UInt8]) -> Bool {
        guard CalendarDate(String(decoding: word.prefix(10), as: UTF8.self)) != nil else {
            return isTime(word[...])
        }
        guard word.count > 10 else { return true }
        var time = word[(word[10].isDigit ? 10 : 11)...]
        if word[10] | 0x20 != UInt8(ascii: "t"), !word[10].isDigit { return false }
        if let last = time.last, last | 0x20 == UInt8(ascii: "z") {
            time = time.dropLast()
        } else if time.count > 6, let sign = time.dropLast(5).last,
            sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
        {
            guard isTime(time.suffix(5) + Array(":00".utf8)) else { return false }
            time = time.dropLast(6)
        }
        return isTime(time)
    }

    /// `07:32:00`, with or without a fraction of the second.
    private static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 2, parts[1].count == 2, parts[2].count >= 2 else {
            return false
        }
        let limits = [23, 59, 60]
        for (part, limit) in zip(parts, limits) {
            guard let number = Int(String(decoding: part.prefix(2), as: UTF8.self)), number <= limit else {
                return false
            }
        }
        let fraction = parts[2].dropFirst(2)
        return fraction.isEmpty
            || (fraction.first == UInt8(ascii: ".") && fraction.count > 1
                && fraction.dropFirst().allSatisfy(\.isDigit))
    }
}
