import Linking
import Localisation
import Notes

// The map of all notes. It is drawn note by note where that can be read, else by folders or tags; what it holds is bounded.

extension GraphPage {
    /// More notes than these are not drawn one by one.
    private static let mostNotes = 250
    private static let mostNames = 30
    private static let mostRanked = 20
    private static let mostUnlinked = 100

    init(of site: Site) {
        let shell = Shell(.graph, .graph, site.wording.maps.title, site.wording.maps.summary, of: site)
        let links = NoteLinks(of: site)
        let published = site.published
        let linked = published.filter { links.degrees[$0] > 0 }
        let unlinked = published.filter { links.degrees[$0] == 0 }
        self.shell = shell
        noteCount = published.count
        linkCount = links.pairs.count
        if linked.isEmpty {
            (network, subject) = (nil, .notes)
        } else if linked.count <= Self.mostNotes {
            network = Network(notes: linked, links, labels: Self.mostNames, of: site, from: shell)
            subject = .notes
        } else if let folders = Network(foldersOf: linked, links, of: site, from: shell) {
            (network, subject) = (folders, .folders)
        } else {
            (network, subject) = (Network(tagsOf: site, from: shell), .tags)
        }
        self.linked = published.filter { links.incoming[$0] > 0 }
            .sorted { (links.incoming[$1], $0) < (links.incoming[$0], $1) }
            .prefix(Self.mostRanked).compactMap { note in
                site.link(to: note, from: shell).map { Ranked(link: $0, count: links.incoming[note]) }
            }
        self.unlinked = unlinked.prefix(Self.mostUnlinked).compactMap { site.link(to: $0, from: shell) }
        unlinkedCount = unlinked.count
    }
}

/// Which notes with a page link to each other.
private struct NoteLinks {
    /// Each pair of notes once, the earlier note first, in order; the weight is 2 where both link to each other.
    private(set) var pairs: [(from: Int, to: Int, weight: Int)] = []
    /// For each note how many others link to it.
    private(set) var incoming: [Int]
    /// For each note with how many others it is linked.
    private(set) var degrees: [Int]

    init(of site: Site) {
        let count = site.notes.count
        incoming = [Int](repeating: 0, count: count)
        degrees = incoming
        var links: [Int] = []
        var lastSource = [Int](repeating: -1, count: count)
        for source in site.notes.indices where site.routes.ofNote[source] != nil {
            for case .note(let target, _) in site.resolutions[source]
            where target != source && lastSource[target] != source && site.routes.ofNote[target] != nil {
                lastSource[target] = source
                incoming[target] += 1
                links.append(min(source, target) * count + max(source, target))
            }
        }
        links.sort()
        for link in links {
            let (from, to) = (link / count, link % count)
            if let last = pairs.last, last.from == from, last.to == to {
                pairs[pairs.count - 1].weight = 2
            } else {
                pairs.append((from, to, 1))
                degrees[from] += 1
                degrees[to] += 1
            }
        }
    }
}

extension Network {
    fileprivate init(notes: [Int], _ links: NoteLinks, labels: Int, of site: Site, from shell: Shell) {
        var places = [Int](repeating: -1, count: site.notes.count)
        for (place, note) in notes.enumerated() { places[note] = place }
        let (groups, ofNode) = Self.groups(of: notes, site, from: shell)
        nodes = zip(notes, ofNode).map { note, group in
            Node(
                link: site.link(to: note, from: shell) ?? PageLink(title: site.notes[note].title, url: ""),
                size: links.degrees[note],
                detail: site.wording.counted(links.degrees[note], site.wording.maps.links), group: group)
        }
        // Both ways or one, between notes a line is a line.
        edges = links.pairs.map { Edge(from: places[$0.from], to: places[$0.to], weight: 1) }
        self.groups = groups
        self.labels = .largest(labels)
    }

    /// The groups of notes: by the highest folders that part them, else by their first tags.
    private static func groups(of notes: [Int], _ site: Site, from shell: Shell) -> ([Group], [Int?]) {
        for depth in 1...3 {
            let levels = site.levels(at: depth)
            let keys = notes.map { Optional(levels[Int(site.folders.ofNote[$0])]) }
            let found = grouped(keys, others: site.wording.maps.others) {
                site.link(toFolder: $0, from: shell)
            }
            if !found.0.isEmpty { return found }
        }
        return grouped(
            notes.map { site.tags.ofNote[$0].first.map(Int.init) }, others: site.wording.maps.others
        ) {
            let link = site.link(toTag: $0, from: shell)
            return PageLink(title: "#\(link.title)", url: link.url)
        }
    }

