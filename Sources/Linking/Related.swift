import Notes

/// The notes that have most to do with a note: they share its rarer tags, or link to it or from it.
package struct Related: Sendable {
    /// For each note at most `limit` others, the nearest first.
    package let ofNote: [[Int32]]

    static let limit = 5
    /// A tag of more notes than this says little about any two of them, and would cost the square of its size.
    private static let commonTag = 1000
    /// What a tag of one note would weigh; one of `n` weighs an `n`th.
    private static let tagWeight: Int32 = 1 << 20
    /// A link weighs as much as a tag that four notes share.
    private static let linkWeight: Int32 = tagWeight / 4

    /// - Parameter kept: for each note what it had to do with others before, where its tags, its links and the links to it
    ///   are the same; nil where they are not.
    init(
        of notes: [Note], tags: Tags, resolutions: [[Resolution]], backlinks: Backlinks,
        _ kept: (_ note: Int) -> [Int32]? = { _ in nil }
    ) {
        var scores = [Int32](repeating: 0, count: notes.count)
        var touched: [Int32] = []
        var ofNote: [[Int32]] = []
        ofNote.reserveCapacity(notes.count)
        for note in notes.indices {
            if let same = kept(note) {
                ofNote.append(same)
                continue
            }
            func add(_ other: Int32, _ weight: Int32) {
                if scores[Int(other)] == 0 { touched.append(other) }
                scores[Int(other)] &+= weight
            }
            for tag in tags.ofNote[note] {
                let members = tags.all[Int(tag)].notes
                guard members.count <= Self.commonTag else { continue }
                let weight = Self.tagWeight / Int32(members.count)
                for member in members { add(member, weight) }
            }
            for case .note(let target, _) in resolutions[note].prefix(256) {
                add(Int32(target), Self.linkWeight)
            }
            for link in backlinks[note].prefix(256) { add(link.note, Self.linkWeight) }
            ofNote.append(Self.best(touched, scores, but: Int32(note)))
            for other in touched { scores[Int(other)] = 0 }
            touched.removeAll(keepingCapacity: true)
        }
        self.ofNote = ofNote
    }

    /// The highest scores; of equal ones the earlier note.
    private static func best(_ candidates: [Int32], _ scores: [Int32], but note: Int32) -> [Int32] {
        var best: [Int32] = []
        for candidate in candidates where candidate != note {
            let score = scores[Int(candidate)]
            if best.count == limit, let last = best.last, (scores[Int(last)], last) != (score, candidate),
                scores[Int(last)] > score || (scores[Int(last)] == score && last < candidate)
            {
                continue
            }
            let place = best.firstIndex {
                scores[Int($0)] < score || (scores[Int($0)] == score && candidate < $0)
            }
            best.insert(candidate, at: place ?? best.count)
            if best.count > limit { best.removeLast() }
        }
        return best
    }
}
