package import Markdown

/// A table that sets options against each other, criterion by criterion.
package struct Comparison: Sendable, Hashable {
    /// The heading it stands under.
    package let title: String
    /// The table's first source line, from 1.
    package let line: Int
    /// Which of the note's comparisons it is, from 1.
    package let number: Int
    package let options: [OptionName]
    package let criteria: [Criterion]
    package let orientation: Orientation
    /// The heading it stands under, to link to; nil above the first.
    package let anchor: Anchor?
    /// Where the table stands in the note's HTML.
    package let place: Range<Int>

    /// How the author laid the table out.
    package enum Orientation: Sendable {
        case optionsAsColumns, optionsAsRows
        /// Options as columns without a column of criteria: each row is a pair of statements. The names of the criteria
        /// are empty.
        case statements
    }

    package struct Criterion: Sendable, Hashable {
        /// Empty in a table of statements.
        package let name: String
        /// The source line of its row, from 1; of the header where the options are rows.
        package let line: Int
        /// One for each option, in the options' order.
        package let cells: [Cell]
    }

    package struct Cell: Sendable, Hashable {
        /// The author's words without markup.
        package let text: String
        /// What a page shows of it; of a statement, `ofStatement`.
        package let shown: ShownVerdict
        /// The row of the table that it stands in, from 1 below the header.
        package let row: Int
        /// The source line, from 1.
        package let line: Int
        /// Where the cell's content stands in the note's HTML.
        package let place: Range<Int>

        package var verdict: Verdict { shown.verdict }
    }

    /// How many cells of some columns say something in rows without a name.
    ///
    /// - Parameter columns: indices of options.
    package func statementCount(in columns: some Sequence<Int>) -> Int {
        let rows = criteria.filter(\.name.isEmpty)
        return columns.reduce(0) { count, column in
            count + rows.count { $0.cells.indices.contains(column) && !$0.cells[column].text.isEmpty }
        }
    }

    /// The `id` of the row that a cell stands in, to link to: `claim:1:2`. No heading's has a colon.
    package func fragment(of cell: Cell) -> String { Self.fragment(comparison: number, row: cell.row) }

    static func fragment(comparison number: Int, row: Int) -> String { "claim:\(number):\(row)" }
}

extension [Comparison] {
    /// How many criteria they have, each counted once. Rows without a name, such as those of statements, are not about one thing.
    package var criterionCount: Int {
        let names = lazy.flatMap(\.criteria).map(\.name).filter { !$0.isEmpty }
        return Set(names.map(OptionName.key)).count
    }
}
