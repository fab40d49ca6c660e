/// How wide text is, without a font: an upper bound that holds for the fonts of the theme's stack.
enum TextMeasure {
    /// Widths of ASCII from space to `~`, in thousandths of the font size: for each character the widest among common
    /// sans-serif fonts (DejaVu Sans, Segoe UI, Helvetica, Roboto), rounded up.
    private static let ascii: [UInt16] = [
        330, 410, 470, 840, 640, 950, 800, 290, 400, 400, 510, 840, 330, 400, 330, 400,
        640, 640, 640, 640, 640, 640, 640, 640, 640, 640, 340, 340, 840, 840, 840, 540,
        1010, 720, 700, 730, 780, 640, 590, 790, 770, 320, 360, 680, 570, 900, 770, 800,
        640, 800, 710, 650, 640, 750, 700, 1000, 700, 640, 700, 400, 400, 400, 840, 510,
        510, 620, 650, 560, 650, 630, 370, 650, 650, 290, 290, 600, 290, 980, 650, 630,
        650, 650, 430, 540, 410, 650, 610, 830, 610, 610, 540, 640, 350, 640, 840,
    ]

    /// In thousandths of the font size.
    static func width(_ text: some StringProtocol) -> Int {
        var width = 0
        for byte in text.utf8 {
            // The first byte beyond printable ASCII sends the whole text the long way.
            guard (0x20...0x7E).contains(byte) else {
                return text.unicodeScalars.reduce(0) { $0 + Self.width($1) }
            }
            width += Int(ascii[Int(byte) - 0x20])
        }
        return width
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7E: return Int(ascii[Int(scalar.value) - 0x20])
        case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
        // Scripts of wide characters, and emoji.
        case 0x1100...0x11FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x1F000...:
            return 1050
        default: return scalar.properties.isUppercase ? 800 : 700
        }
    }

    /// Breaks text into lines no wider than `limit` at a font size; a word that is too long alone is broken too.
    static func wrap(_ text: String, width limit: Int, fontSize: Int) -> [String] {
        let most = limit * 1000 / fontSize
        var lines: [String] = []
        var line = ""
        var lineWidth = 0
        func finish() {
            lines.append(line)
            line = ""
            lineWidth = 0
        }
        var rest = text.utf8[...].drop { $0 <= 0x20 }
        while !rest.isEmpty {
            let word = Substring(rest.prefix { $0 > 0x20 })
            rest = rest[word.endIndex...].drop { $0 <= 0x20 }
            let wordWidth = width(word)
            let space = line.isEmpty ? 0 : width(" ")
            if lineWidth + space + wordWidth <= most {
                if !line.isEmpty { line += " " }
                line += word
                lineWidth += space + wordWidth
                continue
            }
            if !line.isEmpty { finish() }
            guard wordWidth > most else {
                line = String(word)
                lineWidth = wordWidth
                continue
            }
            for character in word {
                let characterWidth = width(String(character))
                if lineWidth + characterWidth > most, !line.isEmpty { finish() }
                line.append(character)
                lineWidth += characterWidth
            }
        }
        if !line.isEmpty || lines.isEmpty { finish() }
        return lines
    }
}
