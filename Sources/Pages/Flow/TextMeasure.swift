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
    static func width(_ text: String) -> Int {
        var text = text
        return text.withUTF8 { width($0) }
    }

    private static func width(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        ascii.withUnsafeBufferPointer { ascii in
            var width = 0
            for byte in text {
                // The first byte beyond printable ASCII sends the whole text the long way.
                guard (0x20...0x7E).contains(byte) else {
                    return String(decoding: text, as: UTF8.self).unicodeScalars.reduce(0) {
                        $0 + Self.width($1)
                    }
                }
                width += Int(ascii[Int(byte) - 0x20])
            }
            return width
        }
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
        var text = text
        return text.withUTF8 { lines(of: $0, most: limit * 1000 / fontSize) }
    }

    private static func lines(of text: UnsafeBufferPointer<UInt8>, most: Int) -> [String] {
        var lines: [String] = []
        var line: [UInt8] = []
        line.reserveCapacity(80)
        var lineWidth = 0
        func finish() {
            lines.append(String(decoding: line, as: UTF8.self))
            line.removeAll(keepingCapacity: true)
            lineWidth = 0
        }
        for word in text.split(whereSeparator: { $0 <= 0x20 }) {
            let wordWidth = width(UnsafeBufferPointer(rebasing: word))
            let gap = line.isEmpty ? 0 : Int(ascii[0])
            if lineWidth + gap + wordWidth <= most {
                if !line.isEmpty { line.append(0x20) }
                line.append(contentsOf: UnsafeBufferPointer(rebasing: word))
                lineWidth += gap + wordWidth
                continue
            }
            if !line.isEmpty { finish() }
            guard wordWidth > most else {
                line.append(contentsOf: UnsafeBufferPointer(rebasing: word))
                lineWidth = wordWidth
                continue
            }
            for character in String(decoding: word, as: UTF8.self) {
                let characterWidth = width(String(character))
                if lineWidth + characterWidth > most, !line.isEmpty { finish() }
                line += character.utf8
                lineWidth += characterWidth
            }
        }
        if !line.isEmpty || lines.isEmpty { finish() }
        return lines
    }
}
