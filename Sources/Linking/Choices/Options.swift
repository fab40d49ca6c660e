package import Notes

/// The things to choose among, each once for the whole site.
///
/// Two names mean one option where they are equal once folded (case, white space, emphasis and emoji aside), where one is
/// written in parentheses behind the other as another name of it (`OptionName`), or where both lead to one note by its
/// title, alias or file name. Nothing else is the same: names are never compared by likeness across notes, and two
/// columns of one comparison are never one option.
package struct Options: Sendable {
    /// In the order of their names.
    package let all: [Option]
    /// For each note and each of its comparisons the options of its columns.
    package let ofComparisons: [[[Int32]]]
    /// For each note and each of its decisions what it names.
    package let ofDecisions: [[DecisionOptions]]
    private let byName: [String: Int32]

    package struct Option: Sendable {
        /// The title of the note that is about it, else the first spelling.
        package let name: String
        /// The other names that notes give it, in the order of their first mention.
        package let otherNames: [String]
        /// The note that is about it.
        package let note: Int32?
        package let slug: Slug
        package let route: RoutePath
        package internal(set) var comparisons: [ModelPlace] = []
        package internal(set) var decisions: [ModelPlace] = []
    }

    /// The options that a decision names; −1 stands for none, as in "use neither".
    package struct DecisionOptions: Sendable, Hashable {
        /// For each rule, or for each node of the questions, its option.
        package let entries: [Int32]
        package let fallback: Int32

        /// The options, each once, in their order.
        package var options: [Int32] { Set(entries + [fallback]).filter { $0 >= 0 }.sorted() }
    }

    init(of notes: [Note], names: NameTable, _ routes: Routes) {
        var registry = OptionRegistry()
        var comparisons = [[[Int32]]](repeating: [], count: notes.count)
        var decisions = [[DecisionOptions]](repeating: [], count: notes.count)
        for (index, note) in notes.enumerated() where !note.comparisons.isEmpty || !note.decisions.isEmpty {
            comparisons[index] = note.comparisons.map { registry.add($0, of: note) }
            let own = Self.named(note, comparisons[index])
            decisions[index] = note.decisions.map { decision in
                DecisionOptions(decision) { registry.find($0, among: own) ?? registry.add($0, of: note) }
            }
        }
        registry.join(names, notes)
        let (options, indices) = registry.options(notes, besides: routes.slugs(below: .options))
        var all = options
        func final(_ name: Int32) -> Int32 { name < 0 ? -1 : indices[Int(name)] }
        for note in notes.indices where !comparisons[note].isEmpty || !decisions[note].isEmpty {
            comparisons[note] = comparisons[note].map { $0.map(final) }
            decisions[note] = decisions[note].map {
                DecisionOptions(entries: $0.entries.map(final), fallback: final($0.fallback))
            }
            for (index, columns) in comparisons[note].enumerated() {
                let place = ModelPlace(note: Int32(note), index: Int32(index))
                for option in Set(columns).sorted() where option >= 0 {
                    all[Int(option)].comparisons.append(place)
                }
            }
            for (index, named) in decisions[note].enumerated() {
                let place = ModelPlace(note: Int32(note), index: Int32(index))
                for option in named.options { all[Int(option)].decisions.append(place) }
            }
        }
        self.all = all
        ofComparisons = comparisons
        ofDecisions = decisions
        byName = registry.names(indices)
    }

    /// The most options of a note that a decision's names are held against one by one.
    private static let mostNamed = 100

    private static func named(_ note: Note, _ comparisons: [[Int32]]) -> [(OptionName, Int32)] {
        Array(
            zip(note.comparisons, comparisons).lazy.flatMap { zip($0.options, $1) }.prefix(mostNamed)
                .map { ($0, $1) })
    }

    /// The options of a comparison's columns.
    package func columns(of comparison: ModelPlace) -> [Int32] {
        ofComparisons[Int(comparison.note)][Int(comparison.index)]
    }

    /// What a decision names.
    package func named(by decision: ModelPlace) -> DecisionOptions {
        ofDecisions[Int(decision.note)][Int(decision.index)]
    }

    /// What there is to tick in a decision by rules; rules choose the same where they name one option.
    package func checklist(of decision: ModelPlace, _ rules: [Decision.Rule]) -> Checklist {
        let entries = named(by: decision).entries
        // Words that name no option are the same only if they are written the same.
        return Checklist(
            rules, choices: zip(rules, entries).map { $1 < 0 ? "\u{0}\($0.option.key)" : String($1) })
    }

    /// The option that has a name.
    package func index(named name: String) -> Int? { byName[OptionName.key(of: name)].map(Int.init) }
}

extension Options.DecisionOptions {
    fileprivate init(_ decision: Decision, _ find: (OptionName) -> Int32) {
        func number(_ name: OptionName?) -> Int32 {
            guard let name, !name.meansNoOption else { return -1 }
            return find(name)
        }
        switch decision.form {
        case .rules(let rules): entries = rules.map { number($0.option) }
        case .questions(let tree):
            entries = tree.nodes.map { node in
                if case .outcome(let outcome) = node { number(outcome.option) } else { -1 }
            }
        }
        fallback = number(decision.fallback?.option)
    }
}
