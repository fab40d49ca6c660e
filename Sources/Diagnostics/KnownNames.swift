/// Names that are known, to find out which one a misspelt one was meant to be.
package struct KnownNames: Sendable {
    private let names: [String]
    /// The letters that are compared, of one name behind those of the one before.
    private let letters: [Unicode.Scalar]
    /// For each name where its letters end.
    private let ends: [Int32]
    /// For each name which letters it has.
    private let sets: [LetterSet]
    /// The names by how many letters they have.
    private let order: [Int32]
    /// For each number of letters where its names begin in `order`; one more for where the last ones end.
    private let starts: [Int32]

    package init(_ names: some Sequence<String>) {
        self.names = Array(names)
        var (letters, ends, sets): ([Unicode.Scalar], [Int32], [LetterSet]) = ([], [], [])
        ends.reserveCapacity(self.names.count)
        sets.reserveCapacity(self.names.count)
        var counts: [Int32] = [0]
        for name in self.names {
            let start = letters.count
            Self.append(name, to: &letters)
            ends.append(Int32(letters.count))
            sets.append(LetterSet(letters[start...]))
            let count = letters.count - start
            if counts.count <= count + 1 {
                counts.append(contentsOf: repeatElement(0, count: count + 2 - counts.count))
            }
            counts[count + 1] += 1
        }
        for index in counts.indices.dropFirst() { counts[index] += counts[index - 1] }
        var order = [Int32](repeating: 0, count: self.names.count)
        var next = counts
        for name in order.indices {
            let count = Int(ends[name]) - (name == 0 ? 0 : Int(ends[name - 1]))
            order[Int(next[count])] = Int32(name)
            next[count] += 1
        }
        (self.letters, self.ends, self.sets) = (letters, ends, sets)
        (self.order, starts) = (order, counts)
    }

    /// The name that is nearest to a misspelt one, with as many slips as its length makes likely; nil where none is near
    /// or several are equally so. Letter case does not count.
    package func nearest(to name: String) -> String? {
        let slips = Slips(to: name)
        var best: (name: String, distance: Int)?
        var isOnlyOne = true
        for candidate in candidates(slips) {
            let limit = min(slips.most, best?.distance ?? slips.most)
            let distance = TypingDistance.between(slips.letters, letters(of: candidate), most: limit)
            guard distance <= limit, names[candidate] != best?.name else { continue }
            isOnlyOne = best.map { distance < $0.distance } ?? true
            if isOnlyOne { best = (names[candidate], distance) }
        }
        return isOnlyOne ? best?.name : nil
    }

    /// The name that is near to a misspelt one, where no other is, however much nearer or farther.
    package func only(near name: String) -> String? {
        let slips = Slips(to: name)
        var only: String?
        for candidate in candidates(slips) where names[candidate] != only {
            let distance = TypingDistance.between(slips.letters, letters(of: candidate), most: slips.most)
            guard distance <= slips.most else { continue }
            guard only == nil else { return nil }
            only = names[candidate]
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

    private func letters(of name: Int) -> ArraySlice<Unicode.Scalar> {
        letters[(name == 0 ? 0 : Int(ends[name - 1]))..<Int(ends[name])]
    }

    /// The names that may be near enough, the shortest first.
    private func candidates(_ slips: Slips) -> some Sequence<Int> {
        let count = slips.letters.count
        let shortest = max(0, count - slips.most)
        let longest = min(count + slips.most, starts.count - 2)
        let range = shortest <= longest ? Int(starts[shortest])..<Int(starts[longest + 1]) : 0..<0
        return order[range].lazy.map { Int($0) }.filter {
            sets[$0].differences(from: slips.set) <= 2 * slips.most
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
