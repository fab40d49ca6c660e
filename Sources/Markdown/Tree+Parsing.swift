import CMark
import Diagnostics

/// Which Markdown is read.
package enum Dialect: Sendable, Hashable {
    /// CommonMark as libcmark has it, and nothing else.
    case commonMark
    /// CommonMark, pipe tables, wikilinks and tags.
    case waymark
}

extension Tree {
    /// Parses the lines of a source from `firstLine` on.
    ///
    /// Any input gives a tree; time is linear in the input's size.
    package init(parsing source: SourceText, fromLine firstLine: Int = 1, dialect: Dialect) {
        let start = source.range(ofLine: firstLine).lowerBound
        guard dialect == .waymark else {
            self = Tree(cmark: source.bytes[start...], source, firstLine, mask: nil, tables: nil) ?? Tree()
            return
        }
        if TableFinder.mayHoldTable(source) {
            let finder = TableFinder(source: source)
            let tables = Tree.tables(in: source.bytes[start...], firstLine, finder)
            if !tables.isEmpty {
                let rewritten = TableSource(source, from: firstLine, tables: tables, finder: finder)
                let mask = Mask(rewritten.bytes)
                if let tree = Tree(cmark: mask.masked[...], source, firstLine, mask: mask, tables: rewritten)
                {
                    self = tree
                    return
                }
            }
        }
        let mask = Mask(start == 0 ? source.bytes : Array(source.bytes[start...]))
        self = Tree(cmark: mask.masked[...], source, firstLine, mask: mask, tables: nil) ?? Tree()
    }

    /// - Returns: nil where libcmark did not find the cells of `tables` where they were written.
    private init?(
        cmark bytes: ArraySlice<UInt8>, _ source: SourceText, _ firstLine: Int, mask: Mask?,
        tables: TableSource?
    ) {
        guard let document = Tree.parse(bytes) else { return nil }
        defer { cmark_node_free(document) }
        var builder = TreeBuilder(source: source, firstLine: firstLine, mask: mask, lines: tables?.lines)
        self = builder.build(document)
        if let tables, builder.cellCount != tables.cellCount { return nil }
    }

    private static func parse(_ bytes: ArraySlice<UInt8>) -> OpaquePointer? {
        bytes.withUnsafeBytes { buffer in
            cmark_parse_document(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
        }
    }

    /// The tables in the paragraphs of a document.
    private static func tables(
        in bytes: ArraySlice<UInt8>, _ firstLine: Int, _ finder: TableFinder
    ) -> [TableFinder.Table] {
        guard let document = parse(bytes), let iterator = cmark_iter_new(document) else { return [] }
        defer {
            cmark_iter_free(iterator)
            cmark_node_free(document)
        }
        var tables: [TableFinder.Table] = []
        var containers: [TableFinder.Container] = []
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return tables }
            guard let node = cmark_iter_get_node(iterator) else { return tables }
            let isEnter = event == CMARK_EVENT_ENTER
            switch cmark_node_get_type(node) {
            case CMARK_NODE_BLOCK_QUOTE:
                if isEnter { containers.append(.quote) } else { containers.removeLast() }
            case CMARK_NODE_ITEM:
                if isEnter {
                    containers.append(.item(indent: contentIndent(ofItem: node)))
                } else {
                    containers.removeLast()
                }
            case CMARK_NODE_PARAGRAPH where isEnter, CMARK_NODE_HEADING where isEnter:
                let first = Int(cmark_node_get_start_line(node)) + firstLine - 1
                // Below a table the underline `---` of a heading is a thematic break, and `===` one more row.
                let hasBreak =
                    cmark_node_get_type(node) == CMARK_NODE_HEADING && cmark_node_get_heading_level(node) == 2
                let last = Int(cmark_node_get_end_line(node)) + firstLine - (hasBreak ? 2 : 1)
                guard last > first else { continue }
                let column = Int(cmark_node_get_start_column(node)) - 1
                if let table = finder.table(
                    inLines: first...last, firstColumn: column, containers: containers)
                {
                    tables.append(table)
                }
            default: continue
            }
        }
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
