import Writers

/// Writes atoms as MathML Core (https://www.w3.org/TR/mathml-core/).
///
/// The recursion is as deep as the atoms nest, which the parser bounds.
struct MathWriter {
    var html: Markup

    init(capacity: Int) { html = Markup(capacity: capacity) }

    /// Appends atoms as one element, which scripts, fractions and the like need.
    mutating func appendElement(_ atoms: [MathAtom]) {
        if atoms.count == 1 {
            appendRow(atoms)
        } else {
            html.append(literal: "<mrow>")
            appendRow(atoms)
            html.append(literal: "</mrow>")
        }
    }

    /// Appends atoms side by side.
    mutating func appendRow(_ atoms: [MathAtom], continues: Bool = false) {
        let spacing = MathSpacing(atoms, continues: continues)
        var hasStyle = false
        for index in atoms.indices {
            if case .style(let style) = atoms[index].form {
                if hasStyle { html.append(literal: "</mstyle>") }
                begin(style)
                hasStyle = true
                continue
            }
            if spacing.gaps[index] { append(space: "0.1667em") }
            append(atoms[index], spacing.edges[index])
            if spacing.applies[index] { html.append(literal: "<mo>\u{2061}</mo>") }
        }
        if hasStyle { html.append(literal: "</mstyle>") }
    }

    func movableLimits(_ limits: MathLimits) -> StaticString {
        limits == .fixed ? " movablelimits=\"false\"" : " movablelimits=\"true\""
    }

    private mutating func begin(_ style: MathStyle) {
        html.append(
            literal: style == .display
                ? "<mstyle displaystyle=\"true\" scriptlevel=\"0\">"
                : "<mstyle displaystyle=\"false\" scriptlevel=\"0\">")
    }

    private mutating func append(space width: String) { html.append("<mspace width=\"\(width)\"/>") }

    /// Appends one atom as one element.
    mutating func append(_ atom: MathAtom, _ edge: MathSpacing.Edge = .standard) {
        switch atom.form {
        case .identifier(let text, let isUpright, _): append(identifier: text, isUpright: isUpright)
        case .number(let text): html.append("<mn>\(text)</mn>")
        case .text(let text): html.append("<mtext>\(text)</mtext>")
        case .symbol(let text): append(symbol: text, atom.kind, edge)
        case .function(let name): append(identifier: name, isUpright: true)
        case .space(let width): append(space: width)
        case .group(let atoms): appendElement(atoms)
        case .spaced(let atoms, let width):
            html.append(literal: "<mrow>")
            append(space: width)
            appendRow(atoms)
            append(space: width)
            html.append(literal: "</mrow>")
        case .scripts(let base, let sub, let sup): append(scripts: base, sub, sup, edge)
        case .fraction(let upper, let lower, let hasLine, let style):
            append(fraction: upper, lower, hasLine: hasLine, style)
        case .root(let atoms, let index): append(root: atoms, index)
        case .stack(let base, let over, let under, let isAccent):
            append(stack: base, over: over, under: under, isAccent: isAccent, edge)
        case .mark(let sign, let isStretchy):
            html.append(literal: isStretchy ? "<mo stretchy=\"true\">" : "<mo stretchy=\"false\">")
            html.append("\(sign)</mo>")
        case .delimiter(let sign, let side, let size): append(delimiter: sign, side, size)
        case .fenced(let atoms):
            html.append(literal: "<mrow>")
            appendRow(atoms)
            html.append(literal: "</mrow>")
        case .table(let table): append(table)
        case .phantom(let atoms, let extent): append(phantom: atoms, extent)
        case .boxed(let atoms):
            html.append(literal: "<mrow class=\"math-boxed\">")
            appendRow(atoms)
            html.append(literal: "</mrow>")
        case .style: break
        }
    }

