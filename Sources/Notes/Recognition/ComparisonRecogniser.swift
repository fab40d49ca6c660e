import Markdown

/// Tells which tables compare options. Precision comes before recall: a table that is not recognised is still a good
/// table.
struct ComparisonRecogniser {
    let evidence: Evidence

    /// A recognised table: where its options stand.
    struct Match {
        let table: TableView
        let orientation: Comparison.Orientation
        let options: [OptionName]
        /// The columns of the options, or their rows with the header as row 0.
        let places: [Int]
        let title: String
        let anchor: Anchor?

        /// Where the cells stand, criterion by criterion, one for each option.
        var cells: [[TableView.Place]] {
            switch orientation {
            case .optionsAsColumns, .statements:
                table.rows.indices.dropFirst().map { row in
                    places.map { TableView.Place(row: row, column: $0) }
                }
            case .optionsAsRows:
                table.header.indices.dropFirst().map { column in
                    places.map { TableView.Place(row: $0, column: column) }
                }
            }
        }

        /// The names of the criteria, in the order of `cells`.
        var criteria: [String] {
            switch orientation {
            case .optionsAsColumns: table.body.map { $0[0] }
            case .statements: table.body.map { _ in "" }
            case .optionsAsRows: Array(table.header.dropFirst())
            }
        }
    }

    /// Nobody compares more options; and each is looked for in the text.
    private static let mostOptions = 40

    /// - Parameter isForced: whether the author says that the table compares.
    func match(_ table: TableView, isForced: Bool = false) -> Match? {
        guard table.header.count >= 2, !table.body.isEmpty else { return nil }
        if isForced {
            if let match = optionsAsRows(table, isForced: true) { return match }
            return optionsAsColumns(table, isForced: true) ?? statements(table, isForced: true)
        }
        // A first header that is an option stands above statements, not above criteria.
        if names(table, [0]).map({ isNamedByTitle($0[0], table) }) == true { return statements(table) }
        return optionsAsColumns(table) ?? optionsAsRows(table)
    }

    private func make(
        _ table: TableView, _ orientation: Comparison.Orientation, _ options: [OptionName], _ places: [Int]
    ) -> Match {
        let heading = evidence.outline.path(to: table.node).first
        return Match(
            table: table, orientation: orientation, options: options, places: places,
            title: heading?.text ?? evidence.title, anchor: heading?.anchor)
    }

    // MARK: Options as columns

    /// A corner, then one column an option.
    private func optionsAsColumns(_ table: TableView, isForced: Bool = false) -> Match? {
        let header = table.header
        guard header.count >= 3, Set(header.map { $0.lowercased() }).count == header.count else { return nil }
        var columns = Array(1..<header.count)
        // A last column of remarks belongs to the table, not to the options.
        if columns.count > 2, Vocabulary.isGeneric(header[columns[columns.count - 1]]) {
            columns.removeLast()
        }
        guard let options = names(table, columns) else { return nil }
        if !isForced {
            let texts = columns.map { header[$0] }
            guard !texts.contains(where: Vocabulary.isGeneric), !Vocabulary.areStates(texts),
                score(table, options, columns) >= 3
            else { return nil }
        }
        return make(table, .optionsAsColumns, options, columns)
    }

    /// The headers of some columns as names; nil where they cannot be names of different options.
    private func names(_ table: TableView, _ columns: [Int]) -> [OptionName]? {
        names(columns.map { table.header[$0] })
    }

    private func names(_ texts: [String]) -> [OptionName]? {
        guard !texts.isEmpty, texts.count <= Self.mostOptions,
            texts.allSatisfy({ $0.contains(where: \.isLetter) && $0.unicodeScalars.count <= 60 })
        else { return nil }
        var options = texts.map { OptionName($0) }
        let counts = Dictionary(options.map { ($0.key, 1) }, uniquingKeysWith: +)
        for (index, text) in texts.enumerated() where counts[options[index].key] != 1 {
            options[index] = OptionName(whole: text)
        }
        return Set(options.map(\.key)).count == options.count ? options : nil
    }

