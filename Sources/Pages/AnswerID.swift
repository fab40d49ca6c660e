import Writers

/// Short names of answers for addresses. They follow from the words alone, so that a shared address means the same, or
/// nothing, after the note has changed: never another answer.
enum AnswerID {
    /// One for each text; of equal texts each has its own.
    static func all(for texts: [String]) -> [String] {
        var counts: [String: Int] = [:]
        return texts.map { text in
            let name = String(ContentHash.hexadecimal(of: text.utf8).prefix(6))
            counts[name, default: 0] += 1
            return counts[name].map { $0 > 1 ? "\(name)-\($0)" : name } ?? name
        }
    }
}
