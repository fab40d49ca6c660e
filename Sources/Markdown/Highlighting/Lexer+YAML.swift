extension Lexer {
    /// Takes a plain scalar, or the key of a mapping.
    ///
    /// YAML 1.2.2, section 7.3.3: a plain scalar ends before `: ` and ` #`, and in a flow collection before `,`, `[`,
    /// `]`, `{` and `}` too. It may not begin with an indicator but `-`, `?` and `:` before no blank.
    mutating func takeScalar(inFlow: Bool) -> Bool {
        let first = code[position]
        let flow = ByteSet(",[]{}")
        if flow.contains(first) { return false }
        if ByteSet("-?:").contains(first), isLineEnd(position + 1) || isBlank(position + 1) { return false }
        if first == UInt8(ascii: ":"), inFlow { return false }
        var end = position
        while !isLineEnd(end) {
            let byte = code[end]
            if byte == UInt8(ascii: ":") {
                if isLineEnd(end + 1) || isBlank(end + 1) { break }
                if inFlow, flow.contains(code[end + 1]) { break }
            } else if byte == UInt8(ascii: "#") {
                if end > position, isBlank(end - 1) { break }
            } else if inFlow, flow.contains(byte) {
                break
            } else if byte == UInt8(ascii: "{"), self.byte(end + 1) == UInt8(ascii: "{"), end > position {
                break
            }
            end += 1
        }
        guard end > position else { return false }
        let isKey = byte(end) == UInt8(ascii: ":") && !isLineEnd(end)
        count(end - position)
        while end > position + 1, ByteSet.blanks.contains(code[end - 1]) { end -= 1 }
        take(to: end, as: isKey ? .attribute : kindOfScalar(position..<end))
        return true
    }

    /// What a plain scalar is by the core schema (YAML 1.2.2, section 10.3), with the words of YAML 1.1.
    private func kindOfScalar(_ scalar: Range<Int>) -> TokenKind {
        let vocabulary = grammar.modes[0].vocabulary
        if let group = grammar.words.group(of: scalar, in: code, vocabulary: vocabulary, ignoresCase: true) {
            return grammar.groups[group].kind
        }
        let first = code[scalar.lowerBound]
        guard ByteSet("0123456789+-.").contains(first) else { return .string }
        let parts = ByteSet("0123456789abcdefABCDEFoxTZ_+-:.")
        var hasDigit = false
        for index in scalar {
            guard parts.contains(code[index]) else { return .string }
            hasDigit = hasDigit || ByteSet.digits.contains(code[index])
        }
        return hasDigit ? .number : .string
    }

    /// Takes the header of a block scalar and opens the lines under it.
    ///
    /// YAML 1.2.2, section 8.1: the content is indented deeper than the node that the scalar belongs to.
    mutating func openBlock(_ matcher: Grammar.Matcher) -> Bool {
        guard !isFull, matches(matcher.open, at: position) else { return false }
        var end = position + 1
        while ByteSet("+-0123456789").contains(byte(end)), end < position + 3 { end += 1 }
        let comment = skipBlanks(from: end)
        guard isLineEnd(comment) || byte(comment) == UInt8(ascii: "#") || byte(comment) == UInt8(ascii: "\r")
        else { return false }
        let indentation = indentationOfNode()
        take(to: end, as: matcher.kind)
        if byte(comment) == UInt8(ascii: "#") {
            position = comment
            take(to: lineEnd(from: comment), as: .comment)
        } else {
            position = lineEnd(from: comment)
        }
        guard position < frame.limit else { return true }
        position += 1
        beginLine()
        var start = position
        while start < frame.limit {
            let first = skipBlanks(from: start)
            let isEmpty = isLineEnd(first) || byte(first) == UInt8(ascii: "\r")
            if !isEmpty, first - start <= indentation { break }
            start = lineEnd(from: first) + 1
        }
        let limit = min(start, frame.limit)
        count(limit - position)
        guard limit > position else { return true }
        enter(
            Frame(
                language: frame.language, mode: matcher.target, base: grammar.modes[matcher.target].kind,
                limit: limit, firstRun: runs.count))
        return true
    }

    /// The column of the key or of the dash that the value here belongs to; -1 at the top.
    private mutating func indentationOfNode() -> Int {
        var column = firstInk()
        var dash = -1
        while byte(column) == UInt8(ascii: "-"), isBlank(column + 1), column < position {
            count(1)
            dash = column - lineStart
            column = skipBlanks(from: column + 1)
        }
        return column < position ? column - lineStart : dash
    }
}
