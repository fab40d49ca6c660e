/// How much a diagnostic weighs.
package enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The site would be wrong: the exit status is 1.
    case error
    /// The site is right, the note could be better: the exit status is 1 under `--strict`.
    case warning
}
