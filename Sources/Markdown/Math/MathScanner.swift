/// A piece of a formula's source, by the categories of TeX (The TeXbook, chapter 7).
enum MathToken: Hashable {
    case end
    /// `{` and `}`.
    case open, close
    /// `^` and `_`.
    case superscript, `subscript`
    /// `&` and `\\`.
    case align, newline
    case prime
    /// A command's name without its backslash.
    case command(String)
    case character(Unicode.Scalar)
}

/// Cuts a formula's source into tokens, each byte once.
struct MathScanner {
    /// Valid UTF-8.
    let bytes: ArraySlice<UInt8>
    var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// The byte that comes next.
    var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// Goes past white space, which means nothing in a formula, and comments to the end of their lines.
    mutating func skipSpace() {
        while let byte = next {
            if byte == UInt8(ascii: "%") {
                skipComment()
            } else if Self.isSpace(byte) {
                position += 1
            } else {
                return
            }
        }
    }

    mutating func skipComment() {
        while let byte = next, byte != UInt8(ascii: "\n") { position += 1 }
    }

    /// Takes `byte` if it comes next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    mutating func takeScalar() -> Unicode.Scalar? {
        guard let byte = next else { return nil }
        if byte < 0x80 {
            position += 1
            return Unicode.Scalar(byte)
        }
        let (scalar, length) = UTF8Sequence.scalar(in: bytes, at: position)
        position += length
        return scalar
    }

    /// Takes the name of a command whose backslash is taken: letters, or one character that is none.
    mutating func takeName() -> String {
        let start = position
        while let byte = next, Self.isLetter(byte) { position += 1 }
        if position == start { _ = takeScalar() }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    mutating func takeToken() -> MathToken {
        guard let scalar = takeScalar() else { return .end }
        switch scalar {
        case "{": return .open
        case "}": return .close
        case "^": return .superscript
        case "_": return .subscript
        case "&": return .align
        case "'", "\u{2019}": return .prime
        case "\\":
            let name = takeName()
            return name == "\\" ? .newline : .command(name)
        default: return .character(scalar)
        }
    }
}
