extension MathParser {
    /// An atom with the scripts that follow it (The TeXbook, chapter 16).
    mutating func scripted(_ base: MathAtom) throws(MathML.Problem) -> MathAtom {
        var base = base
        var lower: [MathAtom]?
        var upper: [MathAtom]?
        scripts: while true {
            let place = place
            switch token {
            case .prime:
                if upper != nil { throw problem("double superscript", place) }
                upper = [primes()]
                if token == .superscript {
                    let sign = self.place
                    advance()
                    upper?.append(contentsOf: try argument(of: "^", at: sign))
                }
            case .superscript:
                if upper != nil { throw problem("double superscript", place) }
                advance()
                upper = try argument(of: "^", at: place)
            case .subscript:
                if lower != nil { throw problem("double subscript", place) }
                advance()
                lower = try argument(of: "_", at: place)
            case .command(let name):
                guard case .limits(let limits)? = MathCommand(name) else { break scripts }
                guard base.kind == .large || base.kind == .function else {
                    throw problem("\\\(name) follows no operator", place)
                }
                base.limits = limits
                advance()
            default: break scripts
            }
        }
        if lower == nil, upper == nil { return base }
        return MathAtom(base.kind, .scripts(base, sub: lower, sup: upper))
    }

    /// All primes side by side; Unicode has signs for up to four.
    private mutating func primes() -> MathAtom {
        var count = 0
        while token == .prime {
            count += 1
            advance()
        }
        let signs = ["′", "″", "‴", "⁗"]
        let text =
            count <= signs.count ? signs[count - 1] : String(repeating: "′", count: count)
        return .symbol(text, .ordinary)
    }

    /// A character that stands for itself.
    mutating func character(_ scalar: Unicode.Scalar) throws(MathML.Problem) -> MathAtom {
        switch scalar {
        case "0"..."9": return number()
        case ".": if let next = scanner.next, ("0"..."9").contains(Unicode.Scalar(next)) { return number() }
        case "~", "\u{A0}":
            advance()
            return .space("0.25em")
        case "$", "#":
            throw problem("\(scalar) without a backslash", place)
        default: break
        }
        let place = place
        advance()
        if let kind = MathCommand.classes[scalar] { return symbol(scalar, kind) }
        let properties = scalar.properties
        if properties.isAlphabetic { return letter(scalar) }
        switch properties.generalCategory {
        case .mathSymbol: return .symbol(String(scalar), .relation)
        case .nonspacingMark, .enclosingMark, .spacingMark:
            throw problem("a combining mark without its letter", place)
        case .decimalNumber: return MathAtom(.ordinary, .number(String(scalar)))
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space("0.25em")
        default: return MathAtom(.ordinary, .text(String(scalar)))
        }
    }

    private func symbol(_ scalar: Unicode.Scalar, _ kind: MathClass) -> MathAtom {
        let text =
            switch scalar {
            case "-": "−"
            case "*": "∗"
            default: String(scalar)
            }
        return MathAtom(kind, .symbol(text), limits: MathCommand.movable.contains(text) ? .movable : .none)
    }

    /// A letter with the combining marks that follow it.
    private mutating func letter(_ scalar: Unicode.Scalar) -> MathAtom {
        var marks = String.UnicodeScalarView()
        while case .character(let mark) = token, mark.value >= 0x300,
            mark.properties.generalCategory == .nonspacingMark
        {
            marks.append(mark)
            advance()
        }
        return identifier(scalar, marks: String(marks))
    }

    /// A letter in the alphabet of its place; capital Greek letters stand upright by themselves.
    func identifier(_ scalar: Unicode.Scalar, isUpright: Bool = false, marks: String = "") -> MathAtom {
        let isUpright = isUpright || ("Α"..."Ω").contains(scalar)
        guard let alphabet else {
            return MathAtom(
                .ordinary, .identifier(String(scalar) + marks, isUpright: isUpright, isRun: false))
        }
        let text = String(alphabet(scalar)) + marks
        return MathAtom(
            .ordinary,
            .identifier(text, isUpright: isUpright || alphabet == .upright, isRun: alphabet.makesWords))
    }

    /// Digits with at most one point among them: `3.14` is one number.
    private mutating func number() -> MathAtom {
        let start = start
        var hasPoint = token == .character(".")
        while let byte = scanner.next {
            if byte == UInt8(ascii: "."), !hasPoint,
                let after = scanner.bytes[scanner.position...].dropFirst().first,
                isDigit(after)
            {
                hasPoint = true
            } else if !isDigit(byte) {
                break
            }
            scanner.position += 1
        }
        let text = String(decoding: scanner.bytes[start..<scanner.position], as: UTF8.self)
        advance()
        return MathAtom(.ordinary, .number(styled(text)))
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    func styled(_ digits: String) -> String { alphabet.map { $0(digits) } ?? digits }
}
