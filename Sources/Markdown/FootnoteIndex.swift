/// Which footnotes a document defines and refers to, while its tree is built.
struct FootnoteIndex {
    private let labels: [Int: Preparation.Label]
    /// The nodes of the definitions by label; of two with one label the first counts.
    private var definitions: [[UInt8]: Int] = [:]
    private var references: [Reference] = []
    /// The definition that the next reference stands in.
    private var places: [Int: Preparation.Label] = [:]

    private struct Reference {
        let node: Int
        let label: [UInt8]
    }

    /// - Parameter labels: by the lines of their definitions.
    init(_ labels: [Int: Preparation.Label]) { self.labels = labels }

    var isEmpty: Bool { labels.isEmpty }

    /// Whether a definition begins at a place.
    func isDefined(atLine line: Int, offset: Int) -> Bool {
        !labels.isEmpty && labels[line]?.range.lowerBound == offset
    }

    /// Notes a definition's node; a label that is taken is a problem.
    mutating func define(atLine line: Int, node: Int) -> Tree.Problem? {
        guard let label = labels[line] else { return nil }
        guard definitions[label.name] == nil else {
            return Tree.Problem(
                kind: .unusedFootnote, message: "a footnote of this label stands before",
                offset: label.range.lowerBound, count: label.range.count)
        }
        definitions[label.name] = node
        places[node] = label
        return nil
    }

    mutating func refer(to label: ArraySlice<UInt8>, node: Int) {
        references.append(Reference(node: node, label: Preparation.name(label)))
    }

    /// Numbers the footnotes as they are referred to: those of the text first, then those of the footnotes themselves.
    func settle(in tree: inout Tree) {
        for index in definitions.values { tree.nodes[index].number = -1 }
        for reference in references { tree.nodes[reference.node].number = -1 }
        var inside: [Int: [Reference]] = [:]
        let bounds = definitions.values.sorted()
        for reference in references {
            inside[Self.definition(of: reference.node, bounds, tree), default: []].append(reference)
        }
        number(inside[-1] ?? [], in: &tree)
        var next = 0
        while next < tree.footnotes.count {
            number(inside[tree.footnotes[next].definition] ?? [], in: &tree)
            next += 1
        }
        for (node, label) in places.sorted(by: { $0.key < $1.key }) where tree.nodes[node].number < 0 {
            tree.problems.append(
                Tree.Problem(
                    kind: .unusedFootnote, message: "nothing refers to this footnote",
                    offset: label.range.lowerBound, count: label.range.count))
        }
    }

    private func number(_ references: [Reference], in tree: inout Tree) {
        for reference in references {
            guard let definition = definitions[reference.label] else { continue }
            if tree.nodes[definition].number < 0 {
                tree.nodes[definition].number = Int32(tree.footnotes.count)
                tree.footnotes.append(Tree.Footnote(definition: definition))
            }
            let number = tree.nodes[definition].number
            tree.nodes[reference.node].number = number
            tree.footnotes[Int(number)].references += 1
        }
    }

    /// The innermost definition around a node, −1 where there is none.
    private static func definition(of node: Int, _ definitions: [Int], _ tree: Tree) -> Int {
        var low = 0
        var high = definitions.count
        while low < high {
            let middle = (low + high) / 2
            if definitions[middle] < node { low = middle + 1 } else { high = middle }
        }
        // Definitions hardly ever stand in each other.
        for index in definitions[..<low].reversed().prefix(8) where Int(tree.nodes[index].end) > node {
            return index
        }
        return -1
    }
}
