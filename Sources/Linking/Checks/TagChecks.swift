import Diagnostics
import Markdown
import Notes

/// Tags held to the site's list, and to each other.
struct TagChecks {
    private(set) var diagnostics: [Diagnostic] = []

    init(_ notes: [Note], _ tags: Tags, allowed: [TagName]?) {
        let unknown = allowed.map { allowed in
            Set(tags.all.map(\.name).filter { name in !allowed.contains { name.isOrIsIn($0) } })
        }
        let known = KnownNames((allowed ?? []).map(\.spelling))
        let twins = Self.twins(tags)
        guard unknown?.isEmpty == false || !twins.isEmpty else { return }
        for note in notes {
            for tag in note.tags {
                let range = note.range(of: tag)
                if unknown?.contains(tag) == true {
                    let nearest = known.nearest(to: tag.spelling)
                    diagnostics.append(
                        Diagnostic(
                            .unknownTag, "#\(tag) is not a tag of this site", at: note.path, range,
                            hint: String(
                                didYouMean: nearest.map { "#\($0)" },
                                otherwise:
                                    "use one of those below `allowed:` in the configuration, or add it there")
                        ))
                } else if let twin = twins[tag] {
                    let isRarer = tags.count(of: tag) < tags.count(of: twin)
                    diagnostics.append(
                        Diagnostic(
                            .similarTags,
                            "#\(tag) is nearly #\(twin), which \(isRarer ? "more notes have" : "is a tag too")",
                            at: note.path, range, hint: "write #\(twin)",
                            // A note that has both is to lose one, which is more than another spelling.
                            fix: note.tags.contains(twin) ? nil : note.fix(tag, at: range, twin)))
                }
            }
        }
    }

    /// For each tag that differs from a more frequent one in hyphens or a plural's s alone that one.
    private static func twins(_ tags: Tags) -> [TagName: TagName] {
        let groups = Dictionary(grouping: tags.all, by: { fold($0.name) })
        var twins: [TagName: TagName] = [:]
        for group in groups.values where group.count > 1 {
            // Of equally frequent ones the first by name.
            guard let main = group.max(by: { ($0.notes.count, $1.name.key) < ($1.notes.count, $0.name.key) })
            else { continue }
            for tag in group where tag.name != main.name { twins[tag.name] = main.name }
        }
        return twins
    }

    /// What tags that mean the same have in common. Of short words an s at the end is part of the name, as in `aws`.
    private static func fold(_ tag: TagName) -> String {
        tag.key.split(separator: "/", omittingEmptySubsequences: false).map { component in
            let letters = component.filter { $0 != "-" && $0 != "_" }
            let isPlural = letters.count > 4 && letters.last == "s" && letters.dropLast().last != "s"
            return isPlural ? String(letters.dropLast()) : letters
        }.joined(separator: "/")
    }
}

extension Tags {
    fileprivate func count(of name: TagName) -> Int { index(of: name).map { all[$0].notes.count } ?? 0 }
}

extension Note {
    /// Where a tag is first written: in the text, else in the front matter.
    fileprivate func range(of tag: TagName) -> SourceRange {
        references.first { $0.kind == .tag && TagName($0.target) == tag }?.range
            ?? frontMatter.tagRanges[tag] ?? .file
    }

    /// Another tag in its place, where the place holds just the tag.
    fileprivate func fix(_ tag: TagName, at range: SourceRange, _ other: TagName) -> Diagnostic.Fix? {
        switch source.text(in: range) {
        case tag.spelling: Diagnostic.Fix(range, other.spelling)
        case "#" + tag.spelling: Diagnostic.Fix(range, "#" + other.spelling)
        default: nil
        }
    }
}
