import Diagnostics
import Markdown
import Notes

/// What a site has in common with the one that was linked before it.
///
/// Each index of a site is a pure function of some parts of the notes. Where those parts are equal in all notes, so is the
/// index, and it is taken over instead of made anew. Nothing is mended in place: an index is the old one or a new one, and the
/// tests hold both to be the same.
struct Carryover {
    let site: Site
    /// The notes that are not the same, by their indices.
    let changed: [Int]
    /// Whether comparisons and decisions are, so that all that follows from them is.
    let hasSameModels: Bool
    /// Whether every note has the tags that it had.
    let hasSameTags: Bool
    /// The notes whose references have to be looked up: the changed ones, and those that lead into one of them whose places
    /// are not the same.
    let unsettled: [Int]

    /// More notes than this are seldom changed at once, and then linking from scratch is soon as fast.
    private static let mostChanged = 64

    /// Nil where next to nothing can be taken over: where a note is new or gone, or has another name.
    init?(from site: Site, to notes: [Note], _ assets: Set<SourcePath>, _ configuration: Configuration) {
        guard notes.count == site.notes.count, configuration == site.configuration, assets == site.files
        else {
            return nil
        }
        var changed: [Int] = []
        for (index, note) in notes.enumerated() where note !== site.notes[index] {
            changed.append(index)
            guard changed.count <= Self.mostChanged, note.isNamed(as: site.notes[index]) else { return nil }
        }
        self.site = site
        self.changed = changed
        hasSameModels = changed.allSatisfy { index in
            notes[index].comparisons == site.notes[index].comparisons
                && notes[index].decisions == site.notes[index].decisions
        }
        hasSameTags = changed.allSatisfy { index in
            notes[index].tags.elementsEqual(site.notes[index].tags) { $0.spelling == $1.spelling }
        }
        let moved = changed.filter { !notes[$0].hasSamePlaces(as: site.notes[$0]) }
        unsettled = Set(changed + moved.flatMap { site.backlinks[$0].map { Int($0.note) } }).sorted()
    }

    /// Whether references of notes that are not `unsettled` lead where they led.
    ///
    /// - Parameter choices: the addresses of the pages about options, which links may lead to.
    func keepsResolutions(_ choices: [RoutePath]) -> Bool {
        hasSameModels || choices == site.choiceRoutes
    }

    /// Where references led, with tags by the numbers that they have now.
    func resolutions(_ tags: Tags) -> [[Resolution]] {
        guard !hasSameTags else { return site.resolutions }
        let numbers = site.tags.all.map { tags.index(of: $0.name) }
        var resolutions = site.resolutions
        for note in resolutions.indices {
            for reference in resolutions[note].indices {
                guard case .tag(let old) = resolutions[note][reference], numbers[old] != old else { continue }
                resolutions[note][reference] = numbers[old].map { .tag($0) } ?? .unresolved
            }
        }
        return resolutions
    }

    /// The tags that are new or that other notes have than before.
    func otherTags(_ tags: Tags) -> Set<Int32> {
        guard !hasSameTags else { return [] }
        return Set(
            tags.all.indices.filter { index in
                let tag = tags.all[index]
                return site.tags.index(of: tag.name).map { site.tags.all[$0].notes != tag.notes } ?? true
            }.map(Int32.init))
    }

    /// The notes that a note has most to do with, where it has the same tags, of the same notes, leads where it led, and the
    /// same notes lead to it.
    func related(
        ofNote note: Int, _ resolutions: [[Resolution]], _ backlinks: Backlinks, _ tags: Tags,
        otherTags: Set<Int32>
    ) -> [Int32]? {
        if changed.contains(note), !hasSameTags || resolutions[note] != site.resolutions[note] { return nil }
        guard backlinks[note] == site.backlinks[note], otherTags.isDisjoint(with: tags.ofNote[note]) else {
            return nil
        }
        return site.related.ofNote[note]
    }

    /// Whether all references lead where they led.
    func hasSameLinks(_ resolutions: [[Resolution]]) -> Bool {
        changed.allSatisfy { resolutions[$0] == site.resolutions[$0] }
    }
}

extension Note {
    /// Whether the note has the same name, address and place among others.
    fileprivate func isNamed(as other: Note) -> Bool {
        path == other.path && title == other.title && titleHeading?.anchor == other.titleHeading?.anchor
            && frontMatter == other.frontMatter
    }

    fileprivate func hasSamePlaces(as other: Note) -> Bool {
        headings.elementsEqual(other.headings) { $0.anchor == $1.anchor && $0.text == $1.text }
            && body.blocks.elementsEqual(other.body.blocks) { $0.anchor == $1.anchor }
    }
}
