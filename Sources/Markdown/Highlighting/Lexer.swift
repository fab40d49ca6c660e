/// Splits code into runs of one kind each.
///
/// Whatever the code, the time is linear in its length: a rule that does not match has looked at a bounded number of
/// bytes or at bytes that no rule looks at again, and what stands in one another is followed to a fixed depth. Nothing
/// fails: a region without an end goes to the end of its line or of the code.
struct Lexer {
    let code: UnsafeBufferPointer<UInt8>
    var grammar: Grammar
    /// The innermost open region, and those around it.
    var frame: Frame
    var outer: [Frame] = []
    var position = 0
    /// The end of the last run.
    var written = 0
    var runs: [TokenRun] = []
    var lineStart = 0
    /// The first byte of the line that is no blank; nil until someone asks.
    var ink: Int?
    /// For each language and each region that must close on its line: up to where it is known not to.
    var unclosed: [Int] = []
    #if DEBUG
        /// How many bytes were looked at, some of them more than once.
        var steps = 0
    #endif

    /// Regions in regions are followed so deep; deeper ones are text.
    static let maximumDepth = 16

    /// What is open at one level.
    struct Frame {
        var language: Language
        /// The mode's number, and its row in the tables.
        var mode = 0
        var row: Int { mode << 8 }
        var base: TokenKind
        /// The end of the code that it may look at.
        var limit: Int
        /// The region's number; nil for a whole language or lines that belong to an opener.
        var region: Int?
        /// What its end must repeat of its opener.
        var fence = 0..<0
        /// How many openers more than ends there were in it.
        var depth = 0
        /// Whether the end of a line ends it.
        var isLineBound = false
        /// The first run that belongs to it.
        var firstRun = 0
        /// The end of what stands at `limit` and belongs to it, of kind `meta`; 0 where there is nothing.
        var tail = 0
        /// Whether a statement begins here.
        var isHead = true
        /// What the name one blank after `pendingStart` is.
        var pending: TokenKind?
        var pendingStart = 0
        /// Where a word that is no value ended last.
        var keywordEnd = -1
        var heredoc: Heredoc?
    }

    /// The lines that follow the line of a heredoc's opener.
    struct Heredoc {
        let word: Range<Int>
        let isIndented: Bool
        let mode: Int
    }

    init(_ code: UnsafeBufferPointer<UInt8>, as language: Language) {
        self.code = code
        grammar = language.grammar
        frame = Frame(language: language, base: .plain, limit: code.count)
        frame.base = grammar.modes[0].kind
        runs.reserveCapacity(code.count / 4)
    }

    /// The runs of a code, without gaps and to its end.
    static func runs(of code: UnsafeBufferPointer<UInt8>, as language: Language) -> [TokenRun] {
        var lexer = Lexer(code, as: language)
        lexer.run()
        return lexer.runs
    }

    mutating func run() {
        while true {
            guard position < frame.limit else {
                guard !outer.isEmpty else { break }
                leaveAtLimit()
                continue
            }
            step()
        }
        flush(to: code.count)
    }

    @inline(__always)
    private mutating func step() {
        count(1)
        let byte = code[position]
        let cell = frame.row + Int(byte)
        let kind = grammar.classes[cell]
        if kind == Grammar.ByteClass.plain {
            position += 1
            return
        }
        if kind & Grammar.ByteClass.hasRules != 0 {
            var index = Int(grammar.starts[cell])
            while grammar.candidates[index] != .max {
                if apply(Int(grammar.candidates[index])) { return }
                index += 1
            }
        }
        switch kind & ~Grammar.ByteClass.hasRules {
        case Grammar.ByteClass.newline: endLine()
        case Grammar.ByteClass.name: takeName()
        case Grammar.ByteClass.digit: takeNumber()
        case Grammar.ByteClass.head:
            frame.isHead = true
            position += 1
        default: position += 1
        }
    }

    /// Counts bytes looked at, for tests.
    @inline(__always)
    mutating func count(_ bytes: Int) {
        #if DEBUG
            steps += bytes
        #endif
    }

    // MARK: Looking

    /// The byte at a place, or 0 at the end of what may be looked at.
    @inline(__always)
    func byte(_ index: Int) -> UInt8 { index < frame.limit ? code[index] : 0 }

    func isLineEnd(_ index: Int) -> Bool { index >= frame.limit || code[index] == UInt8(ascii: "\n") }

    func isBlank(_ index: Int) -> Bool { ByteSet.blanks.contains(byte(index)) }

    /// Whether a text stands at a place.
    @inline(__always)
    func matches(_ text: StaticString, at index: Int, ignoringCase: Bool = false) -> Bool {
        let length = text.utf8CodeUnitCount
        guard index + length <= frame.limit else { return false }
        let start = text.utf8Start
        for offset in 0..<length {
            let byte = code[index + offset]
            if byte == start[offset] { continue }
            guard ignoringCase, ByteSet.letters.contains(byte), byte | 0x20 == start[offset] else {
                return false
            }
        }
        return true
    }

    /// The next newline, or the end of what may be looked at.
    mutating func lineEnd(from index: Int) -> Int {
        var index = index
        while index < frame.limit, code[index] != UInt8(ascii: "\n") { index += 1 }
        return index
    }

    /// Spaces and tabs skipped.
    mutating func skipBlanks(from index: Int) -> Int {
        var index = index
        while byte(index) == UInt8(ascii: " ") || byte(index) == UInt8(ascii: "\t") {
            count(1)
            index += 1
        }
        return index
    }

    /// The first byte of this line that is no blank.
    mutating func firstInk() -> Int {
        if let ink { return ink }
        let found = skipBlanks(from: lineStart)
        ink = found
        return found
    }

    // MARK: Runs

    /// Makes what was passed over a run of the open region's kind.
    @inline(__always)
    mutating func flush(to end: Int) {
        guard end > written else { return }
        runs.append(TokenRun(end: end, kind: frame.base))
        written = end
    }

    /// Makes what lies between the position and `end` a run, and goes on there.
    @inline(__always)
    mutating func take(to end: Int, as kind: TokenKind) {
        count(end - position)
        flush(to: position)
        if end > position {
            runs.append(TokenRun(end: end, kind: kind))
            written = end
        }
        position = end
    }

    // MARK: Frames

    var isFull: Bool { outer.count >= Self.maximumDepth }

    mutating func enter(_ inner: Frame) {
        flush(to: position)
        outer.append(frame)
        if inner.language != frame.language { grammar = inner.language.grammar }
        frame = inner
    }

    /// Notes that something stands where a statement could begin; a value after `=` does not count, since what an
    /// assignment in a shell stands before is still to come.
    mutating func passHead() {
        if position > 0, code[position - 1] == UInt8(ascii: "=") { return }
        frame.isHead = false
    }

    mutating func leave() {
        flush(to: position)
        guard let below = outer.popLast() else { return }
        if below.language != frame.language { grammar = below.language.grammar }
        frame = below
    }

    private mutating func leaveAtLimit() {
        let tail = frame.tail
        leave()
        if tail > position { take(to: tail, as: .meta) }
    }

    /// Begins the next line: what may not go on there ends before it.
    mutating func endLine() {
        while frame.isLineBound, !outer.isEmpty { leave() }
        position += 1
        beginLine()
        if grammar.modes[frame.mode].headAfterLine { frame.isHead = true }
        if let heredoc = frame.heredoc {
            frame.heredoc = nil
            enter(heredoc)
        }
    }

    mutating func beginLine() {
        lineStart = position
        ink = nil
    }
}
