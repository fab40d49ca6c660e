package import Diagnostics
import Yams

/// What Yams could not read, as a message and a place.
package struct YAMLProblem: Sendable, Hashable {
    package let message: String
    package let position: SourcePosition

    /// - Parameters:
    ///   - subject: what is not valid: `front matter`.
    ///   - yaml: the text that was read; lines count in it.
    package init(_ error: any Error, in yaml: String, subject: String) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            message = "\(subject) is not valid YAML: \(problem)"
            position = SourcePosition(line: mark.line, column: mark.column)
        case .duplicatedKeysInMapping(let duplicates, _):
            let key = duplicates.first?.description ?? ""
            message = "\(subject) gives `\(key)` twice"
            position = SourcePosition(line: Self.lastLine(of: key, in: yaml), column: 1)
        default:
            message = "\(subject) is not valid YAML"
            position = .start
        }
    }

    private static func lastLine(of key: String, in yaml: String) -> Int {
        let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
        return 1 + (lines.lastIndex { $0.hasPrefix(key + ":") } ?? 0)
    }
}
