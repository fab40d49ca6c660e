package import Diagnostics
package import Notes

/// What is reported of a site: all that was found, without what notes allow and what is off, weighed as the site wants.
package struct Weighing: Sendable {
    /// In order.
    package let diagnostics: [Diagnostic]

    /// - Parameter found: what compiling and linking found, in any order.
    package init(_ found: [Diagnostic], in notes: [Note], settings: RuleSettings) {
        var allowances: [SourcePath: [Allowance]] = [:]
        for note in notes where !note.allowances.isEmpty { allowances[note.path] = note.allowances }
        var used: Set<SourcePath.Line> = []
        let left =
            allowances.isEmpty
            ? found
            : found.filter { diagnostic in
                let covering = (allowances[diagnostic.path] ?? []).filter { $0.covers(diagnostic) }
                for allowance in covering { used.insert(SourcePath.Line(diagnostic.path, allowance.line)) }
                return covering.isEmpty
            }
        let unused = allowances.flatMap { path, allowances in
            allowances.compactMap { allowance in
                // Of a rule that is off nobody knows what it would have found.
                used.contains(SourcePath.Line(path, allowance.line))
                    || settings.setting(of: allowance.rule, at: path) == .off
                    ? nil : Self.unused(allowance, at: path)
            }
        }
        diagnostics = (left + unused).compactMap { $0.weighed(by: settings) }.sorted()
    }

    private static func unused(_ allowance: Allowance, at path: SourcePath) -> Diagnostic {
        let place = allowance.lines == nil ? "the note" : "the block below"
        return Diagnostic(
            .unusedAllowance, "nothing in \(place) has to do with \(allowance.rule.id)", at: path,
            SourceRange(start: SourcePosition(line: allowance.line, column: 1)), hint: "remove the comment")
    }
}

extension SourcePath {
    /// A line of a file.
    fileprivate struct Line: Hashable {
        let path: SourcePath
        let line: Int

        init(_ path: SourcePath, _ line: Int) {
            self.path = path
            self.line = line
        }
    }
}
