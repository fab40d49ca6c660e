extension Lexer {
    /// Goes on in another language up to `end`.
    mutating func embed(_ language: Language, to end: Int, tail: Int = 0) {
        guard !isFull else { return }
        enter(
            Frame(
                language: language, base: language.grammar.modes[0].kind, limit: min(end, frame.limit),
                firstRun: runs.count, tail: tail))
    }

    /// Goes on in the language that an element or a front matter holds.
    mutating func embed(_ embedding: Grammar.Embedding) {
        var end = position
        let length = embedding.until.utf8CodeUnitCount
        while end < frame.limit {
            count(1)
            let isPlace =
                !embedding.isWholeLine
                || (end > 0 && code[end - 1] == UInt8(ascii: "\n") && isLineEnd(end + length))
            if isPlace, matches(embedding.until, at: end, ignoringCase: true) { break }
            end += 1
        }
        embed(embedding.language, to: end, tail: embedding.isWholeLine ? min(end + length, frame.limit) : 0)
    }

    // MARK: Heredocs

    /// Takes the opener of a heredoc, whose text begins on the next line.
    ///
    /// POSIX.1-2024, Shell Command Language, section 2.7.4: a quoted word leaves the text as it is, `-` takes leading
    /// tabs off. HCL's heredoc templates have the same form with `-` for any indentation.
    mutating func announceHeredoc(_ matcher: Grammar.Matcher, _ start: Int) -> Bool {
        var index = start
        let isIndented = byte(index) == UInt8(ascii: "-") || byte(index) == UInt8(ascii: "~")
        if isIndented { index += 1 }
        let quote = byte(index)
        let isQuoted = quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
        if isQuoted { index += 1 }
        let first = index
        guard ByteSet.nameStart.contains(byte(index)) else { return false }
        while index < frame.limit, ByteSet.name.contains(code[index]) { index += 1 }
        let word = first..<index
        if isQuoted {
            guard byte(index) == quote else {
                count(word.count)
                return false
            }
            index += 1
        }
        take(to: index, as: matcher.kind)
        if frame.heredoc == nil {
            frame.heredoc = Heredoc(word: word, isIndented: isIndented, mode: isQuoted ? -1 : matcher.target)
        }
        return true
    }

    /// Opens the text of a heredoc, up to the line that is its word alone.
    mutating func enter(_ heredoc: Heredoc) {
        guard !isFull else { return }
        var start = position
        var limit = frame.limit
        var tail = 0
        while start < frame.limit {
            let first = heredoc.isIndented ? skipBlanks(from: start) : start
            if isWord(heredoc.word, at: first), isLineEnd(first + heredoc.word.count) {
                limit = start
                tail = first + heredoc.word.count
                break
            }
            start = lineEnd(from: first) + 1
        }
        count(min(start, frame.limit) - position)
        guard heredoc.mode >= 0 else {
            take(to: limit, as: .string)
            if tail > position { take(to: tail, as: .meta) }
            lineStart = limit
            ink = nil
            return
        }
        enter(
            Frame(
                language: frame.language, mode: heredoc.mode, base: grammar.modes[heredoc.mode].kind,
                limit: limit, firstRun: runs.count, tail: tail))
    }

    private mutating func isWord(_ word: Range<Int>, at start: Int) -> Bool {
        guard start + word.count <= frame.limit else { return false }
        for offset in 0..<word.count {
            count(1)
            if code[start + offset] != code[word.lowerBound + offset] { return false }
        }
        return true
    }

    // MARK: Markdown

    /// Takes the opening line of a fenced code block and goes on in the language that it names.
    ///
    /// CommonMark, section 4.5: the closing fence is at least as long, alone on its line.
    mutating func openFence(_ matcher: Grammar.Matcher) -> Bool {
        guard !isFull, matches(matcher.open, at: position) else { return false }
        let character = code[position]
        var end = position
        while byte(end) == character { end += 1 }
        let length = end - position
        let info = skipBlanks(from: end)
        let lineEnd = lineEnd(from: info)
        let fence = CodeFence(Array(code[info..<lineEnd])[...])
        take(to: lineEnd, as: .meta)
        guard position < frame.limit else { return true }
        position += 1
        beginLine()
        var start = position
        var limit = frame.limit
        var tail = 0
        while start < frame.limit {
            let first = skipBlanks(from: start)
            var after = first
            while byte(after) == character {
                count(1)
                after += 1
            }
            if after - first >= length, isLineEnd(skipBlanks(from: after)) {
                limit = start
                tail = after
                break
            }
            start = self.lineEnd(from: after) + 1
        }
        count(min(start, frame.limit) - position)
        if let language = fence.language {
            embed(language, to: limit, tail: tail)
        } else {
            take(to: limit, as: .plain)
            if tail > position { take(to: tail, as: .meta) }
            // What stands behind the fence on its line is nothing.
            lineStart = limit
            ink = nil
        }
        return true
    }

    // MARK: CSS

    /// Opens a selector or a declaration, whichever the end of the statement tells (CSS Syntax Module Level 3).
    mutating func openStatement(_ matcher: Grammar.Matcher) -> Bool {
        guard !isFull else { return false }
        let end = statementEnd()
        count(end - position)
        let isSelector = byte(end) == UInt8(ascii: "{") && code[position] != UInt8(ascii: "@")
        let mode = isSelector ? matcher.target : matcher.other
        enter(
            Frame(
                language: frame.language, mode: mode, base: grammar.modes[mode].kind, limit: end,
                firstRun: runs.count))
        return true
    }

    /// The next `{`, `;` or `}` that is in no string, comment, `url(…)` or interpolation of SCSS.
    private func statementEnd() -> Int {
        var end = position
        var quote: UInt8 = 0
        var depth = 0
        var isComment = false
        while end < frame.limit {
            let byte = code[end]
            if isComment {
                isComment = !(byte == UInt8(ascii: "/") && code[end - 1] == UInt8(ascii: "*"))
            } else if quote != 0 {
                if byte == quote || byte == UInt8(ascii: "\n") { quote = 0 }
            } else {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
                case UInt8(ascii: "/") where self.byte(end + 1) == UInt8(ascii: "*"): isComment = true
                case UInt8(ascii: "("): depth += 1
                case UInt8(ascii: ")"): depth -= 1
                case UInt8(ascii: "#") where self.byte(end + 1) == UInt8(ascii: "{"):
                    while end < frame.limit, code[end] != UInt8(ascii: "}") { end += 1 }
                case UInt8(ascii: "{"), UInt8(ascii: "}"): return end
                case UInt8(ascii: ";") where depth <= 0: return end
                default: break
                }
            }
            end += 1
        }
        return frame.limit
    }
}
