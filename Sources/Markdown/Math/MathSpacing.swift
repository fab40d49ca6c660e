/// What stands between and before the atoms of a row (The TeXbook, chapter 18).
///
/// Operators bring their own spacing from MathML's dictionary. This settles what the dictionary cannot know: a sign
/// after an operator is no operation, and words like `sin` stand off from letters.
struct MathSpacing {
    /// How an operator differs from what its place in the row says.
    enum Edge { case standard, prefix, infix, tight, tightLeft, tightRight, tightBoth }

    /// For each atom of the row.
    private(set) var edges: [Edge]
    /// For each atom whether a thin space stands before it.
    private(set) var gaps: [Bool]
    /// For each atom whether it is a function with something to apply to.
    private(set) var applies: [Bool]

    /// - Parameter continues: whether the row goes on from a cell before it, so that a sign at its start is an
    ///   operation.
    init(_ atoms: [MathAtom], continues: Bool) {
        edges = Array(repeating: .standard, count: atoms.count)
        gaps = Array(repeating: false, count: atoms.count)
        applies = Array(repeating: false, count: atoms.count)
        var last: Int?
        var lastKind: MathClass? = continues ? .ordinary : nil
        for index in atoms.indices where atoms[index].kind != .space {
            var kind = atoms[index].kind
            if kind == .binary {
                switch lastKind {
                case nil, .large?, .function?, .binary?, .relation?, .opening?, .punctuation?:
                    kind = .ordinary
                    edges[index] = .prefix
                default: if last == nil { edges[index] = .infix }
                }
            }
            if let last {
                settle(last, lastKind, before: index, kind, isAdjacent: last + 1 == index)
            }
            last = index
            lastKind = kind
        }
    }

    private mutating func settle(
        _ last: Int, _ lastKind: MathClass?, before index: Int, _ kind: MathClass, isAdjacent: Bool
    ) {
        switch (lastKind, kind) {
        case (.binary?, .relation), (.binary?, .closing), (.binary?, .punctuation): edges[last] = .tight
        case (.relation?, .relation):
            edges[last] = edges[last] == .tightLeft ? .tightBoth : .tightRight
            edges[index] = .tightLeft
        case (.function?, .ordinary), (.function?, .function), (.function?, .large):
            applies[last] = true
            gaps[index] = isAdjacent
        case (.function?, .opening): applies[last] = true
        case (.ordinary?, .function), (.closing?, .function): gaps[index] = isAdjacent
        default: break
        }
    }
}
