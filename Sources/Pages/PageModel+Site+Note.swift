import Diagnostics
import Linking
import Localisation
import Markdown
import Notes
import Writers

extension NotePage {
    init(_ index: Int, of site: Site) {
        let note = site.notes[index]
        let route = site.routes.ofNote[index] ?? .home
        let folder = Int(site.folders.ofNote[index])
        let isIndex = site.folders.all[folder].index == Int32(index)
        let shell = Shell(
            route == .home ? .home : .note, route, note.title, note.summary, of: site, markdown: "index.md")
        self.shell = shell
        titleAnchor = note.titleHeading?.anchor.string
        let parent = isIndex ? site.folders.all[folder].parent : folder
        breadcrumbs = parent.map { site.breadcrumbs(to: $0, from: shell) } ?? []
        tags = site.tags.ofNote[index].map { site.link(toTag: Int($0), from: shell) }
        byline = Byline(
            updated: site.lastChange(of: index)?.description, author: site.lastAuthor(of: index),
            owner: note.frontMatter.owner,
            readingMinutes: (note.text.wordCount + 110) / 220)
        keys = site.configuration.appearance.partials.isEmpty ? [] : note.frontMatter.other
        notices =
            site.configuration.tags.isEmpty
            ? [] : note.tags.compactMap { site.configuration.tags[$0]?.notice }.filter { !$0.isEmpty }
        review = Review(of: index, site)
        sources = note.frontMatter.sources
        editURL = site.configuration.editURL(of: note.path)
        body = note.body
        targets = note.references.indices.map { Target($0, of: index, site, from: shell) }
        flows = Self.flows(of: index, site, from: shell)
        comparisons = Self.merged(index, site, from: shell)
        options = Self.options(index, site, from: shell)
        hasComparisons = !note.comparisons.isEmpty
        contents = Self.contents(of: note)
        sidebar = Sidebar(of: index, in: folder, of: site, from: shell)
        backlinks = site.backlinks[index].compactMap { backlink in
            site.link(to: Int(backlink.note), from: shell).map {
                NoteEntry(
                    link: $0, summary: site.notes[Int(backlink.note)].context(of: Int(backlink.reference)),
                    date: nil)
            }
        }
        map = LocalMap(of: index, site, from: shell)
        related = site.related.ofNote[index].compactMap { other in
            site.link(to: Int(other), from: shell).map {
                RelatedNote(link: $0, reason: Self.reason(index, Int(other), site))
            }
        }
    }

    /// The pairs of options that the note compares and others do too.
    private static func merged(_ index: Int, _ site: Site, from shell: Shell) -> [NoteEntry] {
        let few = site.options.ofComparisons[index].filter { $0.count <= Pairs.mostPaired }
        return Set(few.flatMap(site.pairs.indices(among:))).sorted().filter {
            site.pairs.all[$0].sources.contains { $0.note != Int32(index) }
        }.map {
            site.entry(ofPair: $0, from: shell)
        }
    }

    /// The options of the note's comparisons and decisions, in the order of their names.
    private static func options(_ index: Int, _ site: Site, from shell: Shell) -> [PageLink] {
        let compared = site.options.ofComparisons[index].flatMap { $0 }
        let decided = site.options.ofDecisions[index].flatMap(\.options)
        return Set(compared + decided).sorted().map {
            site.link(toOption: Int($0), from: shell)
        }
    }

    /// The drawings of a note in the order of their places. A decision that is a chart is drawn in its place; any other
    /// below the author's words.
    private static func flows(of index: Int, _ site: Site, from shell: Shell) -> [PlacedFlow] {
        let note = site.notes[index]
        var drawn: [(place: Range<Int>, decision: Int?, diagram: Diagram?)] = []
        let charts = note.diagrams.filter { !$0.place.isEmpty }
        for (number, decision) in note.decisions.enumerated() {
            let isChart = charts.contains { $0.place == decision.place }
            let end = decision.place.upperBound
            drawn.append((isChart ? decision.place : end..<end, number, nil))
        }
        for chart in charts where !note.decisions.contains(where: { $0.place == chart.place }) {
            drawn.append((chart.place, nil, chart))
        }
        // Those that end at one place stay in the order of their decisions.
        let ordered = drawn.enumerated().sorted {
            let (first, second) = ($0.element.place, $1.element.place)
            return (first.lowerBound, first.upperBound, $0.offset)
                < (second.lowerBound, second.upperBound, $1.offset)
        }
        return ordered.map(\.element).enumerated().compactMap { position, item in
            if let decision = item.decision {
                let place = ModelPlace(note: Int32(index), index: Int32(decision))
                return PlacedFlow(
                    place: item.place, flow: site.flow(of: place, number: position + 1, from: shell),
                    page: shell.url(to: site.decisions.route(of: place)))
            }
            return item.diagram.map {
                PlacedFlow(
                    place: item.place, flow: Flow($0.flowchart, number: position + 1, site.wording), page: nil
                )
            }
        }
    }

    /// The headings of the two highest levels that the body has.
    private static func contents(of note: Note) -> [ContentsEntry] {
        guard let top = note.headings.map(\.level).min() else { return [] }
        return note.headings.filter { $0.level <= top + 1 }.map {
            ContentsEntry(level: $0.level - top + 2, text: $0.text, anchor: $0.anchor.string)
        }
    }

