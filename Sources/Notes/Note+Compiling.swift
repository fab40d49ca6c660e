import Diagnostics
package import Localisation
package import Markdown

extension Note {
    /// Compiles a source. Any bytes give a note; what is wrong with them is in its diagnostics.
    package convenience init(compiling source: Source, options: CompileOptions = CompileOptions()) {
        let text = SourceText(source.bytes)
        var diagnostics = Self.diagnostics(for: text, at: source.path)
        var frontMatter = FrontMatter()
        var firstBodyLine = 1
        switch FrontMatterBlock.find(in: text) {
        case .none: break
        case .unclosed:
            frontMatter.isDraft = FrontMatterReader.mayWithhold(String(decoding: text.bytes, as: UTF8.self))
            diagnostics.append(
                Diagnostic(
                    .badFrontMatter, "front matter is not closed", at: source.path,
                    hint: "put a line `---` after the last key"))
        case .block(let block):
            let reader = FrontMatterReader(reading: block, of: text, at: source.path)
            frontMatter = reader.frontMatter
            diagnostics += reader.diagnostics
            firstBodyLine = block.firstBodyLine
        }
        let tree = Tree(parsing: text, fromLine: firstBodyLine, dialect: .waymark, html: options.html)
        diagnostics += Self.diagnostics(for: tree, source, at: source.path)
        let draft = Draft(
            tree, frontMatter: frontMatter, stem: Self.name(of: source.path, options.wording), source: text,
            wording: options.wording)
        diagnostics += Self.diagnostics(for: tree.problems + draft.problems, of: text, at: source.path)
        diagnostics += draft.modelProblems.map { problem in
            Diagnostic(
                problem.rule, problem.message, at: source.path,
                SourceRange(start: Self.beginning(of: problem.line, in: text)), hint: problem.hint)
        }

        diagnostics += NoteChecks(tree, draft, frontMatter, of: text, at: source.path).diagnostics
        diagnostics += CodeChecks(tree, of: text, at: source.path).diagnostics

        self.init(
            path: source.path, frontMatter: frontMatter, title: draft.title, titleHeading: draft.titleHeading,
            tags: draft.tags, headings: draft.headings, references: draft.references,
            comparisons: draft.comparisons, decisions: draft.decisions, diagrams: draft.diagrams,
            body: draft.body, text: draft.text, summary: frontMatter.description ?? draft.text.summary(),
            source: text, firstBodyLine: firstBodyLine, comments: tree.comments, allowances: draft.allowances,
            diagnostics: diagnostics)
    }

    /// What a note is called that has neither a title nor a heading: as its file, or as the folder whose page it is.
    private static func name(of path: SourcePath, _ wording: Wording) -> String {
        guard path.folderPageRank != nil else { return String(path.stem) }
        return path.folder.split(separator: "/").last.map { SourcePath.title(ofName: $0) }
            ?? wording.frame.home
    }

    /// The first character of a line that is no space.
    private static func beginning(of line: Int, in text: SourceText) -> SourcePosition {
        let bytes = text.bytes[text.range(ofLine: line)]
        let start =
            bytes.firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } ?? bytes.startIndex
        return SourcePosition(line: max(1, line), column: 1 + start - bytes.startIndex)
    }

    private static func diagnostics(
        for problems: [Tree.Problem], of text: SourceText, at path: SourcePath
    ) -> [Diagnostic] {
        guard !problems.isEmpty else { return [] }
        var finder = PlaceFinder(text)
        return problems.map { problem in
            // A problem of a whole block knows only its line.
            let range =
                problem.offset < 0
                ? SourceRange(start: SourcePosition(line: -problem.offset, column: 1))
                : finder.range(at: problem.offset, count: problem.count)
            let (rule, hint) = problem.kind.rule
            return Diagnostic(rule, problem.message, at: path, range, hint: hint)
        }
    }

    /// The most bytes and levels of nesting that browsers take without trouble. Chromium and Firefox cut elements at 512
    /// levels, WebKit likewise; a page adds some of its own.
    private static let limits = (bytes: 5_000_000, levels: 400)

    private static func diagnostics(for tree: Tree, _ source: Source, at path: SourcePath) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        if source.bytes.count > limits.bytes {
            diagnostics.append(
                Diagnostic(
                    .hugeNote, "the note has \(source.bytes.count / 1_000_000) MB", at: path,
                    hint: "part it into several notes"))
        }
        if tree.depth.levels > limits.levels {
            diagnostics.append(
                Diagnostic(
                    .deepNesting, "quotes, lists or emphasis are nested \(tree.depth.levels) levels deep",
                    at: path,
                    SourceRange(start: SourcePosition(line: tree.depth.line, column: 1)),
                    hint: "escape the marks if they are not meant as markup"))
        }
        return diagnostics
    }

    private static func diagnostics(for text: SourceText, at path: SourcePath) -> [Diagnostic] {
        func report(_ kind: SourceText.Repair.Kind, _ rule: Rule, _ what: String, _ hint: String)
            -> Diagnostic?
        {
            let repairs = text.repairs.filter { $0.kind == kind }
            guard let first = repairs.first else { return nil }
            let more = repairs.count > 1 ? ", and \(repairs.count - 1) more" : ""
            return Diagnostic(
                rule, what + more, at: path, SourceRange(start: text.position(at: first.offset)), hint: hint)
        }
        return [
            report(.invalidUTF8, .invalidUTF8, "this byte is not UTF-8", "save the file as UTF-8"),
            report(.controlCharacter, .controlCharacter, "this is a control character", "remove it"),
        ].compactMap { $0 }
    }
}

/// What compiling a note depends on besides the note.
package struct CompileOptions: Sendable, Hashable {
    package let html: RawHTML
    /// The language in which footnotes, tasks and callouts are named.
    package let wording: Wording

    package init(html: RawHTML = .safe, wording: Wording = .english) {
        self.html = html
        self.wording = wording
    }
}

extension Tree.Problem.Kind {
    fileprivate var rule: (Rule, hint: String) {
        switch self {
        case .rawHTML:
            (.rawHTML, "`html: trusted` in the configuration lets all HTML through")
        case .unknownElement:
            (
                .rawHTML,
                "put it into backticks if it is text; `html: trusted` in the configuration lets all HTML through"
            )
        case .unsafeLink: (.unsafeLink, "readers see the link's text alone")
        case .math: (.unsupportedMath, "readers see the formula's source")
        case .undefinedFootnote: (.undefinedFootnote, "write `[^label]: text` on a line of its own")
        case .unusedFootnote: (.unusedFootnote, "readers do not see it")
        case .diagram: (.unsupportedDiagram, "readers see the diagram's source")
        }
    }
}
