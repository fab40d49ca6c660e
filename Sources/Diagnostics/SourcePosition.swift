/// A place in a source file.
package struct SourcePosition: Hashable, Sendable, Comparable {
    /// The line, from 1; the whole file's, front matter included.
    package let line: Int
    /// The column, from 1, in Unicode scalars of the source line.
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static let start = SourcePosition(line: 1, column: 1)

    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A stretch of one source line: `length` scalars from `start`.
package struct SourceRange: Hashable, Sendable {
    package let start: SourcePosition
    /// Unicode scalars; at least 1.
    package let length: Int

    package init(start: SourcePosition, length: Int = 1) {
        self.start = start
        self.length = max(1, length)
    }

    /// The file's first character: for what concerns a file as a whole.
    package static let file = SourceRange(start: .start)
}
