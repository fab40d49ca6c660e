/// A parsed document: its nodes in document order, each followed by its descendants.
///
/// A flat array instead of objects: building it allocates twice, walking it is a loop, and no depth of nesting can
/// exhaust the stack.
package struct Tree: Sendable {
    package internal(set) var nodes: [Node] = []
    /// The bytes that nodes and links refer to.
    package internal(set) var text: [UInt8] = []
    /// Where links, images and tags lead, in document order.
    package internal(set) var links: [Link] = []
    /// The `id` of each node that has one besides a heading's own, in the order of the nodes.
    package internal(set) var identifiers: [Identifier] = []
    /// The footnotes that are referred to, in the order of their first references.
    package internal(set) var footnotes: [Footnote] = []
    /// What the source hides from readers: the stretches of its comments, in order.
    package internal(set) var comments: [Range<Int>] = []
    /// What could not be read as it was meant, in order.
    package internal(set) var problems: [Problem] = []
    /// How many nodes are nested in each other at the deepest place, and the source line of that place.
    package internal(set) var depth = (levels: 0, line: 1)

    package struct Node: Sendable {
        package internal(set) var kind: Kind
        /// Heading: 1–6. Table cell: its alignment. List: 1 where tight. Callout: its `Fold`. Item: its `Task`.
        /// Paragraph: 1 where embedded notes part it. Math: 1 where displayed. HTML: 1 where trusted.
        package internal(set) var level: UInt8 = 0
        /// The index after the last descendant.
        package internal(set) var end: Int32
        /// The first source line of the block that is or holds this node, from 1.
        package let line: Int32
        /// The last source line of the block.
        package let lastLine: Int32
        /// Text, code, HTML, math, a code block's content, a tag's name, a callout's type: the place in `text`. Element:
        /// its attributes as markup.
        package internal(set) var literal: Range<Int32> = 0..<0
        /// Links, images and tags: the index in `links`. Ordered list: its first number. Code block: info string's length,
        /// which stands in `text` right before the content. Element: its `RawElement`. Footnote and reference: the index
        /// in `footnotes`, −1 for a footnote without references. Math: its place in the source.
        package internal(set) var number: Int32 = 0
    }

    package enum Kind: UInt8, Sendable {
        case document, blockQuote, callout, calloutTitle, bulletList, orderedList, item, codeBlock, htmlBlock
        case paragraph, heading, thematicBreak, table, tableRow, tableCell, footnoteList, footnote
        /// An element of raw HTML; it stands among blocks or inlines.
        case element
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, highlight, math
        case link, image, wikilink, embed, tag, footnoteReference

        package var isInline: Bool { rawValue >= Kind.text.rawValue }
    }

    /// Whether an item is a task.
    package enum Task: UInt8, Sendable { case none, open, done }

    /// Whether a callout can be folded, and how it is shown first.
    package enum Fold: UInt8, Sendable { case none, unfolded, folded }

    /// The `id` of a node: an author's own for a heading or an element, a block's `^id`.
    package struct Identifier: Sendable, Hashable {
        package let node: Int
        package let anchor: Anchor
    }

    /// A footnote that is referred to.
    package struct Footnote: Sendable {
        /// The node of its definition.
        package let definition: Int
        /// How often it is referred to.
        package internal(set) var references = 0
    }

    /// Something that could not be read as it was meant.
    package struct Problem: Sendable {
        package enum Kind: Sendable, Hashable {
            /// HTML that is not allowed, and is shown as text or left out.
            case rawHTML
            /// A tag of a name that is no element of HTML, as in `List<T>`: shown as text.
            case unknownElement
            /// A destination with a scheme that no link may have.
            case unsafeLink
            case math
            /// A footnote's label that no definition has.
            case undefinedFootnote
            /// A footnote that nothing refers to.
            case unusedFootnote
            /// The source of a drawing that is none, or of a kind that is not drawn.
            case diagram
        }
        package let kind: Kind
        package let message: String
        /// The place in the source, in bytes; minus its line for what knows only that.
        package let offset: Int
        package let count: Int

        init(kind: Kind, message: String, offset: Int, count: Int) {
            self.kind = kind
            self.message = message
            self.offset = offset
            self.count = count
        }

        /// A problem of a whole source line, from 1.
        package init(kind: Kind, message: String, line: Int) {
            self.init(kind: kind, message: message, offset: -line, count: 0)
        }
    }

    /// How a table's column is aligned.
    package enum Alignment: UInt8, Sendable { case none, left, center, right }

    /// Where a link or an image leads, as the author wrote it.
    package struct Link: Sendable, Hashable {
        package enum Kind: Sendable { case link, image, wikilink, embed, tag }
        package let kind: Kind
        /// The destination: a URL, unescaped; for a wikilink what stands before `|`; a tag's name.
        package let destination: String
        package let title: String
        /// What it shows without markup: an image's `alt`, a wikilink's label; empty for a wikilink without one.
        package internal(set) var text = ""
        /// An image's size, as the author gives it.
        package internal(set) var size: ImageSize?
        /// Whether it embeds a note in a paragraph, which that note's blocks part.
        package internal(set) var isBlock = false
        /// Where the destination stands in the source, as a byte offset and a count.
        package internal(set) var offset: Int
        package internal(set) var count: Int
    }

    package subscript(index: Int) -> Node { nodes[index] }

    package func bytes(_ range: Range<Int32>) -> ArraySlice<UInt8> {
        text[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// The indices of a node's children, in order.
    package func children(of index: Int) -> Children {
        Children(tree: self, next: index + 1, end: Int(nodes[index].end))
    }

    package struct Children: Sequence, IteratorProtocol {
        private let tree: Tree
        private var index: Int
        private let end: Int

        fileprivate init(tree: Tree, next: Int, end: Int) {
            self.tree = tree
            index = next
            self.end = end
        }

        package mutating func next() -> Int? {
            guard index < end else { return nil }
            defer { index = Int(tree.nodes[index].end) }
            return index
        }
    }

    /// A code block's info string.
    package func info(of index: Int) -> ArraySlice<UInt8> {
        let node = nodes[index]
        let start = Int(node.literal.lowerBound)
        return text[start - Int(node.number)..<start]
    }

    /// A node's text without markup: what a reader reads, with a space where a line breaks.
    package func plainText(of index: Int) -> String {
        plainText(of: index..<Int(nodes[index].end))
    }

    /// The text without markup of a run of nodes.
    package func plainText(of range: Range<Int>) -> String {
        var output: [UInt8] = []
        for index in range { appendPlainText(of: index, to: &output) }
        return String(decoding: output, as: UTF8.self)
    }

    /// Appends the text that a single node adds, its children left out.
    package func appendPlainText(of index: Int, to output: inout [UInt8]) {
        let node = nodes[index]
        switch node.kind {
        case .text, .code, .codeBlock, .math: output += bytes(node.literal)
        case .tag:
            output.append(UInt8(ascii: "#"))
            output += bytes(node.literal)
        case .softBreak, .lineBreak: output.append(UInt8(ascii: " "))
        case .wikilink, .embed:
            // A label, where there is one, follows as text.
            if node.end == index + 1 {
                output += Wikilink.shownText(links[Int(node.number)].destination).utf8
            }
        default: break
        }
    }
}
