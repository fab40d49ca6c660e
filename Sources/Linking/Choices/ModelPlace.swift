/// A comparison or a decision of a note, by its index there.
package struct ModelPlace: Sendable, Hashable {
    package let note: Int32
    package let index: Int32

    package init(note: Int32, index: Int32) {
        self.note = note
        self.index = index
    }
}

/// A cell of a comparison: its row in `Comparison.criteria`, and its place among that row's cells.
package struct CellPlace: Sendable, Hashable {
    package let comparison: ModelPlace
    package let row: Int32
    package let column: Int32

    package init(comparison: ModelPlace, row: Int, column: Int) {
        self.comparison = comparison
        self.row = Int32(row)
        self.column = Int32(column)
    }
}
