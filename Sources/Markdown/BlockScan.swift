import CMark

/// What libcmark makes of a source's lines before anything of ours is hidden or rewritten: which of them are code or
/// HTML, and where paragraphs stand. Only documents with tables, footnotes, or math or comments over several lines pay
/// for it.
struct BlockScan {
    /// The lines of code blocks and HTML blocks, in order.
    private(set) var literals: [ClosedRange<Int>] = []
    private(set) var paragraphs: [Paragraph] = []
    /// Whether there are lists numbered `1)` and lists numbered `1.`
    private(set) var numbering = Numbering()

    struct Numbering {
        fileprivate(set) var parenthesis = false
        fileprivate(set) var period = false
    }

    /// A paragraph, or a heading by its underline.
    struct Paragraph {
        /// Without the underline `---` of a heading, which below a table is a thematic break.
        let lines: ClosedRange<Int>
        /// The byte offset of the text in its first line.
        let firstColumn: Int
        /// The quotes and list items around it, outermost first.
        let containers: [Container]
    }

    /// A quote or a list item around a block.
    enum Container {
        case quote
        /// The column at which the item's content begins, from the item's own container.
        case item(indent: Int)
    }

    init(_ bytes: ArraySlice<UInt8>, firstLine: Int) {
        Tree.withDocument(bytes) { read($0, firstLine) }
    }

    private mutating func read(_ document: OpaquePointer, _ firstLine: Int) {
        guard let iterator = cmark_iter_new(document) else { return }
        defer { cmark_iter_free(iterator) }
        var containers: [Container] = []
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            guard let node = cmark_iter_get_node(iterator) else { return }
            let isEnter = event == CMARK_EVENT_ENTER
            switch cmark_node_get_type(node) {
            case CMARK_NODE_BLOCK_QUOTE:
                if isEnter { containers.append(.quote) } else { containers.removeLast() }
            case CMARK_NODE_ITEM:
                if isEnter {
                    containers.append(.item(indent: Self.contentIndent(ofItem: node)))
                } else {
                    containers.removeLast()
                }
            case CMARK_NODE_LIST:
                switch cmark_node_get_list_delim(node) {
                case CMARK_PAREN_DELIM: numbering.parenthesis = true
                case CMARK_PERIOD_DELIM: numbering.period = true
                default: continue
                }
            case CMARK_NODE_PARAGRAPH where isEnter, CMARK_NODE_HEADING where isEnter:
                add(node, firstLine, containers)
            case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK:
                let first = Int(cmark_node_get_start_line(node)) + firstLine - 1
                literals.append(first...max(first, Int(cmark_node_get_end_line(node)) + firstLine - 1))
            default: continue
            }
        }
    }

    private mutating func add(_ node: OpaquePointer, _ firstLine: Int, _ containers: [Container]) {
        let first = Int(cmark_node_get_start_line(node)) + firstLine - 1
        let hasBreak =
            cmark_node_get_type(node) == CMARK_NODE_HEADING && cmark_node_get_heading_level(node) == 2
            && cmark_node_get_end_line(node) > cmark_node_get_start_line(node)
        let last = Int(cmark_node_get_end_line(node)) + firstLine - (hasBreak ? 2 : 1)
        paragraphs.append(
            Paragraph(
                lines: first...max(first, last),
                firstColumn: Int(cmark_node_get_start_column(node)) - 1, containers: containers))
    }

    /// How far a list item's content is indented from the item's container.
    private static func contentIndent(ofItem item: OpaquePointer) -> Int {
        let start = cmark_node_get_start_column(item)
        if let child = cmark_node_first_child(item),
            cmark_node_get_start_line(child) == cmark_node_get_start_line(item)
        {
            let indent = Int(cmark_node_get_start_column(child) - start)
            if indent > 0, indent <= 14 { return indent }
        }
        return 2
    }
}

extension SourceText {
    /// Where a line's content begins after the marks of its containers; nil where the line is a lazy continuation, which
    /// belongs to a paragraph but to nothing else in the containers.
    func contentOffset(ofLine line: Int, in containers: [BlockScan.Container]) -> Int? {
        let range = range(ofLine: line)
        var index = range.lowerBound
        func skipSpaces(_ most: Int) -> Int {
            var count = 0
            while count < most, index < range.upperBound, bytes[index] == UInt8(ascii: " ") {
                index += 1
                count += 1
            }
            return count
        }
        for container in containers {
            switch container {
            case .quote:
                _ = skipSpaces(3)
                guard index < range.upperBound, bytes[index] == UInt8(ascii: ">") else { return nil }
                index += 1
                _ = skipSpaces(1)
            case .item(let indent):
                if index < range.upperBound, bytes[index] == UInt8(ascii: "\t") {
                    index += 1
                } else if skipSpaces(indent) < indent {
                    return nil
                }
            }
        }
        while index < range.upperBound, Self.isBlank(bytes[index]) { index += 1 }
        return index
    }

    /// Where a line's content begins after any marks of quotes, whoever they belong to.
    func contentOffset(ofLine line: Int) -> Int {
        let range = range(ofLine: line)
        var index = range.lowerBound
        while index < range.upperBound, Self.isBlank(bytes[index]) || bytes[index] == UInt8(ascii: ">") {
            index += 1
        }
        return index
    }

    /// Whether a byte is a space, a tab or what `Preparation` has put over something hidden.
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == Preparation.filler
    }
}
