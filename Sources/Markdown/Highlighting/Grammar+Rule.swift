extension Grammar {
    /// Where a rule may begin.
    enum Place: UInt8, Sendable {
        case anywhere
        /// At the start of a line or after a blank.
        case afterBlank
        /// With nothing but blanks before it on its line.
        case firstOnLine
        /// In the first column.
        case lineStart
        /// At the very start of the code.
        case textStart
        /// Where a value may begin, judged by what stands before: a slash here is no division.
        case operand
    }

    /// One thing that a language can say. Rules are tried in order where their first byte occurs.
    enum Rule: Sendable {
        /// From the opener to the end of the line: a comment.
        case line(StaticString, TokenKind, at: Place = .anywhere)
        /// A fixed text.
        case token(StaticString, TokenKind, at: Place = .anywhere)
        /// A sign and a name: `@name`, `$name`, `--name`. With `closing`, that byte must follow and belongs to it.
        case name(
            after: StaticString, TokenKind, of: ByteSet = .name, closing: UInt8? = nil, at: Place = .anywhere)
        /// Bare names, in modes without a table of words.
        case bare(TokenKind, of: ByteSet = .name)
        /// A backslash and what it escapes; in a fenced region the fence stands between the two.
        case escape(StaticString)
        /// A character in quotes, where a lone quote means something else.
        case character(StaticString, TokenKind)
        case region(Region)
        /// The text before the first byte of `until`, unless one of `unless` comes first; only at the start of lines.
        case key(TokenKind, until: ByteSet, unless: ByteSet)
        /// An opener and a word; the lines after it up to that word alone are text.
        case heredoc(StaticString, Mode)
        /// A line that is only the opener, and after it code in another language.
        case embed(StaticString, TokenKind, Embedding, at: Place)
        /// A fenced code block of CommonMark, with the language that it names.
        case fence(StaticString)
        /// A block scalar of YAML: the lines after it that are indented deeper.
        case block(StaticString, Mode)
        /// A plain scalar of YAML, or the key of a mapping.
        case scalar(inFlow: Bool)
        /// A statement of CSS: a selector where `{` ends it, otherwise a declaration.
        case statement(selector: Mode, declaration: Mode)
        /// The prompt of a shell at the start of a line, and after it a command.
        case prompt(Language)
    }

    /// What stands between two delimiters.
    struct Region: Sendable {
        let open: StaticString
        /// Empty for a region that ends with its line.
        let close: StaticString
        /// The kind of the delimiters; that of what is between them is the mode's.
        let kind: TokenKind
        let place: Place
        /// Whether it goes on over the end of a line; otherwise that ends it, and all regions in it.
        let spansLines: Bool
        /// A text that opens one more level, which takes one more `close`.
        let nests: StaticString?
        let inside: Inside
        let fence: Fence
        /// What must follow the opener.
        let next: ByteSet
        /// Whether the opener goes on with a name.
        let takesName: Bool
        let ignoresCase: Bool
        /// Whether it only counts where the line has its end too.
        let mustClose: Bool
        /// What it is where a colon follows: a key.
        let key: TokenKind?
        /// The code after it.
        let then: Embedding?

        init(
            _ open: StaticString, _ close: StaticString, _ kind: TokenKind, at place: Place = .anywhere,
            spansLines: Bool = false, nests: StaticString? = nil, inside: Inside? = nil, fence: Fence = .none,
            next: ByteSet = .all, takesName: Bool = false, ignoresCase: Bool = false, mustClose: Bool = false,
            key: TokenKind? = nil, then: Embedding? = nil
        ) {
            self.open = open
            self.close = close
            self.kind = kind
            self.place = place
            self.spansLines = spansLines
            self.nests = nests
            self.inside = inside ?? .mode(Mode(kind))
            self.fence = fence
            self.next = next
            self.takesName = takesName
            self.ignoresCase = ignoresCase
            self.mustClose = mustClose
            self.key = key
            self.then = then
        }

        /// A region whose inside is of the same kind, but for what `rules` find.
        init(
            _ open: StaticString, _ close: StaticString, _ kind: TokenKind, at place: Place = .anywhere,
            spansLines: Bool = false, fence: Fence = .none, mustClose: Bool = false, key: TokenKind? = nil,
            rules: [Rule]
        ) {
            self.init(
                open, close, kind, at: place, spansLines: spansLines, inside: .mode(Mode(kind, rules: rules)),
                fence: fence, mustClose: mustClose, key: key)
        }
    }

    enum Inside: Sendable {
        case mode(Mode)
        /// The language itself: an interpolation.
        case ground
    }

    /// What the opener of a region has of its own, and its end must have too.
    enum Fence: Sendable {
        case none
        /// A run of a byte before the opener and after the end, at least one: `#"…"#`.
        case around(UInt8)
        /// More bytes of the same kind after the opener and after the end: Markdown's code spans.
        case run(UInt8)
        /// Up to 16 bytes and `(` after the opener, `)` and the same bytes before the end: C++'s raw strings.
        case delimiter
    }

    /// Code in another language, up to a text in any letter case or a line that is just that text.
    struct Embedding: Sendable {
        let language: Language
        let until: StaticString
        let isWholeLine: Bool

        init(_ language: Language, until: StaticString, isWholeLine: Bool = false) {
            self.language = language
            self.until = until
            self.isWholeLine = isWholeLine
        }
    }
}
