/// Which words of a query, and which of their parts, have been seen in a text.
struct Marks {
    private var parts: [[Bool]]
    /// The words of the last unit, a bit each.
    private var last = 0
    /// The words that have been seen right behind the word before them in the query.
    private var neighbours = 0

    init(_ matches: [WordMatch]) {
        parts = matches.map { [Bool](repeating: false, count: max($0.parts.count, 1)) }
    }

    /// Takes in the next unit of a text; whether it is one that is looked for, and says what the query is about.
    mutating func add(_ unit: NoteReading.TextUnit, _ matches: [WordMatch]) -> Bool {
        var found = 0
        var light = 0
        for (index, match) in matches.enumerated() {
            if match.isLight { light |= 1 << index }
            if let whole = match.whole, Self.fits(unit, whole) {
                for part in parts[index].indices { parts[index][part] = true }
                found |= 1 << index
            }
            for (place, part) in match.parts.enumerated() where Self.fits(unit, part) {
                parts[index][place] = true
                found |= 1 << index
            }
        }
        neighbours |= last << 1 & found
        last = found
        return found & ~light != 0
    }

    // Byte by byte: of a character of several parts, as in Thai and Hindi, the first may be typed alone.
    private static func fits(_ unit: NoteReading.TextUnit, _ pattern: WordMatch.PartPattern) -> Bool {
        if unit.isPairs {
            return pattern.isPair && pattern.terms.contains { unit.folded.utf8.contains($0.utf8) }
        }
        if unit.terms.contains(where: pattern.terms.contains) { return true }
        return pattern.prefix.map { unit.folded.utf8.starts(with: $0.utf8) } ?? false
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

    /// The same, and more where words stand side by side as in the query: twice as much if all do.
    func closeSum(_ matches: [WordMatch]) -> Double {
        guard matches.count > 1 else { return sum(matches) }
        return sum(matches) * (1 + Double(neighbours.nonzeroBitCount) / Double(matches.count - 1))
    }
}
