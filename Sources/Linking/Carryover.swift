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
    /// Whether the places in notes are that links can lead to.
    private let hasSamePlaces: Bool

    /// More notes than this are seldom changed at once, and then linking from scratch is soon as fast.
    private static let mostChanged = 64

    /// Nil where next to nothing can be taken over: where a note is new or gone, or has another name or tag.
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
        hasSamePlaces = changed.allSatisfy { notes[$0].hasSamePlaces(as: site.notes[$0]) }
    }

    /// Whether references of notes that are the same lead where they led.
    ///
    /// - Parameter choices: the addresses of the pages about options, which links may lead to.
    func keepsResolutions(_ choices: [RoutePath]) -> Bool {
        hasSamePlaces && (hasSameModels || choices == site.choiceRoutes)
    }

    /// The notes that a note has most to do with, where it leads to the same notes as before and the same lead to it.
    func related(ofNote note: Int, _ resolutions: [[Resolution]], _ backlinks: Backlinks) -> [Int32]? {
        resolutions[note] == site.resolutions[note] && backlinks[note] == site.backlinks[note]
            ? site.related.ofNote[note] : nil
    }

    /// Whether all references lead where they led.
    func hasSameLinks(_ resolutions: [[Resolution]]) -> Bool {
        changed.allSatisfy { resolutions[$0] == site.resolutions[$0] }
    }
}

extension Note {
    /// Whether the note has the same name, address, place among others, and tags.
    fileprivate func isNamed(as other: Note) -> Bool {
        path == other.path && title == other.title && titleHeading?.anchor == other.titleHeading?.anchor
            && frontMatter == other.frontMatter && tags == other.tags
    }

    fileprivate func hasSamePlaces(as other: Note) -> Bool {
        headings.elementsEqual(other.headings) { $0.anchor == $1.anchor && $0.text == $1.text }
            && body.blocks.elementsEqual(other.body.blocks) { $0.anchor == $1.anchor }
    }
}
