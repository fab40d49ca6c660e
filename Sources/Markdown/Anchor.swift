/// The `id` of a heading, unique in its page.
package struct Anchor: Hashable, Sendable, CustomStringConvertible {
    package let string: String

    package init(_ string: String) { self.string = string }

    package var description: String { string }

    /// An `id` that an author gives a heading or an element; nil for one that no page may have.
    ///
    /// White space is not allowed in an `id` (HTML Living Standard, "the id attribute"), and a colon marks those that
    /// pages make themselves.
    init?(author id: ArraySlice<UInt8>) {
        guard (1...200).contains(id.count),
            id.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: ":") })
        else { return nil }
        string = String(decoding: id, as: UTF8.self)
    }

    /// The `id` of a block that an author names `^name`: letters, digits and hyphens, as in Obsidian. It keeps the
    /// caret, so that it is never a heading's.
    init?(block name: ArraySlice<UInt8>) {
        guard (1...80).contains(name.count),
            name.allSatisfy({ Mask.isAlphanumeric($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        string = "^" + String(decoding: name, as: UTF8.self)
    }

    /// The anchor of a heading's text as GitHub makes it: lower case, spaces as hyphens, of the rest only letters,
    /// digits, marks, `-` and `_`.
    package init(heading text: String) {
        let bytes = text.utf8
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "_"):
                output.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): output.append(byte | 0x20)
            case UInt8(ascii: " "): output.append(UInt8(ascii: "-"))
            case 0x80...:
                let scalars = text.lowercased().unicodeScalars.compactMap(Self.anchorScalar)
                self.init(scalars.isEmpty ? "section" : String(scalars.map(Character.init)))
                return
            default: continue
            }
        }
        self.init(output.isEmpty ? "section" : String(decoding: output, as: UTF8.self))
    }

    private static func anchorScalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case " ": return "-"
        case "-", "_": return scalar
        default:
            let properties = scalar.properties
            switch properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
                return scalar
            default: return properties.isAlphabetic ? scalar : nil
            }
        }
    }
}

/// Gives the headings of one page anchors that do not repeat: `setup`, `setup-1`, `setup-2`.
package struct AnchorSet {
    private var used: Set<String> = []
    private var counts: [String: Int] = [:]

    package init() {}

    package mutating func unique(_ anchor: Anchor) -> Anchor {
        if used.insert(anchor.string).inserted { return anchor }
        var count = counts[anchor.string, default: 0]
        while true {
            count += 1
            let candidate = "\(anchor.string)-\(count)"
            if used.insert(candidate).inserted {
                counts[anchor.string] = count
                return Anchor(candidate)
            }
        }
    }
}
