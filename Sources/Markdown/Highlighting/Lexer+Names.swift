extension Lexer {
    /// Takes a name: a word of the language, or what its place or shape tells.
    mutating func takeName() {
        let start = position
        let row = frame.row
        var end = start + 1
        while end < frame.limit, grammar.nameBytes[row + Int(code[end])] { end += 1 }
        let mode = grammar.modes[frame.mode]
        let isValue = mode.head != nil && start > 0 && code[start - 1] == UInt8(ascii: "=")
        let isHead = frame.isHead && !isValue
        let isMember =
            mode.hasMembers && start > 0 && code[start - 1] == UInt8(ascii: ".")
            && !(start > 1 && code[start - 2] == UInt8(ascii: "."))
        if !isMember,
            let number = grammar.words.group(
                of: start..<end, in: code, vocabulary: mode.vocabulary, ignoresCase: mode.ignoresCase)
        {
            let group = grammar.groups[number]
            if !group.prefixes.isEmpty {
                for matcher in group.prefixes where openString(matcher, after: end) { return }
            } else if !group.isHead || isHead {
                take(to: end, as: group.kind)
                frame.isHead = group.keepsHead
                frame.pending = group.then
                frame.pendingStart = end
                if group.kind == .keyword { frame.keywordEnd = end }
                return
            }
        }
        let kind = kindOfName(start..<end, mode, isHead: isHead)
        if !isValue { frame.isHead = frame.isHead && byte(end) == UInt8(ascii: "=") }
        if kind == frame.base { position = end } else { take(to: end, as: kind) }
        count(end - start)
    }

    private mutating func kindOfName(_ name: Range<Int>, _ mode: Grammar.ModeEntry, isHead: Bool) -> TokenKind
    {
        if let pending = frame.pending {
            frame.pending = nil
            if name.lowerBound == frame.pendingStart + 1, isBlank(frame.pendingStart) { return pending }
        }
        if !mode.follows.isEmpty {
            var next: Int?
            for number in mode.follows {
                let follow = grammar.follows[number]
                guard !follow.isHead || isHead else { continue }
                var place = name.upperBound
                if follow.skipsBlanks {
                    place = next ?? skipBlanks(from: place)
                    next = place
                }
                guard matches(follow.text, at: place) else { continue }
                if let unless = follow.unless, byte(place + follow.text.utf8CodeUnitCount) == unless {
                    continue
                }
                return follow.kind
            }
        }
        if isHead, let head = mode.head { return head }
        let first = code[name.lowerBound]
        if first >= UInt8(ascii: "A"), first <= UInt8(ascii: "Z") {
            if let capitals = mode.capitals, name.count > 1, isCapitals(name) { return capitals }
            if let capitalised = mode.capitalised { return capitalised }
        }
        return mode.nameKind
    }

    private func isCapitals(_ name: Range<Int>) -> Bool {
        for index in name where code[index] >= UInt8(ascii: "a") && code[index] <= UInt8(ascii: "z") {
            return false
        }
        return true
    }

    /// Opens a string that has the name at the position as its prefix.
    private mutating func openString(_ number: Int, after end: Int) -> Bool {
        let matcher = grammar.matchers[number]
        return openRegion(matcher.target, openerAt: end)
    }

    /// Takes a number with its suffix; what it holds beside digits depends on the language.
    mutating func takeNumber() {
        let style = grammar.modes[frame.mode].numbers
        let start = position
        if style == .words {
            takeNumberWord()
            return
        }
        let second = byte(start + 1) | 0x20
        let isHexadecimal = code[start] == UInt8(ascii: "0") && second == UInt8(ascii: "x")
        var end = start + 1
        loop: while end < frame.limit {
            let byte = code[end]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
                break
            case UInt8(ascii: "."):
                guard isDigit(end + 1) else { break loop }
            case UInt8(ascii: "+"), UInt8(ascii: "-"):
                let isExponent =
                    switch code[end - 1] | 0x20 {
                    case UInt8(ascii: "e"): !isHexadecimal
                    case UInt8(ascii: "p"): isHexadecimal
                    default: style == .dates
                    }
                guard isExponent, isDigit(end + 1) else { break loop }
            case UInt8(ascii: "'"):
                guard style == .apostrophes, ByteSet.name.contains(self.byte(end + 1)) else { break loop }
            case UInt8(ascii: ":"):
                guard style == .dates, isDigit(end + 1) else { break loop }
            case UInt8(ascii: "%"):
                if style == .percent { end += 1 }
                break loop
            default: break loop
            }
            end += 1
        }
        take(to: end, as: .number)
        frame.isHead = false
    }

    private func isDigit(_ index: Int) -> Bool { ByteSet.digits.contains(byte(index)) }

    /// In a shell a word of digits only is a number.
    private mutating func takeNumberWord() {
        var end = position
        var isNumber = true
        while end < frame.limit, grammar.nameBytes[frame.row + Int(code[end])] {
            isNumber = isNumber && ByteSet.digits.contains(code[end])
            end += 1
        }
        take(to: max(end, position + 1), as: isNumber ? .number : frame.base)
        frame.isHead = false
    }
}
