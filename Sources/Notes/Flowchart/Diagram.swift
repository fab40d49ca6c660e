/// A drawing that a note gives as the source of a flowchart.
package struct Diagram: Sendable, Hashable {
    package let flowchart: Flowchart
    /// The source line of its first line, from 1.
    package let line: Int
    /// Where the code block stands in the note's HTML; the page shows the drawing in its place.
    package let place: Range<Int>
}
