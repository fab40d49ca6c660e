package import Notes

/// A drawing of a decision or of a chart: boxes, the lines between them, and what both say in words.
package struct Flow: Sendable, Hashable {
    /// Its number in the page, from 1, which makes its ids unique. None in an excerpt, which has no ids.
    package let number: Int?
    package let title: String
    /// All of it in words, for who does not see the drawing.
    package let description: String
    package let width: Int
    package let height: Int
    /// Outer ones before those inside them.
    package let groups: [Group]
    package let boxes: [Box]
    package let arrows: [Arrow]

    /// A box of text.
    package struct Box: Sendable, Hashable {
        package enum Kind: String, Sendable { case question, conditions, outcome, fallback, step }

        package let kind: Kind
        package var shape = Flowchart.Shape.rounded
        package let frame: Frame
        package let lines: [Line]
        /// Where an outcome leads: the note of its option.
        package var url: String?
        /// The name by which a script finds it.
        package var key: String?
    }

    /// A line of text in a box, at its baseline.
    package struct Line: Sendable, Hashable {
        package enum Kind: String, Sendable { case label, text, title }

        package let kind: Kind
        package let x: Int
        package let y: Int
        package let text: String
        /// Whether the text stands around `x` instead of beginning there.
        package let isCentered: Bool
    }

    /// A line from box to box along right angles.
    package struct Arrow: Sendable, Hashable {
        package let points: [Point]
        package var line = Flowchart.Line.solid
        package var head = Flowchart.Head.arrow
        package var tail = Flowchart.Head.none
        package var label: Label?
        /// Whether the way is taken only where no other is.
        package var isFallback = false
        /// Whether it is a stretch of a line that arrows leave from, one after the other.
        package var isRail = false
        /// The name by which a script finds it.
        package var key: String?
    }

    /// What an arrow says.
    package struct Label: Sendable, Hashable {
        package let frame: Frame
        package let lines: [Line]
    }

    /// A frame around boxes.
    package struct Group: Sendable, Hashable {
        package let frame: Frame
        package let lines: [Line]
    }
}
