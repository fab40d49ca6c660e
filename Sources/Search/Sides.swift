import Localisation

/// Two things that a query sets against each other: `irsa vs pod identity`.
struct Sides: Sendable, Hashable {
    /// The words of each, without function words around them.
    let left: [String]
    let right: [String]
    /// What stands before, between and behind them, which names neither: its units, and those of each place in one.
    let between: Set<String>

    /// Nil where the text does so in none of the ways.
    ///
    /// - Parameters:
    ///   - ways: the first that fits counts.
    ///   - functionWords: what may stand before a way, as in `what is the difference between irsa and pod identity`.
    init?(of text: String, _ ways: [Phrase], functionWords: Set<String>) {
        let units = TextWords.units(of: text)
        for way in ways {
            let places = Self.places(of: way)
            let start = Self.start(of: places[0], in: units, behind: functionWords)
            guard let sides = Self.sides(units[start...], places) else { continue }
            left = Self.words(of: sides.left, without: functionWords)
            right = Self.words(of: sides.right, without: functionWords)
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

    /// The first place at which a way can begin, with nothing but function words before it; else 0.
    private static func start(of way: [String], in units: [String], behind functionWords: Set<String>) -> Int
    {
        guard !way.isEmpty else { return 0 }
        let most = units.prefix(while: functionWords.contains).count
        return (0...most).first { units[$0...].starts(with: way) } ?? 0
    }

    /// What one side is called, unless that is a function word itself.
    private static func words(
        of side: ArraySlice<String>, without functionWords: Set<String>
    ) -> [String] {
        let isName = { (unit: String) in !functionWords.contains(unit) }
        guard let first = side.firstIndex(where: isName), let last = side.lastIndex(where: isName) else {
            return side.flatMap(TextWords.words)
        }
        return side[first...last].flatMap(TextWords.words)
    }

    /// Nil where what stands between is not there, or there more than once.
    private static func sides(
        _ units: ArraySlice<String>, _ places: [[String]]
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
