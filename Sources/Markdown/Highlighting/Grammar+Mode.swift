extension Grammar {
    /// What can stand at one level of a language: in its code, in one of its strings, in a tag.
    struct Mode: Sendable {
        /// The kind of all that no rule takes.
        let kind: TokenKind
        let names: Names?
        let words: [Words]
        let numbers: Numbers?
        let rules: [Rule]

        init(
            _ kind: TokenKind = .plain, names: Names? = nil, words: [Words] = [], numbers: Numbers? = nil,
            rules: [Rule] = []
        ) {
            self.kind = kind
            self.names = names
            self.words = words
            self.numbers = numbers
            self.rules = rules
        }
    }

    /// Names that the language itself knows.
    struct Words: Sendable {
        let kind: TokenKind
        /// The names with blanks between them; in lower case where case does not matter.
        let list: StaticString
        /// What the name after one of these is.
        let then: Then
        /// Whether they only count as the first word of a statement.
        let isHead: Bool

        init(_ kind: TokenKind, _ list: StaticString, then: Then = .anything, isHead: Bool = false) {
            self.kind = kind
            self.list = list
            self.then = then
            self.isHead = isHead
        }
    }

    enum Then: Sendable {
        case anything
        case name(TokenKind)
        /// The first word of a statement again.
        case head
    }

    /// How names are made and what they are by their shape and by what follows them.
    struct Names: Sendable {
        let start: ByteSet
        let rest: ByteSet
        let kind: TokenKind
        /// The kind of names that begin with a capital letter.
        let capitalised: TokenKind?
        /// The kind of names without a small letter, of two letters or more.
        let capitals: TokenKind?
        let ignoresCase: Bool
        /// Whether a dot before a name takes its meaning as a word away.
        let hasMembers: Bool
        let follows: [Follow]
        let head: Head?
        let prefixes: [Prefix]

        init(
            start: ByteSet = .nameStart, rest: ByteSet = .name, _ kind: TokenKind = .plain,
            capitalised: TokenKind? = nil, capitals: TokenKind? = nil, ignoresCase: Bool = false,
            hasMembers: Bool = false, follows: [Follow] = [], head: Head? = nil, prefixes: [Prefix] = []
        ) {
            self.start = start
            self.rest = rest
            self.kind = kind
            self.capitalised = capitalised
            self.capitals = capitals
            self.ignoresCase = ignoresCase
            self.hasMembers = hasMembers
            self.follows = follows
            self.head = head
            self.prefixes = prefixes
        }
    }

    /// What a name is because of the text after it.
    struct Follow: Sendable {
        let text: StaticString
        let kind: TokenKind
        /// Whether blanks may stand between.
        let skipsBlanks: Bool
        /// A byte that must not come next.
        let unless: UInt8?
        let isHead: Bool

        init(
            _ text: StaticString, _ kind: TokenKind, skipsBlanks: Bool = false, unless: UInt8? = nil,
            isHead: Bool = false
        ) {
            self.text = text
            self.kind = kind
            self.skipsBlanks = skipsBlanks
            self.unless = unless
            self.isHead = isHead
        }
    }

    /// The first word of a statement: a command, a directive.
    struct Head: Sendable {
        let kind: TokenKind
        /// Bytes after which a statement begins.
        let after: ByteSet
        let afterLine: Bool
    }

    /// Names that belong to a string when its quote follows at once: `rb"…"`.
    struct Prefix: Sendable {
        let list: StaticString
        let regions: [Region]
    }

    /// What numbers hold besides digits, letters, `_` and a point.
    enum Numbers: UInt8, Sendable {
        case plain
        /// Apostrophes between digits, as in C++14 and C23.
        case apostrophes
        /// A percent sign at the end.
        case percent
        /// The dates and times of RFC 3339.
        case dates
        /// A number is a word of digits and nothing else.
        case words
    }
}
