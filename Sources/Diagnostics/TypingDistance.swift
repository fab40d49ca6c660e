/// How many slips of the hand lie between two words: a character too many, too few, another one, or two neighbours swapped
/// ("optimal string alignment").
package enum TypingDistance {
    /// - Returns: a number above `most` where there are more.
    package static func between(
        _ left: ArraySlice<Unicode.Scalar>, _ right: ArraySlice<Unicode.Scalar>, most: Int
    ) -> Int {
        guard abs(left.count - right.count) <= most else { return most + 1 }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, character) in left.enumerated() {
            var line = [row + 1]
            var least = row + 1
            for (column, other) in right.enumerated() {
                var cost = min(
                    last[column + 1] + 1, line[column] + 1, last[column] + (character == other ? 0 : 1))
                if row > 0, column > 0, character == right[right.startIndex + column - 1],
                    left[left.startIndex + row - 1] == other
                {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                line.append(cost)
                least = min(least, cost)
            }
            if least > most { return most + 1 }
            beforeLast = last
            last = line
        }
        return last[right.count]
    }
}
