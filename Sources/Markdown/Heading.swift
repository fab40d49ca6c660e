/// A heading of a document.
package struct Heading: Hashable, Sendable {
    /// 1–6.
    package let level: Int
    /// Without markup.
    package let text: String
    package let anchor: Anchor
    /// The source line, from 1.
    package let line: Int
    /// The node's index in the tree.
    package let node: Int

    /// Without the spaces that a comment or an image leaves at an end.
    fileprivate static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.utf8.first == UInt8(ascii: " ") { text.removeFirst() }
        while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
        return String(text)
    }
}

extension Tree {
    /// The headings of the document in order, those in quotes and lists too.
    package var headings: [Heading] {
        var anchors = AnchorSet()
        var headings: [Heading] = []
        var own = identifiers[...]
        for (index, node) in nodes.enumerated() where node.kind == .heading {
            while let first = own.first, first.node < index { own.removeFirst() }
            let text = Heading.trimmed(plainText(of: index))
            let anchor = own.first?.node == index ? own.first?.anchor : nil
            headings.append(
                Heading(
                    level: Int(node.level), text: text,
                    anchor: anchors.unique(anchor ?? Anchor(heading: text)),
                    line: Int(node.line), node: index))
        }
        return headings
    }

    /// The ids of nodes that are no headings, but those that a heading or a node before already has.
    package func identifiers(besides headings: [Heading]) -> [Identifier] {
        guard !identifiers.isEmpty else { return [] }
        var used = Set(headings.map(\.anchor))
        return identifiers.filter { nodes[$0.node].kind != .heading && used.insert($0.anchor).inserted }
    }
}
