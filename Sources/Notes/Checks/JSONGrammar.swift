import Diagnostics

/// Holds a text to the grammar of JSON (RFC 8259). Several values one after the other are allowed, as logs have them.
struct JSONGrammar {
    /// The first thing that is wrong.
    private(set) var problem: DataProblem?
    private var reader: ByteReader

    init(_ bytes: [UInt8]) {
        reader = ByteReader(bytes)
        problem = firstProblem()
    }

    /// What may come next. Nesting is kept in an array, so that no depth of it exhausts the stack.
    private enum Expected { case value, valueOrEnd, nameOrEnd, name, commaOrEnd }

    private mutating func firstProblem() -> DataProblem? {
        /// For each open object or array its closing byte and where it begins.
        var open: [(close: UInt8, start: Int)] = []
        var expected = Expected.value
        while true {
            reader.take { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
            guard let byte = reader.next else {
                if let last = open.last { return reader.problem("this is not closed", at: last.start) }
                return nil
            }
            if let last = open.last, byte == last.close, expected != .value, expected != .name {
                reader.advance()
                open.removeLast()
                expected = open.isEmpty ? .value : .commaOrEnd
                continue
            }
            switch expected {
            case .value, .valueOrEnd:
                if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                    open.append((byte + 2, reader.index))
                    reader.advance()
                    expected = byte == UInt8(ascii: "{") ? .nameOrEnd : .valueOrEnd
                    continue
                }
                if let problem = scalar(byte) { return problem }
            case .name, .nameOrEnd:
                guard byte == UInt8(ascii: "\"") else {
                    return reader.problem("a name in double quotes belongs here")
                }
                if let problem = string() { return problem }
                reader.take { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
                guard reader.take(":") else { return reader.problem("`:` is missing after the name") }
                expected = .value
                continue
            case .commaOrEnd:
                guard reader.take(",") else { return reader.problem("`,` is missing before this") }
                expected = open.last?.close == UInt8(ascii: "}") ? .name : .value
                continue
            }
            expected = open.isEmpty ? .value : .commaOrEnd
        }
    }

    private mutating func scalar(_ byte: UInt8) -> DataProblem? {
        switch byte {
        case UInt8(ascii: "\""): string()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): number()
        case UInt8(ascii: "}"), UInt8(ascii: "]"): reader.problem("a value is missing before this")
        case UInt8(ascii: "/"): reader.problem("JSON has no comments")
        case UInt8(ascii: "'"): reader.problem("strings stand in double quotes")
        default:
            reader.take("true") || reader.take("false") || reader.take("null")
                ? nil : reader.problem("this is no value")
        }
    }

    private mutating func string() -> DataProblem? {
        let start = reader.index
        reader.advance()
        while let byte = reader.next {
            switch byte {
            case UInt8(ascii: "\""):
                reader.advance()
                return nil
            case UInt8(ascii: "\\"):
                if let problem = escape() { return problem }
            case 0..<0x20:
                return byte == UInt8(ascii: "\n")
                    ? reader.problem("this string is not closed on its line", at: start)
                    : reader.problem("a control character must be escaped")
            default: reader.advance()
            }
        }
        return reader.problem("this string is not closed", at: start)
    }

    private mutating func escape() -> DataProblem? {
        let start = reader.index
        reader.advance()
        guard let byte = reader.next else { return nil }
        reader.advance()
        if byte == UInt8(ascii: "u") {
            let digits = reader.bytes[reader.index...].prefix(4)
            guard digits.count == 4, digits.allSatisfy(\.isHexadecimal) else {
                return reader.problem("`\\u` needs four hexadecimal digits", at: start)
            }
            reader.advance(by: 4)
        } else if !"\"\\/bfnrt".utf8.contains(byte) {
            return reader.problem("there is no such escape", at: start)
        }
        return nil
    }

    private mutating func number() -> DataProblem? {
        let start = reader.index
        _ = reader.take("-")
        let whole = reader.take(while: \.isDigit)
        var isValid = whole.count == 1 || (whole.count > 1 && whole.first != UInt8(ascii: "0"))
        if reader.take(".") { isValid = !reader.take(while: \.isDigit).isEmpty && isValid }
        if reader.take("e") || reader.take("E") {
            _ = reader.take("+") || reader.take("-")
            isValid = !reader.take(while: \.isDigit).isEmpty && isValid
        }
        return isValid ? nil : reader.problem("this is no number", at: start)
    }
}