    private static func reason(_ note: Int, _ other: Int, _ site: Site) -> String {
        let theirs = site.tags.ofNote[other].prefix(100)
        let shared = site.tags.ofNote[note].filter(theirs.contains)
            .sorted { site.tags.all[Int($0)].notes.count < site.tags.all[Int($1)].notes.count }
        guard !shared.isEmpty else { return site.wording.note.linked }
        return site.wording.note.shares(
            site.wording.list(shared.prefix(3).map { "#\(site.tags.all[Int($0)].name.spelling)" }))
    }
}

extension NotePage.Target {
    /// Where a note's reference leads, seen from the page of that note or of one that embeds it.
    init(_ position: Int, of index: Int, _ site: Site, from shell: Shell) {
        let reference = site.notes[index].references[position]
        title = reference.title
        size = reference.size
        isBlock = reference.isBlock
        var kind = Kind.link
        var url: String?
        var text = reference.text
        switch site.resolutions[index][position] {
        case .note(let note, let place):
            url = site.url(of: place, in: note, from: shell)
            let needsText = text.isEmpty && (reference.kind == .wikilink || reference.kind == .embed)
            if needsText { text = site.notes[note].shownName(of: reference, place) }
        case .asset(let path):
            let fragment = reference.fragment.map { "#\(Escaping.percentEncodedFragment($0))" } ?? ""
            url = shell.url(to: RoutePath("/\(path)")) + fragment
            switch path.media {
            case .image: kind = .image
            case .video: kind = .video
            case .audio: kind = .audio
            case nil: kind = .link
            }
            if text.isEmpty, reference.kind != .image || kind != .image { text = String(path.fileName) }
        case .page(let route):
            url = shell.url(to: route)
            if text.isEmpty { text = reference.shownText }
        case .tag(let tag):
            kind = .tag
            url = shell.url(to: site.tags.all[tag].route)
        case .external, .unresolved:
            if text.isEmpty { text = reference.shownText }
        }
        self.kind = kind
        self.url = url
        self.text = text
        excerpt = site.embeds.piece(position, of: index).map { piece in
            Excerpt(
                of: site.notes[piece.note].body, in: piece.range,
                source: PageLink(title: text, url: url ?? ""),
                flows: site.charts(of: piece.note, in: piece.range, from: shell)
            ) { Self($0, of: piece.note, site, from: shell) }
        }
    }
}

extension Site {
    /// The drawings of a piece of a note: of the charts in it, as decisions where they are some. They have no numbers.
    fileprivate func charts(of index: Int, in range: Range<Int>, from shell: Shell) -> [NotePage.PlacedFlow] {
        let note = notes[index]
        let charts = note.diagrams.filter {
            !$0.place.isEmpty && range.lowerBound <= $0.place.lowerBound
                && $0.place.upperBound <= range.upperBound
        }
        guard !charts.isEmpty else { return [] }
        let decisions = Dictionary(
            note.decisions.enumerated().map { ($1.place, $0) }, uniquingKeysWith: { first, _ in first })
        return charts.sorted { $0.place.lowerBound < $1.place.lowerBound }.map { chart in
            guard let decision = decisions[chart.place] else {
                return NotePage.PlacedFlow(
                    place: chart.place, flow: Flow(chart.flowchart, number: nil, wording), page: nil)
            }
            let place = ModelPlace(note: Int32(index), index: Int32(decision))
            return NotePage.PlacedFlow(
                place: chart.place, flow: flow(of: place, number: nil, from: shell),
                page: shell.url(to: self.decisions.route(of: place)))
        }
    }

    /// The address of a place in a note; nil where the note has no page.
    fileprivate func url(of place: Resolution.Place?, in note: Int, from shell: Shell) -> String? {
        guard let route = routes.ofNote[note] else { return nil }
        let anchor = place.flatMap { notes[note].anchor(at: $0) }
        let fragment = anchor.map { "#\(Escaping.percentEncodedFragment($0.string))" } ?? ""
        return route == shell.route && !fragment.isEmpty ? fragment : shell.url(to: route) + fragment
    }
}

extension Note {
    /// The sentence around a reference, at most about 240 characters of it.
    fileprivate func context(of reference: Int) -> String {
        let place = references[reference].place
        guard Int(place.block) < text.blocks.count else { return "" }
        let block = text.text(of: text.blocks[Int(place.block)])
        let sentence = Sentences.sentence(in: block, around: Int(place.offset))
        return PlainText.cut(String(decoding: sentence, as: UTF8.self), limit: 240)
    }

    /// What a wikilink without a label shows: the author's words where they are the note's title or one of its
    /// aliases, else the title; for a place in a note the heading too.
    fileprivate func shownName(of reference: Reference, _ place: Resolution.Place?) -> String {
        let written = reference.target.lowercased()
        let isName =
            written == title.lowercased() || frontMatter.aliases.contains { $0.name.lowercased() == written }
        let name = isName ? reference.target : title
        guard let heading = place.flatMap(heading)?.text ?? reference.fragment, !heading.hasPrefix("^") else {
            return name
        }
        return reference.target.isEmpty ? heading : "\(name): \(heading)"
    }
}

extension Reference {
    /// What a reference that leads nowhere shows.
    fileprivate var shownText: String {
        guard let fragment, !fragment.isEmpty else { return target }
        return target.isEmpty ? fragment : "\(target): \(fragment)"
    }
}
