/// The alphabets of formulas, as characters of their own (The Unicode Standard, Mathematical Alphanumeric Symbols).
enum MathAlphabet {
    case upright, bold, italic, boldItalic, script, fraktur, doubleStruck, sans, monospace

    /// Whether letters side by side make a word.
    var makesWords: Bool {
        switch self {
        case .upright, .bold, .italic, .sans, .monospace: true
        case .boldItalic, .script, .fraktur, .doubleStruck: false
        }
    }

    /// The character of this alphabet for a letter, digit or Greek letter; others stay as they are.
    func callAsFunction(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let value = scalar.value
        if let exception = exception(scalar) { return exception }
        let mapped: UInt32? =
            switch scalar {
            case "A"..."Z": capitals.map { $0 + value - 0x41 }
            // The small letters follow the capitals in every alphabet.
            case "a"..."z": capitals.map { $0 + 26 + value - 0x61 }
            case "0"..."9": digits.map { $0 + value - 0x30 }
            case "Α"..."Ω": greek.map { $0 + value - 0x391 }
            case "α"..."ω": smallGreek.map { $0 + value - 0x3B1 }
            default: greekVariant(scalar)
            }
        return mapped.flatMap(Unicode.Scalar.init) ?? scalar
    }

    func callAsFunction(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(self(scalar)) }
        return String(result)
    }

    private var capitals: UInt32? {
        switch self {
        case .upright: nil
        case .bold: 0x1D400
        case .italic: 0x1D434
        case .boldItalic: 0x1D468
        case .script: 0x1D49C
        case .fraktur: 0x1D504
        case .doubleStruck: 0x1D538
        case .sans: 0x1D5A0
        case .monospace: 0x1D670
        }
    }

    private var digits: UInt32? {
        switch self {
        case .bold, .boldItalic: 0x1D7CE
        case .doubleStruck: 0x1D7D8
        case .sans: 0x1D7E2
        case .monospace: 0x1D7F6
        case .upright, .italic, .script, .fraktur: nil
        }
    }

    /// Capital Greek letters stand upright in TeX, bold too.
    private var greek: UInt32? {
        switch self {
        case .bold, .boldItalic: 0x1D6A8
        case .italic: 0x1D6E2
        default: nil
        }
    }

    private var smallGreek: UInt32? {
        switch self {
        case .bold: 0x1D6C2
        case .italic: 0x1D6FC
        case .boldItalic: 0x1D736
        default: nil
        }
    }

    /// `∂ϵϑϰϕϱϖ` follow omega in this order, and `∇` the capitals.
    private func greekVariant(_ scalar: Unicode.Scalar) -> UInt32? {
        if scalar == "∇" { return greek.map { $0 + 25 } }
        let offset: UInt32
        switch scalar {
        case "∂": offset = 25
        case "ϵ": offset = 26
        case "ϑ": offset = 27
        case "ϰ": offset = 28
        case "ϕ": offset = 29
        case "ϱ": offset = 30
        case "ϖ": offset = 31
        default: return nil
        }
        return smallGreek.map { $0 + offset }
    }

    /// Letters that Unicode had before it had the alphabets.
    private func exception(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch (self, scalar) {
        case (.italic, "h"): "ℎ"
        case (.script, "B"): "ℬ"
        case (.script, "E"): "ℰ"
        case (.script, "F"): "ℱ"
        case (.script, "H"): "ℋ"
        case (.script, "I"): "ℐ"
        case (.script, "L"): "ℒ"
        case (.script, "M"): "ℳ"
        case (.script, "R"): "ℛ"
        case (.script, "e"): "ℯ"
        case (.script, "g"): "ℊ"
        case (.script, "o"): "ℴ"
        case (.fraktur, "C"): "ℭ"
        case (.fraktur, "H"): "ℌ"
        case (.fraktur, "I"): "ℑ"
        case (.fraktur, "R"): "ℜ"
        case (.fraktur, "Z"): "ℨ"
        case (.doubleStruck, "C"): "ℂ"
        case (.doubleStruck, "H"): "ℍ"
        case (.doubleStruck, "N"): "ℕ"
        case (.doubleStruck, "P"): "ℙ"
        case (.doubleStruck, "Q"): "ℚ"
        case (.doubleStruck, "R"): "ℝ"
        case (.doubleStruck, "Z"): "ℤ"
        default: nil
        }
    }
}
