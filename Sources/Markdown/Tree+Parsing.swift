import CMark
import CMarkArena
import Diagnostics

/// Which Markdown is read.
package enum Dialect: Sendable, Hashable {
    /// CommonMark as libcmark has it, and nothing else.
    case commonMark
    /// CommonMark with GFM's extensions and what notes are written with, wikilinks, tags, callouts and more.
    case waymark
}

extension Tree {
    /// Parses the lines of a source from `firstLine` on.
    ///
    /// Any input gives a tree; time is linear in the input's size.
    package init(
        parsing source: SourceText, fromLine firstLine: Int = 1, dialect: Dialect, html: RawHTML = .safe
    ) {
        guard dialect == .waymark else {
            let start = source.range(ofLine: firstLine).lowerBound
            let builder = TreeBuilder(
                source: source, firstLine: firstLine, mask: nil, lines: nil, preparation: nil, html: html)
            self = Tree(cmark: source.bytes[start...], builder) ?? Tree()
            return
        }
        let preparation =
            Preparation.isNeeded(source) ? Preparation(source, fromLine: firstLine) : nil
        let prepared = preparation.map { SourceText(source, overwrittenWith: $0.bytes) } ?? source
        let labels = Set((preparation?.footnotes ?? [:]).values.map(\.name))
        func parse(_ bytes: [UInt8], _ tables: TableSource?) -> Tree? {
            let mask = Mask(bytes, footnotes: labels)
            let builder = TreeBuilder(
                source: source, firstLine: firstLine, mask: mask, lines: tables?.lines,
                preparation: preparation, html: html)
            return Tree(cmark: mask.masked[...], builder, cellCount: tables?.cellCount ?? 0)
        }
        let start = prepared.range(ofLine: firstLine).lowerBound
        if TableFinder.mayHoldTable(prepared) {
            let finder = TableFinder(source: prepared)
            let tables = BlockScan(prepared.bytes[start...], firstLine: firstLine).paragraphs
                .compactMap(finder.table)
            if !tables.isEmpty {
                let rewritten = TableSource(prepared, from: firstLine, tables: tables, finder: finder)
                if let tree = parse(rewritten.bytes, rewritten) {
                    self = tree
                    return
                }
            }
        }
        self = parse(start == 0 ? prepared.bytes : Array(prepared.bytes[start...]), nil) ?? Tree()
    }

    /// - Parameter cellCount: how many cells of tables `bytes` holds.
    /// - Returns: nil where libcmark did not find the cells where they were written.
    private init?(cmark bytes: ArraySlice<UInt8>, _ builder: TreeBuilder, cellCount: Int = 0) {
        var builder = builder
        let tree = Tree.withDocument(bytes) { builder.build($0) }
        guard let tree, builder.cellCount == cellCount else { return nil }
        self = tree
    }

    /// Parses with libcmark, and lends the document, which is gone as a whole afterwards. Another may be parsed meanwhile, but
    /// then nothing may be added to this one.
    @discardableResult
    static func withDocument<Result>(
        _ bytes: ArraySlice<UInt8>, _ use: (OpaquePointer) -> Result
    ) -> Result? {
        let mark = waymark_arena_begin()
        defer { waymark_arena_end(mark) }
        guard let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, waymark_arena()) else { return nil }
        bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { return }
            cmark_parser_feed(parser, start.assumingMemoryBound(to: CChar.self), buffer.count)
        }
        return cmark_parser_finish(parser).map(use)
    }
}
