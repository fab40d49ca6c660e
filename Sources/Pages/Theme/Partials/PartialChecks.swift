package import Diagnostics
package import Linking
import Markdown
import Mustache

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
        let count = String(decoding: text.bytes[range], as: UTF8.self).unicodeScalars
            .prefix { $0 != "\n" && $0 != "\r" }.count
        diagnostics.append(
            Diagnostic(
                .badPartial, message, at: SourcePath("\(folder)/\(partial.fileName)"),
                SourceRange(start: text.position(at: range.lowerBound), length: count), hint: hint))
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
                    at: SourcePath("\(folder)/\(partial.fileName)"),
                    SourceRange(
                        start: SourcePosition(
                            line: max(1, place?.lineNumber ?? 1), column: max(1, place?.columnNumber ?? 1))),
                    hint: "tags are written `{{site.title}}`, `{{#page.tags}}` and `{{/page.tags}}`"))
        }
    }

    // MARK: Tags

    private mutating func check(_ tags: [PartialTag], _ partial: Partial, _ text: SourceText) {
        var open: [PartialTag] = []
        for tag in tags {
            func isInList() -> Bool { open.contains { $0.name == PartialFields.list && $0.kind == .section } }
            guard tag.isClosed else {
                report(
                    "this tag has no end", partial, text, at: tag.range, hint: "close it with `}}`")
                return
            }
            switch tag.kind {
            case .comment: break
            case .variable: checkVariable(tag, isInList: isInList(), partial, text)
            case .section, .inverted:
                checkSection(tag, isInList: isInList(), partial, text)
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

    private mutating func checkVariable(
        _ tag: PartialTag, isInList: Bool, _ partial: Partial, _ text: SourceText
    ) {
        if tag.name == PartialFields.list {
            report(
                "`\(tag.name)` is a list", partial, text, at: tag.range,
                hint: "write `{{#page.tags}}{{name}}{{/page.tags}}`")
            return
        }
        let known = PartialFields.names + (isInList ? PartialFields.elementNames : [])
        if !known.contains(tag.name) { reportUnknown(tag, known, partial, text) }
    }

    private mutating func checkSection(
        _ tag: PartialTag, isInList: Bool, _ partial: Partial, _ text: SourceText
    ) {
        let known =
            PartialFields.names + [PartialFields.list]
            + (isInList ? PartialFields.elementNames + PartialFields.placeNames : [])
        if !known.contains(tag.name) { reportUnknown(tag, known, partial, text) }
    }

    private mutating func reportUnknown(
        _ tag: PartialTag, _ known: [String], _ partial: Partial, _ text: SourceText
    ) {
        // Who writes `title` means the page's or the site's, and only who writes it knows which.
        let nearest = KnownNames(known).nearest(to: tag.name)
        report(
            "there is no field `\(tag.name)`", partial, text, at: tag.range,
            hint: String(
                didYouMean: nearest.map { "`\($0)`" },
                otherwise:
                    "the fields are \((PartialFields.names + [PartialFields.list]).joined(separator: ", "))"))
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
