extension [OptionName] {
    /// The options that a text in lower case names, each with the places in UTF-8 where it does, in order. Where a
    /// longer name of another option stands, that one is named.
    func mentions(in folded: String) -> [(option: OptionName, places: [Range<Int>])] {
        let found = map { option in option.keys.flatMap { Words.ranges(of: $0, in: folded) } }
        return indices.compactMap { index in
            let places = found[index].filter { place in
                !indices.contains { other in
                    other != index
                        && found[other].contains {
                            $0.count > place.count && $0.lowerBound <= place.lowerBound
                                && place.upperBound <= $0.upperBound
                        }
                }
            }
            guard !places.isEmpty else { return nil }
            return (
                self[index], places.sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
            )
        }
    }
}
