/// The terms of all pieces, written out and parted into files.
struct JoinedTerms {
    let files: [File]
    /// The words by their first characters.
    let words: [File]

    struct File {
        /// The first term, or the first character of the words.
        let first: [UInt8]
        let text: [UInt8]
    }

    /// What a file of terms may have, unless a single term has more.
    private static let mostBytes = 32_000
    /// Of a term that most notes have, so many postings are listed with their weights.
    static let mostCommon = 1024

    private struct Term {
        var count: Int32 = 0
        /// The last of its parts, as an index of `parts`.
        var last: Int32 = -1
    }

    private struct Word {
        let text: ArraySlice<UInt8>
        /// How many notes have its term.
        let count: Int32
    }

    private struct Part {
        let piece: Int32
        let term: Int32
        let previous: Int32
    }

    init(_ pieces: [Piece], notes: Int) {
        var table = TermTable(capacity: 8192)
        var terms: [Term] = []
        var parts: [Part] = []
        var wordTable = TermTable(capacity: 8192)
        var wordTerms: [Int32] = []
        for (number, piece) in pieces.enumerated() {
            var numbers: [Int32] = []
            for index in 0..<piece.count {
                let (term, isNew) = table.insert(piece.term(index))
                if isNew { terms.append(Term()) }
                parts.append(Part(piece: Int32(number), term: Int32(index), previous: terms[term].last))
                terms[term].last = Int32(parts.count - 1)
                terms[term].count += Int32(piece.postings(index).count)
                numbers.append(Int32(term))
            }
            for index in piece.wordTerms.indices {
                let (_, isNew) = wordTable.insert(piece.word(index))
                if isNew { wordTerms.append(numbers[Int(piece.wordTerms[index])]) }
            }
        }
        let order = terms.indices.sorted { TermOrder.precedes(table[$0], table[$1]) }
        var text: [UInt8] = []
        var ends: [Int] = []
        for term in order {
            text += table[term]
            text.append(UInt8(ascii: " "))
            Self.append(terms[term], parts, pieces, notes: notes, to: &text)
            text.append(UInt8(ascii: " "))
            ends.append(text.count)
        }
        let sorted = order.map { table[$0] }
        files = Splitter(terms: sorted, ends: ends, most: Self.mostBytes).ranges.map { range in
            let start = range.lowerBound == 0 ? 0 : ends[range.lowerBound - 1]
            return File(
                first: Array(sorted[range.lowerBound]),
                text: Array(text[start..<(ends[range.upperBound - 1] - 1)]))
        }
        words = Self.words(
            wordTerms.indices.map { Word(text: wordTable[$0], count: terms[Int(wordTerms[$0])].count) })
    }

    private static func append(
        _ term: Term, _ parts: [Part], _ pieces: [Piece], notes: Int, to text: inout [UInt8]
    ) {
        var chain: [Part] = []
        var next = term.last
        while next >= 0 {
            chain.append(parts[Int(next)])
            next = parts[Int(next)].previous
        }
        let postings = chain.reversed().flatMap { part in
            let piece = pieces[Int(part.piece)]
            return piece.postings[piece.postings(Int(part.term))]
        }
        let isCut = postings.count > mostCommon && postings.count * 2 > notes
        var (least, spare) = isCut ? cut(postings) : (0, .max)
        Digits.append(postings.count, to: &text)
        var previous = -1
        for posting in postings {
            let weight = posting & 63
            if weight < least { continue }
            if weight == least {
                if spare == 0 { continue }
                spare -= 1
            }
            let number = Int(posting >> 6)
            Digits.append(number - previous - 1, to: &text)
            Digits.append(single: Int(weight), to: &text)
            previous = number
        }
        guard isCut else { return }
        text.append(UInt8(ascii: "."))
        var lacks = [Bool](repeating: true, count: notes)
        for posting in postings { lacks[Int(posting >> 6)] = false }
        text += Digits.gaps(lacks.indices.lazy.filter { lacks[$0] }).utf8
    }

    /// The least weight of a common term that is listed, and how many postings of just this weight are.
    private static func cut(_ postings: [UInt32]) -> (least: UInt32, spare: Int) {
        var counts = [Int](repeating: 0, count: 64)
        for posting in postings { counts[Int(posting & 63)] += 1 }
        var rest = mostCommon
        for weight in (1...63).reversed() {
            if counts[weight] >= rest { return (UInt32(weight), rest) }
            rest -= counts[weight]
        }
        return (0, .max)
    }

    /// The words that a typing error may be meant for, by first character.
    private static func words(_ all: [Word]) -> [File] {
        let words = all.filter { (4...24).contains($0.text.count) && $0.text.allSatisfy(isLetter) }
            .sorted { TermOrder.precedes($0.text, $1.text) }
        var files: [File] = []
        var (first, text): ([UInt8], [UInt8]) = ([], [])
        func finish() {
            if !text.isEmpty { files.append(File(first: first, text: text.dropLast())) }
            text = []
        }
        for word in words {
            let own = firstCharacter(word.text)
            if !own.elementsEqual(first) {
                finish()
                first = Array(own)
            }
            text += word.text
            text.append(UInt8(ascii: " "))
            Digits.append(Int(word.count), to: &text)
            text.append(UInt8(ascii: " "))
        }
        finish()
        return files
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || byte &- UInt8(ascii: "a") < 26 }

    private static func firstCharacter(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        word.prefix(1 + word.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count)
    }
}
