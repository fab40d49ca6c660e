import Writers

extension Report {
    /// A summary in Markdown, for `$GITHUB_STEP_SUMMARY` and for comments: counts, and a table of the first diagnostics of
    /// each severity.
    var markdown: String {
        guard !diagnostics.isEmpty else { return "### Notes\n\nNothing is wrong.\n" }
        var output = "### Notes: \(summary)\n"
        for severity in Severity.allCases {
            let found = diagnostics.filter { $0.severity == severity }
            guard !found.isEmpty else { continue }
            output +=
                "\n| \(severity == .error ? "Error" : "Warning") | Place | What is wrong |\n| --- | --- | --- |\n"
            for diagnostic in found.prefix(Self.mostRows) { output += row(diagnostic) }
            if found.count > Self.mostRows { output += "\nAnd \(found.count - Self.mostRows) more.\n" }
        }
        return output
    }

    /// A summary of GitHub's holds a megabyte, and nobody reads more rows.
    private static let mostRows = 100

    private func row(_ diagnostic: Diagnostic) -> String {
        let place = "\(shownPath(diagnostic.path)):\(diagnostic.range.start.line)"
        let hint = diagnostic.hint.map { "<br>\(MarkdownText.escaped($0))" } ?? ""
        return
            "| \(diagnostic.rule.id) | \(MarkdownText.escaped(place)) | \(MarkdownText.escaped(diagnostic.message))\(hint) |\n"
    }
}
