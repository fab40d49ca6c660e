import CMark
import Diagnostics

/// Makes a tree of what libcmark parsed, and of what our dialect adds to it.
struct TreeBuilder {
    var tree = Tree()
    /// The nodes that are open, outermost first.
    var open: [Int] = []
    /// Nil for CommonMark without our dialect.
    let mask: Mask?
    let html: RawHTML
    private let lines: [TableSource.Line]?
    private let source: SourceText
    private let firstLine: Int
    var locator: Locator
    /// How many links and images are open: a tag or a wikilink inside one is text.
    var linkDepth = 0
    var imageDepth = 0
    /// The byte before the next inline, nil at the start of a line.
    var previous: UInt8?
    /// Tags of the open block that may be colours, and where they stand.
    var colours: [(node: Int, offset: Int, count: Int)] = []
    /// Marks of strikethrough and highlight in the open block.
    var delimiters: [Delimiter] = []
    /// Where in the tree's text the open block has escaped characters that mean something to us.
    var escapes: [Int32] = []
    private(set) var cellCount = 0
    /// Where the open links and images begin in the source.
    private var linkStarts: [Int] = []
    /// The number of links before the open block.
    var linksBefore = 0
    /// The block that ended last, and the one before the open block.
    var lastBlock = -1
    var blockBefore = -1
    var footnotes: FootnoteIndex
    var formulas: ArraySlice<Preparation.Formula>
    /// How many line breaks of the open block belong to a formula.
    var hiddenBreaks = 0
    /// The elements of raw HTML that are open, outermost first.
    var openElements: [OpenElement] = []
    /// Whether a film was opened that has no address yet.
    var awaitsSource = false
    /// The names of the elements and attributes that have been reported.
    var reportedHTML: Set<[UInt8]> = []
    /// How many start tags of an element became text, whose end tags do too.
    var textTags: [RawElement: Int] = [:]

    /// - Parameters:
    ///   - lines: what each line is that libcmark saw, where tables were rewritten.
    ///   - firstLine: the line of `source` that libcmark saw as its first.
    init(
        source: SourceText, firstLine: Int, mask: Mask?, lines: [TableSource.Line]?,
        preparation: Preparation?, html: RawHTML
    ) {
        self.source = source
        self.firstLine = firstLine
        self.mask = mask
        self.lines = lines
        self.html = html
        formulas = preparation?.formulas[...] ?? []
        footnotes = FootnoteIndex(preparation?.footnotes ?? [:])
        locator = Locator(source.bytes)
        tree.comments = preparation?.comments ?? []
        tree.text.reserveCapacity(source.bytes.count)
        tree.nodes.reserveCapacity(source.bytes.count / 16 + 8)
    }

