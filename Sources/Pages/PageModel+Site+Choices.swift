import Linking
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
        let named = options.ofDecisions[Int(place.note)][Int(place.index)]
        return Flow(decision, number: number) { name in
            options.index(of: name, in: decision, named).map { shell.url(to: options.all[$0].route) }
        }
    }

    func entry(ofDecision place: ModelPlace, from shell: Shell) -> NoteEntry {
        let decision = notes.decision(at: place)
        let names = decision.options.map(\.name).joined(separator: ", ")
        return NoteEntry(
            link: PageLink(title: decision.question, url: shell.url(to: decisions.route(of: place))),
            summary: "\(names) · from \(notes[Int(place.note)].title)", date: nil)
    }

    func entry(ofPair index: Int, from shell: Shell) -> NoteEntry {
        let pair = pairs.all[index]
        return NoteEntry(
            link: PageLink(title: title(of: pair), url: shell.url(to: pair.route)),
            summary: summary(of: pair.sources), date: nil)
    }

    func entry(ofLargeTable table: Pairs.LargeTable, from shell: Shell) -> NoteEntry {
        let comparison = notes.comparison(at: table.place)
        return NoteEntry(
            link: PageLink(title: comparison.title, url: shell.url(to: table.route)),
            summary: "\(comparison.options.count) options · \(summary(of: [table.place]))", date: nil)
    }

    func title(of pair: Pairs.Pair) -> String {
        "\(options.all[Int(pair.first)].name) vs \(options.all[Int(pair.second)].name)"
    }

    private func summary(of sources: [ModelPlace]) -> String {
        let rows = sources.reduce(0) { $0 + notes.comparison(at: $1).criteria.count }
        let titles = sources.map { notes[Int($0.note)].title }
        let more = Set(titles).count > 1 ? " and \(counted(Set(titles).count - 1, "more note"))" : ""
        return "\(counted(rows, "criterion", "criteria")) from \(titles[0])\(more)"
    }

    /// The pages that set an option against others, in the order of their addresses.
    func comparisonEntries(of option: Int, from shell: Shell) -> [NoteEntry] {
        var found: Set<Int> = []
        var large: [Pairs.LargeTable] = []
        for place in options.all[option].comparisons {
            let columns = options.ofComparisons[Int(place.note)][Int(place.index)]
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
    /// The address of the row that a claim stands in.
    func url(of claim: Claims.Claim, from shell: Shell) -> String? {
        let fragment = notes.comparison(at: claim.place).fragment(of: notes.cell(claim))
        return url(ofNote: Int(claim.place.note), fragment: fragment, from: shell)
    }

    func excerpt(of claim: Claims.Claim, from shell: Shell) -> Excerpt {
        let note = Int(claim.place.note)
        return Excerpt(
            of: notes[note].body, in: notes.cell(claim).place, isContent: true,
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
        var claims: [[[(source: Int, claim: Claims.Claim)]]] = []
        var numbers: [String: Int] = [:]
        for (source, place) in places.enumerated() {
            let comparison = site.notes.comparison(at: place)
            let columns = site.options.ofComparisons[Int(place.note)][Int(place.index)]
            for (row, criterion) in comparison.criteria.enumerated() {
                let key = OptionName.key(of: criterion.name)
                let known = criterion.name.isEmpty ? nil : numbers[key]
                let number = known ?? names.count
                if known == nil {
                    names.append(criterion.name)
                    numbers[key] = number
                    claims.append([[(source: Int, claim: Claims.Claim)]](repeating: [], count: options.count))
                }
                for (position, option) in options.enumerated() {
                    guard let column = columns.firstIndex(of: option), column < criterion.cells.count else {
                        continue
                    }
                    let claim = Claims.Claim(
                        place: place, row: Int32(row), column: Int32(column), criterion: Int32(number))
                    if !criterion.cells[column].text.isEmpty {
                        claims[number][position].append((source, claim))
                    }
                }
            }
        }
        rows = zip(names, claims).map { name, cells in
            Row(name: name, cells: cells.map { Cell($0, of: site, from: shell) })
        }
    }
}

extension MergedTable.Cell {
    init(_ claims: [(source: Int, claim: Claims.Claim)], of site: Site, from shell: Shell) {
        var statements: [MergedTable.Statement] = []
        var indices: [String: Int] = [:]
        for (source, claim) in claims {
            let place = site.url(of: claim, from: shell).map {
                MergedTable.Place(source: source + 1, url: $0)
            }
            let key = OptionName.key(of: site.notes.cell(claim).text)
            if let index = indices[key] {
                statements[index] = MergedTable.Statement(
                    excerpt: statements[index].excerpt,
                    places: statements[index].places + [place].compactMap { $0 })
            } else {
                indices[key] = statements.count
                statements.append(
                    MergedTable.Statement(
                        excerpt: site.excerpt(of: claim, from: shell), places: [place].compactMap { $0 }))
            }
        }
        let cells = claims.map { site.notes.cell($0.claim) }
        self.statements = statements
        verdict = cells.first?.verdict ?? .empty
        isContested = cells.dropFirst().contains { cell in cells.first.map(cell.contradicts) ?? false }
    }
}

extension Site {
    func breadcrumbs(below route: RoutePath, _ title: String, from shell: Shell) -> [PageLink] {
        [
            PageLink(title: "Home", url: shell.url(to: .home)),
            PageLink(title: title, url: shell.url(to: route)),
        ]
    }
}
