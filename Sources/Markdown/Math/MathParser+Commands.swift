extension MathParser {
    /// The atom of a command; nil where the command ends the row.
    mutating func command(_ name: String) throws(MathML.Problem) -> MathAtom? {
        let place = place
        let owner = "\\\(name)"
        guard let command = MathCommand(name) else {
            throw problem("unknown command \(Self.shortened(owner))", place)
        }
        switch command {
        case .right, .middle, .end: return nil
        case .text(let alphabet): return try text(alphabet)
        case .operatorName: return try operatorName()
        case .tag: return try tag()
        case .hspace: return try horizontalSpace()
        case .begin: return try environmentAtom()
        case .substack: return try substack()
        case .left: return try fenced()
        case .sized(let size, let side): return try sizedDelimiter(size, side)
        case .color: throw problem("\(owner) is left to the theme", place)
        case .limits: throw problem("\(owner) follows no operator", place)
        case .rule: throw problem("\(owner) is not at the start of a row", place)
        case .style, .alphabetSwitch, .label, .ignored:
            throw problem("\(owner) needs braces around it", place)
        default: break
        }
        advance()
        if let atom = simple(command) { return atom }
        return try compound(command, owner, at: place)
    }

    /// Commands without arguments.
    private func simple(_ command: MathCommand) -> MathAtom? {
        switch command {
        case .letter(let text): letter(text, isUpright: false)
        case .upright(let text): letter(text, isUpright: true)
        case .symbol(let text, let kind): .symbol(text, kind)
        case .large(let text, let limits): MathAtom(.large, .symbol(text), limits: limits)
        case .function(let text, let limits): MathAtom(.function, .function(text), limits: limits)
        case .space(let width): .space(width)
        case .modulus(.binary): .symbol("mod", .binary)
        default: nil
        }
    }

    private func letter(_ text: String, isUpright: Bool) -> MathAtom? {
        guard let scalar = text.unicodeScalars.first else { return nil }
        guard scalar.properties.isAlphabetic || scalar == "∂" || scalar == "∇" else {
            return MathAtom(.ordinary, .identifier(text, isUpright: isUpright, isRun: false))
        }
        return identifier(scalar, isUpright: isUpright)
    }

    /// Commands with formulas as arguments.
    private mutating func compound(
        _ command: MathCommand, _ owner: String, at place: Range<Int>
    ) throws(MathML.Problem) -> MathAtom? {
        switch command {
        case .fraction(let style): return try fraction(style, hasLine: true, owner, at: place)
        case .binomial(let style):
            let fraction = try fraction(style, hasLine: false, owner, at: place)
            return MathAtom(.ordinary, .fenced(Self.fence("(", [fraction], ")")))
        case .root:
            let index = try optionalArgument()
            return MathAtom(.ordinary, .root(try argument(of: owner, at: place), index: index))
        case .alphabet(let alphabet):
            let outer = self.alphabet
            self.alphabet = alphabet
            defer { self.alphabet = outer }
            let atoms = try argument(of: owner, at: place)
            return atoms.count == 1 ? atoms[0] : .group(atoms)
        case .phantom(let extent):
            return MathAtom(.ordinary, .phantom(try argument(of: owner, at: place), extent))
        case .boxed: return MathAtom(.ordinary, .boxed(try argument(of: owner, at: place)))
        case .classed(let kind): return classed(kind, try argument(of: owner, at: place))
        case .negation: return try negated(try argument(of: owner, at: place), at: place)
        case .arrow(let sign):
            let under = try optionalArgument()
            var atom = Self.stack(
                Self.mark(sign), over: Self.padded(try argument(of: owner, at: place)),
                under: under.map(Self.padded))
            atom.kind = .relation
            return atom
        case .modulus(let modulus): return Self.modulus(modulus, try argument(of: owner, at: place))
        default: return try stacked(command, owner, at: place)
        }
    }

    /// Accents, braces and what else stands above and below something.
    private mutating func stacked(
        _ command: MathCommand, _ owner: String, at place: Range<Int>
    ) throws(MathML.Problem) -> MathAtom? {
        let first = try argument(of: owner, at: place)
        switch command {
        case .accent(let sign, let isStretchy):
            return Self.stack(
                .group(first), over: [Self.mark(sign, isStretchy: isStretchy)], isAccent: true)
        case .underAccent(let sign):
            return Self.stack(.group(first), under: [Self.mark(sign)], isAccent: true)
        case .overBrace(let sign):
            var atom = Self.stack(.group(first), over: [Self.mark(sign)])
            (atom.kind, atom.limits) = (.ordinary, .fixed)
            return atom
        case .underBrace(let sign):
            var atom = Self.stack(.group(first), under: [Self.mark(sign)])
            (atom.kind, atom.limits) = (.ordinary, .fixed)
            return atom
        case .overset: return Self.stack(Self.base(try argument(of: owner, at: place)), over: first)
        case .underset: return Self.stack(Self.base(try argument(of: owner, at: place)), under: first)
        case .stackrel:
            var atom = Self.stack(Self.base(try argument(of: owner, at: place)), over: first)
            atom.kind = .relation
            return atom
        default: return nil
        }
    }

    private mutating func fraction(
        _ style: MathStyle?, hasLine: Bool, _ owner: String, at place: Range<Int>
    ) throws(MathML.Problem) -> MathAtom {
        let upper = try argument(of: owner, at: place)
        let lower = try argument(of: owner, at: place)
        return MathAtom(.ordinary, .fraction(upper, lower, hasLine: hasLine, style))
    }

    private func classed(_ kind: MathClass, _ atoms: [MathAtom]) -> MathAtom {
        if kind == .function { return MathAtom(.function, .group(atoms), limits: .movable) }
        if atoms.count == 1, case .symbol(let text) = atoms[0].form { return .symbol(text, kind) }
        switch kind {
        case .binary: return MathAtom(.ordinary, .spaced(atoms, "0.2222em"))
        case .relation: return MathAtom(.ordinary, .spaced(atoms, "0.2778em"))
        default: return MathAtom(.ordinary, .group(atoms))
        }
    }

    /// The relation struck through: one character where Unicode has it, else with a combining stroke.
    private func negated(_ atoms: [MathAtom], at place: Range<Int>) throws(MathML.Problem) -> MathAtom {
        guard atoms.count == 1, var atom = atoms.first else {
            throw problem("\\not needs one symbol after it", place)
        }
        switch atom.form {
        case .symbol(let text):
            atom.form = .symbol(MathCommand.negations[text] ?? text + "\u{338}")
        case .identifier(let text, let isUpright, let isRun):
            let negated = MathCommand.negations[text] ?? text + "\u{338}"
            atom.form = .identifier(negated, isUpright: isUpright, isRun: isRun)
        default: throw problem("\\not needs one symbol after it", place)
        }
        return atom
    }

    private static func modulus(_ modulus: MathCommand.Modulus, _ atoms: [MathAtom]) -> MathAtom {
        let word = [MathAtom(.ordinary, .function("mod")), .space("0.3333em")]
        let content =
            switch modulus {
            case .bare: [.symbol("(", .opening)] + atoms + [.symbol(")", .closing)]
            case .parenthesized: [.symbol("(", .opening)] + word + atoms + [.symbol(")", .closing)]
            case .spaced, .binary: word + atoms
            }
        return MathAtom(.ordinary, .group([.space("1em")] + content))
    }

    static func mark(_ sign: String, isStretchy: Bool = true) -> MathAtom {
        MathAtom(.ordinary, .mark(sign, isStretchy: isStretchy))
    }

    /// What stands on an arrow, with room for its head.
    private static func padded(_ atoms: [MathAtom]) -> [MathAtom] {
        [.space("0.5em")] + atoms + [.space("0.5em")]
    }

    private static func stack(
        _ base: MathAtom, over: [MathAtom]? = nil, under: [MathAtom]? = nil, isAccent: Bool = false
    ) -> MathAtom {
        MathAtom(base.kind, .stack(base, over: over, under: under, isAccent: isAccent))
    }

    /// A base that keeps its class, as `=` does below `\overset{!}{=}`.
    private static func base(_ atoms: [MathAtom]) -> MathAtom { atoms.count == 1 ? atoms[0] : .group(atoms) }
}
