/// What is a tag: `#` and a name, as Obsidian and GitHub-style notes write it.
///
/// A name is made of letters, digits, marks, `_`, `-` and `/`, and holds at least one letter, so `#123` is none; nor is
/// a colour such as `#fff`, but on a line of tags. Before `#` there is no letter, digit, `_`, `/`, `&`,
/// `#` or `{`, and no URL.
package enum TagToken {
    /// The length of the name that begins at `start`, right after `#`; 0 where there is no tag.
    static func nameLength(in text: ArraySlice<UInt8>, at start: Int) -> Int {
        var index = start
        var hasLetter = false
        var isInEmoji = false
        while index < text.endIndex {
            let byte = text[index]
            if byte < 0x80 {
                isInEmoji = false
                guard let isLetter = Self.isNameByte(byte) else { break }
                hasLetter = hasLetter || isLetter
                index += 1
            } else {
                let (scalar, length) = UTF8Sequence.scalar(in: text, at: index)
                let properties = scalar.properties
                switch properties.generalCategory {
                case .nonspacingMark where scalar == "\u{FE0F}" && !isInEmoji:
                    return finish(text, start, index, hasLetter)
                case .nonspacingMark where scalar == "\u{FE0F}":
                    index += length
                    continue
                case .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber: break
                case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
                    hasLetter = true
                default:
                    // Emoji are names in Obsidian, and so are the joiners and selectors behind them.
                    let isEmoji =
                        properties.isEmojiPresentation
                        || (properties.isEmoji && text[(index + length)...].starts(with: "\u{FE0F}".utf8))
                    let joins = scalar == "\u{200D}" || properties.isEmojiModifier
                    guard isEmoji || (joins && isInEmoji) else {
                        return finish(text, start, index, hasLetter)
                    }
                    hasLetter = true
                    isInEmoji = true
                    index += length
                    continue
                }
                isInEmoji = false
                index += length
            }
        }
        return finish(text, start, index, hasLetter)
    }

    private static func finish(_ text: ArraySlice<UInt8>, _ start: Int, _ end: Int, _ hasLetter: Bool) -> Int
    {
        var end = end
        while end > start, text[end - 1] == UInt8(ascii: "/") || text[end - 1] == UInt8(ascii: "-") {
            end -= 1
        }
        guard hasLetter, end > start, text[start] != UInt8(ascii: "/"), text[start] != UInt8(ascii: "-")
        else {
            return 0
        }
        return end - start
    }

    /// Nil where the byte ends a name; otherwise whether it is a letter.
    private static func isNameByte(_ byte: UInt8) -> Bool? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "/"):
            false
        default: nil
        }
    }

    /// Whether a `#` may begin a tag after this byte.
    static func mayFollow(_ byte: UInt8?) -> Bool {
        guard let byte else { return true }
        return switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "&"),
            UInt8(ascii: "#"), UInt8(ascii: "{"), 0x80...:
            false
        default: true
        }
    }

    /// Whether a name reads as a colour: three, four, six or eight hexadecimal digits. Some are words, as `decade`; what
    /// they mean shows where they stand.
    package static func isColour(_ name: some Collection<UInt8>) -> Bool {
        [3, 4, 6, 8].contains(name.count)
            && name.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
                    UInt8(ascii: "A")...UInt8(ascii: "F"):
                    true
                default: false
                }
            }
    }
}
