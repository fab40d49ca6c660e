package import Localisation
import Writers

/// Writes a tree as HTML.
///
/// Without our dialect the output is what `cmark_render_html` gives with raw HTML allowed, byte for byte. With it,
/// headings have ids, links into the site become slots, and what the dialect knows has elements of its own.
package struct BodyRenderer {
    let tree: Tree
    let dialect: Dialect
    private let headings: [Heading]
    private let directives: [Directive]
    private let identifiers: [Tree.Identifier]
    /// Where in `headings`, `directives` and `identifiers` those of the nodes to come begin.
    private var next = (heading: 0, directive: 0, identifier: 0)
    let slotted: [Bool]
    var html: Markup
    var slots: [Body.Slot] = []
    var places: [Int: Range<Int>] = [:]
    private var sections: [Range<Int32>] = []
    /// The sections that have not ended, outermost first: the index, the heading's level and how deep it stands.
    private var openSections: [(index: Int, level: UInt8, depth: Int)] = []
    private var blocks: [Body.Block] = []
    let headingShift: Int
    /// What is said besides the author's words.
    let wording: Wording
    var open: [Open] = []
    /// How many images are open; inside one only text is written, as its `alt`.
    var imageDepth = 0
    var linkDepth = 0
    /// How the open table is printed.
    var printed: PrintedTable?
    /// Whether the text in the outermost open image is written: not where a slot stands for the whole image.
    var writesAlternative = false
    /// How often each footnote has been referred to so far.
    var footnoteReferences: [Int]
    /// What could not be written as it was meant.
    var problems: [Tree.Problem] = []

    /// A node whose end tag is still to be written.
    struct Open {
        let node: Int
        let end: Int32
        /// Whether the caller wants to know where the node's HTML stands.
        var isMarked = false
        /// The node's `id`, and where its HTML begins.
        var identifier: (anchor: Anchor, offset: Int)?
        /// What the end tag depends on.
        var variant: Variant = .plain

        /// The `id` as an attribute with a space before it.
        var attributes: Markup { identifier.map { " id=\"\($0.anchor.string)\"" } ?? "" }
    }

    enum Variant: Equatable {
        case plain, tight, header, rowHeader, slot, bare, linked, comparison
        /// A paragraph that is parted by what stands in it as a block; open or not just now.
        case parted(isOpen: Bool)
    }

    /// What rendering gives.
    package struct Result {
        package let body: Body
        /// For each node with a directive but `skip` where its HTML stands.
        package let places: [Int: Range<Int>]
        package let problems: [Tree.Problem]
    }

    /// - Parameters:
    ///   - headings: the tree's; empty for headings without ids.
    ///   - directives: in the order of their nodes, at most one a node.
    ///   - slotted: for each link of the tree whether it leads into the site.
    ///   - headingShift: how many levels every heading moves down, at most to the sixth.
    ///   - wording: the language in which footnotes, tasks and callouts are named.
    package init(
        _ tree: Tree, dialect: Dialect, headings: [Heading] = [], directives: [Directive] = [],
        slotted: [Bool] = [], headingShift: Int = 0, wording: Wording = .english
    ) {
        self.tree = tree
        self.dialect = dialect
        self.headings = headings
        self.directives = directives
        identifiers = tree.identifiers(besides: headings)
        self.slotted = slotted
        self.headingShift = headingShift
        self.wording = wording
        footnoteReferences = [Int](repeating: 0, count: tree.footnotes.count)
        html = Markup(capacity: tree.text.count * 5 / 4 + tree.nodes.count * 8)
    }

    package mutating func render() -> Result {
        render(0..<tree.nodes.count)
        let footnotes = Int32(html.count)
        if !tree.footnotes.isEmpty { writeFootnotes() }
        return Result(
            body: Body(
                html: html, slots: slots, sections: sections, blocks: blocks, footnotes: footnotes),
            places: places, problems: problems)
    }

    /// Writes a run of nodes that are whole.
    mutating func render(_ range: Range<Int>) {
        next = (
            Self.first(in: headings.count) { headings[$0].node >= range.lowerBound },
            Self.first(in: directives.count) { directives[$0].node >= range.lowerBound },
            Self.first(in: identifiers.count) { identifiers[$0].node >= range.lowerBound }
        )
        var index = range.lowerBound
        while index < range.upperBound {
            closeNodes(before: index)
            let node = tree.nodes[index]
            let directive = directive(for: index)
            var isSkipped = node.kind == .footnote && index != range.lowerBound
            if case .skip? = directive { isSkipped = true }
            if isSkipped {
                index = Int(node.end)
                continue
            }
            var entry = Open(node: index, end: node.end)
            entry.identifier = identifier(for: index).map { ($0, html.count) }
            if directive != nil {
                entry.isMarked = true
                places[index] = html.count..<html.count
            }
            if imageDepth > 0 { writeAlternative(node) } else { enter(node, index, directive, &entry) }
            if node.kind == .link { linkDepth += 1 }
            if node.kind == .image {
                if imageDepth == 0, case .plain = entry.variant { writesAlternative = dialect == .commonMark }
                imageDepth += 1
            }
            open.append(entry)
            index += 1
        }
        closeNodes(before: range.upperBound)
    }

    /// The first index that a condition holds for, which then holds for all that follow.
    private static func first(in count: Int, where holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private mutating func directive(for index: Int) -> Directive.Action? {
        while next.directive < directives.count, directives[next.directive].node < index {
            next.directive += 1
        }
        guard next.directive < directives.count, directives[next.directive].node == index else { return nil }
        return directives[next.directive].action
    }

    private mutating func identifier(for index: Int) -> Anchor? {
        while next.identifier < identifiers.count, identifiers[next.identifier].node < index {
            next.identifier += 1
        }
        guard next.identifier < identifiers.count, identifiers[next.identifier].node == index else {
            return nil
        }
        return identifiers[next.identifier].anchor
    }

    private mutating func anchor(of heading: Int) -> Anchor? {
        while next.heading < headings.count, headings[next.heading].node < heading { next.heading += 1 }
        guard next.heading < headings.count, headings[next.heading].node == heading else { return nil }
        return headings[next.heading].anchor
    }

    private mutating func closeNodes(before index: Int) {
        while let entry = open.last, Int(entry.end) <= index {
            open.removeLast()
            let node = tree.nodes[entry.node]
            if node.kind == .image { imageDepth -= 1 }
            if node.kind == .link { linkDepth -= 1 }
            // A section ends with what it stands in.
            while let last = openSections.last, last.depth > open.count { endSection() }
            let end = html.count
            if imageDepth == 0 { exit(node, entry) }
            if let (anchor, offset) = entry.identifier {
                let last = node.kind == .item ? end : canStandAlone(node) ? html.count : offset
                blocks.append(Body.Block(anchor: anchor, range: Int32(offset)..<Int32(last)))
            }
            // A cell's place is that of its content, without its tags.
            if node.kind != .tableCell { endPlace(of: entry) }
        }
    }

    /// Whether a node's HTML may stand wherever blocks may.
    private func canStandAlone(_ node: Tree.Node) -> Bool {
        guard node.kind == .element, let role = RawElement(rawValue: node.number)?.role else { return true }
        return role == .flow || role == .phrasing
    }

    mutating func endPlace(of entry: Open) {
        guard entry.isMarked, let place = places[entry.node] else { return }
        places[entry.node] = place.lowerBound..<html.count
    }

    /// Begins a line where none has begun, as cmark does before a block.
    mutating func beginLine() {
        if let last = html.bytes.last, last != UInt8(ascii: "\n") { html.append(literal: "\n") }
    }

    // MARK: Enter

    private mutating func enter(
        _ node: Tree.Node, _ index: Int, _ directive: Directive.Action?, _ entry: inout Open
    ) {
        switch node.kind {
        case .document, .footnoteList, .footnote: break
        case .blockQuote:
            beginLine()
            html.append("<blockquote\(entry.attributes)>\n")
        case .callout: openCallout(node, entry)
        case .calloutTitle: openCalloutTitle(node, index, &entry)
        case .bulletList:
            beginLine()
            html.append("<ul\(entry.attributes)>\n")
        case .orderedList:
            beginLine()
            let start: Markup = node.number == 1 ? "" : " start=\"\(Int(node.number))\""
            html.append("<ol\(start)\(entry.attributes)>\n")
        case .item:
            openItem(node, entry)
            // As a place of its own an item is what stands in it.
            entry.identifier?.offset = html.count
        case .codeBlock: writeCodeBlock(node, index, entry)
        case .htmlBlock: writeHTMLBlock(node)
        case .paragraph: openParagraph(node, index, &entry)
        case .heading:
            beginLine()
            beginSection(level: node.level)
            if let anchor = anchor(of: index) {
                html.append("<h\(level(of: node)) id=\"\(anchor.string)\">")
            } else {
                html.append("<h\(level(of: node))>")
            }
        case .thematicBreak:
            beginLine()
            html.append("<hr\(entry.attributes) />\n")
        case .table, .tableRow, .tableCell: enterTablePart(node, index, directive, &entry)
        case .element:
            guard let element = RawElement(rawValue: node.number) else { return }
            html.append(literal: "<")
            html.append(text: element.name)
            html.append(trusted: tree.bytes(node.literal))
            html.append(entry.attributes)
            html.append(literal: ">")
        default:
            if case .parted(let isOpen)? = open.last?.variant { enterPart(node, isOpen) }
            enterInline(node, index, &entry)
        }
    }

    private mutating func beginSection(level: UInt8) {
        while let last = openSections.last, last.depth == open.count, last.level >= level { endSection() }
        openSections.append((sections.count, level, open.count))
        sections.append(Int32(html.count)..<Int32(html.count))
    }

    private mutating func endSection() {
        guard let last = openSections.popLast() else { return }
        sections[last.index] = sections[last.index].lowerBound..<Int32(html.count)
    }

    private func level(of heading: Tree.Node) -> Int { min(6, Int(heading.level) + headingShift) }

    /// Whether the open node is an item of a tight list: its paragraphs have no tags then.
    private var isInTightList: Bool {
        guard open.count >= 2, tree.nodes[open[open.count - 1].node].kind == .item else { return false }
        return tree.nodes[open[open.count - 2].node].level == 1
    }

    private mutating func openParagraph(_ node: Tree.Node, _ index: Int, _ entry: inout Open) {
        // A formula that stands alone is a block of its own.
        let isFormula =
            Int(node.end) == index + 2 && tree.nodes[index + 1].kind == .math
            && tree.nodes[index + 1].level == 1
        if isInTightList || isFormula {
            entry.variant = .tight
            if isFormula { beginLine() }
        } else if node.level == 1, !slotted.isEmpty {
            entry.variant = .parted(isOpen: false)
        } else {
            beginLine()
            html.append("<p\(entry.attributes)>")
        }
    }

    /// Opens or closes the paragraph around a child of one that is parted by embeds.
    private mutating func enterPart(_ node: Tree.Node, _ isOpen: Bool) {
        let isBlock = node.kind == .embed && tree.links[Int(node.number)].isBlock
        if isBlock == isOpen {
            if isBlock {
                html.append(literal: "</p>\n")
            } else if node.kind != .softBreak, node.kind != .lineBreak, !isBlank(node) {
                beginLine()
                html.append(literal: "<p>")
            } else {
                return
            }
            open[open.count - 1].variant = .parted(isOpen: !isOpen)
        }
    }

    func isBlank(_ node: Tree.Node) -> Bool {
        node.kind == .text && tree.bytes(node.literal).allSatisfy { $0 <= 0x20 }
    }

    private mutating func writeCodeBlock(_ node: Tree.Node, _ index: Int, _ entry: Open) {
        beginLine()
        let info = tree.info(of: index)
        guard dialect == .waymark else {
            let language = info.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
            html.append(literal: "<pre><code")
            if !language.isEmpty { html.append(" class=\"language-\(utf8: language)\"") }
            html.append(literal: ">")
            html.append(text: tree.bytes(node.literal))
            html.append(literal: "</code></pre>\n")
            return
        }
        if info.elementsEqual("math".utf8) {
            writeMath(tree.bytes(node.literal), isDisplayed: true, isBlock: true, at: nil, Int(node.line) + 1)
            beginLine()
            return
        }
        CodeBlock.append(tree.bytes(node.literal), info: info, attributes: entry.attributes, to: &html)
    }

    private mutating func writeHTMLBlock(_ node: Tree.Node) {
        // In our dialect only comments are left.
        guard dialect == .commonMark else { return }
        beginLine()
        html.append(trusted: tree.bytes(node.literal))
        beginLine()
    }

    // MARK: Exit

    private mutating func exit(_ node: Tree.Node, _ entry: Open) {
        switch node.kind {
        case .blockQuote:
            beginLine()
            html.append(literal: "</blockquote>\n")
        case .callout: closeCallout(node)
        case .calloutTitle: closeCalloutTitle(entry)
        case .bulletList: html.append(literal: "</ul>\n")
        case .orderedList: html.append(literal: "</ol>\n")
        case .item: html.append(literal: "</li>\n")
        case .paragraph: closeParagraph(node, entry)
        case .heading: html.append("</h\(level(of: node))>\n")
        case .table, .tableRow, .tableCell: exitTablePart(node, entry)
        case .element:
            guard let element = RawElement(rawValue: node.number), !element.isVoid else { return }
            html.append("</\(element.name)>")
        case .emphasis: html.append(literal: "</em>")
        case .strong: html.append(literal: "</strong>")
        case .strikethrough: html.append(literal: "</del>")
        case .highlight: html.append(literal: "</mark>")
        case .link:
            switch entry.variant {
            case .slot: addSlot(.linkClose, node)
            case .bare: break
            default: html.append(literal: "</a>")
            }
        case .wikilink:
            if case .slot = entry.variant { addSlot(.linkClose, node) } else { html.append(literal: "]]") }
        case .image:
            guard case .plain = entry.variant else { return }
            if dialect == .commonMark { html.append(literal: "\"") }
            appendTitle(tree.links[Int(node.number)].title)
            html.append(literal: " />")
            writesAlternative = false
        default: break
        }
    }

    private mutating func closeParagraph(_ node: Tree.Node, _ entry: Open) {
        let isFootnoteEnd =
            open.last.map { tree.nodes[$0.node].kind == .footnote && $0.end == node.end } ?? false
        switch entry.variant {
        case .tight: break
        case .parted(isOpen: false): break
        default:
            if isFootnoteEnd, let footnote = open.last { writeBackLinks(tree.nodes[footnote.node]) }
            html.append(literal: "</p>\n")
        }
    }
}
