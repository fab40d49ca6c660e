/// Finds the sentence that says what to choose where nothing else decides.
struct FallbackFinder {
    let options: [OptionName]

    /// The default that a paragraph gives. It is never guessed: the sentence must name one option and have one of the
    /// forms of `FallbackSentence`.
    func fallback(in paragraph: String) -> Decision.Fallback? {
        let sentences = Sentences.split(Words.collapsed(paragraph))
        for (index, sentence) in sentences.enumerated() {
            // A question belongs to its answer: `Not sure? Use X.`
            let isAnswer = index > 0 && Self.isOpenQuestion(sentences[index - 1])
            let advice = isAnswer ? "\(sentences[index - 1]) \(sentence)" : sentence
            if let option = option(advisedBy: mainClause(of: advice)) {
                return Decision.Fallback(option: option, sentence: advice)
            }
            if index > 0, Vocabulary.defaultAssurances.contains(Words.folded(sentence)),
                let option = options.first(where: { $0.keys.contains(Words.folded(sentences[index - 1])) })
            {
                return Decision.Fallback(option: option, sentence: "\(sentences[index - 1]) \(sentence)")
            }
        }
        return nil
    }

    private static func isOpenQuestion(_ sentence: String) -> Bool {
        guard sentence.last == "?" else { return false }
        let words = Words.split(Words.folded(sentence)).filter { !Vocabulary.fillers.contains($0) }
        return Vocabulary.defaultOpenings.contains(words)
    }

    private func option(advisedBy clause: String) -> OptionName? {
        var folded = Words.asciiFolded(clause)
        let mentions = options.mentions(in: folded).sorted {
            ($0.places.first?.lowerBound ?? 0) < ($1.places.first?.lowerBound ?? 0)
        }
        guard let chosen = mentions.first else { return nil }
        if mentions.count == 2, let rest = Self.withoutOther(folded, chosen.places, mentions[1].places) {
            folded = rest
        } else if mentions.count > 1 {
            return nil
        }
        return FallbackSentence(folded, naming: chosen.places).givesDefault ? chosen.option : nil
    }

    /// `prefer a over b because …` without what `a` is preferred to; nil where that is not what `b` is.
    private static func withoutOther(_ text: String, _ chosen: [Range<Int>], _ other: [Range<Int>]) -> String?
    {
        guard let end = chosen.last?.upperBound, let place = other.first, other.count == 1,
            end < place.lowerBound
        else { return nil }
        let bytes = Array(text.utf8)
        let between = String(decoding: bytes[end..<place.lowerBound], as: UTF8.self)
        guard let words = Vocabulary.otherWords.first(where: { between.hasSuffix(" \($0) ") }) else {
            return nil
        }
        let start = place.lowerBound - words.utf8.count - 2
        return String(decoding: bytes[..<start] + bytes[place.upperBound...], as: UTF8.self)
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
}
