extension MathParser {
    /// `\left( … \middle| … \right)`; the token is `\left`.
    mutating func fenced() throws(MathML.Problem) -> MathAtom {
        let opening = place
        var atoms: [MathAtom] = []
        if let sign = try delimiter() { atoms.append(Self.delimiter(sign, .left)) }
        while true {
            atoms += try row()
            switch token {
            case .command("middle"):
                if let sign = try delimiter() { atoms.append(Self.delimiter(sign, .middle)) }
            case .command("right"):
                if let sign = try delimiter() { atoms.append(Self.delimiter(sign, .right)) }
                return MathAtom(.ordinary, .fenced(atoms))
            default: throw problem("unclosed \\left", opening)
            }
        }
    }

    /// `\big(` and its family; the token is the command.
    mutating func sizedDelimiter(_ size: String, _ side: MathForm.Side?) throws(MathML.Problem) -> MathAtom {
        guard let sign = try delimiter() else { return .group([]) }
        let side = side ?? Self.side(of: sign)
        return MathAtom(Self.kind(of: side), .delimiter(sign, side, size: size))
    }

    /// Takes a command and the delimiter after it; nil for `.`, which stands for none.
    private mutating func delimiter() throws(MathML.Problem) -> String? {
        let command = place
        advance()
        guard let sign = sign() else {
            let name = String(decoding: scanner.bytes[command], as: UTF8.self)
            throw problem("no delimiter follows \(Self.shortened(name))", command)
        }
        advance()
        return sign == "." ? nil : sign
    }

    private func sign() -> String? {
        switch token {
        case .character("<"): "⟨"
        case .character(">"): "⟩"
        case .character(let scalar): Self.delimiters.contains(scalar) ? String(scalar) : nil
        case .command(let name): MathCommand.delimiters[name]
        default: nil
        }
    }

    private static let delimiters = Set("()[]/|.⟨⟩⌊⌋⌈⌉‖⟦⟧↑↓↕⇑⇓⇕".unicodeScalars)

    private static func side(of sign: String) -> MathForm.Side {
        switch sign.unicodeScalars.first.flatMap({ MathCommand.classes[$0] }) {
        case .opening: .left
        case .closing: .right
        default: .middle
        }
    }

    private static func kind(of side: MathForm.Side) -> MathClass {
        switch side {
        case .left: .opening
        case .right: .closing
        case .middle: .ordinary
        case .relation: .relation
        }
    }

    private static func delimiter(_ sign: String, _ side: MathForm.Side) -> MathAtom {
        MathAtom(side == .right ? .closing : .opening, .delimiter(sign, side, size: nil))
    }

    /// Atoms between brackets that grow with them.
    static func fence(_ left: String?, _ atoms: [MathAtom], _ right: String?) -> [MathAtom] {
        var result: [MathAtom] = []
        if let left { result.append(delimiter(left, .left)) }
        result += atoms
        if let right { result.append(delimiter(right, .right)) }
        return result
    }
}
