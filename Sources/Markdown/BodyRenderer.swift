import Writers

/// Writes a tree as HTML.
///
/// Without our dialect the output is what `cmark_render_html` gives with raw HTML allowed, byte for byte. With it,
/// headings have ids, links into the site become slots, and raw HTML is shown as text.
package struct BodyRenderer {
    let tree: Tree
    let dialect: Dialect
    var anchors: ArraySlice<Anchor>
    var directives: ArraySlice<Directive>
    let slotted: [Bool]
    var html: Markup
    var slots: [Body.Slot] = []
    var places: [Int: Range<Int>] = [:]
    let headingShift: Int
    var open: [Open] = []
    /// How many images are open; inside one only text is written, as its `alt`.
    var imageDepth = 0
    var linkDepth = 0
    /// Whether the text in the outermost open image is written: not where a slot stands for the whole image.
    var writesAlternative = false

    /// A node whose end tag is still to be written.
    struct Open {
        let node: Int
        let end: Int32
        /// Whether the caller wants to know where the node's HTML stands.
        var isMarked = false
        /// Table cells and links: what the end tag depends on.
        var variant: Variant = .plain
    }

    enum Variant { case plain, tight, header, rowHeader, slot, bare, linked, comparison }

    /// - Parameters:
    ///   - anchors: one for each heading, in order; empty for headings without ids.
    ///   - directives: in the order of their nodes, at most one a node.
    ///   - slotted: for each link of the tree whether it leads into the site.
    ///   - headingShift: how many levels every heading moves down, at most to the sixth.
    package init(
        _ tree: Tree, dialect: Dialect, anchors: [Anchor] = [], directives: [Directive] = [],
        slotted: [Bool] = [],
        headingShift: Int = 0
    ) {
        self.tree = tree
        self.dialect = dialect
        self.anchors = anchors[...]
        self.directives = directives[...]
        self.slotted = slotted
        self.headingShift = headingShift
        html = Markup(capacity: tree.text.count * 5 / 4 + tree.nodes.count * 8)
    }

    /// - Returns: the body, and for each node with a directive but `skip` where its HTML stands.
    package mutating func render() -> (body: Body, places: [Int: Range<Int>]) {
        var index = 0
        while index < tree.nodes.count {
            closeNodes(before: index)
            let node = tree.nodes[index]
            var entry = Open(node: index, end: node.end)
            let directive = nextDirective(for: index)
            if case .skip = directive {
                skipAnchors(in: index..<Int(node.end))
                index = Int(node.end)
                continue
            }
            if directive != nil {
                entry.isMarked = true
                places[index] = html.count..<html.count
            }
            if imageDepth > 0 { writeAlternative(node) } else { enter(node, index, directive, &entry) }
            if node.kind == .link { linkDepth += 1 }
            if node.kind == .image {
                if imageDepth == 0 { writesAlternative = entry.variant != .slot }
                imageDepth += 1
            }
            open.append(entry)
            index += 1
        }
        closeNodes(before: tree.nodes.count)
        return (Body(html: html, slots: slots), places)
    }

    private mutating func nextDirective(for index: Int) -> Directive.Action? {
        guard let directive = directives.first, directive.node == index else { return nil }
        directives.removeFirst()
        return directive.action
    }

    private mutating func skipAnchors(in range: Range<Int>) {
        for index in range where tree.nodes[index].kind == .heading { anchors = anchors.dropFirst() }
        while let directive = directives.first, directive.node < range.upperBound { directives.removeFirst() }
    }

    private mutating func closeNodes(before index: Int) {
        while let entry = open.last, Int(entry.end) <= index {
            open.removeLast()
            let node = tree.nodes[entry.node]
            if node.kind == .image { imageDepth -= 1 }
            if node.kind == .link { linkDepth -= 1 }
            if imageDepth == 0 { exit(node, entry) }
            // A cell's place is that of its content, without its tags.
            if node.kind != .tableCell { endPlace(of: entry) }
        }
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
        case .document: break
        case .blockQuote:
            beginLine()
            html.append(literal: "<blockquote>\n")
        case .bulletList:
            beginLine()
            html.append(literal: "<ul>\n")
        case .orderedList:
            beginLine()
            if node.number == 1 {
                html.append(literal: "<ol>\n")
            } else {
                html.append("<ol start=\"\(Int(node.number))\">\n")
            }
        case .item:
            beginLine()
            html.append(literal: "<li>")
        case .codeBlock: writeCodeBlock(node, index)
        case .htmlBlock: writeHTMLBlock(node)
        case .paragraph:
            if isInTightList {
                entry.variant = .tight
            } else {
                beginLine()
                html.append(literal: "<p>")
            }
        case .heading:
            beginLine()
            if let anchor = anchors.popFirst() {
                html.append("<h\(level(of: node)) id=\"\(anchor.string)\">")
            } else {
                html.append("<h\(level(of: node))>")
            }
        case .thematicBreak:
            beginLine()
            html.append(literal: "<hr />\n")
        case .table, .tableRow, .tableCell: enterTablePart(node, index, directive, &entry)
        default: enterInline(node, index, &entry)
        }
    }

    private func level(of heading: Tree.Node) -> Int { min(6, Int(heading.level) + headingShift) }

    /// Whether the open node is an item of a tight list: its paragraphs have no tags then.
    private var isInTightList: Bool {
        guard open.count >= 2, tree.nodes[open[open.count - 1].node].kind == .item else { return false }
        return tree.nodes[open[open.count - 2].node].level == 1
    }

    private mutating func writeCodeBlock(_ node: Tree.Node, _ index: Int) {
        beginLine()
        let info = tree.info(of: index)
        let language = info.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        if dialect == .waymark {
            // A block that scrolls must be reachable by keyboard.
            html.append(literal: "<pre tabindex=\"0\"><code")
        } else {
            html.append(literal: "<pre><code")
        }
        if !language.isEmpty { html.append(" class=\"language-\(utf8: language)\"") }
        html.append(literal: ">")
        html.append(text: tree.bytes(node.literal))
        html.append(literal: "</code></pre>\n")
    }

    private mutating func writeHTMLBlock(_ node: Tree.Node) {
        beginLine()
        let literal = tree.bytes(node.literal)
        if dialect == .commonMark {
            html.append(trusted: literal)
            beginLine()
        } else if !RawHTML.isComment(literal) {
            html.append("<pre tabindex=\"0\"><code>\(utf8: literal)</code></pre>\n")
        }
    }

    private mutating func enterInline(_ node: Tree.Node, _ index: Int, _ entry: inout Open) {
        switch node.kind {
        case .text: html.append(text: tree.bytes(node.literal))
        case .softBreak: html.append(literal: "\n")
        case .lineBreak: html.append(literal: "<br />\n")
        case .code: html.append("<code>\(utf8: tree.bytes(node.literal))</code>")
        case .htmlInline:
            let literal = tree.bytes(node.literal)
            if dialect == .commonMark {
                html.append(trusted: literal)
            } else if !RawHTML.isComment(literal) {
                html.append(text: literal)
            }
        case .emphasis: html.append(literal: "<em>")
        case .strong: html.append(literal: "<strong>")
        case .tag:
            if isSlotted(node) { addSlot(.linkOpen, node) }
            html.append("#\(utf8: tree.bytes(node.literal))")
            if isSlotted(node) { addSlot(.linkClose, node) }
        case .link: openLink(node, &entry)
        case .image: openImage(node, &entry)
        case .wikilink, .embed:
            entry.variant = .slot
            addSlot(node.kind == .embed ? .embed : .linkOpen, node)
            if node.kind == .wikilink, Int(node.end) == index + 1 { addSlot(.title, node) }
        default: break
        }
    }

    private mutating func addSlot(_ kind: Body.Slot.Kind, _ node: Tree.Node) {
        slots.append(Body.Slot(offset: Int32(html.count), kind: kind, reference: node.number))
    }

    private func isSlotted(_ node: Tree.Node) -> Bool {
        Int(node.number) < slotted.count && slotted[Int(node.number)]
    }

    private mutating func openLink(_ node: Tree.Node, _ entry: inout Open) {
        let link = tree.links[Int(node.number)]
        if isSlotted(node) {
            entry.variant = .slot
            addSlot(.linkOpen, node)
            return
        }
        if dialect == .waymark, !LinkScheme.isAllowed(link.destination) {
            entry.variant = .bare
            return
        }
        openAnchor(to: link.destination)
        appendTitle(link.title)
        html.append(literal: ">")
    }

    private mutating func openAnchor(to destination: String) {
        html.append(literal: "<a href=\"")
        html.append(url: Array(destination.utf8)[...])
        html.append(literal: "\"")
    }

    private mutating func openImage(_ node: Tree.Node, _ entry: inout Open) {
        let link = tree.links[Int(node.number)]
        if isSlotted(node) {
            // The slot stands for the whole element; the text inside belongs to its `alt`, which the note keeps.
            entry.variant = .slot
            addSlot(.embed, node)
            return
        }
        if dialect == .waymark, LinkScheme.isExternal(link.destination) {
            // A page shows nothing from elsewhere, so it links to the image; in a link its text has to do.
            entry.variant = .bare
            guard LinkScheme.isAllowed(link.destination), linkDepth == 0 else { return }
            entry.variant = .linked
            openAnchor(to: link.destination)
            html.append(literal: ">")
            if link.text.isEmpty { html.append(text: link.destination) }
            return
        }
        html.append(literal: "<img src=\"")
        html.append(url: Array(link.destination.utf8)[...])
        html.append(literal: "\" alt=\"")
    }

    private mutating func appendTitle(_ title: String) {
        if !title.isEmpty { html.append(" title=\"\(title)\"") }
    }

    /// Writes a node inside an image, as text of its `alt`.
    private mutating func writeAlternative(_ node: Tree.Node) {
        guard writesAlternative else { return }
        switch node.kind {
        case .text, .code: html.append(text: tree.bytes(node.literal))
        case .htmlInline where dialect == .commonMark: html.append(text: tree.bytes(node.literal))
        case .softBreak, .lineBreak: html.append(literal: " ")
        default: break
        }
    }

    // MARK: Exit

    private mutating func exit(_ node: Tree.Node, _ entry: Open) {
        switch node.kind {
        case .blockQuote:
            beginLine()
            html.append(literal: "</blockquote>\n")
        case .bulletList: html.append(literal: "</ul>\n")
        case .orderedList: html.append(literal: "</ol>\n")
        case .item: html.append(literal: "</li>\n")
        case .paragraph: if entry.variant != .tight { html.append(literal: "</p>\n") }
        case .heading: html.append("</h\(level(of: node))>\n")
        case .table, .tableRow, .tableCell: exitTablePart(node, entry)
        case .emphasis: html.append(literal: "</em>")
        case .strong: html.append(literal: "</strong>")
        case .link:
            switch entry.variant {
            case .slot: addSlot(.linkClose, node)
            case .bare: break
            default: html.append(literal: "</a>")
            }
        case .wikilink: addSlot(.linkClose, node)
        case .image where entry.variant == .linked: html.append(literal: "</a>")
        case .image where entry.variant == .plain:
            html.append(literal: "\"")
            appendTitle(tree.links[Int(node.number)].title)
            html.append(literal: " />")
        default: break
        }
    }
}
