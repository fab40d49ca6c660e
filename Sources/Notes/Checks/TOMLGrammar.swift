import Diagnostics

/// Holds a text to the grammar of TOML 1.0 (https://toml.io/en/v1.0.0), and its keys to being given once.
struct TOMLGrammar {
    /// The first thing that is wrong.
    private(set) var problem: DataProblem?
    private var reader: ByteReader
    /// The table that lines belong to, with the number of elements of arrays before it: in each of them the same tables
    /// may be there again.
    private var table = ""
    /// The full names of keys and tables that are given.
    private var given: Set<String> = []
    private var elements = 0

    /// How deep values may be nested; nobody means more, and each level takes some of the stack.
    private static let deepest = 64

    init(_ bytes: [UInt8]) {
        reader = ByteReader(bytes)
        do throws(Failure) { try document() } catch { problem = error.problem }
    }

    private struct Failure: Error { let problem: DataProblem }

    private func failure(_ message: String, at offset: Int? = nil) -> Failure {
        Failure(problem: reader.problem(message, at: offset ?? reader.index))
    }

    // MARK: Lines

    private mutating func document() throws(Failure) {
        while reader.next != nil {
            blanks()
            if reader.next == UInt8(ascii: "[") {
                try header()
            } else if let byte = reader.next, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "#") {
                try pair(in: table, depth: 0)
            }
            try endOfLine()
        }
    }

    private mutating func blanks() { reader.take { $0 == 0x20 || $0 == 0x09 } }

    private mutating func endOfLine() throws(Failure) {
        blanks()
        if reader.next == UInt8(ascii: "#") { reader.take { $0 != UInt8(ascii: "\n") } }
        guard reader.next == nil || reader.take("\n") else { throw failure("a new line must begin here") }
    }

    /// `[table]`, or `[[element of an array]]`.
    private mutating func header() throws(Failure) {
        let start = reader.index
        let isElement = reader.take("[[")
        if !isElement { reader.advance() }
        let name = try key()
        guard isElement ? reader.take("]]") : reader.take("]") else {
            throw failure("`]` is missing after the table's name")
        }
        if isElement {
            elements += 1
        } else if !given.insert("[\(name)] \(elements)").inserted {
            throw failure("the table \(name) is there twice", at: start)
        }
        table = "\(name) \(elements)"
    }

    private mutating func pair(in table: String, depth: Int) throws(Failure) {
        let start = reader.index
        let name = try key()
        guard given.insert("\(table).\(name)").inserted else {
            throw failure("the key \(name) is there twice", at: start)
        }
        guard reader.take("=") else { throw failure("`=` is missing after the key") }
        blanks()
        try value(as: "\(table).\(name)", depth: depth)
    }

    /// A key of one part or several, parted by dots, with the blanks around it.
    private mutating func key() throws(Failure) -> String {
        var parts: [String] = []
        repeat {
            blanks()
            let start = reader.index
            switch reader.next {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                try string()
                parts.append(String(decoding: reader.bytes[start + 1..<reader.index - 1], as: UTF8.self))
            default:
                let part = reader.take(while: Self.isBare)
                guard !part.isEmpty else { throw failure("a key belongs here") }
                parts.append(String(decoding: part, as: UTF8.self))
            }
            blanks()
        } while reader.take(".")
        return parts.joined(separator: ".")
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    // MARK: Values

    private mutating func value(as name: String, depth: Int) throws(Failure) {
        guard depth < Self.deepest else { throw failure("values are nested too deep") }
        switch reader.next {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): try string()
        case UInt8(ascii: "["): try array(as: name, depth: depth)
        case UInt8(ascii: "{"): try inlineTable(as: name, depth: depth)
        default: try word()
        }
    }

    private mutating func array(as name: String, depth: Int) throws(Failure) {
        let start = reader.index
        reader.advance()
        var count = 0
        while true {
            blanksAndLines()
            if reader.take("]") { return }
            guard reader.next != nil else { throw failure("this array is not closed", at: start) }
            try value(as: "\(name)[\(count)]", depth: depth + 1)
            count += 1
            blanksAndLines()
            if reader.take(",") { continue }
            guard reader.take("]") else { throw failure("`,` or `]` is missing before this") }
            return
        }
    }

    private mutating func blanksAndLines() {
        while let byte = reader.next {
            if byte == UInt8(ascii: "#") {
                reader.take { $0 != UInt8(ascii: "\n") }
            } else if byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "\n") {
                reader.advance()
            } else {
                return
            }
        }
    }

    private mutating func inlineTable(as name: String, depth: Int) throws(Failure) {
        reader.advance()
        blanks()
        if reader.take("}") { return }
        repeat {
            try pair(in: name, depth: depth + 1)
            blanks()
        } while reader.take(",")
        guard reader.take("}") else { throw failure("`,` or `}` is missing before this") }
    }

    /// A string of one of four kinds.
    private mutating func string() throws(Failure) {
        let start = reader.index
        let isBasic = reader.next == UInt8(ascii: "\"")
        let quote: Unicode.Scalar = isBasic ? "\"" : "'"
        let spansLines = isBasic ? reader.take("\"\"\"") : reader.take("'''")
        if !spansLines { reader.advance() }
        while let byte = reader.next {
            if byte == UInt8(ascii: quote) {
                if !spansLines {
                    reader.advance()
                    return
                }
                // Up to two quotation marks may stand right before the end.
                let count = reader.take { $0 == UInt8(ascii: quote) }.count
                if count >= 3 { return }
            } else if isBasic, byte == UInt8(ascii: "\\") {
                try escape(spansLines: spansLines)
            } else if byte == UInt8(ascii: "\n"), !spansLines {
                throw failure("this string is not closed on its line", at: start)
            } else {
                reader.advance()
            }
        }
        throw failure("this string is not closed", at: start)
    }

    private mutating func escape(spansLines: Bool) throws(Failure) {
        let start = reader.index
        reader.advance()
        guard let byte = reader.next else { return }
        reader.advance()
        switch byte {
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let count = byte == UInt8(ascii: "u") ? 4 : 8
            let digits = reader.bytes[reader.index...].prefix(count)
            guard digits.count == count, digits.allSatisfy(\.isHexadecimal) else {
                throw failure("the escape needs \(count) hexadecimal digits", at: start)
            }
            reader.advance(by: count)
        case 0x20, 0x09, UInt8(ascii: "\n"):
            guard spansLines else { throw failure("there is no such escape", at: start) }
        default:
            guard "\"\\bfnrt".utf8.contains(byte) else { throw failure("there is no such escape", at: start) }
        }
    }

    /// A truth value, a number, a date or a time.
    private mutating func word() throws(Failure) {
        let start = reader.index
        var word = reader.take(while: Self.isInWord)
        if word.isEmpty { throw failure("a value is missing here") }
        // A space may part a date from its time.
        if word.count == 10, reader.next == 0x20,
            reader.bytes.dropFirst(reader.index + 1).first?.isDigit == true
        {
            reader.advance()
            word += reader.take(while: Self.isInWord)
        }
        guard TOMLWord.isValid(String(decoding: word, as: UTF8.self)) else {
            throw failure("this is no value: text must stand in quotation marks", at: start)
        }
    }

    private static func isInWord(_ byte: UInt8) -> Bool {
        isBare(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ":")
    }
}
