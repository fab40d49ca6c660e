import Linking
import Localisation
import Notes
import Writers

/// What a question between two options is answered with: the pages of comparisons and decisions.
struct Choices: Sendable, Hashable {
    /// For each option its names.
    let options: [[String]]
    let comparisons: [Comparison]
    let decisions: [Decision]
    private let versus: Phrase

    struct Comparison: Sendable, Hashable {
        let first: Int
        let second: Int
        /// Relative to the site's root.
        let url: String
    }

    struct Decision: Sendable, Hashable {
        /// With the note's title, where that is another.
        let question: String
        let url: String
        let options: [Int]
    }

    init(of site: Site) {
        func url(_ route: RoutePath) -> String {
            RoutePath.home.relativeURL(to: route, style: site.configuration.links)
        }
        versus = site.configuration.wording.scripts.search.versus
        options = site.options.all.map { [$0.name] + $0.otherNames }
        comparisons = site.pairs.all.map {
            Comparison(first: Int($0.first), second: Int($0.second), url: url($0.route))
        }
        decisions = site.decisions.all.map { entry in
            let note = Int(entry.place.note)
            let named = site.options.ofDecisions[note][Int(entry.place.index)]
            let question = site.notes[note].decisions[Int(entry.place.index)].question
            let title = site.notes[note].title
            return Decision(
                question: question == title ? title : "\(question) · \(title)", url: url(entry.route),
                options: Set(named.entries + [named.fallback]).filter { $0 >= 0 }.map(Int.init).sorted())
        }
    }

    func render() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.array("options") { json in
                for names in options { json.array { json in for name in names { json.value(name) } } }
            }
            json.field("comparisons", comparisons.flatMap { [String($0.first), String($0.second), $0.url] })
            json.field(
                "decisions",
                decisions.flatMap {
                    [$0.question, $0.url, $0.options.map(String.init).joined(separator: " ")]
                })
        }
        return Shards.script("choices", json.bytes)
    }

    // MARK: Answers

    /// The pages that answer a question between two options; none where the query is no such question.
    func answers(to query: Query) -> [Hit] {
        guard let sides = query.sides,
            let first = option(sides.left, parts: sides.left.indices.map { sides.left[$0...] }),
            let second = option(
                sides.right, parts: sides.right.indices.reversed().map { sides.right[...$0] }),
            first != second
        else { return [] }
        var hits: [Hit] = []
        for pair in comparisons
        where (pair.first, pair.second) == (first, second) || (pair.first, pair.second) == (second, first) {
            hits.append(
                Hit(
                    kind: .comparison, title: versus(options[pair.first][0], options[pair.second][0]),
                    url: pair.url))
        }
        let both = decisions.filter { $0.options.contains(first) && $0.options.contains(second) }
        return hits + both.prefix(3).map { Hit(kind: .decision, title: $0.question, url: $0.url) }
    }

    /// The option of just this name, else that of the shortest name which holds all of the words; where there is none, that whose
    /// name is the longest of the parts.
    ///
    /// - Parameter parts: of the words those next to what stands between both sides, the longest first: in `scaling irsa or pod
    ///   identity` also `irsa` alone.
    private func option(_ words: [String], parts: [ArraySlice<String>]) -> Int? {
        let names = options.map { $0.map(TextWords.words) }
        var best: (option: Int, length: Int)?
        for (index, own) in names.enumerated() {
            for name in own where words.allSatisfy(name.contains) && name.count < best?.length ?? .max {
                best = (index, name.count)
            }
        }
        if let best { return best.option }
        for part in parts {
            if let option = names.firstIndex(where: { $0.contains { $0.elementsEqual(part) } }) {
                return option
            }
        }
        return nil
    }
}
