package import Diagnostics
package import Notes

/// What notes say of each option by each criterion, and where they contradict each other.
package struct Claims: Sendable {
    /// The names of the criteria in the form in which two of them are the same, in the order of their first mention.
    package let criteria: [Criterion]
    /// For each option its claims, in the order of the notes.
    package let ofOption: [[Claim]]
    package let diagnostics: [Diagnostic]

    package struct Criterion: Sendable, Hashable {
        /// As first written.
        package let name: String
        package let key: String
    }

    /// What a cell says by a criterion.
    package struct Claim: Sendable, Hashable {
        package let cell: CellPlace
        /// The index in `criteria`.
        package let criterion: Int32
    }

    init(of notes: [Note], _ options: Options) {
        var numbers: [String: Int32] = [:]
        var criteria: [Criterion] = []
        var ofOption = [[Claim]](repeating: [], count: options.all.count)
        for (index, note) in notes.enumerated() {
            for (position, comparison) in note.comparisons.enumerated()
            where comparison.orientation != .statements {
                let place = ModelPlace(note: Int32(index), index: Int32(position))
                let columns = options.columns(of: place)
                // Rows without a name are not about one thing.
                for (row, criterion) in comparison.criteria.enumerated() where !criterion.name.isEmpty {
                    let key = OptionName.key(of: criterion.name)
                    let number = numbers[key] ?? Int32(criteria.count)
                    if Int(number) == criteria.count {
                        numbers[key] = number
                        criteria.append(Criterion(name: criterion.name, key: key))
                    }
                    for (column, option) in columns.enumerated() where column < criterion.cells.count {
                        // A blank says nothing.
                        guard !criterion.cells[column].text.isEmpty else { continue }
                        ofOption[Int(option)].append(
                            Claim(
                                cell: CellPlace(comparison: place, row: row, column: column),
                                criterion: number))
                    }
                }
            }
        }
        self.criteria = criteria
        self.ofOption = ofOption
        diagnostics = Self.conflicts(notes, options, criteria, ofOption)
    }

    /// The claims of an option, criterion by criterion, in the order of their first mention.
    package func byCriterion(of option: Int) -> [(criterion: Criterion, claims: [Claim])] {
        var order: [Int32] = []
        var claims: [Int32: [Claim]] = [:]
        for claim in ofOption[option] {
            if claims[claim.criterion] == nil { order.append(claim.criterion) }
            claims[claim.criterion, default: []].append(claim)
        }
        return order.map { (criteria[Int($0)], claims[$0] ?? []) }
    }

    /// What two claims can contradict each other in.
    private struct Matter: Hashable {
        let criterion: Int32
        let matter: Stance.Matter
    }

    /// Reports what a note says against the first that has a stance in the matter.
    private static func conflicts(
        _ notes: [Note], _ options: Options, _ criteria: [Criterion], _ claims: [[Claim]]
    ) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for (option, claims) in zip(options.all, claims) {
            var first: [Matter: (claim: Claim, stance: Stance)] = [:]
            for claim in claims {
                let new = notes.cell(at: claim.cell)
                guard let stance = Stance(new) else { continue }
                let matter = Matter(criterion: claim.criterion, matter: stance.matter)
                guard let earlier = first[matter] else {
                    first[matter] = (claim, stance)
                    continue
                }
                let (note, otherNote) = (claim.cell.comparison.note, earlier.claim.cell.comparison.note)
                guard note != otherNote, stance != earlier.stance else { continue }
                let old = notes.cell(at: earlier.claim.cell)
                let (path, other) = (notes[Int(note)].path, notes[Int(otherNote)].path)
                let name = criteria[Int(claim.criterion)].name
                diagnostics.append(
                    Diagnostic(
                        .conflictingClaims,
                        "\(name) of \(option.name) is “\(new.text)” here and “\(old.text)” in \(other)",
                        at: path,
                        SourceRange(start: SourcePosition(line: new.line, column: 1)),
                        related: [
                            Diagnostic.Related(
                                path: other, position: SourcePosition(line: old.line, column: 1),
                                note: "the other claim")
                        ],
                        hint: "correct the one that is wrong, or name the criteria apart"))
            }
        }
        return diagnostics
    }
}

extension [Note] {
    package func cell(at place: CellPlace) -> Comparison.Cell {
        comparison(at: place.comparison).criteria[Int(place.row)].cells[Int(place.column)]
    }

    package func comparison(at place: ModelPlace) -> Comparison {
        self[Int(place.note)].comparisons[Int(place.index)]
    }

    package func decision(at place: ModelPlace) -> Decision {
        self[Int(place.note)].decisions[Int(place.index)]
    }
}
