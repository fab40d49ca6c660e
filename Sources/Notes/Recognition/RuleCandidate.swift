/// One rule as it stands in the tree.
struct RuleCandidate {
    let head: RuleHead
    let conditions: [String]
    let exceptions: [String]
    /// Why, in the author's words.
    var reason = ""
    /// Its first and its last block.
    let nodes: ClosedRange<Int>
    /// The source line, from 1.
    let line: Int

    /// Whether the head only introduces the list below it.
    var dangles: Bool {
        head.condition.isEmpty && head.exception.isEmpty && !(conditions.isEmpty && exceptions.isEmpty)
    }

    /// - Parameter items: the list below the head.
    /// - Returns: nil where neither says when to choose the option.
    init?(_ head: RuleHead, items: [String], nodes: ClosedRange<Int>, line: Int) {
        self.head = head
        self.nodes = nodes
        self.line = line
        let introduces = head.condition.isEmpty && head.exception.isEmpty
        conditions =
            !head.condition.isEmpty ? [head.condition] : introduces && !head.introducesExceptions ? items : []
        exceptions =
            !head.exception.isEmpty ? [head.exception] : introduces && head.introducesExceptions ? items : []
        guard !conditions.isEmpty || !exceptions.isEmpty || head.form == .fallback else { return nil }
    }
}
