import Linking
import Localisation
import Markdown
import Notes
import Writers

// MARK: Links and entries

extension Site {
    func link(toOption option: Int, from shell: Shell) -> PageLink {
        PageLink(title: options.all[option].name, url: shell.url(to: options.all[option].route))
    }

    /// An address in a note's page; nil where the note has no page.
    func url(ofNote note: Int, fragment: String?, from shell: Shell) -> String? {
        guard let route = routes.ofNote[note] else { return nil }
        let end = fragment.map { "#\(Escaping.percentEncodedFragment($0))" } ?? ""
        return route == shell.route && !end.isEmpty ? end : shell.url(to: route) + end
    }

    /// A decision as it is drawn, with each outcome linked to its option.
    func flow(of place: ModelPlace, number: Int?, from shell: Shell) -> Flow {
        let decision = notes.decision(at: place)
        let named = options.named(by: place)
        let names: [OptionName?] =
            switch decision.form {
            case .rules(let rules): rules.map(\.option)
            case .questions(let tree):
                tree.nodes.map { node in
                    if case .outcome(let outcome) = node { outcome.option } else { nil }
                }
            }
        var urls: [OptionName: String] = [:]
        for case (let name?, let option) in zip(
            names + [decision.fallback?.option], named.entries + [named.fallback])
        where option >= 0 {
            urls[name] = urls[name] ?? shell.url(to: options.all[Int(option)].route)
        }
        return Flow(decision, number: number, wording) { urls[$0] }
    }

    func entry(ofDecision place: ModelPlace, from shell: Shell) -> NoteEntry {
        let decision = notes.decision(at: place)
        let names = wording.list(decision.options.map(\.name))
        return NoteEntry(
            link: PageLink(title: decision.question, url: shell.url(to: decisions.route(of: place))),
            summary: wording.choices.optionsFrom(names, notes[Int(place.note)].title), date: nil)
    }

    func entry(ofPair index: Int, from shell: Shell) -> NoteEntry {
        let pair = pairs.all[index]
        return NoteEntry(
            link: PageLink(title: title(of: pair), url: shell.url(to: pair.route)),
            summary: summary(
                criteria: pair.criterionCount, statements: pair.statementCount, titles: pair.titleCount,
                first: pair.sources[0]),
            date: nil)
    }

    func entry(ofLargeTable table: Pairs.LargeTable, from shell: Shell) -> NoteEntry {
        let comparison = notes.comparison(at: table.place)
        let options = wording.counted(comparison.options.count, wording.choices.options)
        let summary = summary(
            criteria: [comparison].criterionCount,
            statements: comparison.statementCount(in: comparison.options.indices), titles: 1,
            first: table.place)
        return NoteEntry(
            link: PageLink(title: comparison.title, url: shell.url(to: table.route)),
            summary: "\(options) · \(summary)", date: nil)
    }

    func title(of pair: Pairs.Pair) -> String {
        wording.choices.versus(options.all[Int(pair.first)].name, options.all[Int(pair.second)].name)
    }

    /// - Parameters:
    ///   - titles: how many titles the notes have that the criteria and statements are from.
    ///   - first: the first comparison, whose note is named.
    private func summary(criteria: Int, statements: Int, titles: Int, first: ModelPlace) -> String {
        let words = wording.choices
        let counted = wording.counted(criteria: criteria, statements: statements)
        let title = notes[Int(first.note)].title
        guard titles > 1 else { return words.criteriaFrom(counted, title) }
        return words.criteriaFromMore(counted, title, wording.counted(titles - 1, words.moreNotes))
    }

    /// The pages that set an option against others, in the order of their addresses.
    func comparisonEntries(of option: Int, from shell: Shell) -> [NoteEntry] {
        var found: Set<Int> = []
        var large: [Pairs.LargeTable] = []
        for place in options.all[option].comparisons {
            let columns = options.columns(of: place)
            if columns.count > Pairs.mostPaired {
                large += [pairs.largeTable(at: place)].compactMap { $0 }
            } else {
                for other in columns { pairs.index(of: option, Int(other)).map { _ = found.insert($0) } }
            }
        }
        return found.sorted().map { entry(ofPair: $0, from: shell) }
            + large.map { entry(ofLargeTable: $0, from: shell) }
    }

