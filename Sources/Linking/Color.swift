/// A colour of sRGB.
package struct Color: Sendable, Hashable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// Reads `#14633f` or `#163`.
    package init?(_ text: String) {
        guard text.first == "#" else { return nil }
        let digits = text.dropFirst().compactMap(\.hexDigitValue)
        guard digits.count == text.count - 1 else { return nil }
        func channel(_ index: Int) -> UInt8? {
            switch digits.count {
            case 3: UInt8(digits[index] * 17)
            case 6: UInt8(digits[2 * index] * 16 + digits[2 * index + 1])
            default: nil
            }
        }
        guard let red = channel(0), let green = channel(1), let blue = channel(2) else { return nil }
        self.init(red: red, green: green, blue: blue)
    }

    /// As CSS has it: `#14633f`.
    package var css: String {
        func hexadecimal(_ channel: UInt8) -> String {
            let digits = String(channel, radix: 16)
            return digits.count == 1 ? "0\(digits)" : digits
        }
        return "#\(hexadecimal(red))\(hexadecimal(green))\(hexadecimal(blue))"
    }

    /// Mixed with another colour, of which so large a share is taken, from 0 to 1.
    package func mixed(with other: Color, share: Double) -> Color {
        func channel(_ own: UInt8, _ their: UInt8) -> UInt8 {
            UInt8((Double(own) * (1 - share) + Double(their) * share).rounded())
        }
        return Color(
            red: channel(red, other.red), green: channel(green, other.green), blue: channel(blue, other.blue))
    }

    /// From 1 to 21 (WCAG 2.2, contrast ratio).
    package func contrast(to other: Color) -> Double {
        let (first, second) = (luminance, other.luminance)
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    /// The least mixture with another colour that has so much contrast to a ground.
    package func mixed(with other: Color, untilContrast least: Double, to ground: Color) -> Color {
        for step in 0...20 {
            let color = mixed(with: other, share: Double(step) / 20)
            if color.contrast(to: ground) >= least { return color }
        }
        return other
    }

    /// From 0 for black to 1 for white (WCAG 2.2, relative luminance). The power of 2.4 is taken by a square and a fifth
    /// root, so that it is the same on every machine.
    private var luminance: Double {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : Self.power((value + 0.055) / 1.055)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// `base` to the power of 2.4, for a base from 0 to 1: `base²` times the fifth root of `base²`, by Newton's method.
    private static func power(_ base: Double) -> Double {
        let square = base * base
        var root = 1.0
        for _ in 0..<40 {
            root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
        }
        return square * root
    }
}
