/// Names that are known, to find out which one a misspelt one was meant to be.
package struct KnownNames: Sendable {
    /// By how many letters they have.
    private let entries: [Entry]
    /// For each number of letters where its entries begin; one more for where the last ones end.
    private let starts: [Int]
    /// The letters that are compared, of all names: an array for each took longer than finding a name.
    private let letters: [Unicode.Scalar]

    private struct Entry: Sendable {
        let name: String
        let letters: Range<Int>
        let set: LetterSet
    }

    package init(_ names: some Sequence<String>) {
        var (entries, letters): ([Entry], [Unicode.Scalar]) = ([], [])
        for name in names {
            let start = letters.count
            Self.append(name, to: &letters)
            entries.append(
                Entry(name: name, letters: start..<letters.count, set: LetterSet(letters[start...])))
        }
        entries.sort { $0.letters.count < $1.letters.count }
        var starts: [Int] = []
        for (index, entry) in entries.enumerated() {
            while starts.count <= entry.letters.count { starts.append(index) }
        }
        self.entries = entries
        self.starts = starts + [entries.count]
        self.letters = letters
    }

    /// The name that is nearest to a misspelt one, with as many slips as its length makes likely; nil where none is near
    /// or several are equally so. Letter case does not count.
    package func nearest(to name: String) -> String? {
        let slips = Slips(to: name)
        var best: (name: String, distance: Int)?
        var isOnlyOne = true
        for entry in candidates(slips) {
            let limit = min(slips.most, best?.distance ?? slips.most)
            let distance = TypingDistance.between(slips.letters, letters[entry.letters], most: limit)
            guard distance <= limit, entry.name != best?.name else { continue }
            isOnlyOne = best.map { distance < $0.distance } ?? true
            if isOnlyOne { best = (entry.name, distance) }
        }
        return isOnlyOne ? best?.name : nil
    }

    /// The name that is near to a misspelt one, where no other is, however much nearer or farther.
    package func only(near name: String) -> String? {
        let slips = Slips(to: name)
        var only: String?
        for entry in candidates(slips) where entry.name != only {
            let distance = TypingDistance.between(slips.letters, letters[entry.letters], most: slips.most)
            guard distance <= slips.most else { continue }
            guard only == nil else { return nil }
            only = entry.name
        }
        return only
    }

    /// A misspelt name, and how many slips are likely in it.
    private struct Slips {
        let letters: ArraySlice<Unicode.Scalar>
        let set: LetterSet
        let most: Int

        init(to name: String) {
            let letters = KnownNames.letters(of: name)[...]
            self.letters = letters
            set = LetterSet(letters)
            most = KnownNames.likelySlips(letters.count)
        }
    }

    /// The names that may be near enough, the shortest first.
    private func candidates(_ slips: Slips) -> some Sequence<Entry> {
        let last = starts.count - 1
        let shortest = min(max(0, slips.letters.count - slips.most), last)
        let longer = min(slips.letters.count + slips.most + 1, last)
        return entries[starts[shortest]..<starts[max(shortest, longer)]].lazy.filter {
            $0.set.differences(from: slips.set) <= 2 * slips.most
        }
    }

    /// Which letters a name has, several letters to a bit. A slip makes two bits other ones at most.
    private struct LetterSet {
        private let bits: UInt64

        init(_ letters: ArraySlice<Unicode.Scalar>) {
            bits = letters.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
        }

        func differences(from other: LetterSet) -> Int { (bits ^ other.bits).nonzeroBitCount }
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
                return TypingDistance.between(left[...], right[...], most: most) <= most
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
        var letters: [Unicode.Scalar] = []
        append(name, to: &letters)
        return letters
    }

    private static func append(_ name: String, to letters: inout [Unicode.Scalar]) {
        guard name.utf8.allSatisfy({ $0 < 0x80 }) else {
            letters += name.lowercased().unicodeScalars
            return
        }
        for byte in name.utf8 {
            letters.append(Unicode.Scalar(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte))
        }
    }
}

extension String {
    /// `did you mean eks?`, or `otherwise` where there is no such name.
    package init(didYouMean name: String?, otherwise hint: String) {
        self = name.map { "did you mean \($0)?" } ?? hint
    }
}
