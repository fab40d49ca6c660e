extension Lexer {
    /// Tries a rule here.
    ///
    /// - Returns: whether it matched; the position is behind what it took then.
    mutating func apply(_ number: Int) -> Bool {
        let matcher = grammar.matchers[number]
        count(1)
        guard matcher.place == .anywhere || stands(matcher.place) else { return false }
        switch matcher.action {
        case .region: return openRegion(matcher.target, openerAt: position)
        case .close: return closeRegion(matcher)
        case .bare: takeBare(matcher)
        case .character: return takeCharacter(matcher)
        case .key: return takeKey(matcher)
        case .fence: return openFence(matcher)
        case .block: return openBlock(matcher)
        case .scalar: return takeScalar(inFlow: false)
        case .flowScalar: return takeScalar(inFlow: true)
        case .statement: return openStatement(matcher)
        case .prompt: return takePrompt(matcher)
        case .line, .token, .name, .escape, .nest, .heredoc, .embed:
            guard matches(matcher.open, at: position) else { return false }
            return applyOpened(matcher)
        }
        return true
    }

    /// Tries a rule whose opener stands here.
    private mutating func applyOpened(_ matcher: Grammar.Matcher) -> Bool {
        let end = position + matcher.open.utf8CodeUnitCount
        switch matcher.action {
        case .line: take(to: lineEnd(from: end), as: matcher.kind)
        case .token:
            take(to: end, as: matcher.kind)
            frame.isHead = false
        case .name: return takeSigned(matcher, end)
        case .escape: return takeEscape(end)
        case .nest:
            frame.depth += 1
            frame.isHead = true
            position = end
        case .heredoc: return announceHeredoc(matcher, end)
        case .embed:
            guard let then = matcher.then, isLineEnd(end) else { return false }
            take(to: end, as: matcher.kind)
            embed(then)
        default: return false
        }
        return true
    }

    private mutating func stands(_ place: Grammar.Place) -> Bool {
        switch place {
        case .anywhere: true
        case .afterBlank: position == 0 || ByteSet.blanks.contains(code[position - 1])
        case .firstOnLine: position == firstInk()
        case .lineStart: position == lineStart
        case .textStart: position == 0
        case .operand: isOperandExpected()
        }
    }

    /// Whether a value may begin here: not after a name, a number, a string or a closing bracket.
    ///
    /// ECMAScript leaves the choice between a division and a regular expression to its grammar (section 12, "Lexical
    /// Grammar"); the byte before decides rightly but for expressions after `)` and `}`.
    private mutating func isOperandExpected() -> Bool {
        var before = position - 1
        while before >= 0, ByteSet.blanks.contains(code[before]) {
            count(1)
            before -= 1
        }
        guard before >= 0 else { return true }
        if before + 1 == frame.keywordEnd { return true }
        return ByteSet("(,=:[!&|?{;+-*%^~>").contains(code[before])
    }

    private mutating func takeSigned(_ matcher: Grammar.Matcher, _ start: Int) -> Bool {
        var end = start
        while end < frame.limit, matcher.set.contains(code[end]) { end += 1 }
        count(end - start)
        guard end > start else { return false }
        if matcher.closing != 0 {
            guard byte(end) == matcher.closing else { return false }
            end += 1
        }
        passHead()
        take(to: end, as: matcher.kind)
        return true
    }

    private mutating func takeBare(_ matcher: Grammar.Matcher) {
        var end = position + 1
        while end < frame.limit, matcher.set.contains(code[end]) { end += 1 }
        take(to: end, as: matcher.kind)
    }

    /// Takes a backslash and what follows: one character, or a letter with its hexadecimal digits.
    private mutating func takeEscape(_ start: Int) -> Bool {
        var index = start
        for offset in frame.fence {
            guard byte(index) == code[offset] else { return false }
            index += 1
        }
        guard index < frame.limit else { return false }
        let first = code[index]
        index += 1
        switch first {
        case UInt8(ascii: "\n"):
            take(to: index, as: .escape)
            beginLine()
            return true
        case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
            let isBraced = byte(index) == UInt8(ascii: "{")
            var end = isBraced ? index + 1 : index
            let last = end + 8
            while end < last, isHexadecimal(byte(end)) { end += 1 }
            if !isBraced { index = end } else if byte(end) == UInt8(ascii: "}") { index = end + 1 }
        case 0xC0...:
            while index < frame.limit, code[index] & 0xC0 == 0x80, index < start + 8 { index += 1 }
        default: break
        }
        take(to: index, as: .escape)
        return true
    }

    private func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }

    /// Takes a quote, one character and a quote.
    ///
    /// A quote without another one right after a character is something else: a lifetime in Rust.
    private mutating func takeCharacter(_ matcher: Grammar.Matcher) -> Bool {
        var end = position + 1
        guard end < frame.limit, !isLineEnd(end) else { return false }
        if code[end] == UInt8(ascii: "\\") {
            end += 2
            // `\u{10FFFF}` is the longest escape.
            let last = end + 10
            while end < last, !isLineEnd(end), code[end] != code[position] { end += 1 }
        } else {
            end += 1
            while end < position + 5, byte(end) & 0xC0 == 0x80 { end += 1 }
        }
        guard byte(end) == code[position] else { return false }
        take(to: end + 1, as: matcher.kind)
        return true
    }

    /// Takes a key: all before the byte that separates it from its value.
    private mutating func takeKey(_ matcher: Grammar.Matcher) -> Bool {
        var end = position
        while !isLineEnd(end), !matcher.set.contains(code[end]) {
            count(1)
            if matcher.unless.contains(code[end]) { return false }
            end += 1
        }
        guard !isLineEnd(end), end > position else { return false }
        while end > position + 1, ByteSet.blanks.contains(code[end - 1]) { end -= 1 }
        take(to: end, as: matcher.kind)
        return true
    }

    /// Takes the prompt of a shell and opens the command after it, with the lines that it goes on in.
    private mutating func takePrompt(_ matcher: Grammar.Matcher) -> Bool {
        guard !isFull, let language = Language(rawValue: UInt8(truncatingIfNeeded: matcher.target)),
            let prompt = promptEnd()
        else { return false }
        take(to: prompt, as: .prompt)
        var end = lineEnd(from: position)
        while end < frame.limit, code[end - 1] == UInt8(ascii: "\\") { end = lineEnd(from: end + 1) }
        count(end - position)
        embed(language, to: end)
        return true
    }

    /// The end of `$`, `#`, `%` or `>` alone, or of `user@host:~$` and the like, of at most 80 bytes.
    private mutating func promptEnd() -> Int? {
        let signs = ByteSet("$#%")
        var end = position
        if signs.contains(code[end]) || code[end] == UInt8(ascii: ">") {
            return isLineEnd(end + 1) || isBlank(end + 1) ? end + 1 : nil
        }
        var namesHost = false
        while end < position + 80, !isLineEnd(end) {
            count(1)
            if code[end] == UInt8(ascii: "@") { namesHost = true }
            if signs.contains(code[end]), isLineEnd(end + 1) || isBlank(end + 1) {
                return namesHost ? end + 1 : nil
            }
            end += 1
        }
        return nil
    }
}
