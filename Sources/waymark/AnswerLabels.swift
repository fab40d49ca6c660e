/// Which of several answers a typed line means: by number, by label, or by the beginning of a label that only one of them has.
struct AnswerLabels {
    private let labels: [String]

    init(_ choices: [String]) { labels = choices.map(Self.folded) }

    /// The answer's index; nil where it is none of them, or may be several.
    func index(of line: some StringProtocol) -> Int? {
        let text = Self.folded(String(line))
        if let number = Int(text), labels.indices.contains(number - 1) { return number - 1 }
        guard !text.isEmpty else { return nil }
        return only { $0 == text } ?? only { $0.hasPrefix(text) }
    }

    /// The indices of several answers: numbers with spaces or commas between, one label, or more with commas between; nil where one
    /// of them is none. An empty line is no answer at all, which is fine.
    func indices(of line: String) -> Set<Int>? {
        let numbers = all(line.split { $0 == "," || $0.isWhitespace }) { word in
            Int(word).flatMap { labels.indices.contains($0 - 1) ? $0 - 1 : nil }
        }
        if let numbers { return numbers }
        // A statement may have a comma itself.
        return index(of: line).map { [$0] } ?? all(line.split(separator: ",")) { index(of: $0) }
    }

    private func all(_ parts: [Substring], _ index: (Substring) -> Int?) -> Set<Int>? {
        let found = parts.compactMap(index)
        return found.count == parts.count ? Set(found) : nil
    }

    private func only(where fits: (String) -> Bool) -> Int? {
        let found = labels.indices.filter { fits(labels[$0]) }
        return found.count == 1 ? found[0] : nil
    }

    /// In lower case, with one space between words.
    private static func folded(_ text: String) -> String {
        text.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    }
}
