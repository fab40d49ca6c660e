import Markdown

/// Tells which tables compare options. Precision comes before recall: a table that is not recognised is still a good
/// table.
struct ComparisonRecogniser {
    let evidence: Evidence

    /// A recognised table: which of its columns are options.
    struct Match {
        let table: TableView
        let options: [OptionName]
        /// The column of each option.
        let columns: [Int]
        let title: String
        let anchor: Anchor?
    }

    func match(tableAt node: Int) -> Match? {
        let table = TableView(evidence.tree, at: node)
        return optionsAsColumns(table)
    }

    /// Options as columns: a corner, then one column an option.
    private func optionsAsColumns(_ table: TableView) -> Match? {
        guard var columns = optionColumns(of: table) else { return nil }
        let header = table.header
        // A last column of remarks belongs to the table, not to the options.
        if columns.count > 2, isGeneric(header[columns[columns.count - 1]]) { columns.removeLast() }
        let names = columns.map { header[$0] }
        guard !names.contains(where: isGeneric) else { return nil }
        let options = names.map { OptionName($0) }
        guard Set(options.map { Words.folded($0.name) }).count == options.count else { return nil }
        guard score(table, options, columns) >= 3 else { return nil }
        let heading = evidence.outline.heading(before: table.node).map { evidence.outline.headings[$0] }
        return Match(
            table: table, options: options, columns: columns, title: heading?.text ?? evidence.title,
            anchor: heading?.anchor)
    }

    /// The columns after the corner, where their headers can be options' names.
    private func optionColumns(of table: TableView) -> [Int]? {
        let header = table.header
        guard header.count >= 3, table.body.count >= 2 else { return nil }
        let names = header.dropFirst()
        guard names.allSatisfy({ !$0.isEmpty && $0.unicodeScalars.count <= 60 }),
            Set(header.map { $0.lowercased() }).count == header.count
        else { return nil }
        return Array(1..<header.count)
    }

    private func isGeneric(_ header: String) -> Bool {
        let words = Words.folded(header)
        if Vocabulary.generic.contains(words) { return true }
        guard let first = Words.split(words).first, Words.count(words) <= 3 else { return false }
        return Vocabulary.askingWords.contains(String(first))
    }

    /// How much speaks for a comparison; from 3 on it is one.
    private func score(_ table: TableView, _ options: [OptionName], _ columns: [Int]) -> Int {
        var score = cornerScore(table.header[0])
        let contrast = evidence.contrast(above: table.node)
        let named = contrast.filter { option in options.contains { $0.isSame(as: option) } }.count
        score += named >= 2 ? 3 : named
        if evidence.heading(above: table.node, says: Vocabulary.comparisonHeadings) { score += 1 }
        if isMostlyNumbers(table, columns) { score -= 1 }
        // Looking through the text costs most, so it comes last and only where it decides.
        if score == 2, options.count(where: evidence.uses) >= 2 { score += 1 }
        return score
    }

    private func cornerScore(_ corner: String) -> Int {
        let words = Words.folded(corner)
        if Vocabulary.coreCorners.contains(words) { return 2 }
        let isWeak =
            words.isEmpty || Vocabulary.weakCorners.contains(words) || Vocabulary.situations.contains(words)
            || Vocabulary.weakCorners.contains { words.hasSuffix(" \($0)") }
        return isWeak ? 1 : 0
    }

    private func isMostlyNumbers(_ table: TableView, _ columns: [Int]) -> Bool {
        var cells = 0
        var numbers = 0
        for row in table.body {
            for column in columns where column < row.count {
                cells += 1
                if let first = row[column].first(where: { !"~<>≈≤≥+-$€£".contains($0) }), first.isNumber {
                    numbers += 1
                }
            }
        }
        return cells > 0 && numbers * 5 >= cells * 3
    }
}
