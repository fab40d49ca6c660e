/// How the code of one language falls into tokens.
///
/// A grammar is written as a `Mode` of rules and held as flat tables, so that one look at a byte tells what may begin
/// there. Nothing in it changes after it is made.
struct Grammar: Sendable {
    /// For each row of 256 bytes what a byte is when no rule takes it, and whether a rule may begin with it.
    let classes: [UInt8]
    /// For each row of 256 bytes whether a name goes on with it.
    let nameBytes: [Bool]
    /// For each row of 256 bytes where its rules begin in `candidates`.
    let starts: [UInt16]
    /// Numbers of matchers; `UInt16.max` ends a list.
    let candidates: [UInt16]
    let matchers: [Matcher]
    let regions: [Enclosure]
    let modes: [ModeEntry]
    let follows: [Follow]
    let groups: [WordGroup]
    let words: WordTable

    init(_ ground: Mode) {
        var compiler = GrammarCompiler()
        compiler.compile(ground)
        classes = compiler.classes
        nameBytes = compiler.nameBytes
        starts = compiler.starts
        candidates = compiler.candidates
        matchers = compiler.matchers
        regions = compiler.regions
        modes = compiler.modes
        follows = compiler.follows
        groups = compiler.groups
        words = WordTable(compiler.words)
    }

    /// What a byte is when no rule takes it.
    enum ByteClass {
        static let plain: UInt8 = 0
        static let newline: UInt8 = 1
        static let name: UInt8 = 2
        static let digit: UInt8 = 3
        /// A statement begins after it.
        static let head: UInt8 = 4
        /// Added where a rule may begin.
        static let hasRules: UInt8 = 0x80
    }

    /// A rule in flat form.
    struct Matcher: Sendable {
        let action: Action
        var open: StaticString = ""
        var kind: TokenKind = .plain
        var place: Place = .anywhere
        var set = ByteSet()
        var unless = ByteSet()
        var closing: UInt8 = 0
        /// The number of a region or of a mode.
        var target = 0
        /// The number of a second mode.
        var other = 0
        var then: Embedding?
    }

    enum Action: UInt8, Sendable {
        case line, token, name, bare, escape, character, region, close, nest, key, heredoc, fence, block,
            scalar
        case flowScalar, statement, prompt, embed
    }

    /// A region in flat form.
    struct Enclosure: Sendable {
        let open: StaticString
        let close: StaticString
        let kind: TokenKind
        let place: Place
        let spansLines: Bool
        let fence: Fence
        let next: ByteSet
        let takesName: Bool
        let ignoresCase: Bool
        /// For a region that must close on its line, its number among these.
        let closeSlot: Int?
        let key: TokenKind?
        let then: Embedding?
        var mode = 0
    }

    /// A mode in flat form.
    struct ModeEntry: Sendable {
        let kind: TokenKind
        let hasNames: Bool
        let nameKind: TokenKind
        let capitalised: TokenKind?
        let capitals: TokenKind?
        let hasMembers: Bool
        let ignoresCase: Bool
        let follows: Range<Int>
        let head: TokenKind?
        let headAfterLine: Bool
        let numbers: Numbers
        /// Told apart in the table of words: modes that share their words share it.
        let vocabulary: UInt8
    }

    struct WordGroup: Sendable {
        let kind: TokenKind
        var then: TokenKind?
        var keepsHead = false
        var isHead = false
        /// The regions that these words are a prefix of.
        var prefixes = 0..<0
    }
}
