extension Report {
    /// One line a diagnostic, as compilers write it and editors read it.
    var short: String {
        diagnostics.map { diagnostic in
            let start = diagnostic.range.start
            return "\(shownPath(diagnostic.path)):\(start.line):\(start.column): "
                + "\(diagnostic.severity.rawValue)[\(diagnostic.rule.id)]: \(diagnostic.message)\n"
        }.joined()
    }
}
