import Diagnostics
import Markdown
import Writers

/// What a note owes its readers, as far as the note alone tells: a text, headings in order, texts for images.
struct NoteChecks {
    private(set) var diagnostics: [Diagnostic] = []
    private let path: SourcePath

    init(
        _ tree: Tree, _ draft: Draft, _ frontMatter: FrontMatter, of source: SourceText, at path: SourcePath
    ) {
        self.path = path
        if draft.body.html.isBlank, draft.body.slots.isEmpty, !frontMatter.isDraft {
            report(.emptyNote, "the note says nothing", hint: "write it, make it a draft, or remove it")
        }
        checkHeadings(tree, draft)
        checkImages(tree, source)
    }

    private mutating func report(_ rule: Rule, _ message: String, _ range: SourceRange = .file, hint: String)
    {
        diagnostics.append(Diagnostic(rule, message, at: path, range, hint: hint))
    }

    /// Headings in quotes and lists are somebody else's outline. Above the first one stands the title.
    private mutating func checkHeadings(_ tree: Tree, _ draft: Draft) {
        guard !draft.headings.isEmpty else { return }
        let blocks = Set(tree.children(of: 0))
        var level = 1
        for heading in draft.headings where blocks.contains(heading.node) {
            if heading.level > level + 1 {
                report(
                    .headingSkipsLevel, "a heading of level \(heading.level) follows one of level \(level)",
                    SourceRange(start: SourcePosition(line: heading.line, column: 1), length: heading.level),
                    hint: "write \(String(repeating: "#", count: level + 1)), or put a heading above it")
            }
            level = heading.level
        }
    }

    private mutating func checkImages(_ tree: Tree, _ source: SourceText) {
        var finder = PlaceFinder(source)
        for link in tree.links where link.kind == .image && link.text.allSatisfy(\.isWhitespace) {
            guard LinkScheme.isExternal(link.destination) || SourcePath(link.destination).media == .image
            else {
                continue
            }
            report(
                .missingAltText, "the image \(link.destination) has no text",
                finder.range(at: link.offset, count: link.count),
                hint: "write what it shows, as in `![the flow of a token](flow.svg)`")
        }
    }
}

extension Markup {
    /// Whether it shows nothing.
    fileprivate var isBlank: Bool {
        bytes.allSatisfy { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: " ") }
    }
}
