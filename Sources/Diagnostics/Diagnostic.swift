/// Something to tell the writer about one place in a source.
package struct Diagnostic: Hashable, Sendable {
    package let rule: Rule
    package let severity: Severity
    /// Lower case, no full stop, the thing named.
    package let message: String
    package let path: SourcePath
    package let range: SourceRange
    /// Other places that explain this one.
    package let related: [Related]
    /// What to do about it.
    package let hint: String?

    /// Another place, and what it is to the diagnostic.
    package struct Related: Hashable, Sendable {
        package let path: SourcePath
        package let position: SourcePosition
        package let note: String

        package init(path: SourcePath, position: SourcePosition = .start, note: String) {
            self.path = path
            self.position = position
            self.note = note
        }
    }

    package init(
        _ rule: Rule, _ message: String, at path: SourcePath, _ range: SourceRange = .file,
        related: [Related] = [], hint: String? = nil
    ) {
        self.init(
            rule: rule, severity: rule.severity, message: message, path: path, range: range, related: related,
            hint: hint)
    }
}

extension Diagnostic {
    /// The diagnostic as a site's own severities have it; nil where its rule is off.
    package func weighed(by severities: [Rule: Rule.Setting]) -> Diagnostic? {
        switch severities[rule] {
        case nil: self
        case .off: nil
        case .severity(let severity):
            Diagnostic(
                rule: rule, severity: severity, message: message, path: path, range: range, related: related,
                hint: hint)
        }
    }

    private init(
        rule: Rule, severity: Severity, message: String, path: SourcePath, range: SourceRange,
        related: [Related], hint: String?
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.path = path
        self.range = range
        self.related = related
        self.hint = hint
    }
}

extension Diagnostic: Comparable {
    /// Path, then place, then rule, then message: the order in which reports show diagnostics.
    package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        if left.path != right.path { return left.path < right.path }
        if left.range.start != right.range.start { return left.range.start < right.range.start }
        if left.rule.id != right.rule.id { return left.rule.id < right.rule.id }
        return left.message < right.message
    }
}
