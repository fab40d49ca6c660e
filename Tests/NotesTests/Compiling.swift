import Diagnostics
import Markdown
import Notes
import Writers

func note(_ text: String, path: String = "a.md") -> Note {
    Note(compiling: Source(path: SourcePath(path), bytes: Array(text.utf8)))
}

/// A note's HTML without its slots.
func html(_ note: Note) -> String { String(decoding: note.body.html.bytes, as: UTF8.self) }

/// What is wrong with a note, as `line:column rule: message`. That it says nothing is left out: most notes in tests hold only
/// what they are about.
func problems(_ note: Note) -> [String] {
    note.diagnostics.filter { $0.rule != .emptyNote }.map { diagnostic in
        let start = diagnostic.range.start
        return "\(start.line):\(start.column) \(diagnostic.rule.id): \(diagnostic.message)"
    }
}

/// The options of each comparison.
func compared(_ text: String) -> [[String]] { note(text).comparisons.map { $0.options.map(\.name) } }

/// The rules of each decision, as `option: condition; condition`.
func decided(_ text: String) -> [[String]] {
    note(text).decisions.map { decision in
        decision.rules.map { "\($0.option.name): \($0.conditions.joined(separator: "; "))" }
    }
}
