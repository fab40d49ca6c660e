/// A piece of a formula with its place in the spacing (The TeXbook, chapters 17 and 18).
struct MathAtom: Sendable {
    var kind: MathClass
    var form: MathForm
    /// Where its scripts go.
    var limits = MathLimits.none

    init(_ kind: MathClass, _ form: MathForm, limits: MathLimits = .none) {
        self.kind = kind
        self.form = form
        self.limits = limits
    }

    /// What scripts without a base stand at.
    static let empty = MathAtom(.ordinary, .group([]))

    static func symbol(_ text: String, _ kind: MathClass) -> MathAtom { MathAtom(kind, .symbol(text)) }
    static func space(_ width: String) -> MathAtom { MathAtom(.space, .space(width)) }

    /// Several atoms as one; a lone one stays what it is, but a symbol loses its spacing, as in `1{,}000`.
    static func group(_ atoms: [MathAtom]) -> MathAtom {
        guard atoms.count == 1, let only = atoms.first, only.kind != .space else {
            return MathAtom(.ordinary, .group(atoms))
        }
        if case .symbol = only.form { return MathAtom(.ordinary, only.form) }
        return MathAtom(only.kind == .large ? .large : .ordinary, only.form, limits: only.limits)
    }
}

/// The classes of atoms. TeX's "Op" is two here, because MathML spaces `∑` itself and words like `sin` not.
enum MathClass: Sendable {
    case ordinary, large, function, binary, relation, opening, closing, punctuation
    /// Space and switches: no neighbour sees them.
    case space
}

/// Where scripts go: to the right; above and below in display style; always above and below.
enum MathLimits { case none, movable, fixed }

/// Whether a formula is set as if it stood alone.
enum MathStyle { case display, text }

/// The drawn part of an atom.
indirect enum MathForm: Sendable {
    /// Letters; `isRun` where neighbours of the same alphabet belong to one word, as in `\mathrm{rate}`.
    case identifier(String, isUpright: Bool, isRun: Bool)
    case number(String)
    case text(String)
    /// An operator; also a large one. Its class, not its form, decides on spacing.
    case symbol(String)
    case function(String)
    case space(String)
    case group([MathAtom])
    /// A group with space on both sides.
    case spaced([MathAtom], String)
    case scripts(MathAtom, sub: [MathAtom]?, sup: [MathAtom]?)
    case fraction([MathAtom], [MathAtom], hasLine: Bool, MathStyle?)
    case root([MathAtom], index: [MathAtom]?)
    /// Marks or formulas above and below; an accent hugs its base.
    case stack(MathAtom, over: [MathAtom]?, under: [MathAtom]?, isAccent: Bool)
    /// A mark in a stack.
    case mark(String, isStretchy: Bool)
    /// A bracket as tall as what it encloses, or `size` tall.
    case delimiter(String, Side, size: String?)
    /// Atoms between two such brackets, which are among them.
    case fenced([MathAtom])
    case table(MathTable)
    case phantom([MathAtom], Extent)
    case boxed([MathAtom])
    /// Sets the rest of its row in another style.
    case style(MathStyle)

    enum Side { case left, right, middle, relation }
    enum Extent { case both, horizontal, vertical }
}

/// Rows of cells.
struct MathTable: Sendable {
    var layout: Layout
    var rows: [Row] = []

    struct Row {
        var cells: [[MathAtom]] = []
        var hasRuleAbove = false
        var hasRuleBelow = false
    }

    enum Layout {
        case matrix, small, cases(MathStyle), aligned, gathered, substack
        case array([Column])
    }

    struct Column {
        var alignment: Alignment
        var hasRuleBefore = false
        var hasRuleAfter = false
    }

    enum Alignment { case left, center, right }
}
