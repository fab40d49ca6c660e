/// Which words of a query, and which of their parts, have been seen in a text.
struct Marks {
    private var parts: [[Bool]]

    init(_ matches: [WordMatch]) {
        parts = matches.map { [Bool](repeating: false, count: max($0.parts.count, 1)) }
    }

    /// Takes in a unit; whether it is one that is looked for.
    mutating func add(_ unit: NoteReading.TextUnit, _ matches: [WordMatch]) -> Bool {
        var isLookedFor = false
        for (index, match) in matches.enumerated() {
            if let whole = match.whole, Self.fits(unit, whole) {
                for part in parts[index].indices { parts[index][part] = true }
                isLookedFor = true
            }
            for (place, part) in match.parts.enumerated() where Self.fits(unit, part) {
                parts[index][place] = true
                isLookedFor = true
            }
        }
        return isLookedFor
    }

    private static func fits(_ unit: NoteReading.TextUnit, _ pattern: WordMatch.PartPattern) -> Bool {
        if unit.isPairs {
            return pattern.isPair && pattern.terms.contains { unit.folded.contains($0) }
        }
        if unit.terms.contains(where: pattern.terms.contains) { return true }
        return pattern.prefix.map { unit.folded.hasPrefix($0) } ?? false
    }

    /// How much of the query has been seen: each word by its rarity and the share of its parts.
    func sum(_ matches: [WordMatch]) -> Double {
        var sum = 0.0
        for (index, match) in matches.enumerated() {
            let seen = parts[index].count { $0 }
            sum += match.rarity * (Double(seen) / Double(parts[index].count))
        }
        return sum
    }
}
