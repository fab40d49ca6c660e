extension Report {
    /// For people: the place, the rule and the message, the source line with carets below, related places, the hint.
    ///
    ///     content/eks/irsa.md:12:5: error[broken-link]: no note has the path, title or alias OIDC
    ///       12 | See [[OIDC]] for the issuer.
    ///          |       ^^^^
    ///     help: names are compared without regard to case, and otherwise to the letter
    func text(isColored: Bool) -> String {
        let paint = Paint(isOn: isColored)
        var output = ""
        for diagnostic in diagnostics {
            let start = diagnostic.range.start
            let severity =
                diagnostic.severity == .error
                ? paint.error("error[\(diagnostic.rule.id)]")
                : paint.warning("warning[\(diagnostic.rule.id)]")
            output += paint.strong("\(shownPath(diagnostic.path)):\(start.line):\(start.column):")
            output += " \(severity): \(diagnostic.message)\n"
            if let line = line(diagnostic.path, start.line) {
                output += excerpt(line, of: diagnostic.range, paint)
            }
            for related in diagnostic.related {
                output += "  \(shownPath(related.path)):\(related.position.line): \(related.note)\n"
            }
            if let hint = diagnostic.hint { output += "\(paint.strong("help:")) \(hint)\n" }
            output += "\n"
        }
        return output
    }

    private func excerpt(_ line: String, of range: SourceRange, _ paint: Paint) -> String {
        let quoted = QuotedLine(line, marking: range)
        let number = String(range.start.line)
        let margin = String(repeating: " ", count: number.count)
        let indent = String(repeating: " ", count: quoted.indent)
        let carets = String(repeating: "^", count: max(1, quoted.marked.unicodeScalars.count))
        return
            "  \(number) | \(quoted.before)\(quoted.marked)\(quoted.after)\n"
            + "  \(margin) | \(indent)\(paint.caret(carets))\n"
    }

    /// ANSI colours, or none.
    private struct Paint {
        let isOn: Bool

        func error(_ text: String) -> String { wrap(text, "1;31") }
        func warning(_ text: String) -> String { wrap(text, "1;33") }
        func caret(_ text: String) -> String { wrap(text, "31") }
        func strong(_ text: String) -> String { wrap(text, "1") }

        private func wrap(_ text: String, _ code: String) -> String {
            isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
        }
    }
}
