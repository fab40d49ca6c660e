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
        let place = "\(prefix)\(diagnostic.path):\(diagnostic.range.start.line)"
        let hint = diagnostic.hint.map { "<br>\(Self.escaped($0))" } ?? ""
        return
            "| \(diagnostic.rule.id) | \(Self.escaped(place)) | \(Self.escaped(diagnostic.message))\(hint) |\n"
    }

    /// Text of notes as text: nothing in it may be read as markup, or end its cell.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { output, character in
            switch character {
            case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "!", "@", "$": output += "\\\(character)"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "&": output += "&amp;"
            case _ where character.isNewline: output += " "
            default: output.append(character)
            }
        }
    }
}
