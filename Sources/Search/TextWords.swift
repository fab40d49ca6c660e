/// The words of a short text, folded and stemmed, for comparing names, and units for comparing phrases.
enum TextWords {
    static func words(of text: String) -> [String] {
        units(of: text).map { unit in
            var bytes = Array(unit.utf8)
            Stemmer.stem(&bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// The folded units, with their signs; of scripts without spaces each character.
    static func units(of text: String) -> [String] {
        var units: [String] = []
        var text = text
        text.withUTF8 { bytes in
            var scanner = Scanner(bytes)
            while scanner.next() {
                let folded = String(decoding: scanner.signed, as: UTF8.self)
                if scanner.isPairs {
                    units += folded.unicodeScalars.map { String($0) }
                } else if !folded.isEmpty {
                    units.append(folded)
                }
            }
        }
        return units
    }

    /// The units with a space around each, in which a phrase is looked for, byte by byte: Swift's characters would join a space
    /// with a mark behind it, as with what is left of an emoji.
    static func line(of text: String) -> String { " " + units(of: text).joined(separator: " ") + " " }
}
