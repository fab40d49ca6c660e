package import Diagnostics

/// What an author says need not be reported: `<!-- waymark: allow RULE: reason -->`.
package struct Allowance: Sendable, Hashable {
    package let rule: Rule
    /// The line of the comment, from 1.
    package let line: Int
    /// The lines of the block that it is for; nil for the whole note.
    package let lines: ClosedRange<Int>?

    package func covers(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.rule == rule && (lines?.contains(diagnostic.range.start.line) ?? true)
    }
}
