/// Reads a formula's source, by one token of lookahead.
///
/// Every construct that nests goes through `nested`, so that no source can make the recursion deep.
struct MathParser {
    /// Far deeper than formulas are, and shallow enough for a thread with a stack of 512 KB, unoptimised too.
    static let deepest = 64

    var scanner: MathScanner
    let display: Bool
    var token = MathToken.end
    /// Where `token` begins.
    var start: Int
    private var depth = 0
    /// The alphabet that `\mathbf{…}` or `\bf` has set.
    var alphabet: MathAlphabet?
    /// Whether `]` ends the row, as in `\sqrt[3]{x}`.
    private var stopsAtBracket = false

    init(_ tex: ArraySlice<UInt8>, display: Bool) {
        scanner = MathScanner(tex)
        self.display = display
        start = tex.startIndex
    }

    /// Where `token` is.
    var place: Range<Int> { start..<scanner.position }

    mutating func advance() {
        scanner.skipSpace()
        start = scanner.position
        token = scanner.takeToken()
    }

    /// The whole formula; one that stands alone may have several rows.
    mutating func formula() throws(MathML.Problem) -> [MathAtom] {
        advance()
        var rows = [try row()]
        while token == .newline, display {
            skipRowGap()
            rows.append(try row())
        }
        guard token == .end else { throw stray() }
        if rows.count > 1, rows.last?.isEmpty == true { rows.removeLast() }
        if rows.allSatisfy(\.isEmpty) { throw problem("empty formula", start..<start) }
        guard rows.count > 1 else { return rows[0] }
        let table = MathTable(layout: .gathered, rows: rows.map { MathTable.Row(cells: [$0]) })
        return [MathAtom(.ordinary, .table(table))]
    }

    /// Atoms up to a token that ends them, which stays.
    mutating func row(stopsAtBracket: Bool = false) throws(MathML.Problem) -> [MathAtom] {
        try enter()
        let outer = (self.stopsAtBracket, alphabet)
        self.stopsAtBracket = stopsAtBracket
        defer {
            (self.stopsAtBracket, alphabet) = outer
            depth -= 1
        }
        var row = MathRow()
        while true {
            if try takeSwitch(into: &row) { continue }
            guard let nucleus = try nucleus() else { return row.finished() }
            row.append(try scripted(nucleus))
        }
    }

    mutating func enter() throws(MathML.Problem) {
        if depth >= Self.deepest { throw problem("nested too deeply", place) }
        depth += 1
    }

    /// Takes a command that draws nothing itself but changes what follows.
    private mutating func takeSwitch(into row: inout MathRow) throws(MathML.Problem) -> Bool {
        guard case .command(let name) = token else { return false }
        switch MathCommand(name) {
        case .style(let style): row.append(MathAtom(.space, .style(style)))
        case .alphabetSwitch(let alphabet): self.alphabet = alphabet
        case .ignored: break
        case .label: _ = try rawArgument()
        default: return false
        }
        advance()
        return true
    }

    /// One atom without its scripts; nil where the row ends.
    mutating func nucleus() throws(MathML.Problem) -> MathAtom? {
        switch token {
        case .end, .close, .align, .newline: return nil
        case .open: return .group(try group())
        case .superscript, .subscript, .prime: return .empty
        case .character("]") where stopsAtBracket: return nil
        case .character(let scalar): return try character(scalar)
        case .command(let name): return try command(name)
        }
    }

    /// What stands between braces.
    mutating func group() throws(MathML.Problem) -> [MathAtom] {
        let opening = place
        advance()
        let atoms = try row()
        guard token == .close else { throw problem("unclosed {", opening) }
        advance()
        return atoms
    }

    /// What a command applies to: a group or the next atom, which is one digit of a number.
    ///
    /// - Parameter owner: the command or sign, for the problem that nothing follows it.
    mutating func argument(of owner: String, at place: Range<Int>) throws(MathML.Problem) -> [MathAtom] {
        if token == .open { return try group() }
        try enter()
        defer { depth -= 1 }
        switch token {
        case .character(let scalar) where ("0"..."9").contains(scalar):
            advance()
            return [MathAtom(.ordinary, .number(styled(String(scalar))))]
        case .superscript, .subscript, .prime: break
        default: if let atom = try nucleus() { return [atom] }
        }
        throw problem("nothing follows \(Self.shortened(owner))", place)
    }

    /// What stands between brackets, if a bracket comes next.
    mutating func optionalArgument() throws(MathML.Problem) -> [MathAtom]? {
        guard token == .character("[") else { return nil }
        let opening = place
        advance()
        let atoms = try row(stopsAtBracket: true)
        guard token == .character("]") else { throw problem("unclosed [", opening) }
        advance()
        return atoms
    }

    // MARK: Problems

    func problem(_ message: String, _ place: Range<Int>) -> MathML.Problem {
        MathML.Problem(
            message: message, offset: place.lowerBound - scanner.bytes.startIndex, count: place.count)
    }

    /// A name from the source, for a message.
    static func shortened(_ name: String) -> String {
        let scalars = name.unicodeScalars
        guard scalars.count > 32 else { return name }
        return String(String.UnicodeScalarView(scalars.prefix(31))) + "…"
    }

    /// What is wrong with the token that ended a row which nothing asked to end.
    func stray() -> MathML.Problem {
        switch token {
        case .close: problem("} closes nothing", place)
        case .align: problem("& outside of an environment", place)
        case .newline: problem("\\\\ outside of an environment", place)
        case .command("right"): problem("\\right without \\left", place)
        case .command("middle"): problem("\\middle outside of \\left and \\right", place)
        case .command("end"): problem("\\end without \\begin", place)
        default: problem("unexpected end", place)
        }
    }
}
