extension MathParser {
    /// `\begin{…} … \end{…}`; the token is `\begin`.
    mutating func environmentAtom() throws(MathML.Problem) -> MathAtom {
        let opening = place
        let nameRange = try rawArgument()
        let name = String(decoding: scanner.bytes[nameRange], as: UTF8.self)
        let whole = opening.lowerBound..<scanner.position
        guard let frame = MathEnvironment(name) else {
            throw problem("unknown environment \(Self.shortened(name))", whole)
        }
        var table = MathTable(layout: frame.layout)
        if case .array = table.layout { table.layout = .array(try columns()) }
        advance()
        table.rows = try rows(of: table.layout)
        guard token == .command("end") else {
            if token == .end { throw problem("unclosed \\begin{\(name)}", whole) }
            throw stray()
        }
        let end = start
        let closing = String(decoding: scanner.bytes[try rawArgument()], as: UTF8.self)
        guard closing == name else {
            throw problem(
                "\\end{\(Self.shortened(closing))} closes \\begin{\(name)}", end..<scanner.position)
        }
        advance()
        // An equation without rows needs no table.
        if case .gathered = table.layout, table.rows.count == 1, table.rows[0].cells.count == 1 {
            return MathAtom(.ordinary, .group([MathAtom(.space, .style(.display))] + table.rows[0].cells[0]))
        }
        let atom = MathAtom(.ordinary, .table(table))
        if frame.left == nil, frame.right == nil { return atom }
        return MathAtom(.ordinary, .fenced(Self.fence(frame.left, [atom], frame.right)))
    }

    /// `\substack{i<n \\ j<m}`; the token is the command.
    mutating func substack() throws(MathML.Problem) -> MathAtom {
        let command = place
        advance()
        let opening = place
        guard token == .open else { throw problem("\\substack needs braces after it", command) }
        advance()
        let table = MathTable(layout: .substack, rows: try rows(of: .substack))
        guard token == .close else { throw problem("unclosed {", opening) }
        advance()
        return MathAtom(.ordinary, .table(table))
    }

    /// Cells up to a token that ends them, which stays. A row after the last `\\` counts only if it holds something.
    private mutating func rows(of layout: MathTable.Layout) throws(MathML.Problem) -> [MathTable.Row] {
        var rows: [MathTable.Row] = []
        while true {
            var row = MathTable.Row()
            row.hasRuleAbove = takeRules(in: layout)
            row.cells.append(try self.row())
            while token == .align {
                advance()
                row.cells.append(try self.row())
            }
            let isEmpty = row.cells.count == 1 && row.cells[0].isEmpty
            if token == .newline || !isEmpty || rows.isEmpty {
                rows.append(row)
            } else if row.hasRuleAbove {
                rows[rows.count - 1].hasRuleBelow = true
            }
            guard token == .newline else { return rows }
            skipRowGap()
        }
    }

    private mutating func takeRules(in layout: MathTable.Layout) -> Bool {
        guard case .array = layout else { return false }
        var found = false
        while token == .command("hline") {
            found = true
            advance()
        }
        return found
    }

    /// Goes past `\\` with its star and `[2pt]`; a bracket that holds no length is part of the formula.
    mutating func skipRowGap() {
        _ = scanner.take(UInt8(ascii: "*"))
        let start = scanner.position
        if scanner.take(UInt8(ascii: "[")), !skipLength() { scanner.position = start }
        advance()
    }

    private mutating func skipLength() -> Bool {
        var hasDigit = false
        // No length that means anything is longer, so a source full of brackets is read once.
        let limit = min(scanner.bytes.endIndex, scanner.position + 16)
        while scanner.position < limit, let byte = scanner.next {
            scanner.position += 1
            switch byte {
            case UInt8(ascii: "]"): return hasDigit
            case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
            case UInt8(ascii: "-"), UInt8(ascii: "."): break
            case _ where MathScanner.isLetter(byte) && hasDigit: break
            default: return false
            }
        }
        return false
    }

    /// The columns of an array: `{cc|c}`.
    private mutating func columns() throws(MathML.Problem) -> [MathTable.Column] {
        let range = try rawArgument()
        var columns: [MathTable.Column] = []
        var hasRule = false
        for index in range {
            switch scanner.bytes[index] {
            case UInt8(ascii: "l"): columns.append(MathTable.Column(alignment: .left, hasRuleBefore: hasRule))
            case UInt8(ascii: "c"):
                columns.append(MathTable.Column(alignment: .center, hasRuleBefore: hasRule))
            case UInt8(ascii: "r"):
                columns.append(MathTable.Column(alignment: .right, hasRuleBefore: hasRule))
            case UInt8(ascii: "|"):
                hasRule = true
                continue
            case UInt8(ascii: " "): continue
            default: throw problem("columns of an array are l, c, r and |", range)
            }
            hasRule = false
        }
        if hasRule, !columns.isEmpty { columns[columns.count - 1].hasRuleAfter = true }
        return columns
    }
}

/// How an environment is laid out and what stands around it.
struct MathEnvironment {
    let layout: MathTable.Layout
    var left: String?
    var right: String?

    init?(_ name: String) {
        switch name {
        case "matrix": self.init(.matrix)
        case "pmatrix": self.init(.matrix, "(", ")")
        case "bmatrix": self.init(.matrix, "[", "]")
        case "Bmatrix": self.init(.matrix, "{", "}")
        case "vmatrix": self.init(.matrix, "|", "|")
        case "Vmatrix": self.init(.matrix, "‖", "‖")
        case "smallmatrix": self.init(.small)
        case "cases": self.init(.cases(.text), "{", nil)
        case "dcases": self.init(.cases(.display), "{", nil)
        case "rcases": self.init(.cases(.text), nil, "}")
        case "aligned", "align", "align*", "split": self.init(.aligned)
        case "gathered", "gather", "gather*", "equation", "equation*": self.init(.gathered)
        case "array": self.init(.array([]))
        default: return nil
        }
    }

    private init(_ layout: MathTable.Layout, _ left: String? = nil, _ right: String? = nil) {
        self.layout = layout
        self.left = left
        self.right = right
    }
}
