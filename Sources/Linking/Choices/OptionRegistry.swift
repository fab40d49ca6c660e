import Diagnostics
import Notes
import Writers

/// Collects the names of options, and tells which of them mean the same.
///
/// Each distinct name has a number. Numbers that mean one option are joined into sets: a union-find structure, in which the
/// lowest number of a set stands for it.
struct OptionRegistry {
    private var numbers: [String: Int32] = [:]
    private var entries: [Entry] = []
    /// For each number one that means the same and is not higher.
    private var parents: [Int32] = []
    /// For each number that stands for its set, the comparisons that have a column of the set, by their own numbers.
    private var comparisons: [Set<Int32>] = []
    private var comparisonCount: Int32 = 0

    private struct Entry {
        /// As first written.
        let name: String
        let key: String
        /// The folder of the note that wrote it first, where its name is looked up.
        let folder: Substring
        var otherNames: [String] = []
        /// The note that is about it.
        var note: Int?
    }

    /// The numbers of a comparison's options, which stay apart whatever else is said of their names.
    mutating func add(_ comparison: Comparison, of note: Note) -> [Int32] {
        let columns = comparison.options.map { add($0, of: note) }
        for column in columns { comparisons[Int(column)].insert(comparisonCount) }
        comparisonCount += 1
        return columns
    }

    /// The number of a name, which a note mentions.
    mutating func add(_ option: OptionName, of note: Note) -> Int32 {
        let key = option.key
        let number: Int32
        if let known = numbers[key] {
            number = known
        } else {
            number = Int32(entries.count)
            numbers[key] = number
            parents.append(number)
            comparisons.append([])
            entries.append(Entry(name: option.name, key: key, folder: note.path.folder))
        }
        for other in option.otherNames where !entries[Int(number)].otherNames.contains(other) {
            entries[Int(number)].otherNames.append(other)
        }
        return number
    }

    /// The option of the same note that a name means: the one of just this name, else the only one that is the same by the
    /// rules that hold within a note.
    func find(_ name: OptionName, among options: [(OptionName, Int32)]) -> Int32? {
        if let exact = options.first(where: { $0.0.key == name.key }) { return exact.1 }
        let same = Set(options.lazy.filter { $0.0.isSame(as: name) }.map(\.1))
        return same.count == 1 ? same.first : nil
    }

    /// Joins the names that mean the same, by what is written in parentheses and by the notes that they lead to.
    mutating func join(_ names: NameTable, _ notes: [Note]) {
        var ofNote: [Int: Int32] = [:]
        for number in entries.indices {
            for name in [entries[number].name] + entries[number].otherNames {
                guard case .note(let note) = names.match(name, from: entries[number].folder) else { continue }
                entries[number].note = entries[number].note ?? note
                if let other = ofNote[note] {
                    unite(other, Int32(number))
                } else {
                    ofNote[note] = Int32(number)
                }
            }
            for other in entries[number].otherNames {
                if let known = numbers[OptionName.key(of: other)] { unite(known, Int32(number)) }
            }
        }
    }

    private mutating func root(_ number: Int32) -> Int32 {
        var number = Int(number)
        while Int(parents[number]) != number {
            // Halves the way, so that no chain stays long.
            parents[number] = parents[Int(parents[number])]
            number = Int(parents[number])
        }
        return Int32(number)
    }

    /// Makes two names one option, unless a comparison tells them apart.
    private mutating func unite(_ left: Int32, _ right: Int32) {
        let (left, right) = (root(left), root(right))
        guard left != right, comparisons[Int(left)].isDisjoint(with: comparisons[Int(right)]) else { return }
        let (low, high) = (Int(min(left, right)), Int(max(left, right)))
        parents[high] = Int32(low)
        // The smaller set moves, so that many joins stay cheap.
        if comparisons[low].count < comparisons[high].count { comparisons.swapAt(low, high) }
        comparisons[low].formUnion(comparisons[high])
        comparisons[high] = []
    }

    /// The options in the order of their names, and for each number its option's index.
    ///
    /// - Parameter taken: slugs that no option may have.
    mutating func options(_ notes: [Note], besides taken: Set<String>) -> ([Options.Option], [Int32]) {
        var members: [Int32: [Int]] = [:]
        for number in entries.indices { members[root(Int32(number)), default: []].append(number) }
        let sets = members.values.map { set in (set, Self.shown(set.map { entries[$0] }, notes)) }
            .sorted { left, right in
                let (first, second) = (left.1.key, right.1.key)
                if first != second { return first.precedes(second) }
                return left.0[0] < right.0[0]
            }
        var indices = [Int32](repeating: -1, count: entries.count)
        var slugs = taken
        var options: [Options.Option] = []
        for (index, (set, shown)) in sets.enumerated() {
            for number in set { indices[number] = Int32(index) }
            let slug = Slug(shown.name).unique(among: &slugs)
            options.append(
                Options.Option(
                    name: shown.name, otherNames: shown.otherNames, note: shown.note.map(Int32.init),
                    slug: slug,
                    route: RoutePath.options.appending(slug)))
        }
        return (options, indices)
    }

    /// What a set of names is shown as.
    private static func shown(_ set: [Entry], _ notes: [Note]) -> Entry {
        let note = set.lazy.compactMap(\.note).first
        var name = set[0].name
        // The title, where it is no more than one of the names: not `All about IRSA`.
        if let title = note.map({ notes[$0].title }),
            set.contains(where: { $0.key == OptionName.key(of: title) })
        {
            name = title
        }
        var seen: Set<String> = [OptionName.key(of: name)]
        let others = set.flatMap { [$0.name] + $0.otherNames }.filter {
            seen.insert(OptionName.key(of: $0)).inserted
        }
        return Entry(name: name, key: OptionName.key(of: name), folder: "", otherNames: others, note: note)
    }

    /// Each name and each other name with its option's index; a name comes before another option's other name.
    func names(_ indices: [Int32]) -> [String: Int32] {
        var names: [String: Int32] = [:]
        for (number, entry) in entries.enumerated() { names[entry.key] = indices[number] }
        for (number, entry) in entries.enumerated() {
            for other in entry.otherNames where names[OptionName.key(of: other)] == nil {
                names[OptionName.key(of: other)] = indices[number]
            }
        }
        return names
    }
}

extension Slug {
    /// This slug, or with a number behind it where another has it already. Among very many of one name the number is
    /// found by halving, not by counting.
    func unique(among taken: inout Set<String>) -> Slug {
        if taken.insert(string).inserted { return self }
        func numbered(_ number: Int) -> Slug { Slug("\(string)-\(number)") }
        var free = 2
        while taken.contains(numbered(free).string) { free *= 2 }
        var low = free / 2
        while low + 1 < free {
            let middle = (low + free) / 2
            if taken.contains(numbered(middle).string) { low = middle } else { free = middle }
        }
        let slug = numbered(free)
        taken.insert(slug.string)
        return slug
    }
}
