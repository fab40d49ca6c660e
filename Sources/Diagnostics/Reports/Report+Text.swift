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
            output += paint.strong("\(prefix)\(diagnostic.path):\(start.line):\(start.column):")
            output += " \(severity): \(diagnostic.message)\n"
            if let line = line(diagnostic.path, start.line) {
                output += excerpt(line, of: diagnostic.range, paint)
            }
            for related in diagnostic.related {
                output += "  \(prefix)\(related.path):\(related.position.line): \(related.note)\n"
            }
            if let hint = diagnostic.hint { output += "\(paint.strong("help:")) \(hint)\n" }
            output += "\n"
        }
        return output
    }

    /// How many scalars of a long line are shown around the place.
    private static let reach = 60

    private func excerpt(_ line: String, of range: SourceRange, _ paint: Paint) -> String {
        // A tab is shown as one space, so that the carets stand below their columns in any terminal; other control
        // characters must not reach it.
        let scalars = line.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
        let column = range.start.column - 1
        let first = column > 2 * Self.reach ? column - Self.reach : 0
        let shown = scalars.dropFirst(first).prefix(3 * Self.reach)
        let number = String(range.start.line)
        let margin = String(repeating: " ", count: number.count)
        let indent = String(repeating: " ", count: column - first)
        let carets = String(repeating: "^", count: max(1, min(range.length, shown.count - (column - first))))
        var text = String.UnicodeScalarView()
        text.append(contentsOf: shown)
        return "  \(number) | \(String(text))\n  \(margin) | \(indent)\(paint.caret(carets))\n"
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
