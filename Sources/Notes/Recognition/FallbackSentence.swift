/// A sentence that names one option, as the words that are not that option's name.
///
/// It gives a default only in one of few forms, each a row of `Vocabulary`: `Start with X.`, `When in doubt, X.`,
/// `X is the better choice.`, `The default is X.`. A word that the form does not know makes it another sentence:
/// `Start with the X tutorial.`, `X is recommended by nobody.`
struct FallbackSentence {
    /// Up to the option's first name, from behind an opening.
    private let before: ArraySlice<Substring>
    private let after: ArraySlice<Substring>
    /// Whether an opening says that what follows holds where nothing else does: `when in doubt`.
    private let isOpened: Bool

    private static let name: Substring = "\u{1}"

    /// - Parameters:
    ///   - text: with ASCII letters in lower case.
    ///   - places: where in it the option is named, in UTF-8, in order; at least one.
    init(_ text: String, naming places: [Range<Int>]) {
        let words = Self.words(of: text, naming: places)
        let place = words.firstIndex(of: Self.name) ?? words.endIndex
        let front = words[..<place]
        let opening = Self.openingLength(front)
        before = front[opening...].filter { !Self.isMark($0) }[...]
        after = words.dropFirst(place + 1)
        isOpened = opening > 0
    }

    var givesDefault: Bool {
        guard !after.contains("?"), Vocabulary.negations.isDisjoint(with: before),
            Vocabulary.negations.isDisjoint(with: clause(after))
        else { return false }
        let front = before.joined(separator: " ")
        if Vocabulary.defaultVerbs.contains(front) || Vocabulary.defaultSubjects.contains(front) {
            return isEnd(after)
        }
        let isPlain = front.isEmpty
        if isPlain, let rest = rest(after, behind: Vocabulary.defaultPredicates) { return isEnd(rest) }
        if Vocabulary.openVerbs.contains(front) { return isOpened ? isEnd(after) : isOpening(after) }
        guard isPlain else { return false }
        if let rest = rest(after, behind: Vocabulary.openPredicates) {
            return isOpened ? isEnd(rest) : isOpening(rest)
        }
        // Nothing but the name: a comma would go on with words about it.
        return isOpened && (after.isEmpty || (Self.isMark(after.first ?? "") && after.first != ","))
    }

    /// What stands behind the longest phrase that the words begin with; nil if they begin with none.
    private func rest(_ words: ArraySlice<Substring>, behind phrases: [[Substring]]) -> ArraySlice<Substring>?
    {
        phrases.first { words.starts(with: $0) }.map { words.dropFirst($0.count) }
    }

    /// Whether nothing follows that would make the advice another or narrow it.
    private func isEnd(_ words: ArraySlice<Substring>) -> Bool {
        guard let first = words.first else { return true }
        return Self.isMark(first) || Vocabulary.adviceTails.contains(first) || isOpening(words)
            || (isOpened && Vocabulary.openAdviceTails.contains(first))
    }

    /// Whether the words begin as an opening does: `use X by default`.
    private func isOpening(_ words: ArraySlice<Substring>) -> Bool {
        rest(words, behind: Vocabulary.defaultOpenings) != nil || words.first == "unless"
    }

    /// The words up to the first mark.
    private func clause(_ words: ArraySlice<Substring>) -> ArraySlice<Substring> {
        words.prefix { !Self.isMark($0) }
    }

    /// How many words in front belong to openings, with the words that those take along: `for most teams`.
    private static func openingLength(_ words: ArraySlice<Substring>) -> Int {
        var length = 0
        while let phrase = Vocabulary.defaultOpenings.first(where: words.dropFirst(length).starts) {
            length += phrase.count
            let rest = words.dropFirst(length)
            if let mark = rest.prefix(8).firstIndex(where: { isMark($0) }) {
                length = mark + 1
            } else if phrase.last == "most" || phrase.last == "new" {
                length += rest.prefix { !Vocabulary.openVerbWords.contains($0) }.prefix(3).count
            }
        }
        return min(length, words.count)
    }

    private static func isMark(_ word: Substring) -> Bool {
        word.utf8.first.map { !Words.isWordByte($0) && $0 < 0x80 && $0 != 1 } ?? false
    }

    /// The words without adverbs and articles, the option's name as one word, each mark as a word.
    private static func words(of text: String, naming places: [Range<Int>]) -> [Substring] {
        var bytes: [UInt8] = []
        var end = 0
        let utf8 = Array(text.utf8)
        for place in places where place.lowerBound >= end {
            bytes += utf8[end..<place.lowerBound] + [0x20, 1, 0x20]
            end = place.upperBound
        }
        bytes += utf8[end...]
        var spaced = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar {
            case ",", ":", ";", "(", ")", "?", "!", "→": spaced += " \(scalar == "→" ? ":" : scalar) "
            case "–", "—": spaced += " : "
            case ".", "*", "\"", "“", "”", "`": spaced += " "
            case "’": spaced += "'"
            default: spaced.unicodeScalars.append(scalar)
            }
        }
        return Words.split(spaced).filter { !Vocabulary.fillers.contains($0) }
    }
}
