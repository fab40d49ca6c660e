/// What search sees of a character: what kind it is, and its form without case and accents.
enum Folding {
    enum Kind { case word, pairs, connector, apostrophe, other }

    static func kind(ofASCII byte: UInt8) -> Kind {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            .word
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: ":"),
            UInt8(ascii: "@"):
            .connector
        case UInt8(ascii: "'"): .apostrophe
        default: .other
        }
    }

    /// Whether a name may end in it, as `C++` and `C#` do.
    static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: "#") }

    /// The kind of a character that is not ASCII. Letters, numbers and marks make words (Unicode's general categories).
    static func kind(of scalar: Unicode.Scalar) -> Kind {
        if scalar.value == 0x2019 { return .apostrophe }
        if isWrittenWithoutSpaces(scalar.value) { return .pairs }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            return .word
        default: return .other
        }
    }

    /// Thai to Tibetan, kana, Han, Hangul: what is found by pairs of characters.
    private static func isWrittenWithoutSpaces(_ value: UInt32) -> Bool {
        switch value {
        case 0xE00...0xEFF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF,
            0xF900...0xFAFF,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// Appends the folded form of a character of a word that is not ASCII, as UTF-8.
    static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch scalar.value {
        case 0x300...0x36F: return  // Combining accents.
        case 0xDF, 0x1E9E: bytes += [UInt8(ascii: "s"), UInt8(ascii: "s")]
        case 0xC6, 0xE6: bytes += [UInt8(ascii: "a"), UInt8(ascii: "e")]
        case 0x152, 0x153: bytes += [UInt8(ascii: "o"), UInt8(ascii: "e")]
        case 0xDE, 0xFE: bytes += [UInt8(ascii: "t"), UInt8(ascii: "h")]
        case 0xD8, 0xF8: bytes.append(UInt8(ascii: "o"))
        case 0x131: bytes.append(UInt8(ascii: "i"))
        case 0x141, 0x142: bytes.append(UInt8(ascii: "l"))
        case 0xD0, 0xF0, 0x110, 0x111: bytes.append(UInt8(ascii: "d"))
        case 0x3C2: append(value: 0x3C3, to: &bytes)
        default:
            if let folded = FoldingTable.folded(scalar.value) {
                if folded != 0x20 { append(value: folded, to: &bytes) }
            } else {
                bytes += scalar.properties.lowercaseMapping.utf8
            }
        }
    }

    private static func append(value: UInt32, to bytes: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(value) else { return }
        bytes += UTF8.encode(scalar).map { Array($0) } ?? []
    }
}