    /// How much speaks for a comparison; from 3 on it is one.
    private func score(_ table: TableView, _ options: [OptionName], _ columns: [Int]) -> Int {
        var score = cornerScore(table.header[0])
        let named = evidence.contrast(above: table.node)
            .filter { option in options.contains { $0.isSame(as: option) } }.count
        // A single row is too little to go by.
        if table.body.count < 2, named < 2 { return 0 }
        score += named >= 2 ? 3 : named
        if evidence.heading(above: table.node, says: Vocabulary.comparisonHeadings) { score += 1 }
        if Vocabulary.situations.contains(Words.folded(table.header[0])), isMostlyMarks(table, columns) {
            score += 1
        }
        if isMostlyNumbers(table, columns) { score -= 1 }
        // Looking through the text costs most, so it comes last and only where it decides.
        if score == 2, options.count(where: { evidence.uses($0, beside: table) }) >= 2 { score += 1 }
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
        isMostly(table, columns) { text in
            text.first { !"~<>≈≤≥+-$€£".contains($0) }.map(\.isNumber) ?? false
        }
    }

    private func isMostlyMarks(_ table: TableView, _ columns: [Int]) -> Bool {
        isMostly(table, columns) { Verdict($0) != .value }
    }

    /// Whether three fifths of the options' cells are of a kind.
    private func isMostly(_ table: TableView, _ columns: [Int], _ isOfKind: (String) -> Bool) -> Bool {
        var cells = 0
        var found = 0
        for row in table.body {
            for column in columns where column < row.count {
                cells += 1
                if isOfKind(row[column]) { found += 1 }
            }
        }
        return cells > 0 && found * 5 >= cells * 3
    }

    // MARK: Statements

    /// No corner: the header cells are the options that the title sets against each other, and nothing else.
    private func statements(_ table: TableView, isForced: Bool = false) -> Match? {
        guard let options = names(table, Array(table.header.indices)) else { return nil }
        if !isForced {
            guard table.body.count >= 2, !Vocabulary.areStates(table.header),
                options.allSatisfy({ isNamedByTitle($0, table) })
            else { return nil }
            for (index, option) in options.enumerated()
            where options[..<index].contains(where: { $0.isSame(as: option) }) {
                return nil
            }
        }
        return make(table, .statements, options, Array(table.header.indices))
    }

    private func isNamedByTitle(_ option: OptionName, _ table: TableView) -> Bool {
        evidence.contrast(above: table.node).contains { $0.isSame(as: option) }
    }

    // MARK: Options as rows

    /// The first column holds the options, and two of them at least are set against each other by a title.
    private func optionsAsRows(_ table: TableView, isForced: Bool = false) -> Match? {
        guard let options = names(table.body.map { $0[0] }) else { return nil }
        let contrast = evidence.contrast(above: table.node)
        let named = contrast.filter { option in options.contains { $0.isSame(as: option) } }.count
        let hasOptionCorner = Vocabulary.optionCorners.contains(Words.folded(table.header[0]))
        if isForced {
            // A single column beside the first leaves no room for options as columns.
            guard hasOptionCorner || named >= 2 || table.header.count == 2 else { return nil }
        } else {
            let criteria = table.header.dropFirst()
            guard named >= 2, hasOptionCorner || named * 2 >= options.count,
                criteria.count > 1 || !criteria.contains(where: Vocabulary.isGeneric)
            else { return nil }
        }
        return make(table, .optionsAsRows, options, Array(1...options.count))
    }
}

extension Vocabulary {
    /// Whether a header cell describes instead of naming an option.
    static func isGeneric(_ header: String) -> Bool {
        let words = Words.folded(header)
        if generic.contains(words) { return true }
        let parts = Words.split(words)
        guard let first = parts.first, let last = parts.last, parts.count <= 3 else { return false }
        return askingWords.contains(String(first)) || genericNouns.contains(String(last))
    }

    /// Whether two of the header cells name states or sides of one thing, such as before and after.
    static func areStates(_ headers: [String]) -> Bool {
        headers.count { header in
            Words.split(Words.folded(header)).first.map { states.contains(String($0)) } ?? false
        } >= 2
    }
}
