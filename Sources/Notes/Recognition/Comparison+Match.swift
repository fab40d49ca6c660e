import Markdown

extension Comparison {
    /// - Parameter places: where nodes stand in the note's HTML.
    init(
        _ match: ComparisonRecogniser.Match, number: Int, _ tree: Tree, _ places: [Int: Range<Int>]
    ) {
        let table = match.table
        title = match.title
        line = Int(tree[table.node].line)
        self.number = number
        options = match.options
        orientation = match.orientation
        anchor = match.anchor
        place = places[table.node] ?? 0..<0
        let headerLine = line
        criteria = zip(match.criteria, match.cells).compactMap { name, cells in
            let cells = cells.compactMap { place -> Cell? in
                guard let (node, text) = table.cell(place) else { return nil }
                return Cell(
                    text: text, shown: ShownVerdict(text), row: place.row, line: Int(tree[node].line),
                    place: places[node] ?? 0..<0)
            }
            // A blank row, as editors leave one at the end, is about nothing.
            guard !name.isEmpty || cells.contains(where: { !$0.text.isEmpty }) else { return nil }
            let isRow = match.orientation != .optionsAsRows
            return Criterion(
                name: name, line: isRow ? cells.first?.line ?? headerLine : headerLine, cells: cells)
        }
    }
}
