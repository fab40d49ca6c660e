/// Finds the sentence that says what to choose where nothing else decides.
struct FallbackFinder {
    let options: [OptionName]

    /// The default that a paragraph gives. It is never guessed: the sentence must name one option and say in so many
    /// words that it is the default.
    func fallback(in paragraph: String) -> Decision.Fallback? {
        for sentence in Sentences.split(Words.collapsed(paragraph)) {
            let clause = mainClause(of: sentence)
            let folded = clause.lowercased()
            guard hasCue(folded), !isNegated(folded) else { continue }
            let named = options.filter { names($0, in: folded) }
            if named.count == 1 { return Decision.Fallback(option: named[0], sentence: sentence) }
        }
        return nil
    }

    private func hasCue(_ folded: String) -> Bool {
        Vocabulary.defaultCues.contains { Words.contains($0, in: folded) }
    }

    private func isNegated(_ folded: String) -> Bool {
        ["not recommended", "not the", "isn't", "isn’t", "don't", "don’t", "never", "no longer", "not a "]
            .contains { Words.contains(Words.collapsed($0), in: folded) }
    }

    /// What stands before `; however …` and the like, which turns to another option.
    private func mainClause(of sentence: String) -> String {
        let folded = Words.asciiFolded(sentence)
        let cut = ["; ", ", but ", " however", ", move to ", ", unless ", ", otherwise "].compactMap {
            phrase in
            folded.firstRange(of: phrase)
        }.map { folded.utf8.distance(from: folded.startIndex, to: $0.lowerBound) }.min()
        guard let cut, cut > 0 else { return sentence }
        return String(decoding: Array(sentence.utf8)[..<cut], as: UTF8.self)
    }

    /// Whether a sentence names an option where no longer name of another option stands.
    func names(_ option: OptionName, in folded: String) -> Bool {
        let own = option.keys.flatMap { Words.ranges(of: $0, in: folded) }
        let others = options.filter { $0 != option }.flatMap { other in
            other.keys.flatMap { Words.ranges(of: $0, in: folded) }
        }
        return own.contains { place in
            !others.contains {
                $0.count > place.count && $0.lowerBound <= place.lowerBound
                    && place.upperBound <= $0.upperBound
            }
        }
    }
}