    /// The keys that most nodes have, in order, and for each node which it has; none where all have the same.
    private static func grouped(_ keys: [Int?], others: String, _ link: (Int) -> PageLink) -> (
        [Group], [Int?]
    ) {
        var counts: [Int: Int] = [:]
        for case .some(let key) in keys { counts[key, default: 0] += 1 }
        let hasOthers = counts.count >= mostGroups || keys.contains(nil)
        guard counts.count + (keys.contains(nil) ? 1 : 0) > 1 else {
            return ([], [Int?](repeating: nil, count: keys.count))
        }
        let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
            .prefix(mostGroups - (hasOthers ? 1 : 0)).sorted()
        var places: [Int: Int] = [:]
        for (place, key) in most.enumerated() { places[key] = place }
        var groups = most.map { key in
            let link = link(key)
            return Group(title: link.title, url: link.url)
        }
        if hasOthers { groups.append(Group(title: others, url: nil)) }
        return (groups, keys.map { $0.flatMap { places[$0] } ?? most.count })
    }

    // MARK: Folders

    private static let mostFolders = 60
    /// Fewer folders than these tell little of what links to what.
    private static let fewestFolders = 3

    /// Nil where there are too few folders to tell anything.
    fileprivate init?(foldersOf notes: [Int], _ links: NoteLinks, of site: Site, from shell: Shell) {
        guard let levels = Self.levels(of: notes, site) else { return nil }
        var counts: [Int: Int] = [:]
        for note in site.published { counts[levels[Int(site.folders.ofNote[note])], default: 0] += 1 }
        let shown = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostFolders)
            .map(\.key).sorted()
        var places = [Int](repeating: -1, count: site.folders.all.count)
        for (place, folder) in shown.enumerated() { places[folder] = place }
        let tops = site.levels(at: 1)
        let isDeep = Set(shown.map { tops[$0] }).count < shown.count
        let (groups, ofNode) =
            isDeep
            ? Self.grouped(shown.map { tops[$0] }, others: site.wording.maps.others) {
                site.link(toFolder: $0, from: shell)
            }
            : ([], [Int?](repeating: nil, count: shown.count))
        nodes = zip(shown, ofNode).map { folder, group in
            let count = counts[folder] ?? 0
            return Node(
                link: site.link(toFolder: folder, from: shell), size: count,
                detail: site.wording.counted(count, site.wording.frame.notes),
                group: group)
        }
        let place = site.folders.ofNote.map { places[levels[Int($0)]] }
        var weights: [Int: Int] = [:]
        for pair in links.pairs {
            let (first, second) = (place[pair.from], place[pair.to])
            guard first >= 0, second >= 0, first != second else { continue }
            weights[min(first, second) * shown.count + max(first, second), default: 0] += pair.weight
        }
        edges = Self.strongest(weights, of: shown.count)
        self.groups = groups
        labels = .all
    }

    /// The ancestor that stands for each folder, as deep as there are not too many of them.
    private static func levels(of notes: [Int], _ site: Site) -> [Int]? {
        var best: [Int]?
        for depth in 1...8 {
            let levels = site.levels(at: depth)
            let count = Set(notes.map { levels[Int(site.folders.ofNote[$0])] }).count
            if count > mostFolders { return best ?? levels }
            if count >= fewestFolders { best = levels }
        }
        return best
    }

    // MARK: Edges

    /// How many edges each node keeps at least; all would be a ball of lines.
    private static let kept = 3

    /// The heaviest edges of each node.
    ///
    /// - Parameter weights: by the first node's place times `count` and the second's.
    static func strongest(_ weights: [Int: Int], of count: Int) -> [Edge] {
        let all = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        var degrees = [Int](repeating: 0, count: count)
        var edges: [Edge] = []
        for (key, weight) in all {
            let (from, to) = (key / count, key % count)
            guard degrees[from] < kept || degrees[to] < kept else { continue }
            degrees[from] += 1
            degrees[to] += 1
            edges.append(Edge(from: from, to: to, weight: weight))
        }
        return edges.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }
}

extension Site {
    /// For each folder its ancestor at a depth, itself where it is not as deep.
    fileprivate func levels(at depth: Int) -> [Int] {
        folders.all.indices.map { folder in
            let path = path(to: folder)
            return path[min(depth, path.count - 1)]
        }
    }
}
