import Linking
import Localisation
import Notes
import Writers

// What the pictures of notes and tags show.

extension LocalMap {
    /// Where links alone are as many, notes that only share tags are left to their list: the drawing is on every page.
    private static let enough = 10
    /// A note may hold more links than anybody wants to see drawn.
    private static let mostRead = 256

    init(of note: Int, _ site: Site, from shell: Shell) {
        let linkers = Set(site.backlinks[note].map(\.note))
        var seen: Set<Int32> = [Int32(note)]
        var outgoing: [Target] = []
        for case .note(let target, _) in site.resolutions[note].prefix(Self.mostRead)
        where seen.insert(Int32(target)).inserted {
            guard outgoing.count < Self.mostBeside, let link = site.link(to: target, from: shell) else {
                continue
            }
            outgoing.append(Target(link: link, isMutual: linkers.contains(Int32(target))))
        }
        var incoming: [PageLink] = []
        for linker in site.backlinks[note].lazy.map(\.note) where seen.insert(linker).inserted {
            guard incoming.count < Self.mostBeside, let link = site.link(to: Int(linker), from: shell) else {
                continue
            }
            incoming.append(link)
        }
        let room = max(0, Self.enough - incoming.count - outgoing.count)
        self.outgoing = outgoing
        self.incoming = incoming
        related = site.related.ofNote[note].lazy.filter { !seen.contains($0) }
            .compactMap { site.link(to: Int($0), from: shell) }.prefix(room).map { $0 }
    }
}

extension Network {
    private static let mostTags = 40
    /// Of a note with very many tags only the first count: it says little about any two of them.
    private static let mostOfNote = 20

    /// The tags that most notes have, and which occur together; nil where there is little to draw.
    init?(tagsOf site: Site, from shell: Shell) {
        let tags = site.tags.all
        let shown = tags.indices.sorted { (tags[$1].notes.count, $0) < (tags[$0].notes.count, $1) }
            .prefix(Self.mostTags).sorted()
        var places = [Int](repeating: -1, count: tags.count)
        for (place, tag) in shown.enumerated() { places[tag] = place }
        // A tag that is not drawn counts for the one that it is nested in.
        for (index, tag) in tags.enumerated() where places[index] < 0 {
            if let parent = tag.parent { places[index] = places[Int(parent)] }
        }
        var weights: [Int: Int] = [:]
        for own in site.tags.ofNote {
            let drawn = Set(own.prefix(Self.mostOfNote).map { places[Int($0)] }.filter { $0 >= 0 }).sorted()
            for (number, first) in drawn.enumerated() {
                for second in drawn[(number + 1)...] {
                    weights[first * shown.count + second, default: 0] += 1
                }
            }
        }
        for (place, tag) in shown.enumerated() {
            guard let parent = tags[tag].parent, places[Int(parent)] >= 0 else { continue }
            let other = places[Int(parent)]
            weights[min(place, other) * shown.count + max(place, other), default: 0] += 1
        }
        guard shown.count > 2, !weights.isEmpty else { return nil }
        nodes = shown.map { tag in
            let (link, count) = (site.link(toTag: tag, from: shell), tags[tag].notes.count)
            return Node(
                link: PageLink(title: "#\(link.title)", url: link.url), size: count,
                detail: site.wording.counted(count, site.wording.frame.notes), group: nil)
        }
        edges = Self.strongest(weights, of: shown.count)
        groups = []
        labels = .all
    }
}
