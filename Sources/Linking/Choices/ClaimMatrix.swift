/// All that the notes of a site say of some options, criterion by criterion.
package struct ClaimMatrix: Sendable {
    package let options: [Int]
    /// The criteria by which any of the options is described, in the order of their first mention.
    package let rows: [Row]

    package struct Row: Sendable {
        package let criterion: Claims.Criterion
        /// For each option what notes say; nothing where none does.
        package let cells: [[Claims.Claim]]
    }

    package init(_ options: [Int], _ claims: Claims) {
        self.options = options
        var rows: [Int32: [[Claims.Claim]]] = [:]
        let nothing = [[Claims.Claim]](repeating: [], count: options.count)
        for (position, option) in options.enumerated() {
            for claim in claims.ofOption[option] {
                rows[claim.criterion, default: nothing][position].append(claim)
            }
        }
        self.rows = rows.sorted { $0.key < $1.key }.map {
            Row(criterion: claims.criteria[Int($0.key)], cells: $0.value)
        }
    }
}
