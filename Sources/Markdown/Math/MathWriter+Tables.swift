import Writers

/// MathML Core leaves the alignment of columns to CSS, so tables and cells say by class what they are.
extension MathWriter {
    mutating func append(_ table: MathTable) {
        let isSmall = if case .small = table.layout { true } else { false }
        if isSmall { html.append(literal: "<mstyle scriptlevel=\"1\">") }
        switch table.layout {
        case .matrix: html.append(literal: "<mtable>")
        case .array: html.append(literal: "<mtable class=\"math-array\">")
        case .small: html.append(literal: "<mtable class=\"math-small\">")
        case .substack: html.append(literal: "<mtable class=\"math-substack\">")
        case .cases(.text): html.append(literal: "<mtable class=\"math-cases\">")
        case .cases(.display): html.append(literal: "<mtable class=\"math-cases\" displaystyle=\"true\">")
        case .aligned: html.append(literal: "<mtable class=\"math-aligned\" displaystyle=\"true\">")
        case .gathered: html.append(literal: "<mtable class=\"math-gathered\" displaystyle=\"true\">")
        }
        for row in table.rows {
            html.append(literal: "<mtr>")
            for (column, cell) in row.cells.enumerated() { append(cell, column, of: row, table.layout) }
            html.append(literal: "</mtr>")
        }
        html.append(literal: "</mtable>")
        if isSmall { html.append(literal: "</mstyle>") }
    }

    private mutating func append(
        _ cell: [MathAtom], _ column: Int, of row: MathTable.Row, _ layout: MathTable.Layout
    ) {
        var continues = false
        html.append(literal: "<mtd")
        switch layout {
        case .array(let columns): appendClasses(column < columns.count ? columns[column] : nil, of: row)
        // The relation that a row is aligned at has its left side in the cell before.
        case .aligned: continues = column % 2 == 1
        default: break
        }
        html.append(literal: ">")
        appendRow(cell, continues: continues)
        html.append(literal: "</mtd>")
    }

    private mutating func appendClasses(_ column: MathTable.Column?, of row: MathTable.Row) {
        let classes: [(Bool, StaticString)] = [
            (column?.alignment == .left, "math-left"), (column?.alignment == .right, "math-right"),
            (column?.hasRuleBefore == true, "math-rule-before"),
            (column?.hasRuleAfter == true, "math-rule-after"),
            (row.hasRuleAbove, "math-rule-above"), (row.hasRuleBelow, "math-rule-below"),
        ]
        var count = 0
        for case (true, let name) in classes {
            html.append(literal: count == 0 ? " class=\"" : " ")
            html.append(literal: name)
            count += 1
        }
        if count > 0 { html.append(literal: "\"") }
    }
}
