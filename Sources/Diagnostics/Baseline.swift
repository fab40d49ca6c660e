/// What was wrong with the notes when a site began to be checked: it is reported no more, and all that comes after is.
///
/// A line for each diagnostic, `path: rule: message`, in order. Places are left out, so that a line that is added above
/// changes nothing; the same line twice stands for two diagnostics.
package struct Baseline: Sendable, Hashable {
    private var counts: [String: Int]
    private static let header = "# waymark baseline: what is listed here is not reported"

    /// The baseline that silences these diagnostics.
    package init(of diagnostics: [Diagnostic]) {
        counts = diagnostics.reduce(into: [:]) { $0[Self.line($1), default: 0] += 1 }
    }

    /// Reads a baseline file; empty lines and those that begin with `#` say nothing.
    package init(_ bytes: [UInt8]) {
        counts = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .reduce(into: [:]) { counts, line in
                if !line.hasPrefix("#") { counts[String(line), default: 0] += 1 }
            }
    }

    package var text: String {
        let lines = counts.sorted { $0.key < $1.key }.flatMap { repeatElement($0.key, count: $0.value) }
        return ([Self.header] + lines).joined(separator: "\n") + "\n"
    }

    /// Parts what is new from what the baseline lists.
    ///
    /// - Returns: the diagnostics that it does not list, and how many of its lines are of no use any more.
    package func filtering(_ diagnostics: [Diagnostic]) -> (new: [Diagnostic], outdated: Int) {
        var left = counts
        let new = diagnostics.sorted().filter { diagnostic in
            let line = Self.line(diagnostic)
            guard let count = left[line], count > 0 else { return true }
            left[line] = count - 1
            return false
        }
        return (new, left.values.reduce(0, +))
    }

    private static func line(_ diagnostic: Diagnostic) -> String {
        let line = "\(diagnostic.path): \(diagnostic.rule.id): \(diagnostic.message)"
        return String(line.map { $0.isNewline ? " " : $0 })
    }
}
