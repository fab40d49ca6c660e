import Markdown

/// A note's text without markup, block by block: what search finds and backlinks quote.
package struct PlainText: Sendable, Hashable {
    package let bytes: [UInt8]
    package let blocks: [Block]

    package struct Block: Sendable, Hashable {
        package enum Kind: UInt8, Sendable { case paragraph, item, heading, cell, code }
        package let kind: Kind
        package let range: Range<Int32>
        /// The index of the heading that the block stands under, −1 before the first.
        package let heading: Int32
    }

    /// A place in the text.
    package struct Place: Sendable, Hashable {
        package let block: Int32
        /// The byte in the block.
        package let offset: Int32
    }

    package func text(of block: Block) -> ArraySlice<UInt8> {
        bytes[Int(block.range.lowerBound)..<Int(block.range.upperBound)]
    }

    /// The text of a tree, and for each of its links the place where it stands.
    ///
    /// - Parameter skipped: nodes whose text is left out.
    static func make(of tree: Tree, skipped: Set<Int>) -> (text: PlainText, links: [Place]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(tree.text.count)
        var blocks: [Block] = []
        var links = [Place](repeating: Place(block: 0, offset: 0), count: tree.links.count)
        var heading: Int32 = -1
        /// Where the last list item ends.
        var endOfItems = 0
        var index = 0
        while index < tree.nodes.count {
            let node = tree[index]
            if node.kind == .heading { heading += 1 }
            if skipped.contains(index) {
                index = Int(node.end)
                continue
            }
            if node.kind == .item { endOfItems = max(endOfItems, Int(node.end)) }
            // Inlines may stand alone in elements of raw HTML.
            guard var kind = node.kind.isInline ? .paragraph : kind(of: node.kind) else {
                index += 1
                continue
            }
            if kind == .paragraph, index < endOfItems { kind = .item }
            let start = Int32(bytes.count)
            for inline in index..<Int(node.end) {
                switch tree[inline].kind {
                case .link, .image, .wikilink, .embed, .tag:
                    links[Int(tree[inline].number)] = Place(
                        block: Int32(blocks.count), offset: Int32(bytes.count) - start)
                default: break
                }
                tree.appendPlainText(of: inline, to: &bytes)
            }
            blocks.append(Block(kind: kind, range: start..<Int32(bytes.count), heading: heading))
            bytes.append(UInt8(ascii: "\n"))
            index = Int(node.end)
        }
        return (PlainText(bytes: bytes.compacted, blocks: blocks.compacted), links)
    }

    private static func kind(of node: Tree.Kind) -> Block.Kind? {
        switch node {
        case .paragraph, .calloutTitle: .paragraph
        case .heading: .heading
        case .tableCell: .cell
        case .codeBlock: .code
        default: nil
        }
    }

    /// The first paragraph, else the first item of a list, cut at a word's end; empty where there is neither.
    ///
    /// - Parameter limit: the most Unicode scalars.
    package func summary(limit: Int = 200) -> String {
        let first = blocks.first { $0.kind == .paragraph && !$0.range.isEmpty }
        guard let block = first ?? blocks.first(where: { $0.kind == .item && !$0.range.isEmpty }) else {
            return ""
        }
        return Self.cut(String(decoding: text(of: block), as: UTF8.self), limit: limit)
    }

    /// The text, or its beginning up to a word's end and an ellipsis.
    package static func cut(_ text: String, limit: Int) -> String {
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
            end != scalars.endIndex
        else { return text }
        let head = scalars[..<end]
        let word = head.lastIndex(of: " ") ?? end
        return String(head[..<word]) + "…"
    }
}

extension PlainText {
    /// How many words the text has, code left out. In scripts without spaces three characters count as a word.
    package var wordCount: Int {
        var words = 0
        var others = 0
        for block in blocks where block.kind != .code {
            var isInWord = false
            for byte in text(of: block) {
                switch byte {
                case 0...0x20: isInWord = false
                case 0x80..<0xC0: continue
                case 0xE3...0xEC: others += 1
                default:
                    if !isInWord { words += 1 }
                    isInWord = true
                }
            }
        }
        return words + others / 3
    }
}
