/// What a word of a query finds: for each note how much it counts there.
struct WordMatch {
    /// How rare the word is.
    var rarity = 0.0
    /// How many notes have it.
    var count = 0
    /// Notes in order.
    var values: [(number: Int, value: Double)] = []
    /// What a text is searched for: for each part all terms that it may stand for.
    var parts: [PartPattern] = []
    /// The joined form's stem.
    var whole: PartPattern?
    /// Whether a note without the word lacks one of those that are looked for.
    var isRequired = true
    /// Whether it only frames a question: see `Query.Word`.
    private(set) var isLight = false
    var correction: Findings.Correction?

    struct PartPattern {
        var terms: Set<String> = []
        /// What a unit may begin with.
        var prefix: String?
        var isPair = false
    }

    /// Whether no note has the word, which would say something.
    var isMissing: Bool { count == 0 && !isLight }

    /// Leaves the word next to no weight.
    mutating func lighten() {
        isLight = true
        correction = nil
        rarity *= MatchWeight.light
        for index in values.indices { values[index].value *= MatchWeight.light }
    }
}

/// How much exactness counts.
enum MatchWeight {
    static let completion = 0.6
    static let similar = 0.4
    static let parts = 0.5
    static let light = 0.1

    /// A logarithm to base 2, near enough and the same to the last bit in every language: exact at the powers of two, and
    /// straight between them.
    static func logarithm(_ number: Double) -> Double {
        var (whole, rest) = (0.0, number)
        while rest >= 2 {
            rest /= 2
            whole += 1
        }
        return whole + (rest - 1)
    }

    /// The inverse document frequency of BM25.
    static func rarity(count: Int, of notes: Int) -> Double {
        let (count, notes) = (Double(min(count, notes)), Double(notes))
        return logarithm(1 + (notes - count + 0.5) / (count + 0.5))
    }
}

extension TermReader {
    /// What a word finds among so many notes.
    mutating func match(_ word: Query.Word, notes: Int) -> WordMatch {
        var match = WordMatch()
        var parts: [PartMatch] = []
        for (index, part) in word.parts.enumerated() {
            let isPrefix = word.isPrefix && index == word.parts.count - 1
            let mayErr = word.parts.count == 1 && !word.isLight
            parts.append(self.match(part, isPrefix: isPrefix, mayErr: mayErr))
        }
        match.parts = parts.map(\.pattern)
        match.correction = parts.first?.correction
        func values(_ part: PartMatch, _ share: Double) -> (rarity: Double, values: [(Int, Double)]) {
            let rarity = MatchWeight.rarity(count: part.count, of: notes)
            return (rarity, part.values.map { ($0.number, rarity * $0.value * share) })
        }
        guard word.whole != nil || parts.count != 1 else {
            (match.rarity, match.values) = values(parts[0], 1)
            match.count = parts[0].count
            if word.isLight { match.lighten() }
            return match
        }
        var all: [Int: Double] = [:]
        if let first = parts.first {
            var common: [Int: Double] = [:]
            for (number, value) in values(first, MatchWeight.parts).values { common[number] = value }
            for part in parts.dropFirst() {
                var both: [Int: Double] = [:]
                for (number, value) in values(part, MatchWeight.parts).values {
                    if let known = common[number] { both[number] = max(known, value) }
                }
                common = both
            }
            all = common
            match.rarity = parts.map { MatchWeight.rarity(count: $0.count, of: notes) }.max() ?? 0
        }
        if let whole = word.whole {
            let surface = word.text
            let part = self.match(
                Query.Part(surface: surface, term: whole, isPair: false), isPrefix: word.isPrefix,
                mayErr: false)
            match.whole = part.pattern
            let (rarity, own) = values(part, 1)
            if part.count > 0 { match.rarity = max(match.rarity, rarity) }
            for (number, value) in own { all[number] = max(all[number] ?? 0, value) }
        }
        match.values = all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        match.count = match.values.count
        if word.isLight { match.lighten() }
        return match
    }

    private struct PartMatch {
        var count = 0
        var values: [(number: Int, value: Double)] = []
        var pattern = WordMatch.PartPattern()
        var correction: Findings.Correction?
    }

    private mutating func match(_ part: Query.Part, isPrefix: Bool, mayErr: Bool) -> PartMatch {
        var match = PartMatch()
        var best: [Int: Double] = [:]
        func add(_ postings: Postings, _ share: Double) {
            match.count = max(match.count, postings.notes.count)
            for note in postings.notes {
                best[note.number] = max(best[note.number] ?? 0, Double(note.weight) / 63 * share)
            }
        }
        match.pattern.isPair = part.isPair
        match.pattern.terms.insert(part.term)
        if let exact = postings(part.term) { add(exact, 1) }
        let letters = part.surface.unicodeScalars.count
        if isPrefix, letters > 1 || part.isPair {
            match.pattern.prefix = part.surface
            for postings in completions(part.surface) { add(postings, MatchWeight.completion) }
            if best.isEmpty, !part.isPair {
                // "cachi" on the way to "caching", which is found as "cach".
                for (ending, cut) in [("e", 1), ("i", 1), ("in", 2)]
                where part.surface.hasSuffix(ending) && letters > 3 + cut {
                    let term = String(part.surface.dropLast(cut))
                    guard let postings = postings(term) else { continue }
                    match.pattern.terms.insert(term)
                    add(postings, MatchWeight.completion)
                }
            }
        }
        if mayErr, best.count < 2, letters >= 5, !part.isPair,
            part.surface.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
        {
            let isMissing = best.isEmpty
            let similar = similar(to: part.surface)
            for word in similar {
                let term = TextWords.words(of: word).joined()
                guard let postings = postings(term) else { continue }
                match.pattern.terms.insert(term)
                add(postings, MatchWeight.similar)
            }
            if isMissing {
                match.correction = Findings.Correction(word: part.surface, instead: similar.first)
            }
        } else if best.isEmpty {
            match.correction = Findings.Correction(word: part.surface, instead: nil)
        }
        match.values = best.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return match
    }
}
