import Localisation
import Writers

extension BodyRenderer {
    mutating func enterTablePart(
        _ node: Tree.Node, _ index: Int, _ directive: Directive.Action?, _ entry: inout Open
    ) {
        switch node.kind {
        case .table:
            beginLine()
            // The name of a plain table is the interface's, in its language, and its cells are the author's in theirs.
            var name: Markup = "\(wording.language) aria-label=\"\(wording.body.table)\""
            var attributes = wording.languageOfNotes
            if case .comparison(let title, let hasRowHeaders) = directive {
                entry.variant = hasRowHeaders ? .comparison : .plain
                name = " aria-label=\"\(title)\""
                attributes = hasRowHeaders ? " class=\"comparison\"" : " class=\"comparison statements\""
                printed = PrintedTable(tree, index, hasMarks: hasRowHeaders)
            } else {
                printed = PrintedTable(tree, index, hasMarks: false)
            }
            html.append(literal: "<div class=\"table-scroll")
            if let form = printed?.form.name {
                html.append(literal: " ")
                html.append(literal: form)
            }
            if printed?.isNarrow == true { html.append(literal: " narrow") }
            html.append(
                "\" role=\"group\"\(name) tabindex=\"0\"\(entry.attributes)>\n<table\(attributes)>\n")
        case .tableRow:
            let isHeader = open.last.map { $0.node + 1 == index } ?? false
            printed?.beginRow()
            entry.variant = isHeader ? .header : .plain
            if isHeader {
                html.append(literal: "<thead>\n")
            } else if let table = open.last, index == secondRow(of: table.node) {
                html.append(literal: "<tbody>\n")
            }
            if case .row(let id) = directive {
                html.append("<tr id=\"\(id)\">\n")
            } else {
                html.append(literal: "<tr>\n")
            }
        default: enterCell(node, index, directive, &entry)
        }
    }

    private func secondRow(of table: Int) -> Int { Int(tree.nodes[table + 1].end) }

    private mutating func enterCell(
        _ node: Tree.Node, _ index: Int, _ directive: Directive.Action?, _ entry: inout Open
    ) {
        guard open.count >= 2 else { return }
        let row = open[open.count - 1]
        let isComparison = open[open.count - 2].variant == .comparison
        let isEmpty = Int(node.end) == index + 1
        if row.variant == .header, !isEmpty {
            entry.variant = .header
            html.append(literal: "<th scope=\"col\"")
        } else if isComparison, row.node + 1 == index, !isEmpty {
            entry.variant = .rowHeader
            html.append(literal: "<th scope=\"row\"")
        } else {
            html.append(literal: "<td")
        }
        if let label = printed?.nextLabel(isHeader: row.variant == .header) {
            html.append(" data-label=\"\(label)\"")
        }
        let isLong = printed?.isLong(index) ?? false
        let name: StaticString? =
            switch (Tree.Alignment(rawValue: node.level) ?? .none, directive) {
            case (_, .verdict(let name)): name
            case (.left, _): "left"
            case (.center, _): "center"
            case (.right, _): "right"
            case (.none, _): nil
            }
        if let name {
            html.append(literal: " class=\"")
            html.append(literal: name)
            html.append(literal: isLong ? " long\">" : "\">")
        } else {
            html.append(literal: isLong ? " class=\"long\">" : ">")
        }
        // The place of a cell is that of its content.
        if entry.isMarked { places[index] = html.count..<html.count }
    }

    mutating func exitTablePart(_ node: Tree.Node, _ entry: Open) {
        switch node.kind {
        case .table:
            if secondRow(of: entry.node) < Int(entry.end) { html.append(literal: "</tbody>\n") }
            printed = nil
            html.append(literal: "</table>\n</div>\n")
        case .tableRow:
            html.append(literal: entry.variant == .header ? "</tr>\n</thead>\n" : "</tr>\n")
        default:
            endPlace(of: entry)
            html.append(
                literal: entry.variant == .header || entry.variant == .rowHeader ? "</th>\n" : "</td>\n")
        }
    }
}
