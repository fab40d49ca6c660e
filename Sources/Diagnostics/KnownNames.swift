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

    /// The name that is near to a misspelt one, where no other is, however much nearer or farther.
    package func only(near name: String) -> String? {
        let letters = Self.letters(of: name)
        let most = Self.likelySlips(letters.count)
        var only: String?
        for length in max(0, letters.count - most)...(letters.count + most) {
            for entry in byLength[length] ?? [] where entry.name != only {
                guard TypingDistance.between(letters, entry.letters, most: most) <= most else { continue }
                guard only == nil else { return nil }
                only = entry.name
            }
        }
        return only
    }

    /// Whether two names have the same words but for slips: each word is near to its counterpart, or only the gaps between
    /// words are other ones. Two that differ in a number, or in a whole word as `on` and `off`, are not alike.
    package static func areAlike(_ left: String, _ right: String) -> Bool {
        func words(of name: String) -> [[Unicode.Scalar]] {
            letters(of: name).split { $0 == "-" || $0 == "_" || $0 == " " }.map(Array.init)
        }
        func hasNumber(_ letters: some Sequence<Unicode.Scalar>) -> Bool {
            letters.contains { $0.properties.numericType != nil }
        }
        let (left, right) = (words(of: left), words(of: right))
        if left.joined().elementsEqual(right.joined()), !hasNumber(left.joined()) { return true }
        return left.count == right.count
            && zip(left, right).allSatisfy { left, right in
                if left == right { return true }
                guard !hasNumber(left + right) else { return false }
                let most = likelySlips(min(left.count, right.count))
                return TypingDistance.between(left, right, most: most) <= most
            }
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
