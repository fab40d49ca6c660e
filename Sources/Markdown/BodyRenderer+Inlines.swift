import Writers

// Text, links and images.

extension BodyRenderer {
    mutating func enterInline(_ node: Tree.Node, _ index: Int, _ entry: inout Open) {
        switch node.kind {
        case .text: html.append(text: tree.bytes(node.literal))
        case .softBreak: html.append(literal: "\n")
        case .lineBreak: html.append(literal: "<br />\n")
        case .code: html.append("<code>\(utf8: tree.bytes(node.literal))</code>")
        case .htmlInline:
            if dialect == .commonMark || node.level == 1 { html.append(trusted: tree.bytes(node.literal)) }
        case .emphasis: html.append(literal: "<em>")
        case .strong: html.append(literal: "<strong>")
        case .strikethrough: html.append(literal: "<del>")
        case .highlight: html.append(literal: "<mark>")
        case .math:
            let isBlock = node.level == 1 && isAlone(index)
            writeMath(
                tree.bytes(node.literal), isDisplayed: node.level == 1, isBlock: isBlock,
                at: Int(node.number), Int(node.line))
        case .footnoteReference: writeFootnoteReference(node, isInLink: linkDepth > 0)
        case .tag:
            if isSlotted(node) { addSlot(.linkOpen, node) }
            html.append("#\(utf8: tree.bytes(node.literal))")
            if isSlotted(node) { addSlot(.linkClose, node) }
        case .link: openLink(node, &entry)
        case .image: openImage(node, index, &entry)
        case .wikilink, .embed: openWikilink(node, index, &entry)
        default: break
        }
    }

    /// Whether an inline is all that its paragraph holds.
    func isAlone(_ index: Int) -> Bool {
        guard case .tight? = open.last?.variant else { return false }
        return open.last.map { $0.node + 1 == index && Int($0.end) == index + 1 } ?? false
    }

    /// - Parameters:
    ///   - isBlock: whether a block may be written, where the formula cannot be.
    ///   - offset: where the formula begins in the source; nil where only its first line is known.
    mutating func writeMath(
        _ tex: ArraySlice<UInt8>, isDisplayed: Bool, isBlock: Bool, at offset: Int?, _ line: Int
    ) {
        let start = html.count
        guard let problem = MathML.append(tex: tex, display: isDisplayed, to: &html) else { return }
        if isDisplayed, !isBlock {
            html.bytes.removeSubrange(start...)
            html.append("<code class=\"math\">\(utf8: tex)</code>")
        }
        let lines = tex.prefix(problem.offset).count { $0 == UInt8(ascii: "\n") }
        problems.append(
            Tree.Problem(
                kind: .math, message: problem.message,
                offset: offset.map { $0 + problem.offset } ?? -(line + lines), count: max(1, problem.count)))
    }

    mutating func addSlot(_ kind: Body.Slot.Kind, _ node: Tree.Node) {
        slots.append(Body.Slot(offset: Int32(html.count), kind: kind, reference: node.number))
    }

    func isSlotted(_ node: Tree.Node) -> Bool {
        Int(node.number) < slotted.count && slotted[Int(node.number)]
    }

    mutating func openLink(_ node: Tree.Node, _ entry: inout Open) {
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

    mutating func openWikilink(_ node: Tree.Node, _ index: Int, _ entry: inout Open) {
        if isSlotted(node) {
            entry.variant = .slot
            addSlot(node.kind == .embed ? .embed : .linkOpen, node)
            // A byte behind it, so that its offset lies in the piece that it ends.
            if tree.links[Int(node.number)].isBlock { html.append(literal: "\n") }
            if node.kind == .wikilink, Int(node.end) == index + 1 { addSlot(.title, node) }
            return
        }
        // Where nothing is known of other notes it stays as it is written; a label follows as text.
        let link = tree.links[Int(node.number)]
        html.append("\(node.kind == .embed ? "!" : "")[[\(link.destination)")
        if node.kind == .wikilink, !link.text.isEmpty { html.append(literal: "|") }
        if node.kind == .embed {
            let size = link.size.map { size in size.height.map { "\(size.width)x\($0)" } ?? "\(size.width)" }
            for part in [link.text, size ?? ""] where !part.isEmpty { html.append("|\(part)") }
            html.append(literal: "]]")
        }
    }

    mutating func openAnchor(to destination: String) {
        html.append(literal: "<a href=\"")
        html.append(url: Array(destination.utf8)[...])
        html.append(literal: "\"")
    }

    mutating func openImage(_ node: Tree.Node, _ index: Int, _ entry: inout Open) {
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
            let text = link.text.isEmpty ? link.destination : link.text
            guard LinkScheme.isAllowed(link.destination), linkDepth == 0 else {
                html.append(text: LinkScheme.isAllowed(link.destination) ? text : link.text)
                return
            }
            openAnchor(to: link.destination)
            html.append(">\(text)</a>")
            return
        }
        html.append(literal: "<img src=\"")
        html.append(url: Array(link.destination.utf8)[...])
        html.append(literal: "\" alt=\"")
        if dialect == .waymark {
            html.append(text: link.text)
            html.append(literal: "\"")
            if let size = link.size {
                html.append(" width=\"\(size.width)\"")
                if let height = size.height { html.append(" height=\"\(height)\"") }
            }
        }
    }

    mutating func appendTitle(_ title: String) {
        if !title.isEmpty { html.append(" title=\"\(title)\"") }
    }

    /// Writes a node inside an image, as text of its `alt`.
    mutating func writeAlternative(_ node: Tree.Node) {
        guard writesAlternative else { return }
        switch node.kind {
        case .text, .code, .htmlInline: html.append(text: tree.bytes(node.literal))
        case .softBreak, .lineBreak: html.append(literal: " ")
        default: break
        }
    }
}
