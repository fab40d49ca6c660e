import Diagnostics
import Notes
import Writers

/// The folders that hold notes, parents before children.
package struct Folders: Sendable {
    package let all: [Folder]
    /// The folder of each note.
    package let ofNote: [Int32]
    /// The place of each note in its folder's `notes`, −1 for the folder's own page.
    package let places: [Int32]

    package struct Folder: Sendable {
        /// Below the content folder; empty for the content folder itself.
        package let path: String
        /// Nil for the content folder.
        package let parent: Int?
        /// Its own notes but the index, in the order in which they are shown.
        package internal(set) var notes: [Int32] = []
        package internal(set) var folders: [Int32] = []
        /// The note that is the folder's page: `index.md`, else `README.md`.
        package internal(set) var index: Int32?

        /// The last component of the path.
        package var name: Substring { path.split(separator: "/").last ?? "" }
    }

    init(of notes: [Note]) {
        var all = [Folder(path: "", parent: nil)]
        var indices = ["": 0]
        var ofNote: [Int32] = []
        ofNote.reserveCapacity(notes.count)

        func folder(_ path: String) -> Int {
            if let index = indices[path] { return index }
            let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
            let parent = folder(slash.map { String(path[..<$0]) } ?? "")
            let index = all.count
            all.append(Folder(path: path, parent: parent))
            all[parent].folders.append(Int32(index))
            indices[path] = index
            return index
        }

        for (index, note) in notes.enumerated() {
            let folder = folder(String(note.path.folder))
            ofNote.append(Int32(folder))
            if let rank = note.path.folderPageRank,
                all[folder].index.map({ rank < notes[Int($0)].path.folderPageRank ?? 9 }) ?? true
            {
                if let other = all[folder].index { all[folder].notes.append(other) }
                all[folder].index = Int32(index)
            } else {
                all[folder].notes.append(Int32(index))
            }
        }
        let paths = all.map(\.path)
        for index in all.indices {
            all[index].notes.sort { Self.precedes(notes[Int($0)], notes[Int($1)]) }
            all[index].folders.sort { paths[Int($0)].precedes(paths[Int($1)]) }
        }
        var places = [Int32](repeating: -1, count: notes.count)
        for folder in all {
            for (place, note) in folder.notes.enumerated() { places[Int(note)] = Int32(place) }
        }
        self.all = all
        self.places = places
        self.ofNote = ofNote
    }

    /// By `order`, then by title, then by path.
    private static func precedes(_ left: Note, _ right: Note) -> Bool {
        let (leftOrder, rightOrder) = (left.frontMatter.order ?? .max, right.frontMatter.order ?? .max)
        if leftOrder != rightOrder { return leftOrder < rightOrder }
        if left.title != right.title { return left.title.precedes(right.title) }
        return left.path < right.path
    }
}