    /// The tree of a document.
    mutating func build(_ document: OpaquePointer) -> Tree {
        let iterator = cmark_iter_new(document)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard let node = cmark_iter_get_node(iterator) else { break }
            let type = cmark_node_get_type(node)
            if event == CMARK_EVENT_ENTER { enter(node, type) } else { exit(node, type) }
        }
        if !footnotes.isEmpty { footnotes.settle(in: &tree) }
        tree.identifiers.sort { $0.node < $1.node }
        tree.comments.sort { $0.lowerBound < $1.lowerBound }
        return tree
    }

    private mutating func enter(_ node: OpaquePointer, _ type: cmark_node_type) {
        switch type {
        case CMARK_NODE_DOCUMENT: push(.document, node)
        case CMARK_NODE_BLOCK_QUOTE: push(.blockQuote, node)
        case CMARK_NODE_LIST: enterList(node)
        case CMARK_NODE_ITEM: enterItem(node)
        case CMARK_NODE_CODE_BLOCK: addCodeBlock(node)
        case CMARK_NODE_HTML_BLOCK:
            let before = tree.nodes.count
            addHTML(cmark_node_get_literal(node), node, isBlock: true)
            if tree.nodes.count > before { lastBlock = before }
        case CMARK_NODE_THEMATIC_BREAK: lastBlock = add(.thematicBreak, node)
        case CMARK_NODE_PARAGRAPH:
            push(.paragraph, node)
            beginInlines(node)
        case CMARK_NODE_HEADING: enterHeading(node)
        case CMARK_NODE_TEXT: addText(cmark_node_get_literal(node), before: cmark_node_next(node))
        case CMARK_NODE_SOFTBREAK: addBreak(.softBreak)
        case CMARK_NODE_LINEBREAK: addBreak(.lineBreak)
        case CMARK_NODE_CODE: addLiteral(.code, cmark_node_get_literal(node))
        case CMARK_NODE_HTML_INLINE: addHTML(cmark_node_get_literal(node), node, isBlock: false)
        case CMARK_NODE_EMPH: pushInline(.emphasis)
        case CMARK_NODE_STRONG: pushInline(.strong)
        case CMARK_NODE_LINK: pushLink(.link, node)
        case CMARK_NODE_IMAGE: pushLink(.image, node)
        default: break
        }
    }

    private mutating func exit(_ node: OpaquePointer, _ type: cmark_node_type) {
        if let last = openElements.last, last.position == open.count - 1 {
            // An element ends at the latest with what it began in.
            var position = open.count - 1
            for element in openElements.reversed() where element.position == position { position -= 1 }
            closeElements(above: position)
        }
        switch type {
        case CMARK_NODE_LINK: linkDepth -= 1
        case CMARK_NODE_IMAGE:
            linkDepth -= 1
            imageDepth -= 1
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: settleBlock()
        default: break
        }
        // A paragraph that only held what is hidden is no longer there.
        guard let index = open.popLast(), index < tree.nodes.count else { return }
        if open.count + 1 > tree.depth.levels { tree.depth = (open.count + 1, Int(tree.nodes[index].line)) }
        tree.nodes[index].end = Int32(tree.nodes.count)
        switch type {
        case CMARK_NODE_LINK: placeLink(node, at: index)
        case CMARK_NODE_IMAGE:
            // An image in an image's text is text itself.
            if imageDepth == 0 { settleImage(index) }
            placeLink(node, at: index)
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG: break
        default: lastBlock = index
        }
        guard tree.nodes[index].kind == .tableCell, let cell = openCell else { return }
        openCell = nil
        if cell.isLastInRow { pop() }
        if cell.isLastInTable {
            lastBlock = open.last ?? lastBlock
            pop()
        }
    }

    mutating func pop() {
        guard let index = open.popLast() else { return }
        tree.nodes[index].end = Int32(tree.nodes.count)
    }

    // MARK: Blocks

    private var openCell: TableSource.Cell?

    /// A line of the source for a line that libcmark saw.
    private func sourceLine(_ line: Int32) -> Int {
        guard let lines else { return Int(line) + firstLine - 1 }
        let index = min(max(0, Int(line) - 1), lines.count - 1)
        guard index >= 0 else { return firstLine }
        switch lines[index] {
        case .source(let line): return line
        case .cell(let cell): return cell.line
        }
    }

    @discardableResult
    mutating func add(_ kind: Tree.Kind, _ node: OpaquePointer) -> Int {
        if !openElements.isEmpty { closeElements(for: .flow) }
        return append(
            kind, sourceLine(cmark_node_get_start_line(node)), sourceLine(cmark_node_get_end_line(node)))
    }

    mutating func append(_ kind: Tree.Kind, _ line: Int, _ lastLine: Int) -> Int {
        tree.nodes.append(
            Tree.Node(
                kind: kind, end: Int32(tree.nodes.count + 1), line: Int32(line), lastLine: Int32(lastLine)))
        return tree.nodes.count - 1
    }

    private mutating func push(_ kind: Tree.Kind, _ node: OpaquePointer) { open.append(add(kind, node)) }

    private mutating func enterList(_ node: OpaquePointer) {
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        let isFootnotes = isFootnote(node)
        push(isFootnotes ? .footnoteList : isOrdered ? .orderedList : .bulletList, node)
        tree.nodes[tree.nodes.count - 1].level = UInt8(cmark_node_get_list_tight(node) == 0 ? 0 : 1)
        tree.nodes[tree.nodes.count - 1].number = cmark_node_get_list_start(node)
    }

    /// Whether a list or an item begins where a footnote's definition was rewritten.
    private func isFootnote(_ node: OpaquePointer) -> Bool {
        guard !footnotes.isEmpty else { return false }
        let line = sourceLine(cmark_node_get_start_line(node))
        let column = Int(cmark_node_get_start_column(node)) - 1
        return footnotes.isDefined(atLine: line, offset: source.range(ofLine: line).lowerBound + column)
    }

    private mutating func enterItem(_ node: OpaquePointer) {
        let line = sourceLine(cmark_node_get_start_line(node))
        let isFootnote = isFootnote(node)
        guard let list = open.last else { return }
        if isFootnote != (tree.nodes[list].kind == .footnoteList) {
            // libcmark takes a footnote below a list for one more item of it.
            let before = tree.nodes[list]
            pop()
            let next = append(isFootnote ? .footnoteList : .orderedList, line, Int(before.lastLine))
            tree.nodes[next].level = before.level
            tree.nodes[next].number = 1
            open.append(next)
        }
        push(isFootnote ? .footnote : .item, node)
        if isFootnote, let problem = footnotes.define(atLine: line, node: tree.nodes.count - 1) {
            tree.problems.append(problem)
        }
    }

    private mutating func addCodeBlock(_ node: OpaquePointer) {
        let index = add(.codeBlock, node)
        let info = restored(cmark_node_get_fence_info(node))
        tree.nodes[index].number = Int32(info.count)
        tree.nodes[index].literal = restored(cmark_node_get_literal(node))
        lastBlock = index
    }

    private mutating func enterHeading(_ node: OpaquePointer) {
        let line = Int(cmark_node_get_start_line(node)) - 1
        if let lines, lines.indices.contains(line), case .cell(let cell) = lines[line] {
            if cell.isFirstInTable {
                if !openElements.isEmpty { closeElements(for: .flow) }
                open.append(append(.table, cell.line, cell.line))
            }
            if cell.isFirstInRow { open.append(append(.tableRow, cell.line, cell.line)) }
            let index = append(.tableCell, cell.line, cell.line)
            tree.nodes[index].level = cell.alignment.rawValue
            open.append(index)
            openCell = cell
            cellCount += 1
            begin(cell.range)
            return
        }
        push(.heading, node)
        tree.nodes[tree.nodes.count - 1].level = UInt8(cmark_node_get_heading_level(node))
        beginInlines(node)
    }

    mutating func beginInlines(_ node: OpaquePointer) {
        let first = source.range(ofLine: sourceLine(cmark_node_get_start_line(node)))
        let last = source.range(ofLine: sourceLine(cmark_node_get_end_line(node)))
        begin(first.lowerBound..<max(first.upperBound, last.upperBound))
    }

    private mutating func begin(_ range: Range<Int>) {
        previous = nil
        linksBefore = tree.links.count
        blockBefore = lastBlock
        if mask != nil { locator.begin(range) }
    }

    // MARK: Inlines

    /// Adds a node in the open block, whose lines it shares.
    @discardableResult
    mutating func addInline(_ kind: Tree.Kind, previous: UInt8?) -> Int {
        let parent = open.last ?? 0
        self.previous = previous
        return append(kind, Int(tree.nodes[parent].line), Int(tree.nodes[parent].lastLine))
    }

    private mutating func pushInline(_ kind: Tree.Kind) { open.append(addInline(kind, previous: previous)) }

    private mutating func addBreak(_ kind: Tree.Kind) {
        if hiddenBreaks > 0 {
            hiddenBreaks -= 1
        } else {
            addInline(kind, previous: nil)
        }
    }

    private mutating func addLiteral(_ kind: Tree.Kind, _ literal: UnsafePointer<CChar>?) {
        let range = restored(literal)
        if mask != nil { tree.bytes(range).withUnsafeBufferPointer { locator.pass($0) } }
        let index = addInline(kind, previous: UInt8(ascii: ")"))
        tree.nodes[index].literal = range
    }

    /// Appends a C string to the tree's text, marks put back.
    mutating func restored(_ string: UnsafePointer<CChar>?, unescaping: Bool = false) -> Range<Int32> {
        let start = Int32(tree.text.count)
        Self.withBytes(string) { bytes in
            if let mask {
                mask.restore(bytes, to: &tree.text, unescaping: unescaping)
            } else {
                tree.text.append(contentsOf: bytes)
            }
        }
        return start..<Int32(tree.text.count)
    }

    static func withBytes(
        _ string: UnsafePointer<CChar>?, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        guard let string else { return }
        var count = 0
        while string[count] != 0 { count += 1 }
        string.withMemoryRebound(to: UInt8.self, capacity: count) {
            body(UnsafeBufferPointer(start: $0, count: count))
        }
    }

    private mutating func pushLink(_ kind: Tree.Kind, _ node: OpaquePointer) {
        linkDepth += 1
        if kind == .image { imageDepth += 1 }
        // Arrays, not slices: a slice alive would make the tree's text be copied by the next append.
        let urlRange = restored(cmark_node_get_url(node), unescaping: true)
        let titleRange = restored(cmark_node_get_title(node), unescaping: true)
        let url = Array(tree.bytes(urlRange))
        let title = Array(tree.bytes(titleRange))
        // The text stands before the destination, so its place is known when the link ends.
        linkStarts.append(locator.cursor)
        addLink(kind == .link ? .link : .image, url[...], title[...], locator.fallback)
        open.append(addInline(kind, previous: previous))
        tree.nodes[tree.nodes.count - 1].number = Int32(tree.links.count - 1)
        if mask != nil, kind == .link, linkDepth - 1 > imageDepth {
            // A link is open around it, and links do not nest. libcmark takes no care of autolinks, nor of raw HTML.
            tree.nodes[tree.nodes.count - 1].kind = .element
            tree.nodes[tree.nodes.count - 1].number = RawElement.span.rawValue
            tree.links.removeLast()
        }
    }

    private mutating func settleImage(_ index: Int) {
        let number = Int(tree.nodes[index].number)
        let text = tree.plainText(of: index + 1..<tree.nodes.count)
        guard mask != nil else {
            tree.links[number].text = text
            return
        }
        (tree.links[number].text, tree.links[number].size) = ImageSize.parted(text)
    }

    private mutating func placeLink(_ node: OpaquePointer, at index: Int) {
        guard mask != nil else { return }
        let start = linkStarts.popLast() ?? locator.cursor
        guard tree.nodes[index].kind != .element else { return }
        let number = Int(tree.nodes[index].number)
        let url = Array(tree.links[number].destination.utf8)
        let text = Self.firstText(of: node)
        // An autolink's text is its URL, but for the scheme of an address of mail.
        let autolink =
            url == text || (url.starts(with: "mailto:".utf8) && url.dropFirst(7).elementsEqual(text))
        let place =
            (autolink ? locator.place(of: text, behind: "<", from: start) : nil)
            ?? locator.place(of: url, behind: "](", "](<")
            ?? locator.place(of: text, behind: "[", from: start)
        if let place {
            tree.links[number].offset = place.offset
            tree.links[number].count = place.count
            locator.leave(place)
        }
        if !LinkScheme.isAllowed(tree.links[number].destination) { reportUnsafe(tree.links[number]) }
    }

    mutating func reportUnsafe(_ link: Tree.Link) {
        let scheme = LinkScheme.scheme(of: link.destination) ?? ""
        tree.problems.append(
            Tree.Problem(
                kind: .unsafeLink, message: "a link may not lead to `\(scheme):`", offset: link.offset,
                count: link.count))
    }

    /// The bytes with which a link's text begins, by which a reference is found.
    private static func firstText(of node: OpaquePointer) -> [UInt8] {
        guard let child = cmark_node_first_child(node), cmark_node_get_type(child) == CMARK_NODE_TEXT else {
            return []
        }
        var label: [UInt8] = []
        withBytes(cmark_node_get_literal(child)) { label = Array($0.prefix(64)) }
        return label
    }

    mutating func addLink(
        _ kind: Tree.Link.Kind, _ destination: ArraySlice<UInt8>, _ title: ArraySlice<UInt8>,
        _ place: Locator.Place
    ) {
        tree.links.append(
            Tree.Link(
                kind: kind, destination: String(decoding: destination, as: UTF8.self),
                title: String(decoding: title, as: UTF8.self), offset: place.offset, count: place.count))
    }
}
