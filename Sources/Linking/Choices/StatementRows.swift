import Notes

/// What the notes of a site say of some options side by side without a criterion, as in a table of statements.
package struct StatementRows: Sendable {
    /// In the order of the notes, each row with a cell for each option; nil where the row says nothing of it.
    package let all: [[CellPlace?]]

    package init(_ options: [Int], of site: Site) {
        let places = Set(options.flatMap { site.options.all[$0].comparisons })
        all = places.sorted { ($0.note, $0.index) < ($1.note, $1.index) }.flatMap { place in
            let comparison = site.notes.comparison(at: place)
            let columns = site.options.columns(of: place)
            let named = options.map { option in columns.firstIndex(of: Int32(option)) }
            return comparison.criteria.enumerated().compactMap { row, criterion -> [CellPlace?]? in
                guard criterion.name.isEmpty else { return nil }
                let cells = named.map { column -> CellPlace? in
                    guard let column, criterion.cells.indices.contains(column),
                        !criterion.cells[column].text.isEmpty
                    else { return nil }
                    return CellPlace(comparison: place, row: row, column: column)
                }
                return cells.contains { $0 != nil } ? cells : nil
            }
        }
    }
}
