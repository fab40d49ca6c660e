import Markdown

/// The row of tags with which a note begins: on its first line, or on the line after its title.
///
/// The row becomes the page's tags and is left out of its text. Only the row is: text on the next line is prose, though
/// Markdown takes both for one paragraph, and `---` below a row is no underline of a heading.
struct TagRow {
    /// The nodes to leave out.
    private(set) var nodes: Set<Int> = []

    init(of tree: Tree) {
        // A comment above it, as one that allows something in the whole note, is no part of the text.
        var blocks = tree.children(of: 0).lazy.filter { tree[$0].kind != .htmlBlock }.makeIterator()
        guard let first = blocks.next() else { return }
        if collect(tree, first) || tree[first].kind != .heading { return }
        if let second = blocks.next() { _ = collect(tree, second) }
    }

    private mutating func collect(_ tree: Tree, _ block: Int) -> Bool {
        guard tree[block].kind == .paragraph || tree[block].kind == .heading else { return false }
        var row: [Int] = []
        var hasTag = false
        for inline in tree.children(of: block) {
            let kind = tree[inline].kind
            if kind == .softBreak || kind == .lineBreak {
                // Prose follows on the next line.
                guard hasTag, tree[block].kind == .paragraph else { return false }
                nodes.formUnion(row)
                nodes.insert(inline)
                return true
            }
            guard tree.isTagOrBlank(inline) || (row.isEmpty && Self.isLabel(tree, inline)) else {
                return false
            }
            hasTag = hasTag || kind == .tag
            row.append(inline)
        }
        guard hasTag else { return false }
        nodes.insert(block)
        return true
    }

    /// Whether an inline is the label in `Tags: #a #b`, bold or not.
    private static func isLabel(_ tree: Tree, _ inline: Int) -> Bool {
        let text = Words.collapsed(tree.plainText(of: inline)).lowercased()
        return text == "tags:" || text == "tag:"
    }
}
