package import Linking
import Localisation

/// Finds what a query asks for.
///
/// First all notes are weighed by the index alone; then the best are read, ten at a time, to choose the section and the sentence, to
/// hold phrases to the text, and to put the ten in their final order. The browser's half does the same, step by step and with the
/// same arithmetic.
package struct Finder {
    private let shards: Shards
    private let site: Site
    private let facets: Facets
    private let choices: Choices
    private var reader: TermReader

    /// How many notes are read at a time, and how many for each that is wanted where there is a phrase.
    static let page = 10
    static let readForPhrase = 6

    package init(_ shards: Shards, of site: Site) {
        self.shards = shards
        self.site = site
        facets = Facets(of: shards.catalogue, in: site)
        choices = Choices(of: site)
        reader = TermReader(shards)
    }

    /// - Parameter limit: how many sections are wanted.
    package mutating func find(_ text: String, limit: Int = 10) -> Findings {
        let query = Query(text, site.configuration.wording.scripts.search)
        var findings = Findings()
        findings.answers = choices.answers(to: query)
        var matches: [WordMatch] = []
        let notes = shards.manifest.notes
        for word in query.words { matches.append(reader.match(word, notes: notes)) }
        findings.corrections = matches.compactMap(\.correction)
        Self.relax(&matches, notes: notes)
        var mask = facets.mask(query.filters, count: notes)
        for word in query.excluded {
            let found = reader.match(word, notes: notes)
            for entry in found.values {
                mask = mask ?? [Bool](repeating: true, count: notes)
                mask?[entry.number] = false
            }
        }
        let pages = (limit + Self.page - 1) / Self.page
        let most = pages * Self.page * (query.phrases.isEmpty ? 1 : Self.readForPhrase)
        let ranking = Ranking(matches, mask: mask, notes: notes, most: most)
        findings.total = ranking.total
        let reading = NoteReading(matches, query)
        var (start, complete) = (0, 0)
        while start < ranking.best.count, findings.hits.count < limit {
            let page = ranking.best[start..<min(ranking.best.count, start + Self.page)]
            var read: [(score: Double, candidate: Ranking.Candidate, hit: Hit)] = []
            for candidate in page {
                guard let found = reading.read(entry(candidate.number)) else { continue }
                read.append((candidate.score * found.share, candidate, found.hit))
            }
            read.sort {
                if $0.candidate.hasAll != $1.candidate.hasAll { return $0.candidate.hasAll }
                return $0.score != $1.score ? $0.score > $1.score : $0.candidate.number < $1.candidate.number
            }
            findings.hits += read.map(\.hit)
            if !ranking.lacksWord { complete += read.count { $0.candidate.hasAll } }
            start += page.count
        }
        // Only the notes themselves tell which have a phrase.
        if !query.phrases.isEmpty {
            findings.total = complete
            findings.unread = max(0, ranking.total - start)
        }
        findings.hits = Array(findings.hits.prefix(limit))
        return findings
    }

    private func entry(_ number: Int) -> NoteTexts.Entry {
        let block = shards.catalogue.block(of: number)
        let texts = NoteTexts(block, of: shards.catalogue, in: site)
        return texts.notes[number - shards.catalogue.notes(inBlock: block).lowerBound]
    }

    /// Words that only frame a question, and those that no note has, choose none. Neither do those that more than half of the notes
    /// have, unless there are no others: on a site about pods "pod".
    private static func relax(_ matches: inout [WordMatch], notes: Int) {
        for index in matches.indices {
            matches[index].isRequired = !matches[index].isLight && matches[index].count > 0
        }
        func isCommon(_ match: WordMatch) -> Bool { match.count * 2 > notes }
        guard notes >= 20, matches.contains(where: { $0.isRequired && !isCommon($0) }) else { return }
        for index in matches.indices where isCommon(matches[index]) { matches[index].isRequired = false }
    }
}
