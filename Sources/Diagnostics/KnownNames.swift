/// Names that are known, to find out which one a misspelt one was meant to be.
package struct KnownNames: Sendable {
    /// Each with the letters that are compared, by how many these are.
    private let byLength: [Int: [Entry]]

    private struct Entry: Sendable {
        let name: String
        let letters: [Unicode.Scalar]
    }

    package init(_ names: some Sequence<String>) {
        byLength = Dictionary(
            grouping: names.map { Entry(name: $0, letters: Self.letters(of: $0)) },
            by: \.letters.count)
    }

    /// The name that is nearest to a misspelt one, with as many slips as its length makes likely; nil where none is near
    /// or several are equally so. Letter case does not count.
    package func nearest(to name: String) -> String? {
        let letters = Self.letters(of: name)
        let most = Self.likelySlips(letters.count)
        var best: (name: String, distance: Int)?
        var isOnlyOne = true
        for length in max(0, letters.count - most)...(letters.count + most) {
            for entry in byLength[length] ?? [] {
                let limit = min(most, best?.distance ?? most)
                let distance = TypingDistance.between(letters, entry.letters, most: limit)
                guard distance <= limit, entry.name != best?.name else { continue }
                isOnlyOne = best.map { distance < $0.distance } ?? true
                if isOnlyOne { best = (entry.name, distance) }
            }
        }
        return isOnlyOne ? best?.name : nil
    }

    /// Of a short name hardly a letter can be wrong without it being another one.
    private static func likelySlips(_ count: Int) -> Int {
        switch count {
        case ..<3: 0
        case ..<8: 1
        case ..<16: 2
        default: 3
        }
    }

    private static func letters(of name: String) -> [Unicode.Scalar] {
        Array(name.lowercased().unicodeScalars)
    }
}

extension String {
    /// `did you mean eks?`, or `otherwise` where there is no such name.
    package init(didYouMean name: String?, otherwise hint: String) {
        self = name.map { "did you mean \($0)?" } ?? hint
    }
}
