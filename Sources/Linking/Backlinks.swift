import Notes

/// Which notes link to a note.
package struct Backlinks: Sendable {
    private let starts: [Int32]
    private let links: [Backlink]

    /// A link from another note.
    package struct Backlink: Sendable, Hashable {
        package let note: Int32
        /// The index of the first reference that leads here.
        package let reference: Int32
    }

    init(of notes: [Note], _ resolutions: [[Resolution]]) {
        var counts = [Int32](repeating: 0, count: notes.count + 1)
        var found: [(target: Int32, link: Backlink)] = []
        var lastSource = [Int32](repeating: -1, count: notes.count)
        for (source, resolved) in resolutions.enumerated() {
            for (reference, resolution) in resolved.enumerated() {
                guard case .note(let target, _) = resolution, target != source,
                    lastSource[target] != Int32(source)
                else { continue }
                lastSource[target] = Int32(source)
                counts[target + 1] += 1
                found.append((Int32(target), Backlink(note: Int32(source), reference: Int32(reference))))
            }
        }
        for index in counts.indices.dropFirst() { counts[index] += counts[index - 1] }
        var next = counts
        var links = [Backlink](repeating: Backlink(note: 0, reference: 0), count: found.count)
        for (target, link) in found {
            links[Int(next[Int(target)])] = link
            next[Int(target)] += 1
        }
        starts = counts
        self.links = links
    }

    /// The links to a note, in the order of the notes they come from.
    package subscript(note: Int) -> ArraySlice<Backlink> { links[Int(starts[note])..<Int(starts[note + 1])] }
}
