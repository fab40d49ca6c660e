import Localisation
import Notes

// The words that join an option to its conditions and exceptions, on pages and in drawings.

extension FlowWords {
    /// What stands before the conditions.
    func introduction(_ match: Decision.Match, _ count: Int) -> String {
        count == 1 ? condition : match == .all ? allConditions : anyCondition
    }

    /// What stands before the exceptions.
    ///
    /// - Parameter isAlone: whether the rule has nothing else.
    func exception(isAlone: Bool) -> String { isAlone ? exceptionsAlone : exceptions }
}

extension String {
    /// As it stands at the beginning of a line.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
