package import Diagnostics
import Markdown
import Notes
import Writers

/// Which notes are shown inside others.
///
/// An embed shows a piece of a note, which may embed pieces in turn. One that would lead back to itself is a link
/// instead, and so is one that makes a page too deep or too large.
package struct Embeds: Sendable {
    /// The pieces that are shown, by the note and the reference that embeds them.
    private var pieces: [Site.ReferencePlace: Piece] = [:]
    package private(set) var diagnostics: [Diagnostic] = []

    /// A stretch of a note's body.
    package struct Piece: Sendable, Hashable {
        package let note: Int
        /// In the bytes of the body's HTML.
        package let range: Range<Int>
    }

    /// How deep embeds may be nested, and how many bytes of other notes one embed and one page may show. Twelve notes
    /// that each embed the next one twice would otherwise be four thousand.
    private static let limits = (depth: 8, embed: 500_000, page: 2_000_000)

    /// What one embed amounts to, with all that it embeds.
    private struct Extent {
        var depth = 1
        var bytes = 0
    }

    /// The piece that a reference shows in its place; nil where it is a link.
    package func piece(_ reference: Int, of note: Int) -> Piece? {
        pieces[Site.ReferencePlace(note: note, reference: reference)]
    }

    init(of notes: [Note], _ resolutions: [[Resolution]]) {
        var extents: [Site.ReferencePlace: Extent] = [:]
        for note in notes.indices {
            var total = 0
            for reference in Self.embeds(of: notes[note], in: 0..<notes[note].body.html.count) {
                let place = Site.ReferencePlace(note: note, reference: reference)
                visit(place, notes, resolutions, &extents)
                guard pieces[place] != nil else { continue }
                total += extents[place]?.bytes ?? 0
                if total > Self.limits.page {
                    refuse(place, notes, .embedTooLarge, "this page embeds more than 2 MB")
                }
            }
        }
    }

    /// The references of a note that embed notes as blocks and whose slots stand in a stretch of its body.
    private static func embeds(of note: Note, in range: Range<Int>) -> [Int] {
        guard note.references.contains(where: \.isBlock) else { return [] }
        return note.body.slots(in: range).filter {
            $0.kind == .embed && note.references[Int($0.reference)].isBlock
        }
        .map { Int($0.reference) }
    }

    /// Finds out what an embed amounts to, after all that are in it; without recursion, because chains may be long.
    private mutating func visit(
        _ start: Site.ReferencePlace, _ notes: [Note], _ resolutions: [[Resolution]],
        _ extents: inout [Site.ReferencePlace: Extent]
    ) {
        guard extents[start] == nil else { return }
        /// The embeds that are being looked at, each with those in it that are still to come.
        var stack: [(place: Site.ReferencePlace, rest: ArraySlice<Int>)] = []
        var active: Set<Site.ReferencePlace> = []
        func begin(_ place: Site.ReferencePlace, _ pieces: inout [Site.ReferencePlace: Piece]) {
            extents[place] = Extent()
            guard let piece = Self.piece(place, notes, resolutions) else { return }
            pieces[place] = piece
            active.insert(place)
            stack.append((place, Self.embeds(of: notes[piece.note], in: piece.range)[...]))
        }
        begin(start, &pieces)
        while let (place, rest) = stack.last {
            guard let piece = pieces[place] else {
                // It closed a cycle meanwhile.
                stack.removeLast()
                active.remove(place)
                continue
            }
            if let reference = rest.first {
                stack[stack.count - 1].rest.removeFirst()
                let inner = Site.ReferencePlace(note: piece.note, reference: reference)
                if active.contains(inner) {
                    refuse(inner, notes, .embedCycle, cycle(inner, notes))
                } else if extents[inner] == nil {
                    begin(inner, &pieces)
                }
                continue
            }
            stack.removeLast()
            active.remove(place)
            settle(place, piece, notes, &extents)
        }
    }

    private func cycle(_ place: Site.ReferencePlace, _ notes: [Note]) -> String {
        guard let piece = pieces[place], piece.note != place.note else {
            return "this embeds the note that it stands in"
        }
        return "\(notes[piece.note].path) embeds this note in turn"
    }

    private mutating func settle(
        _ place: Site.ReferencePlace, _ piece: Piece, _ notes: [Note],
        _ extents: inout [Site.ReferencePlace: Extent]
    ) {
        var extent = Extent(depth: 1, bytes: piece.range.count)
        for reference in Self.embeds(of: notes[piece.note], in: piece.range) {
            let inner = Site.ReferencePlace(note: piece.note, reference: reference)
            guard pieces[inner] != nil, let part = extents[inner] else { continue }
            extent.depth = max(extent.depth, part.depth + 1)
            extent.bytes += part.bytes
        }
        extents[place] = extent
        // A cycle was cut at an embed that is not settled before this one.
        guard pieces[place] != nil else { return }
        if extent.depth > Self.limits.depth {
            refuse(place, notes, .embedTooLarge, "notes are embedded more than \(Self.limits.depth) deep")
        } else if extent.bytes > Self.limits.embed {
            refuse(place, notes, .embedTooLarge, "this embeds \(extent.bytes / 1000) kB")
        }
    }

    private mutating func refuse(
        _ place: Site.ReferencePlace, _ notes: [Note], _ rule: Rule, _ message: String
    ) {
        guard pieces.removeValue(forKey: place) != nil else { return }
        let note = notes[place.note]
        diagnostics.append(
            Diagnostic(
                rule, message, at: note.path, note.references[place.reference].range,
                hint: "readers see a link in its place"))
    }

    private static func piece(
        _ place: Site.ReferencePlace, _ notes: [Note], _ resolutions: [[Resolution]]
    ) -> Piece? {
        guard case .note(let note, let target) = resolutions[place.note][place.reference] else { return nil }
        // A link leads to the top of the note where the place is not there.
        guard target != nil || notes[place.note].references[place.reference].fragment == nil else {
            return nil
        }
        let body = notes[note].body
        let range: Range<Int32>
        switch target {
        case nil, .title: range = 0..<body.footnotes
        case .heading(let index): range = body.sections[Int(index)]
        case .block(let index): range = body.blocks[Int(index)].range
        }
        if range.isEmpty, target != nil { return nil }
        return Piece(note: note, range: Int(range.lowerBound)..<Int(range.upperBound))
    }
}
