package import Diagnostics
package import Linking
import Markdown
import Mustache
import Notes

/// Finds what is wrong with the templates of a site. Nothing is built with one that is broken: a field that is silently
/// empty is how themes rot.
package struct PartialChecks {
    package private(set) var diagnostics: [Diagnostic] = []
    private let folder: String
    private let sources: [Partial: [UInt8]]

    /// - Parameter folder: where the templates are, for diagnostics.
    package init(_ sources: [Partial: [UInt8]], in folder: String) {
        self.folder = folder
        self.sources = sources
        for partial in Partial.allCases {
            guard let bytes = sources[partial] else { continue }
            let text = SourceText(bytes)
            let before = diagnostics.count
            check(PartialTag.all(in: text.bytes), partial, text)
            checkMarkup(partial, text)
            if diagnostics.count == before { parse(partial, text) }
        }
    }

    mutating func report(
        _ message: String, _ partial: Partial, _ text: SourceText, at range: Range<Int>, hint: String
    ) {
        diagnostics.append(
            Diagnostic(
                .badPartial, message, at: partial.path(in: folder), Self.place(of: range, in: text),
                hint: hint))
    }

    /// What of a stretch stands on its first line.
    static func place(of range: Range<Int>, in text: SourceText) -> SourceRange {
        let count = String(decoding: text.bytes[range], as: UTF8.self).unicodeScalars
            .prefix { $0 != "\n" && $0 != "\r" }.count
        return SourceRange(start: text.position(at: range.lowerBound), length: count)
    }

    /// What only the parser itself finds.
    private mutating func parse(_ partial: Partial, _ text: SourceText) {
        do {
            _ = try MustacheTemplate(string: String(decoding: text.bytes, as: UTF8.self))
        } catch {
            let place = (error as? MustacheTemplate.ParserError)?.context
            diagnostics.append(
                Diagnostic(
                    .badPartial, "this is no Mustache template",
                    at: partial.path(in: folder),
                    SourceRange(
                        start: SourcePosition(
                            line: max(1, place?.lineNumber ?? 1), column: max(1, place?.columnNumber ?? 1))),
                    hint: "tags are written `{{site.title}}`, `{{#page.tags}}` and `{{/page.tags}}`"))
        }
    }

    // MARK: Tags

    /// What the sections around a tag bring.
    private struct Scope {
        /// The list of tags.
        let isInList: Bool
        /// A key of front matter.
        let isInKey: Bool

        init(_ open: [PartialTag]) {
            let sections = open.filter { $0.kind == .section }
            isInList = sections.contains { $0.name == PartialFields.list }
            isInKey = sections.contains { PartialFields.key(of: $0.name) != nil }
        }

        var fields: [String] {
            PartialFields.names + (isInList ? PartialFields.elementNames : [])
                + (isInKey ? [PartialFields.item] : [])
        }

        var sections: [String] {
            fields + [PartialFields.list] + (isInList || isInKey ? PartialFields.placeNames : [])
        }
    }

    private mutating func check(_ tags: [PartialTag], _ partial: Partial, _ text: SourceText) {
        var open: [PartialTag] = []
        for tag in tags {
            guard tag.isClosed else {
                report(
                    "this tag has no end", partial, text, at: tag.range, hint: "close it with `}}`")
                return
            }
            switch tag.kind {
            case .comment: break
            case .variable:
                if tag.name == PartialFields.list {
                    report(
                        "`\(tag.name)` is a list", partial, text, at: tag.range,
                        hint: "write `{{#page.tags}}{{name}}{{/page.tags}}`")
                } else {
                    checkField(tag, among: Scope(open).fields, partial, text)
                }
            case .section, .inverted:
                checkField(tag, among: Scope(open).sections, partial, text)
                open.append(tag)
            case .end:
                guard let last = open.popLast(), last.name == tag.name else {
                    report(
                        "no section `\(tag.name)` is open here", partial, text, at: tag.range,
                        hint: "sections end in the reverse order of their beginnings")
                    return
                }
            case .partial: checkInclusion(tag, partial, text)
            case .unescaped:
                report(
                    "`\(tag.name)` would stand in the page unescaped", partial, text, at: tag.range,
                    hint: "write `{{\(tag.name)}}`: every field is text")
            case .delimiters, .parent, .block, .pragma:
                report(
                    "this kind of tag is not offered", partial, text, at: tag.range,
                    hint: "there are fields, sections, comments and `{{> footer}}`")
            }
        }
        for tag in open {
            report(
                "the section `\(tag.name)` is not closed", partial, text, at: tag.range,
                hint: "end it with `{{/\(tag.name)}}`")
        }
    }

    private mutating func checkField(
        _ tag: PartialTag, among known: [String], _ partial: Partial, _ text: SourceText
    ) {
        guard !known.contains(tag.name) else { return }
        let all = PartialFields.names + [PartialFields.list]
        let list = "the fields are \(all.joined(separator: ", ")), and `\(PartialFields.keys)` with a key"
        if let key = PartialFields.key(of: tag.name) {
            let name = FrontMatter.name(of: key)
            guard FrontMatter.keys.contains(name) else { return }
            report(
                "Waymark itself reads the key `\(key)`", partial, text, at: tag.range,
                hint: all.contains("page.\(name)") ? "its field is `page.\(name)`" : list)
            return
        }
        // Who writes `title` means the page's or the site's, and only who writes it knows which.
        let nearest = KnownNames(known).nearest(to: tag.name)
        // Who writes `page.team` means a key.
        let key =
            tag.name.hasPrefix("page.")
            ? PartialFields.key(of: PartialFields.keys + tag.name.dropFirst(5)) : nil
        report(
            "there is no field `\(tag.name)`", partial, text, at: tag.range,
            hint: String(
                didYouMean: nearest.map { "`\($0)`" },
                otherwise: key.map { "a key of front matter is `\(PartialFields.keys)\($0)`" } ?? list))
    }

    /// A template may show another of the five, but not itself, also not by way of others.
    private mutating func checkInclusion(_ tag: PartialTag, _ partial: Partial, _ text: SourceText) {
        guard let other = Partial(rawValue: tag.name), sources[other] != nil else {
            let there = Partial.allCases.filter { sources[$0] != nil }.map(\.rawValue)
            report(
                "there is no partial `\(tag.name)`", partial, text, at: tag.range,
                hint: String(
                    didYouMean: KnownNames(there).nearest(to: tag.name).map { "`\($0)`" },
                    otherwise: "there are \(there.joined(separator: ", "))"))
            return
        }
        if reaches(partial, from: other) {
            report(
                "`\(partial.rawValue)` would show itself", partial, text, at: tag.range,
                hint: "take this tag out")
        }
    }

    private func reaches(_ goal: Partial, from start: Partial) -> Bool {
        var seen: Set<Partial> = []
        var pending = [start]
        while let next = pending.popLast() {
            if next == goal { return true }
            guard seen.insert(next).inserted, let bytes = sources[next] else { continue }
            pending += PartialTag.all(in: bytes).filter { $0.kind == .partial }
                .compactMap { Partial(rawValue: $0.name) }
        }
        return false
    }
}

extension Partial {
    /// The template's file, for diagnostics.
    package func path(in folder: String) -> SourcePath { SourcePath("\(folder)/\(fileName)") }
}
