extension Report {
    /// Workflow commands of GitHub Actions, shown beside the lines of a pull request
    /// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
    var github: String {
        diagnostics.map { diagnostic in
            let start = diagnostic.range.start
            let end = start.column + diagnostic.range.length
            let hint = diagnostic.hint.map { "\nhelp: \($0)" } ?? ""
            return "::\(diagnostic.severity.rawValue) file=\(Self.property(shownPath(diagnostic.path))),"
                + "line=\(start.line),col=\(start.column),endColumn=\(end),title=\(diagnostic.rule.id)::"
                + "\(Self.data(diagnostic.message + hint))\n"
        }.joined()
    }

    private static func data(_ text: String) -> String {
        text.reduce(into: "") { output, character in
            switch character {
            case "%": output += "%25"
            case "\r": output += "%0D"
            case "\n", "\r\n": output += "%0A"
            default: output.append(character)
            }
        }
    }

    private static func property(_ text: String) -> String {
        data(text).reduce(into: "") { output, character in
            switch character {
            case ":": output += "%3A"
            case ",": output += "%2C"
            default: output.append(character)
            }
        }
    }
}
