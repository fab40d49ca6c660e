import Localisation

/// Two things that a query sets against each other: `irsa vs pod identity`.
struct Sides: Sendable, Hashable {
    /// The words of each.
    let left: [String]
    let right: [String]
    /// What stands before, between and behind them, which names neither: its units, and those of each place in one.
    let between: Set<String>

    /// Nil where the text does so in none of the ways.
    ///
    /// - Parameter ways: the first that fits counts.
    init?(of text: String, _ ways: [Phrase]) {
        let units = TextWords.units(of: text)
        for way in ways {
            let places = Self.places(of: way)
            guard let sides = Self.sides(units, places) else { continue }
            (left, right) = (sides.left.flatMap(TextWords.words), sides.right.flatMap(TextWords.words))
            between = Set(places.flatMap { $0 + [$0.joined()] })
            return
        }
        return nil
    }

    /// The units before the first thing, between both, and behind the second.
    private static func places(of way: Phrase) -> [[String]] {
        var places: [[String]] = [[]]
        for part in way.parts {
            switch part {
            case .words(let words): places[places.count - 1] += TextWords.units(of: words)
            case .place: places.append([])
            }
        }
        return places
    }

    /// Nil where what stands between is not there, or there more than once.
    private static func sides(
        _ units: [String], _ places: [[String]]
    ) -> (left: ArraySlice<String>, right: ArraySlice<String>)? {
        guard places.count == 3, units.starts(with: places[0]),
            units.suffix(places[2].count).elementsEqual(places[2])
        else { return nil }
        let inner = units.dropFirst(places[0].count).dropLast(places[2].count)
        let middles = inner.indices.dropFirst().filter { index in
            inner[index...].starts(with: places[1]) && index + places[1].count < inner.endIndex
        }
        guard let middle = middles.first, middles.count == 1 else { return nil }
        return (inner[..<middle], inner[(middle + places[1].count)...])
    }
}