    private mutating func append(
        scripts base: MathAtom, _ sub: [MathAtom]?, _ sup: [MathAtom]?, _ edge: MathSpacing.Edge
    ) {
        let name: StaticString
        switch (sub, sup, base.limits == .none) {
        case (_?, _?, true): name = "msubsup"
        case (_?, nil, true): name = "msub"
        case (nil, _, true): name = "msup"
        case (_?, _?, false): name = "munderover"
        case (_?, nil, false): name = "munder"
        case (nil, _, false): name = "mover"
        }
        html.append(literal: "<")
        html.append(literal: name)
        html.append(literal: ">")
        appendBase(base, edge)
        if let sub { appendElement(sub) }
        if let sup { appendElement(sup) }
        html.append(literal: "</")
        html.append(literal: name)
        html.append(literal: ">")
    }

    /// A base whose limits move must be an operator; words are made one.
    private mutating func appendBase(_ base: MathAtom, _ edge: MathSpacing.Edge) {
        switch base.form {
        case .function(let name) where base.limits != .none:
            html.append(literal: "<mo lspace=\"0em\" rspace=\"0em\"")
            html.append(literal: movableLimits(base.limits))
            html.append(">\(name)</mo>")
        case .symbol(let text) where base.kind == .large && base.limits == .fixed:
            html.append("<mo movablelimits=\"false\">\(text)</mo>")
        default: append(base, edge)
        }
    }

    private mutating func append(
        fraction upper: [MathAtom], _ lower: [MathAtom], hasLine: Bool, _ style: MathStyle?
    ) {
        if let style { begin(style) }
        html.append(literal: hasLine ? "<mfrac>" : "<mfrac linethickness=\"0\">")
        appendElement(upper)
        appendElement(lower)
        html.append(literal: "</mfrac>")
        if style != nil { html.append(literal: "</mstyle>") }
    }

    private mutating func append(root atoms: [MathAtom], _ index: [MathAtom]?) {
        if let index {
            html.append(literal: "<mroot>")
            appendElement(atoms)
            appendElement(index)
            html.append(literal: "</mroot>")
        } else {
            html.append(literal: "<msqrt>")
            appendRow(atoms)
            html.append(literal: "</msqrt>")
        }
    }

    private mutating func append(
        stack base: MathAtom, over: [MathAtom]?, under: [MathAtom]?, isAccent: Bool, _ edge: MathSpacing.Edge
    ) {
        let (start, end): (StaticString, StaticString)
        switch (over, under) {
        case (_?, _?): (start, end) = ("<munderover>", "</munderover>")
        case (nil, _?):
            end = "</munder>"
            start =
                !isAccent
                ? "<munder>"
                : Self.isLine(under)
                    ? "<munder accentunder=\"true\" class=\"math-underline\">"
                    : "<munder accentunder=\"true\">"
        default:
            end = "</mover>"
            start =
                !isAccent
                ? "<mover>"
                : Self.isLine(over)
                    ? "<mover accent=\"true\" class=\"math-overline\">" : "<mover accent=\"true\">"
        }
        html.append(literal: start)
        append(base, edge)
        if let under { appendElement(under) }
        if let over { appendElement(over) }
        html.append(literal: end)
    }

    /// Whether a mark is a plain line. Few fonts have one that grows, so a theme may draw it.
    private static func isLine(_ mark: [MathAtom]?) -> Bool {
        guard case .mark(let sign, true)? = mark?.first?.form else { return false }
        return sign == "‾" || sign == "_"
    }

    private mutating func append(phantom atoms: [MathAtom], _ extent: MathForm.Extent) {
        switch extent {
        case .both: html.append(literal: "<mphantom>")
        case .horizontal: html.append(literal: "<mpadded height=\"0\" depth=\"0\"><mphantom>")
        case .vertical: html.append(literal: "<mpadded width=\"0\"><mphantom>")
        }
        appendRow(atoms)
        html.append(literal: extent == .both ? "</mphantom>" : "</mphantom></mpadded>")
    }
}
