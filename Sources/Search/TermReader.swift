import Diagnostics

/// Reads the files of terms and of words again, as a browser does.
struct TermReader {
    private let shards: Shards
    private var files: [Int: [Entry]] = [:]

    struct Entry {
        let term: ArraySlice<UInt8>
        let value: ArraySlice<UInt8>
    }

    /// The notes that have a term, with its weight in each.
    struct Postings {
        var notes: [(number: Int, weight: Int)] = []
    }

    /// The most files that the beginning of a word is looked up in, and the most terms that are taken.
    static let mostFiles = 3
    static let mostCompletions = 64

    init(_ shards: Shards) { self.shards = shards }

    /// The file that would hold a term.
    private func file(of term: ArraySlice<UInt8>) -> Int {
        let bounds = shards.manifest.bounds
        var (low, high) = (0, bounds.count)
        while low < high {
            let middle = (low + high) / 2
            if TermOrder.precedes(term, Array(bounds[middle].utf8)[...]) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return max(0, low - 1)
    }

    /// The value of a script that is a string.
    private static func entries(_ script: [UInt8]) -> [Entry] {
        guard let open = script.firstIndex(of: UInt8(ascii: "\"")),
            let close = script.lastIndex(of: UInt8(ascii: "\""))
        else { return [] }
        let fields = script[(open + 1)..<close].split(
            separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        return stride(from: 0, to: fields.count - 1, by: 2).map {
            Entry(term: fields[$0], value: fields[$0 + 1])
        }
    }

    private mutating func entries(_ file: Int) -> [Entry] {
        guard shards.termFiles.indices.contains(file) else { return [] }
        if let known = files[file] { return known }
        let entries = Self.entries(shards.termFiles[file])
        files[file] = entries
        return entries
    }

    private static func firstIndex(_ entries: [Entry], notBefore term: ArraySlice<UInt8>) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if TermOrder.precedes(entries[middle].term, term) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    mutating func postings(_ term: String) -> Postings? {
        let term = Array(term.utf8)[...]
        let entries = entries(file(of: term))
        let index = Self.firstIndex(entries, notBefore: term)
        guard index < entries.count, entries[index].term == term else { return nil }
        return postings(entries[index])
    }

    /// The terms that begin with a word and are longer; of many those that most notes have.
    mutating func completions(_ prefix: String) -> [Postings] {
        let prefix = Array(prefix.utf8)[...]
        var found: [(entry: Entry, count: Int)] = []
        let first = file(of: prefix)
        search: for file in first..<(first + Self.mostFiles) {
            let entries = entries(file)
            for entry in entries[Self.firstIndex(entries, notBefore: prefix)...] {
                guard entry.term.starts(with: prefix) else { break search }
                var index = entry.value.startIndex
                if entry.term.count > prefix.count {
                    found.append((entry, Digits.read(entry.value, at: &index)))
                }
            }
        }
        if found.count > Self.mostCompletions {
            let order = found.indices.sorted { (found[$1].count, $0) < (found[$0].count, $1) }
            found = order.prefix(Self.mostCompletions).map { found[$0] }
        }
        return found.map { postings($0.entry) }
    }

    private func postings(_ entry: Entry) -> Postings {
        let value = entry.value
        var index = value.startIndex
        _ = Digits.read(value, at: &index)
        var listed: [(number: Int, weight: Int)] = []
        var number = -1
        while index < value.endIndex, value[index] != UInt8(ascii: ".") {
            number += Digits.read(value, at: &index) + 1
            listed.append((number, Digits.read(single: value, at: &index)))
        }
        guard index < value.endIndex else { return Postings(notes: listed) }
        let least = listed.reduce(63) { min($0, $1.weight) }
        var weights = [Int](repeating: least, count: shards.manifest.notes)
        for entry in listed { weights[entry.number] = entry.weight }
        for number in Digits.numbers(value[(index + 1)...]) { weights[number] = 0 }
        return Postings(notes: weights.indices.filter { weights[$0] > 0 }.map { ($0, weights[$0]) })
    }

    /// The words like a misspelt one: of the least distance, those that most notes have.
    func similar(to word: String) -> [String] {
        guard let first = word.unicodeScalars.first.map({ String($0) }),
            let file = shards.manifest.letters.firstIndex(of: first)
        else { return [] }
        let letters = Array(word.unicodeScalars)
        var most = letters.count >= 9 ? 2 : 1
        var found: [(word: String, count: Int)] = []
        for entry in Self.entries(shards.wordFiles[file]) {
            let text = String(decoding: entry.term, as: UTF8.self)
            let own = Array(text.unicodeScalars)
            let distance = TypingDistance.between(letters[...], own[...], most: most)
            guard distance <= most else { continue }
            if distance < most {
                most = distance
                found = []
            }
            var index = entry.value.startIndex
            found.append((text, Digits.read(entry.value, at: &index)))
        }
        let order = found.indices.sorted { (found[$1].count, $0) < (found[$0].count, $1) }
        return order.prefix(4).map { found[$0].word }
    }
}
