/// The best notes by the index alone: those with all words that there are before those with some, then by the sum of what the words
/// count there.
struct Ranking {
    struct Candidate {
        let number: Int
        let score: Double
        let hasAll: Bool
    }

    /// The best first.
    private(set) var best: [Candidate] = []
    /// How many notes have all words.
    private(set) var total = 0
    /// Whether a word is in no note, so that none has all of them.
    let lacksWord: Bool

    /// - Parameters:
    ///   - mask: which notes may be found; nil for all.
    ///   - most: how many candidates are wanted.
    init(_ matches: [WordMatch], mask: [Bool]?, notes: Int, most: Int) {
        var scores = [Double](repeating: 0, count: notes)
        var counts = [Int](repeating: 0, count: notes)
        var required = 0
        lacksWord = matches.contains(where: \.isMissing)
        for match in matches {
            if match.isRequired { required += 1 }
            for entry in match.values {
                scores[entry.number] += entry.value
                if match.isRequired { counts[entry.number] += 1 }
            }
        }
        for number in 0..<notes where mask?[number] ?? true {
            // Without a word a filter alone chooses.
            guard matches.isEmpty ? mask != nil : counts[number] * 2 >= required && counts[number] > 0 else {
                continue
            }
            let hasAll = counts[number] == required
            if hasAll, !lacksWord { total += 1 }
            let share = required == 0 ? 1 : Double(counts[number]) / Double(required)
            add(Candidate(number: number, score: scores[number] * share * share, hasAll: hasAll), most: most)
        }
    }

    private mutating func add(_ candidate: Candidate, most: Int) {
        if best.count == most {
            guard let last = best.last, Self.precedes(candidate, last) else { return }
            best.removeLast()
        }
        var (low, high) = (0, best.count)
        while low < high {
            let middle = (low + high) / 2
            if Self.precedes(candidate, best[middle]) { high = middle } else { low = middle + 1 }
        }
        best.insert(candidate, at: low)
    }

    private static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
        if left.hasAll != right.hasAll { return left.hasAll }
        return left.score != right.score ? left.score > right.score : left.number < right.number
    }
}
