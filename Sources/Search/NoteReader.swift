import Markdown
import Notes

/// Reads notes and weighs their terms, by BM25F (Zaragoza and others, TREC 2004): the fields of a note are added up with
/// weights before their sum is bent, so that a word in the title counts for many in the text, and ten for not much more than five.
struct NoteReader {
    private(set) var terms = TermTable(capacity: 4096)
    private var surfaceTable = TermTable(capacity: 4096)
    /// For each surface its term.
    private(set) var termOfSurface: [Int32] = []
    private var emitter = Emitter()
    private var stem: [UInt8] = []

    /// For each term what the note at hand gives it: how often in the text, in halves, and the weight of the other fields.
    private var inText: [Int32] = []
    private var elsewhere: [Double] = []
    private var touched: [Int32] = []
    private var length = 0

    private enum Weight {
        static let title = 14.0
        static let alias = 10.0
        static let heading = 4.0
        static let tag = 4.0
        static let description = 2.0
        /// Halves of a word of the text. Code, and what drawings are written in, is full of short names.
        static let prose: Int32 = 2
        static let code: Int32 = 1
        /// Where the curve is half way up.
        static let half = 6.0
        /// The units of an ordinary text and of an ordinary title.
        static let ordinaryText = 300.0
        static let ordinaryTitle = 4.0
    }

    /// The highest weight of a posting.
    static let most = 63

    mutating func read(_ note: Note, tags: [TagName]) {
        length = 0
        readTitle(note.title, Weight.title)
        for alias in note.frontMatter.aliases where !alias.name.hasPrefix("/") {
            readTitle(alias.name, Weight.alias)
        }
        for tag in tags { _ = add(tag.spelling, Weight.tag) }
        if let description = note.frontMatter.description { _ = add(description, Weight.description) }
        for block in note.text.blocks {
            let text = note.text.text(of: block)
            if block.kind == .heading {
                _ = text.withUnsafeBufferPointer { add($0, Weight.heading) }
            } else {
                let halves = block.kind == .code ? Weight.code : Weight.prose
                length += text.withUnsafeBufferPointer { add($0, nil, halves: halves) }
            }
        }
    }

    private mutating func readTitle(_ title: String, _ weight: Double) {
        var emitter = Emitter()
        var units = 0
        var title = title
        title.withUTF8 { units = emitter.emit($0) { _, _ in } }
        _ = add(title, weight / (0.5 + 0.5 * Double(max(units, 1)) / Weight.ordinaryTitle))
    }

    private mutating func add(_ text: String, _ weight: Double?) -> Int {
        var text = text
        return text.withUTF8 { add($0, weight) }
    }

    /// - Parameters:
    ///   - weight: nil for the text of the note.
    ///   - halves: how much a word of the text counts.
    private mutating func add(
        _ text: UnsafeBufferPointer<UInt8>, _ weight: Double?, halves: Int32 = Weight.prose
    ) -> Int {
        // Lent for the call, so that its buffers are not copied.
        var emitter = Emitter()
        swap(&emitter, &self.emitter)
        let units = emitter.emit(text) { surface, form in
            let term = term(surface, form)
            if inText[term] == 0, elsewhere[term] == 0 { touched.append(Int32(term)) }
            if let weight { elsewhere[term] += weight } else { inText[term] += halves }
        }
        swap(&emitter, &self.emitter)
        return units
    }

    private mutating func term(_ surface: [UInt8], _ form: Emitter.Form) -> Int {
        guard form == .word else { return insert(surface) }
        let (number, isNew) = surfaceTable.insert(surface)
        guard isNew else { return Int(termOfSurface[number]) }
        stem.removeAll(keepingCapacity: true)
        stem += surface
        Stemmer.stem(&stem)
        let term = insert(stem)
        termOfSurface.append(Int32(term))
        return term
    }

    private mutating func insert(_ bytes: [UInt8]) -> Int {
        let (number, isNew) = terms.insert(bytes)
        if isNew {
            inText.append(0)
            elsewhere.append(0)
        }
        return number
    }

    /// A word, by its place in `termOfSurface`.
    func surface(_ number: Int) -> ArraySlice<UInt8> { surfaceTable[number] }

    /// Gives the terms of the note at hand with their weights, from 1 to `most`, and forgets them.
    mutating func finish(_ use: (_ term: Int, _ weight: Int) -> Void) {
        let share = 1 / (0.5 + 0.5 * min(Double(length), 3000) / Weight.ordinaryText)
        for term in touched {
            let sum = elsewhere[Int(term)] + Double(inText[Int(term)]) / 2 * share
            let bent = sum / (sum + Weight.half)
            use(Int(term), max(1, Int(Double(Self.most) * bent + 0.5)))
            inText[Int(term)] = 0
            elsewhere[Int(term)] = 0
        }
        touched.removeAll(keepingCapacity: true)
    }
}
