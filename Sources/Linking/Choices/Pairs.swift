import Notes

/// The pages on which options are set against each other: one for each pair that notes compare, one for each table of more
/// options than that.
package struct Pairs: Sendable {
    /// In the order of their routes.
    package let all: [Pair]
    /// The tables of more options than `mostPaired`, in the order of the notes.
    package let large: [LargeTable]
    private let indices: [Key: Int32]
    private let largeIndices: [ModelPlace: Int]

    package struct Pair: Sendable {
        package let first: Int32
        package let second: Int32
        package let route: RoutePath
        /// The comparisons that have both, in the order of the notes.
        package internal(set) var sources: [ModelPlace]
        /// How many criteria those comparisons have, each counted once, how many statements on the two besides, and how
        /// many titles their notes.
        package internal(set) var criterionCount = 0
        package internal(set) var statementCount = 0
        package internal(set) var titleCount = 0
    }

    package struct LargeTable: Sendable {
        package let place: ModelPlace
        package let route: RoutePath
    }

    private struct Key: Hashable {
        let low: Int32
        let high: Int32

        init(_ left: Int32, _ right: Int32) { (low, high) = (min(left, right), max(left, right)) }
    }

    /// A table of more options gets one page of its own: its pairs would be too many, and nobody looks for most of them.
    package static let mostPaired = 5

    init(of notes: [Note], _ options: Options, _ routes: Routes) {
        var found: [Pair] = []
        var indices: [Key: Int32] = [:]
        var taken = routes.slugs(below: .compare)
        var large: [LargeTable] = []
        for (note, comparisons) in options.ofComparisons.enumerated() {
            for (index, columns) in comparisons.enumerated() {
                let place = ModelPlace(note: Int32(note), index: Int32(index))
                guard columns.count <= Self.mostPaired else {
                    let slug = Slug(notes[note].comparisons[index].title).unique(among: &taken)
                    large.append(LargeTable(place: place, route: RoutePath.compare.appending(slug)))
                    continue
                }
                for (position, first) in columns.enumerated() {
                    for second in columns[(position + 1)...] where first != second {
                        if let known = indices[Key(first, second)] {
                            if found[Int(known)].sources.last != place {
                                found[Int(known)].sources.append(place)
                            }
                            continue
                        }
                        indices[Key(first, second)] = Int32(found.count)
                        let slug = Slug("\(options.all[Int(first)].slug)-vs-\(options.all[Int(second)].slug)")
                        found.append(
                            Pair(
                                first: first, second: second,
                                route: RoutePath.compare.appending(slug.unique(among: &taken)),
                                sources: [place]))
                    }
                }
            }
        }
        let order = found.indices.sorted { found[$0].route < found[$1].route }
        var places = [Int32](repeating: 0, count: found.count)
        for (new, old) in order.enumerated() { places[old] = Int32(new) }
        all = order.map { index in
            var pair = found[index]
            let comparisons = pair.sources.map { notes.comparison(at: $0) }
            pair.criterionCount = comparisons.criterionCount
            for (source, comparison) in zip(pair.sources, comparisons) {
                let columns = options.columns(of: source)
                pair.statementCount += comparison.statementCount(
                    in: columns.indices.filter { [pair.first, pair.second].contains(columns[$0]) })
            }
            pair.titleCount = Set(pair.sources.map { notes[Int($0.note)].title }).count
            return pair
        }
        self.indices = indices.mapValues { places[Int($0)] }
        self.large = large
        largeIndices = Dictionary(
            uniqueKeysWithValues: large.enumerated().map { ($0.element.place, $0.offset) })
    }

    /// The pages of all pairs among some options, in the order of their routes.
    package func indices(among options: [Int32]) -> [Int] {
        var found: Set<Int> = []
        for (position, first) in options.enumerated() {
            for second in options[(position + 1)...] {
                if let index = index(of: Int(first), Int(second)) { found.insert(index) }
            }
        }
        return found.sorted()
    }

    /// The page of a table of many options; nil for a table of few.
    package func largeTable(at place: ModelPlace) -> LargeTable? { largeIndices[place].map { large[$0] } }

    /// The page of two options; nil where no note compares them.
    package func index(of left: Int, _ right: Int) -> Int? {
        indices[Key(Int32(left), Int32(right))].map(Int.init)
    }
}
