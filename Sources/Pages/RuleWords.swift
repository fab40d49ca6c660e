import Notes

/// The words that join an option to its conditions and exceptions, on pages and in drawings.
enum RuleWords {
    /// What stands before the conditions.
    static func introduction(_ match: Decision.Match, _ count: Int) -> String {
        count == 1 ? "if" : match == .all ? "if all of these hold" : "if any of these holds"
    }

    /// What stands before the exceptions.
    ///
    /// - Parameter isAlone: whether the rule has nothing else.
    static func exception(isAlone: Bool) -> String { isAlone ? "unless" : "but not if" }

    /// At the beginning of a line.
    static func capitalized(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }
}
