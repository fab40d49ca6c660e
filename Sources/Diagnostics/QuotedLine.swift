/// A source line as reports show it: the marked stretch, and what stands before and behind it.
///
/// A tab is one space, so that carets stand below their columns anywhere, and no other control character gets through. Of
/// a long line only the part around the place is left.
package struct QuotedLine: Sendable, Hashable {
    package let before: String
    /// Empty where the place is behind the line's end.
    package let marked: String
    package let after: String
    /// How far the mark is from where the shown part begins, in scalars; more than `before` has where the place is behind the
    /// line's end.
    package let indent: Int

    /// How many scalars of a long line are shown around the place.
    private static let reach = 60

    package init(_ line: String, marking range: SourceRange) {
        let scalars = line.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
        let column = range.start.column - 1
        let first = column > 2 * Self.reach ? column - Self.reach : 0
        let shown = scalars.dropFirst(first).prefix(3 * Self.reach)
        func text(_ part: ArraySlice<Unicode.Scalar>) -> String {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: part)
            return String(text)
        }
        indent = column - first
        before = text(shown.prefix(indent))
        marked = text(shown.dropFirst(indent).prefix(range.length))
        after = text(shown.dropFirst(indent + range.length))
    }
}
