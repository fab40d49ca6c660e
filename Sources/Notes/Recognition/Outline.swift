import Markdown

/// A document's headings as sections, for finding what a block stands under.
struct Outline {
    let headings: [Heading]

    init(_ headings: [Heading]) { self.headings = headings }

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

    /// The headings that a node stands under, the nearest first.
    func path(to node: Int) -> [Heading] {
        guard var index = heading(before: node) else { return [] }
        var path = [headings[index]]
        while index > 0, let level = path.last?.level, level > 1 {
            index -= 1
            if headings[index].level < level { path.append(headings[index]) }
        }
        return path
    }

    /// The nodes of a heading's section, up to the next heading of its level or above.
    func section(of index: Int, in tree: Tree) -> Range<Int> {
        let heading = headings[index]
        let next = headings[(index + 1)...].first { $0.level <= heading.level }
        return heading.node..<(next?.node ?? tree.nodes.count)
    }
}
