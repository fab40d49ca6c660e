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
    /// What to write instead, where that needs no judgement.
    package let fix: Fix?

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

    /// A text for one place.
    package struct Fix: Hashable, Sendable {
        package let range: SourceRange
        package let replacement: String

        package init(_ range: SourceRange, _ replacement: String) {
            self.range = range
            self.replacement = replacement
        }
    }

    package init(
        _ rule: Rule, _ message: String, at path: SourcePath, _ range: SourceRange = .file,
        related: [Related] = [], hint: String? = nil, fix: Fix? = nil
    ) {
        self.init(
            rule: rule, severity: rule.severity, message: message, path: path, range: range, related: related,
            hint: hint, fix: fix)
    }
}

extension Diagnostic {
    /// The diagnostic as a site's own settings have it; nil where its rule is off.
    package func weighed(by settings: RuleSettings) -> Diagnostic? {
        switch settings.setting(of: rule, at: path) {
        case .off: nil
        case .severity(severity): self
        case .severity(let severity):
            Diagnostic(
                rule: rule, severity: severity, message: message, path: path, range: range, related: related,
                hint: hint, fix: fix)
        }
    }

    private init(
        rule: Rule, severity: Severity, message: String, path: SourcePath, range: SourceRange,
        related: [Related], hint: String?, fix: Fix?
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.path = path
        self.range = range
        self.related = related
        self.hint = hint
        self.fix = fix
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
