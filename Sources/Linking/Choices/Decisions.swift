import Diagnostics
import Notes

/// The decisions of all notes, each with a page of its own.
package struct Decisions: Sendable {
    /// In the order of the notes.
    package let all: [Entry]
    private let firstOfNote: [Int32]

    package struct Entry: Sendable {
        package let place: ModelPlace
        package let route: RoutePath
    }

    /// A note's first decision has the note's own slug, each further one also its question's, so that a question added
    /// elsewhere moves no address.
    init(of notes: [Note], _ routes: Routes) {
        var all: [Entry] = []
        var firstOfNote: [Int32] = []
        firstOfNote.reserveCapacity(notes.count)
        var taken = routes.slugs(below: .decide)
        for (note, decisions) in notes.lazy.map(\.decisions).enumerated() {
            firstOfNote.append(Int32(all.count))
            for (index, decision) in decisions.enumerated() {
                let own = notes[note]
                let name = own.frontMatter.slug ?? own.name
                let slug = Slug(index == 0 ? name : "\(name) \(decision.question)").unique(among: &taken)
                all.append(
                    Entry(
                        place: ModelPlace(note: Int32(note), index: Int32(index)),
                        route: RoutePath.decide.appending(slug)))
            }
        }
        self.all = all
        self.firstOfNote = firstOfNote
    }

    package func route(of place: ModelPlace) -> RoutePath {
        all[Int(firstOfNote[Int(place.note)] + place.index)].route
    }
}

extension Note {
    /// The name of its file, or of its folder where the file is the folder's page.
    fileprivate var name: String {
        guard path.folderPageRank != nil, let folder = path.folder.split(separator: "/").last else {
            return String(path.stem)
        }
        return String(folder)
    }
}