    /// The decisions between at least two of some options, in the order of the notes.
    func decisionEntries(between options: [Int], from shell: Shell) -> [NoteEntry] {
        var counts: [ModelPlace: Int] = [:]
        for option in options {
            for place in self.options.all[option].decisions { counts[place, default: 0] += 1 }
        }
        return counts.filter { $0.value > 1 }.keys.sorted { ($0.note, $0.index) < ($1.note, $1.index) }
            .map { entry(ofDecision: $0, from: shell) }
    }
}

// MARK: Tables

extension Site {
    /// The address of the row that a cell stands in.
    func url(of cell: CellPlace, from shell: Shell) -> String? {
        let fragment = notes.comparison(at: cell.comparison).fragment(of: notes.cell(at: cell))
        return url(ofNote: Int(cell.comparison.note), fragment: fragment, from: shell)
    }

    func excerpt(of cell: CellPlace, from shell: Shell) -> Excerpt {
        let note = Int(cell.comparison.note)
        return Excerpt(
            of: notes[note].body, in: notes.cell(at: cell).place, isContent: true,
            source: PageLink(
                title: notes[note].title, url: url(ofNote: note, fragment: nil, from: shell) ?? "")
        ) { NotePage.Target($0, of: note, self, from: shell) }
    }
}

extension MergedTable {
    /// What some comparisons say of some options, criterion by criterion.
    init(_ options: [Int32], _ places: [ModelPlace], of site: Site, from shell: Shell) {
        self.options = options.map { site.link(toOption: Int($0), from: shell) }
        sources = places.map { place in
            let comparison = site.notes.comparison(at: place)
            return Source(
                link: PageLink(
                    title: comparison.title,
                    url: site.url(
                        ofNote: Int(place.note), fragment: comparison.anchor?.string, from: shell) ?? ""),
                note: site.notes[Int(place.note)].title)
        }
        var names: [String] = []
        var cells: [[[(source: Int, place: CellPlace)]]] = []
        var numbers: [String: Int] = [:]
        for (source, place) in places.enumerated() {
            let comparison = site.notes.comparison(at: place)
            let columns = site.options.columns(of: place)
            for (row, criterion) in comparison.criteria.enumerated() {
                let key = OptionName.key(of: criterion.name)
                let known = criterion.name.isEmpty ? nil : numbers[key]
                let number = known ?? names.count
                if known == nil {
                    names.append(criterion.name)
                    numbers[key] = number
                    cells.append([[(source: Int, place: CellPlace)]](repeating: [], count: options.count))
                }
                for (position, option) in options.enumerated() {
                    guard let column = columns.firstIndex(of: option), column < criterion.cells.count else {
                        continue
                    }
                    if !criterion.cells[column].text.isEmpty {
                        cells[number][position].append(
                            (source, CellPlace(comparison: place, row: row, column: column)))
                    }
                }
            }
        }
        rows = zip(names, cells).map { name, cells in
            Row(name: name, cells: cells.map { Cell($0, isStatement: name.isEmpty, of: site, from: shell) })
        }
    }
}

extension MergedTable.Cell {
    init(
        _ found: [(source: Int, place: CellPlace)], isStatement: Bool, of site: Site, from shell: Shell
    ) {
        let cells = found.map { site.notes.cell(at: $0.place) }
        statements = cells.indicesByText.map { indices in
            MergedTable.Statement(
                excerpt: site.excerpt(of: found[indices[0]].place, from: shell),
                places: indices.compactMap { index in
                    site.url(of: found[index].place, from: shell).map {
                        MergedTable.Place(source: found[index].source + 1, url: $0)
                    }
                })
        }
        verdict = isStatement ? cells.verdict.ofStatement : cells.verdict
        isContested = cells.isContested
    }
}

extension [Comparison.Cell] {
    /// That of the first one.
    var verdict: ShownVerdict { first?.shown ?? ShownVerdict("") }

    /// For each different text, in the order of first mention, the cells that have it.
    var indicesByText: [[Int]] {
        var groups: [[Int]] = []
        var numbers: [String: Int] = [:]
        for (index, cell) in enumerated() {
            let key = OptionName.key(of: cell.text)
            if let number = numbers[key] {
                groups[number].append(index)
            } else {
                numbers[key] = groups.count
                groups.append([index])
            }
        }
        return groups
    }
}

extension Site {
    func breadcrumbs(below route: RoutePath, _ title: String, from shell: Shell) -> [PageLink] {
        [
            PageLink(title: wording.frame.home, url: shell.url(to: .home), isOwn: true),
            PageLink(title: title, url: shell.url(to: route), isOwn: true),
        ]
    }
}
