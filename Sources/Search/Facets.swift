import Linking
import Notes
import Writers

/// What notes can be filtered by.
struct Facets: Sendable, Hashable {
    /// Each tag with the numbers of the notes that have it or one nested in it, as gaps.
    let tags: [Tag]
    /// The notes with a decision, and with a comparison, as gaps.
    let decisions: String
    let comparisons: String
    /// For each note the day of its last change as a number, 0 for none.
    let dates: [Int]
    let folders: [Folder]

    struct Tag: Sendable, Hashable {
        let name: String
        let notes: String
    }

    /// A folder with all that is below it: notes in path order, so one range.
    struct Folder: Sendable, Hashable {
        let path: String
        let notes: Range<Int>
    }

    /// A day as a number that grows with it. Those before the year 2000 are one.
    static func number(of date: CalendarDate) -> Int {
        max(1, ((date.year - 2000) * 12 + date.month - 1) * 31 + date.day)
    }

    init(of catalogue: Catalogue, in site: Site) {
        var numbers = [Int](repeating: -1, count: site.notes.count)
        for (number, note) in catalogue.notes.enumerated() { numbers[Int(note)] = number }
        tags = site.tags.all.map { tag in
            Tag(
                name: tag.name.spelling,
                notes: Digits.gaps(tag.notes.lazy.map { numbers[Int($0)] }.filter { $0 >= 0 }))
        }
        let all = catalogue.notes.indices
        decisions = Digits.gaps(all.filter { !site.notes[Int(catalogue.notes[$0])].decisions.isEmpty })
        comparisons = Digits.gaps(all.filter { !site.notes[Int(catalogue.notes[$0])].comparisons.isEmpty })
        dates = catalogue.notes.map { site.lastChange(of: Int($0)).map(Self.number) ?? 0 }
        var ranges = [Range<Int>?](repeating: nil, count: site.folders.all.count)
        for (number, note) in catalogue.notes.enumerated() {
            var next: Int? = Int(site.folders.ofNote[Int(note)])
            while let folder = next {
                ranges[folder] = (ranges[folder]?.lowerBound ?? number)..<(number + 1)
                next = site.folders.all[folder].parent
            }
        }
        folders = zip(site.folders.all, ranges).compactMap { folder, range in
            range.flatMap { folder.path.isEmpty ? nil : Folder(path: folder.path, notes: $0) }
        }
    }

    func render() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("tags", tags.flatMap { [$0.name, $0.notes] })
            json.field("decisions", decisions)
            json.field("comparisons", comparisons)
            json.field("dates", Digits.text(dates))
            json.field(
                "folders",
                folders.flatMap { [$0.path, String($0.notes.lowerBound), String($0.notes.upperBound)] })
        }
        return Shards.script("facets", json.bytes)
    }

    // MARK: Filters

    /// Whether each note may be found: nil for all of them.
    func mask(_ filters: [Query.Filter], count: Int) -> [Bool]? {
        guard !filters.isEmpty else { return nil }
        var mask = [Bool](repeating: true, count: count)
        func keep(_ numbers: some Sequence<Int>) {
            var kept = [Bool](repeating: false, count: count)
            for number in numbers where number < count { kept[number] = mask[number] }
            mask = kept
        }
        for filter in filters {
            switch filter {
            case .tag(let name):
                let key = name.lowercased()
                keep(tags.first { $0.name.lowercased() == key }.map { Digits.numbers($0.notes) } ?? [])
            case .hasDecision: keep(Digits.numbers(decisions))
            case .hasComparison: keep(Digits.numbers(comparisons))
            case .folder(let path):
                let key = path.lowercased()
                keep(folders.first { $0.path.lowercased() == key }?.notes ?? 0..<0)
            case .since(let day): keep(dates.indices.lazy.filter { dates[$0] >= day })
            }
        }
        return mask
    }
}
