package import Linking
import Localisation
import Notes
package import Search
import Writers

extension SearchPage {
    init(of site: Site) {
        let shell = Shell(
            .search, .search, site.wording.frame.search, site.wording.lists.searchDescription, of: site)
        self.shell = shell
        var entries: [(key: String, letter: String, link: PageLink)] = []
        for (index, note) in site.notes.enumerated() {
            guard let link = site.link(to: index, from: shell) else { continue }
            entries.append((note.title.lowercased(), Self.letter(of: note.title), link))
        }
        noteCount = entries.count
        // Titles that begin with no letter come last, as in an index of a book they come first: here they are the odd ones.
        let order = entries.indices.sorted { left, right in
            let (first, second) = (entries[left], entries[right])
            if (first.letter == "#") != (second.letter == "#") { return second.letter == "#" }
            if first.key != second.key { return first.key.precedes(second.key) }
            return left < right
        }
        var letters: [(name: String, notes: [PageLink])] = []
        for index in order {
            let entry = entries[index]
            if letters.last?.name != entry.letter { letters.append((entry.letter, [])) }
            letters[letters.count - 1].notes.append(entry.link)
        }
        self.letters = letters.map { Letter(name: $0.name, notes: $0.notes) }
        tags = site.tags.all.indices.map { site.count($0, from: shell) }
    }

    private static func letter(of title: String) -> String {
        guard let first = title.unicodeScalars.first, first.properties.isAlphabetic else { return "#" }
        return first.properties.uppercaseMapping
    }
}

extension SearchFile {
    package init(_ index: Int, of shards: Shards, in site: Site) {
        self.init(route: shards.route(index), bytes: shards.bytes(index, of: site))
    }
}
