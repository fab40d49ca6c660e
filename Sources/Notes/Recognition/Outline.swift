import Markdown

/// A document's headings as sections, for finding what a block stands under.
struct Outline {
    let headings: [Heading]
    /// For each heading the one above it that it stands under, −1 for none.
    private let parents: [Int]
    /// For each heading the node that ends its section.
    private let ends: [Int]

    init(_ headings: [Heading], nodeCount: Int) {
        self.headings = headings
        var parents: [Int] = []
        var ends = [Int](repeating: nodeCount, count: headings.count)
        var open: [Int] = []
        for (index, heading) in headings.enumerated() {
            while let last = open.last, headings[last].level >= heading.level {
                ends[last] = heading.node
                open.removeLast()
            }
            parents.append(open.last ?? -1)
            open.append(index)
        }
        self.parents = parents
        self.ends = ends
    }

    /// The index of the last heading before a node, nil where there is none.
    func heading(before node: Int) -> Int? {
        var low = 0
        var high = headings.count
        while low < high {
            let middle = (low + high) / 2
            if headings[middle].node < node { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : low - 1
    }

    /// The headings that a node stands under, the nearest first; a heading stands under those above its level.
    func path(to node: Int) -> [Heading] {
        var path: [Heading] = []
        var next = heading(before: node) ?? -1
        if next + 1 < headings.count, headings[next + 1].node == node { next = parents[next + 1] }
        while next >= 0 {
            path.append(headings[next])
            next = parents[next]
        }
        return path
    }

    /// The index of the heading that a heading stands under, −1 for none.
    func parent(of index: Int) -> Int { parents[index] }

    /// The nodes of a heading's section, up to the next heading of its level or above.
    func section(of index: Int) -> Range<Int> { headings[index].node..<ends[index] }
}
