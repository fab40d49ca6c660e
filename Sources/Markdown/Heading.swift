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
        for (index, node) in nodes.enumerated() where node.kind == .heading {
            let text = Heading.trimmed(plainText(of: index))
            headings.append(
                Heading(
                    level: Int(node.level), text: text, anchor: anchors.unique(Anchor(heading: text)),
                    line: Int(node.line), node: index))
        }
        return headings
    }
}
