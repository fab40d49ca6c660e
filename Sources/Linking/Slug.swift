import Writers

/// A component of a URL made from a name: lower case, letters and digits of any script, words joined by hyphens. `C++` and `C#`
/// are `c-plus-plus` and `c-sharp`, so that neither is `c`.
package struct Slug: Hashable, Sendable, CustomStringConvertible {
    package let string: String

    package var description: String { string }

    /// - Parameter name: a file's or a folder's name without extension, a tag, an alias. A name of nothing but
    ///   punctuation gives `untitled`; one too long for a file's name is cut and told apart by its hash.
    package init(_ name: some StringProtocol) {
        let hasSigns = name.utf8.contains { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "#") }
        string = Slug.fitted(hasSigns ? Slug.joined(Slug.spellingSigns(name)) : Slug.joined(name))
    }

    /// The most bytes. File systems allow 255 for a name, and percent-encoding makes three of one.
    private static let limit = 200

    /// A slug without dots around it, which mean folders and hidden files, and of bearable length.
    private static func fitted(_ text: String) -> String {
        var trimmed = text[...]
        while let first = trimmed.first, first == "." || first == "-" { trimmed.removeFirst() }
        while let last = trimmed.last, last == "." || last == "-" { trimmed.removeLast() }
        guard !trimmed.isEmpty else { return "untitled" }
        var slug = String(trimmed)
        // A page is a folder; one that was named like a file of ours would stand in its way.
        if let dot = slug.utf8.lastIndex(of: UInt8(ascii: ".")),
            ["html", "xml", "txt", "md"].contains(slug[slug.utf8.index(after: dot)...])
        {
            slug.replaceSubrange(dot...dot, with: "-")
        }
        if slug == "_waymark" { return "waymark" }
        guard slug.utf8.count > limit else { return slug }
        var head = slug.prefix(limit)
        while head.utf8.count > limit - 17 { head.removeLast() }
        return "\(head)-\(ContentHash.hexadecimal(of: slug.utf8))"
    }

    /// What a name's sign is called.
    private static func word(of scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "+": "plus"
        case "#": "sharp"
        default: nil
        }
    }

    /// A name with words for the signs that end one of its words. A single sign between two words joins them: `Redis+Kafka`.
    private static func spellingSigns(_ name: some StringProtocol) -> String {
        let scalars = Array(String(name).unicodeScalars)
        var output = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            let end = scalars[index...].firstIndex { word(of: $0) == nil } ?? scalars.count
            if index == end {
                output.append(scalars[index])
                index += 1
                continue
            }
            let followsWord = index > 0 && isLetterOrDigit(scalars[index - 1])
            let joinsWord = end < scalars.count && isLetterOrDigit(scalars[end])
            if followsWord, end - index > 1 || !joinsWord {
                for sign in scalars[index..<end] { output += "-\(word(of: sign) ?? "")".unicodeScalars }
                if joinsWord { output.append("-") }
            } else {
                output.append(" ")
            }
            index = end
        }
        return String(output)
    }

    /// Words in lower case, joined by hyphens.
    private static func joined(_ name: some StringProtocol) -> String { ascii(name) ?? unicode(name) }

    private static func unicode(_ name: some StringProtocol) -> String {
        var output = ""
        var needsHyphen = false
        for scalar in name.lowercased().unicodeScalars {
            if Slug.isKept(scalar) {
                if needsHyphen, !output.isEmpty { output.unicodeScalars.append("-") }
                needsHyphen = false
                output.unicodeScalars.append(scalar)
            } else if !Slug.isDropped(scalar) {
                needsHyphen = true
            }
        }
        return output
    }

    /// The same for the common case, a name in ASCII, without going through scalars.
    private static func ascii(_ name: some StringProtocol) -> String? {
        var output: [UInt8] = []
        output.reserveCapacity(name.utf8.count)
        var needsHyphen = false
        for byte in name.utf8 {
            let folded: UInt8
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "_"), UInt8(ascii: "."):
                folded = byte
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded = byte | 0x20
            case UInt8(ascii: "'"): continue
            case 0x80...: return nil
            default:
                needsHyphen = true
                continue
            }
            if needsHyphen, !output.isEmpty { output.append(UInt8(ascii: "-")) }
            needsHyphen = false
            output.append(folded)
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar == "." || isLetterOrDigit(scalar)
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        // Whether an emoji is drawn in colour is no part of its name.
        if scalar == "\u{FE0E}" || scalar == "\u{FE0F}" { return false }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber: return true
        default: return properties.isAlphabetic || (properties.isEmoji && scalar.value > 0x2000)
        }
    }

    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        ["'", "’", "\u{FE0E}", "\u{FE0F}"].contains(scalar)
    }
}
