/// A list of diagnostics to be written in one format or another.
package struct Report: Sendable {
    /// In the order in which they are shown.
    package let diagnostics: [Diagnostic]
    /// What stands before the path of a file of the content folder: that folder, as the user gave it.
    private let prefix: String
    /// The files that are not of the content folder.
    private let others: Set<SourcePath>
    /// A line of a source, where it is to be had.
    package let line: @Sendable (SourcePath, Int) -> String?

    /// - Parameters:
    ///   - prefix: ends with a slash, or is empty.
    ///   - others: the paths that the prefix does not belong to.
    ///   - line: gives a line of a source, from 1.
    package init(
        _ diagnostics: [Diagnostic], prefix: String = "", others: Set<SourcePath> = [],
        line: @escaping @Sendable (SourcePath, Int) -> String? = { _, _ in nil }
    ) {
        self.diagnostics = diagnostics.sorted()
        self.prefix = prefix
        self.others = others
        self.line = line
    }

    /// A file's path as the user knows it.
    package func shownPath(_ path: SourcePath) -> String {
        others.contains(path) ? path.string : prefix + path.string
    }

    /// The report of other diagnostics of the same sources.
    package func with(_ diagnostics: [Diagnostic]) -> Report {
        Report(diagnostics, prefix: prefix, others: others, line: line)
    }

    package enum Format: String, Sendable, CaseIterable {
        case text, short, json, github, gitlab, sarif, junit, markdown
    }

    /// The report in a format; it ends with a line feed, or is empty.
    ///
    /// - Parameter isColored: whether ANSI colours may be used where the format has any.
    package func rendered(as format: Format, isColored: Bool = false) -> String {
        switch format {
        case .text: text(isColored: isColored)
        case .short: short
        case .json: json
        case .github: github
        case .gitlab: gitlab
        case .sarif: sarif
        case .junit: junit
        case .markdown: markdown
        }
    }

    package var errorCount: Int { diagnostics.count { $0.severity == .error } }
    package var warningCount: Int { diagnostics.count { $0.severity == .warning } }

    /// `2 errors, 1 warning`; empty where there are none.
    package var summary: String {
        func counted(_ count: Int, _ noun: String) -> String? {
            count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
        }
        return [counted(errorCount, "error"), counted(warningCount, "warning")].compactMap { $0 }
            .joined(separator: ", ")
    }
}
