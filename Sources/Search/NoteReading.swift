/// Reads notes for the section and the sentence that fit a query best.
struct NoteReading {
    private let matches: [WordMatch]
    private let phrases: [String]
    private let queryUnits: [String]

    /// The most characters of a sentence that are shown.
    private static let longestSentence = 220
    /// What is shorter, as the cell of a table, goes on with what follows.
    private static let shortestSentence = 70

    init(_ matches: [WordMatch], _ query: Query) {
        self.matches = matches
        phrases = query.phrases
        queryUnits = query.words.flatMap { TextWords.units(of: $0.text) }
    }

    /// - Returns: nil where a phrase is missing; else what to show, and how much of the note's score counts.
    func read(_ note: NoteTexts.Entry) -> (share: Double, hit: Hit)? {
        guard phrases.allSatisfy({ holds(note, $0) }) else { return nil }
        var best: (score: Double, section: Int, sentence: Range<Int>?) = (-1, 0, nil)
        for (index, section) in note.sections.enumerated() {
            let heading =
                section.anchor.isEmpty
                ? ([note.title] + note.aliases).joined(separator: "\n") : section.heading
            var marks = Marks(matches)
            scan(heading, 0..<heading.utf8.count) { unit, _, _ in _ = marks.add(unit, matches) }
            let inHeading = marks.closeSum(matches)
            var (bestSentence, sentence): (Double, Range<Int>?) = (0, nil)
            for range in TextSentences.ranges(of: section.text) {
                var own = Marks(matches)
                scan(section.text, range) { unit, _, _ in
                    if own.add(unit, matches) { _ = marks.add(unit, matches) }
                }
                let sum = own.closeSum(matches)
                if sum > bestSentence || sentence == nil { (bestSentence, sentence) = (sum, range) }
            }
            var score = marks.sum(matches) + 0.5 * inHeading + 0.5 * bestSentence
            if !section.anchor.isEmpty, TextWords.units(of: heading) == queryUnits { score *= 1.25 }
            if score > best.score { best = (score, index, sentence) }
        }
        let most = matches.reduce(0) { $0 + $1.rarity } * (matches.count > 1 ? 3 : 2)
        var share = 0.4 + 0.6 * (most > 0 ? max(best.score, 0) / most : 0)
        if isName(of: note) { share *= 1.5 }
        return (share, hit(note, best.section, best.sentence))
    }

    private func isName(of note: NoteTexts.Entry) -> Bool {
        ([note.title] + note.aliases).contains { TextWords.units(of: $0) == queryUnits }
    }

    private func holds(_ note: NoteTexts.Entry, _ phrase: String) -> Bool {
        func holds(_ text: String) -> Bool { TextWords.line(of: text).utf8.contains(phrase.utf8) }
        return holds(note.title) || note.sections.contains { holds($0.heading) || holds($0.text) }
    }

    private func hit(_ note: NoteTexts.Entry, _ section: Int, _ sentence: Range<Int>?) -> Hit {
        var hit = Hit(kind: .note, title: note.title, url: note.url)
        hit.folders = note.folders
        hit.date = note.date
        hit.tags = note.tags
        guard note.sections.indices.contains(section) else { return hit }
        let found = note.sections[section]
        hit.heading = found.heading
        if !found.anchor.isEmpty {
            hit = Hit(
                kind: .note, title: note.title, url: "\(note.url)#\(found.anchor)", heading: found.heading,
                folders: note.folders, date: note.date, tags: note.tags)
        }
        if var sentence {
            let bytes = Array(found.text.utf8)
            for next in TextSentences.ranges(of: found.text)
            where next.lowerBound >= sentence.upperBound
                && Self.count(bytes[sentence]) < Self.shortestSentence
            {
                sentence = sentence.lowerBound..<next.upperBound
            }
            hit.sentence = fragments(found.text, sentence)
        }
        return hit
    }

    // MARK: Sentences

    /// The length of a text as browsers count it, in UTF-16 code units.
    private static func count(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
    }

    private func fragments(_ text: String, _ range: Range<Int>) -> [Hit.Fragment] {
        var marked: [Range<Int>] = []
        var starts: [Int] = []
        scan(text, range) { unit, start, end in
            starts.append(start)
            var marks = Marks(matches)
            guard marks.add(unit, matches) else { return }
            marked.append(start..<end)
        }
        let bytes = Array(text.utf8)
        var (first, last) = (range.lowerBound, range.upperBound)
        func count(_ range: Range<Int>) -> Int { Self.count(bytes[range]) }
        if count(range) > Self.longestSentence {
            // From a few words before the first that is marked.
            let place = marked.first.flatMap { mark in starts.firstIndex { $0 >= mark.lowerBound } } ?? 0
            if place > 6 { first = starts[place - 6] }
            // A character has at most four bytes; what is further away need not be counted.
            let near = starts.filter { $0 > first && $0 - first <= 4 * Self.longestSentence }
            last = near.last { count(first..<$0) <= Self.longestSentence } ?? last
            if count(first..<last) > Self.longestSentence { last = min(last, first + Self.longestSentence) }
            while last < bytes.count, bytes[last] & 0xC0 == 0x80 { last += 1 }
        }
        var fragments: [Hit.Fragment] = []
        func add(_ range: Range<Int>, _ isMarked: Bool) {
            if !range.isEmpty {
                let text = String(decoding: bytes[range], as: UTF8.self)
                fragments.append(
                    Hit.Fragment(
                        text: text.split(separator: "\n", omittingEmptySubsequences: false).joined(
                            separator: " · "),
                        isMarked: isMarked))
            }
        }
        if first > range.lowerBound { fragments.append(Hit.Fragment(text: "… ", isMarked: false)) }
        var position = first
        for mark in marked where mark.lowerBound >= first && mark.upperBound <= last {
            add(position..<mark.lowerBound, false)
            add(mark, true)
            position = mark.upperBound
        }
        add(position..<last, false)
        if last < range.upperBound { fragments.append(Hit.Fragment(text: "…", isMarked: false)) }
        return fragments
    }

    /// What a unit of a text is held to: its stem, those of its parts, the unit with its signs, and the unit itself.
    struct TextUnit {
        let folded: String
        let isPairs: Bool
        let terms: [String]
    }

    private func scan(
        _ text: String, _ range: Range<Int>, _ use: (TextUnit, _ start: Int, _ end: Int) -> Void
    ) {
        var text = text
        text.withUTF8 { all in
            let bytes = UnsafeBufferPointer(rebasing: all[range])
            var scanner = Scanner(bytes)
            while scanner.next() {
                let folded = String(decoding: scanner.folded, as: UTF8.self)
                guard !folded.isEmpty else { continue }
                var terms = scanner.isPairs ? [] : TextWords.words(of: folded)
                if scanner.signs > 0 { terms.append(String(decoding: scanner.signed, as: UTF8.self)) }
                if scanner.hasInnerCapital, !scanner.isPairs {
                    scanner.parts { part in
                        terms += TextWords.words(of: String(decoding: bytes[part], as: UTF8.self))
                    }
                }
                use(
                    TextUnit(folded: folded, isPairs: scanner.isPairs, terms: terms),
                    range.lowerBound + scanner.start, range.lowerBound + scanner.end)
            }
        }
    }
}
