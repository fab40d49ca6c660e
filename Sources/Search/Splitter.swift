/// Parts sorted terms into files by what they begin with, so that a change in one place moves no border elsewhere.
struct Splitter {
    private let terms: [ArraySlice<UInt8>]
    private let ends: [Int]
    private let most: Int
    private(set) var ranges: [Range<Int>] = []

    /// - Parameter ends: where each term's bytes end in the text.
    init(terms: [ArraySlice<UInt8>], ends: [Int], most: Int) {
        self.terms = terms
        self.ends = ends
        self.most = most
        if !terms.isEmpty { split(0..<terms.count, depth: 0) }
    }

    private func size(_ range: Range<Int>) -> Int {
        ends[range.upperBound - 1] - (range.lowerBound == 0 ? 0 : ends[range.lowerBound - 1])
    }

    private mutating func split(_ range: Range<Int>, depth: Int) {
        guard size(range) > most, range.count > 1 else {
            ranges.append(range)
            return
        }
        var pending = range.lowerBound..<range.lowerBound
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start + 1
            while end < range.upperBound, byte(end, depth) == byte(start, depth) { end += 1 }
            let isLarge = size(start..<end) > most
            if !pending.isEmpty, isLarge || size(pending.lowerBound..<end) > most {
                ranges.append(pending)
                pending = start..<start
            }
            if isLarge {
                split(start..<end, depth: depth + 1)
                pending = end..<end
            } else {
                pending = pending.lowerBound..<end
            }
            start = end
        }
        if !pending.isEmpty { ranges.append(pending) }
    }

    private func byte(_ index: Int, _ depth: Int) -> Int {
        let term = terms[index]
        return depth < term.count ? Int(term[term.startIndex + depth]) : -1
    }
}
