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

    /// A cell of a comparison.
    package struct Claim: Sendable, Hashable {
        package let place: ModelPlace
        /// The row of `Comparison.criteria`, and the place of the option in `Comparison.options`.
        package let row: Int32
        package let column: Int32
        /// The index in `criteria`.
        package let criterion: Int32

        package init(place: ModelPlace, row: Int32, column: Int32, criterion: Int32) {
            self.place = place
            self.row = row
            self.column = column
            self.criterion = criterion
        }
    }

    init(of notes: [Note], _ options: Options) {
        var numbers: [String: Int32] = [:]
        var criteria: [Criterion] = []
        var ofOption = [[Claim]](repeating: [], count: options.all.count)
        for (index, note) in notes.enumerated() {
            for (position, comparison) in note.comparisons.enumerated()
            where comparison.orientation != .statements {
                let place = ModelPlace(note: Int32(index), index: Int32(position))
                let columns = options.ofComparisons[index][position]
                for (row, criterion) in comparison.criteria.enumerated() {
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
                            Claim(place: place, row: Int32(row), column: Int32(column), criterion: number))
                    }
                }
            }
        }
        self.criteria = criteria
        self.ofOption = ofOption
        diagnostics = Self.conflicts(notes, options, criteria, ofOption)
    }

    /// Reports what a note says against an earlier one. Two values in other words are no contradiction; a yes against a no
    /// is, and so is one number against another of the same unit.
    private static func conflicts(
        _ notes: [Note], _ options: Options, _ criteria: [Criterion], _ claims: [[Claim]]
    ) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for (option, claims) in zip(options.all, claims) {
            var first: [Int32: Claim] = [:]
            for claim in claims {
                guard let earlier = first[claim.criterion] else {
                    first[claim.criterion] = claim
                    continue
                }
                let (old, new) = (notes.cell(earlier), notes.cell(claim))
                guard earlier.place.note != claim.place.note, old.contradicts(new) else { continue }
                let (path, other) = (
                    notes[Int(claim.place.note)].path, notes[Int(earlier.place.note)].path
                )
                let name = criteria[Int(claim.criterion)].name
                diagnostics.append(
                    Diagnostic(
                        .conflictingClaims,
                        "\(name) of \(option.name) is “\(new.text)” here and “\(old.text)” in \(other)",
                        at: path,
                        SourceRange(start: SourcePosition(line: notes.line(claim), column: 1)),
                        related: [
                            Diagnostic.Related(
                                path: other, position: SourcePosition(line: notes.line(earlier), column: 1),
                                note: "the other claim")
                        ],
                        hint: "correct the one that is wrong, or name the criteria apart"))
            }
        }
        return diagnostics
    }
}

extension [Note] {
    /// The cell of a claim.
    package func cell(_ claim: Claims.Claim) -> Comparison.Cell {
        comparison(at: claim.place).criteria[Int(claim.row)].cells[Int(claim.column)]
    }

    package func comparison(at place: ModelPlace) -> Comparison {
        self[Int(place.note)].comparisons[Int(place.index)]
    }

    package func decision(at place: ModelPlace) -> Decision {
        self[Int(place.note)].decisions[Int(place.index)]
    }

    fileprivate func line(_ claim: Claims.Claim) -> Int { cell(claim).line }
}

extension Comparison.Cell {
    /// Whether not both of two cells can be right.
    package func contradicts(_ other: Comparison.Cell) -> Bool {
        if verdict != other.verdict {
            let judgements: Set<Verdict> = [.yes, .no, .partial]
            return judgements.contains(verdict) && judgements.contains(other.verdict)
        }
        guard verdict == .value, let own = Quantity(text), let their = Quantity(other.text) else {
            return false
        }
        return own.unit == their.unit && own.number != their.number
    }
}

/// A number with a unit, where a text is nothing else: `15 minutes`.
private struct Quantity {
    let number: Substring
    let unit: Substring

    init?(_ text: String) {
        let trimmed = text.drop { $0 == " " }
        number = trimmed.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        let rest = trimmed[number.endIndex...].drop { $0 == " " }
        unit = rest.split(separator: " ").first ?? ""
        guard !number.isEmpty, rest.split(separator: " ").count <= 1 else { return nil }
    }
}
