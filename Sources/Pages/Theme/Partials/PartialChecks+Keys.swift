package import Diagnostics
package import Linking
import Markdown
package import Notes

extension PartialChecks {
    /// The keys of front matter that templates ask for and no note has, each told once, where it is first asked for.
    ///
    /// No template is broken by it: the next note may have the key. So this keeps nothing from being built.
    ///
    /// - Parameters:
    ///   - folder: where the templates are, for diagnostics.
    ///   - notes: all notes, also those that a build leaves out.
    ///   - allowed: the keys that the site says its notes may have.
    package static func unknownKeys(
        _ sources: [Partial: [UInt8]], in folder: String, _ notes: [Note], allowed: [String]
    ) -> [Diagnostic] {
        let asked = Partial.allCases.flatMap { partial in
            sources[partial].map { fields(of: $0, at: partial.path(in: folder)) } ?? []
        }
        guard !asked.isEmpty else { return [] }
        let there = Set(notes.flatMap { $0.frontMatter.other.map { $0.key.lowercased() } })
            .union(allowed.map { $0.lowercased() })
        let known = KnownNames(there)
        var told = there
        return asked.filter { told.insert($0.key).inserted }.map { field in
            Diagnostic(
                .unknownKey, "no note has the key `\(field.key)`", at: field.path, field.range,
                hint: String(
                    didYouMean: known.nearest(to: field.key).map { "`\(PartialFields.keys)\($0)`" },
                    otherwise: "write `\(field.key):` into the front matter of the notes that it is for"))
        }
    }

    /// A place where a template asks for a key.
    private struct Field {
        let key: String
        let path: SourcePath
        let range: SourceRange
    }

    private static func fields(of bytes: [UInt8], at path: SourcePath) -> [Field] {
        let text = SourceText(bytes)
        return PartialTag.all(in: text.bytes).compactMap { tag in
            guard tag.kind != .comment, tag.kind != .end, let key = PartialFields.key(of: tag.name) else {
                return nil
            }
            return Field(key: key, path: path, range: place(of: tag.range, in: text))
        }
    }
}
