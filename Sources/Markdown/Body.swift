package import Writers

/// A document's HTML, with slots where a link's target is not known before all notes are.
package struct Body: Sendable, Hashable {
    package let html: Markup
    /// In the order of their offsets.
    package let slots: [Slot]
    /// For each of the note's headings its section in `html`: up to the next heading of its level or a higher one, or to
    /// the end of what it stands in.
    package let sections: [Range<Int32>]
    /// What else has an `id`.
    package let blocks: [Block]
    /// Where the text ends and the footnotes begin.
    package let footnotes: Int32

    package init(
        html: Markup, slots: [Slot], sections: [Range<Int32>] = [], blocks: [Block] = [],
        footnotes: Int32? = nil
    ) {
        self.html = html
        self.slots = slots
        self.sections = sections
        self.blocks = blocks
        self.footnotes = footnotes ?? Int32(html.count)
    }

    /// A block or an element with an `id`.
    package struct Block: Sendable, Hashable {
        package let anchor: Anchor
        /// What another page can show of it: the block, or an item's content; empty for what cannot stand alone, as the
        /// row of a table.
        package let range: Range<Int32>
    }

    /// A place where something is put in when a page is written.
    package struct Slot: Sendable, Hashable {
        package enum Kind: UInt8, Sendable {
            /// The start tag of a link.
            case linkOpen
            /// Its end tag.
            case linkClose
            /// The title of a link's target.
            case title
            /// What an embed shows: an image, or a note.
            case embed
        }

        /// The offset in `html`, in bytes.
        package let offset: Int32
        package let kind: Kind
        /// The index of the reference in the note.
        package let reference: Int32

        package init(offset: Int32, kind: Kind, reference: Int32) {
            self.offset = offset
            self.kind = kind
            self.reference = reference
        }
    }

    /// The slots that stand in a stretch of `html`; one at its very end belongs to it where it closes a link.
    ///
    /// - Parameter isContent: whether the stretch is all that an element holds, so that nothing else can begin at its end.
    package func slots(in range: Range<Int>, isContent: Bool = false) -> ArraySlice<Slot> {
        func firstIndex(from offset: Int) -> Int {
            var low = 0
            var high = slots.count
            while low < high {
                let middle = (low + high) / 2
                if Int(slots[middle].offset) < offset { low = middle + 1 } else { high = middle }
            }
            return low
        }
        var end = firstIndex(from: range.upperBound)
        while end < slots.count, Int(slots[end].offset) == range.upperBound,
            isContent || slots[end].kind == .linkClose
        {
            end += 1
        }
        return slots[firstIndex(from: range.lowerBound)..<end]
    }
}

/// How one node is rendered, where not in the ordinary way.
package struct Directive: Sendable {
    package enum Action: Sendable {
        /// The node and its descendants are left out.
        case skip
        /// The table compares options.
        ///
        /// - Parameter hasRowHeaders: whether its first column names what each row is about.
        case comparison(name: String, hasRowHeaders: Bool)
        /// The table's row has an `id`.
        case row(id: String)
        /// The cell's verdict as a class.
        case verdict(StaticString)
        /// Nothing, but the caller is told where the node's HTML stands.
        case mark
    }

    package let node: Int
    package let action: Action

    package init(node: Int, action: Action) {
        self.node = node
        self.action = action
    }
}
