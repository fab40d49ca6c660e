import Linking
import Localisation
import Notes
import Search
import Writers

extension NoteIndexPage {
    /// All notes from A to Z.
    init(of site: Site) {
        let shell = Shell(
            .notes, .notes, site.wording.frame.allNotes, site.wording.lists.allNotesDescription, of: site)
        self.shell = shell
        noteCount = site.published.count
        let sorted = site.published.map { (key: site.notes[$0].title.lowercased(), note: $0) }.sorted {
            $0.key == $1.key ? $0.note < $1.note : $0.key.precedes($1.key)
        }
        groups = Self.grouped(sorted.map(\.note), by: { Self.letter(of: site.notes[$0].title) }) { note in
            let folder = Int(site.folders.ofNote[note])
            return site.link(to: note, from: shell).map {
                Entry(link: $0, detail: folder == 0 ? "" : site.folderTitle(folder))
            }
        }
    }

    /// The most that one page tells of.
    private static let mostChanges = 200

    /// The last notes that changed.
    init(recentlyChangedOf site: Site) {
        let shell = Shell(
            .recent, .recent, site.wording.frame.recentChanges, site.wording.lists.recentDescription, of: site
        )
        self.shell = shell
        let latest = site.latest(Self.mostChanges)
        noteCount = latest.count
        func day(_ note: Int) -> String { site.lastChange(of: note)?.description ?? "" }
        groups = Self.grouped(latest, by: { String(day($0).prefix(7)) }) { note in
            site.link(to: note, from: shell).map { Entry(link: $0, detail: day(note)) }
        }
    }

    private static func grouped(
        _ notes: [Int], by title: (Int) -> String, _ entry: (Int) -> Entry?
    ) -> [Group] {
        var groups: [(title: String, notes: [Entry])] = []
        var numbers: [String: Int] = [:]
        for note in notes {
            guard let entry = entry(note) else { continue }
            let title = title(note)
            if let number = numbers[title] {
                groups[number].notes.append(entry)
            } else {
                numbers[title] = groups.count
                groups.append((title, [entry]))
            }
        }
        return groups.map { Group(title: $0.title, notes: $0.notes) }
    }

    /// What a title is found under: its first letter, in upper case, without an accent.
    private static func letter(of title: String) -> String {
        guard let first = title.first(where: { $0.isLetter || $0.isNumber }) else { return "#" }
        if first.isNumber { return "0–9" }
        let scalar = first.unicodeScalars.first.flatMap { FoldingTable.folded($0.value) }.flatMap(
            Unicode.Scalar.init)
        return (scalar.map { String($0) } ?? String(first)).uppercased()
    }
}

extension ReviewsPage {
    init(of site: Site) {
        let shell = Shell(
            .reviews, .reviews, site.wording.frame.reviews, site.wording.lists.reviewsDescription, of: site)
        self.shell = shell
        let due = site.published.compactMap { note in
            site.notes[note].frontMatter.reviewDue.map { (day: $0, note: note) }
        }.sorted { ($0.day, $0.note) < ($1.day, $1.note) }
        notes = due.compactMap { _, note in
            guard let link = site.link(to: note, from: shell), let review = Review(of: note, site) else {
                return nil
            }
            return Entry(link: link, owner: site.notes[note].frontMatter.owner, review: review)
        }
    }
}

extension Review {
    /// Nil for a note that says nothing of reviews.
    init?(of note: Int, _ site: Site) {
        let frontMatter = site.notes[note].frontMatter
        guard let due = frontMatter.reviewDue else { return nil }
        reviewed = frontMatter.reviewed?.description
        self.due = due.description
        isOverdue = site.configuration.today.map { due < $0 }
    }
}
