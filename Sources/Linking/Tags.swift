package import Notes
import Writers

/// The site's tags, in the order of their names.
package struct Tags: Sendable {
    package let all: [Tag]
    /// For each note its tags, in the note's order.
    package let ofNote: [[Int32]]
    private let indices: [TagName: Int]

    package struct Tag: Sendable {
        /// Spelled as the first note writes it.
        package let name: TagName
        package let route: RoutePath
        /// The notes that have the tag or one nested in it, in path order.
        package internal(set) var notes: [Int32] = []
        package internal(set) var children: [Int32] = []
        package internal(set) var parent: Int32?
    }

    init(of notes: [Note]) {
        var names: [TagName] = []
        var seen: Set<TagName> = []
        for note in notes {
            for tag in note.tags {
                guard !seen.contains(tag) else { continue }
                for name in tag.ancestors + [tag] where seen.insert(name).inserted { names.append(name) }
            }
        }
        names.sort { $0.key.precedes($1.key) }
        var indices: [TagName: Int] = [:]
        for (index, name) in names.enumerated() { indices[name] = index }
        var routes: Set<RoutePath> = []
        var all = names.map { Tag(name: $0, route: Self.route(of: $0, avoiding: &routes)) }
        for (index, name) in names.enumerated() {
            guard let parent = name.parent.flatMap({ indices[$0] }) else { continue }
            all[index].parent = Int32(parent)
            all[parent].children.append(Int32(index))
        }
        var ofNote: [[Int32]] = []
        ofNote.reserveCapacity(notes.count)
        for (note, tags) in notes.lazy.map(\.tags).enumerated() {
            let own = tags.compactMap { indices[$0].map(Int32.init) }
            for tag in own {
                var next: Int32? = tag
                while let index = next {
                    if all[Int(index)].notes.last != Int32(note) { all[Int(index)].notes.append(Int32(note)) }
                    next = all[Int(index)].parent
                }
            }
            ofNote.append(own)
        }
        self.all = all
        self.ofNote = ofNote
        self.indices = indices
    }

    /// `/tags/team/platform/`; two tags whose slugs are the same are told apart by a number.
    private static func route(of name: TagName, avoiding routes: inout Set<RoutePath>) -> RoutePath {
        let base = name.key.split(separator: "/").reduce(RoutePath.tags) { $0.appending(Slug($1)) }
        var route = base
        var number = 2
        while !routes.insert(route).inserted {
            route = RoutePath("\(base.string.dropLast())-\(number)/")
            number += 1
        }
        return route
    }

    package func index(of name: TagName) -> Int? { indices[name] }
}
