/// Reads the units of a text, one after the other: runs of letters and digits, and runs of characters of scripts that are
/// written without spaces.
///
/// `kube-system` is two units, of which the first is joined to the next. An ending behind an apostrophe (`'s`, `'t`,
/// `'ll`) is passed over. One or two of `+` and `#` right behind a unit without digits are its signs, as in `c++` and `f#`, but not in
/// `a+b`. The browser's half reads texts by the same rules: `Tests/SearchTests/vectors.json` holds for both.
struct Scanner {
    private let text: UnsafeBufferPointer<UInt8>
    /// Where reading goes on.
    private var position = 0
    /// The unit's bytes in the text.
    private(set) var start = 0
    private(set) var end = 0
    /// The unit in lower case and without accents.
    private(set) var folded: [UInt8] = []
    /// How many characters the unit has in the text.
    private(set) var count = 0
    private(set) var isPairs = false
    /// Whether one of `. - / _ : @`, and nothing else, stands between the unit and its neighbour.
    private(set) var joinsPrevious = false
    private(set) var joinsNext = false
    /// How many signs the unit has, which stand at its end.
    private(set) var signs = 0
    /// Whether an ASCII capital stands behind the first character.
    private(set) var hasInnerCapital = false

    /// - Parameter buffer: is used for the units; whoever reads many texts gives one again and again.
    init(_ text: UnsafeBufferPointer<UInt8>, buffer: consuming [UInt8] = []) {
        self.text = text
        folded = buffer
    }

    /// Goes to the next unit; false where there is none.
    mutating func next() -> Bool {
        joinsPrevious = joinsNext
        joinsNext = false
        while position < text.count {
            let byte = text[position]
            guard byte < 0x80 else {
                let (scalar, length) = decode(position)
                let kind = Folding.kind(of: scalar)
                guard kind == .word || kind == .pairs else {
                    position += length
                    continue
                }
                isPairs = kind == .pairs
                read()
                return true
            }
            guard Folding.kind(ofASCII: byte) == .word else {
                position += 1
                continue
            }
            isPairs = false
            read()
            return true
        }
        return false
    }

    private mutating func read() {
        start = position
        count = 0
        signs = 0
        hasInnerCapital = false
        folded.removeAll(keepingCapacity: true)
        while position < text.count {
            if text[position] < 0x80 {
                if isPairs || !readASCII() { break }
            } else {
                let (scalar, length) = decode(position)
                let kind = Folding.kind(of: scalar)
                guard kind == (isPairs ? .pairs : .word) else { break }
                Folding.append(scalar, to: &folded)
                position += length
                count += 1
            }
        }
        end = position
        if !isPairs {
            signs = signsBeyond()
            lookBeyond()
        }
    }

    /// The folded unit with its signs.
    var signed: [UInt8] { folded + text[end..<end + signs] }

    private func signsBeyond() -> Int {
        var count = 0
        while end + count < text.count, count < 3, Folding.isSign(text[end + count]) { count += 1 }
        guard (1...2).contains(count), !isWord(end + count) else { return 0 }
        return text[start..<end].contains { $0 &- UInt8(ascii: "0") < 10 } ? 0 : count
    }

    /// Reads the ASCII characters of a word that stand together; false where there is none.
    private mutating func readASCII() -> Bool {
        let first = position
        var hasCapital = false
        while position < text.count, Folding.kind(ofASCII: text[position]) == .word {
            if text[position] &- UInt8(ascii: "A") < 26 {
                hasCapital = true
                if count > 0 || position > first { hasInnerCapital = true }
            }
            position += 1
        }
        let read = UnsafeBufferPointer(rebasing: text[first..<position])
        if hasCapital {
            folded += read.lazy.map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 }
        } else {
            folded.append(contentsOf: read)
        }
        count += read.count
        return position > first
    }

    /// Passes over an ending behind an apostrophe, and sees whether the next unit is joined.
    private mutating func lookBeyond() {
        let tail = afterApostrophe(position)
        var letters = 0
        if let tail {
            while tail + letters < text.count, text[tail + letters] | 0x20 &- UInt8(ascii: "a") < 26 {
                letters += 1
            }
            if (1...2).contains(letters), !isWord(tail + letters) { position = tail + letters }
        }
        if position < text.count, text[position] < 0x80, Folding.kind(ofASCII: text[position]) == .connector,
            isWord(position + 1)
        {
            joinsNext = true
        }
    }

    private func afterApostrophe(_ index: Int) -> Int? {
        guard index < text.count else { return nil }
        if text[index] == UInt8(ascii: "'") { return index + 1 }
        guard text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] == 0x99
        else {
            return nil
        }
        return index + 3
    }

    /// Whether a character of a word stands there, of a script with spaces.
    private func isWord(_ index: Int) -> Bool {
        guard index < text.count else { return false }
        if text[index] < 0x80 { return Folding.kind(ofASCII: text[index]) == .word }
        return Folding.kind(of: decode(index).0) == .word
    }

    /// Reads valid UTF-8.
    private func decode(_ index: Int) -> (Unicode.Scalar, Int) {
        func bits(_ offset: Int) -> UInt32 {
            index + offset < text.count ? UInt32(text[index + offset] & 0x3F) : 0
        }
        let byte = UInt32(text[index])
        let (value, length): (UInt32, Int) =
            switch byte {
            case 0xF0...: ((byte & 7) << 18 | bits(1) << 12 | bits(2) << 6 | bits(3), 4)
            case 0xE0...: ((byte & 15) << 12 | bits(1) << 6 | bits(2), 3)
            case 0xC0...: ((byte & 31) << 6 | bits(1), 2)
            default: (0xFFFD, 1)
            }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// The parts of a unit that capitals tell apart: `Assume`, `Role` and `With` in `AssumeRoleWith`.
    ///
    /// A part begins at a capital behind a small letter or a digit, and at the last of several capitals that two small
    /// letters follow: `HTTP`, `Server`. The `s` of `APIs` begins nothing. Parts of one character, and those that are not
    /// ASCII, are passed over.
    func parts(_ use: (Range<Int>) -> Void) {
        func isCapital(_ index: Int) -> Bool { text[index] &- UInt8(ascii: "A") < 26 }
        func isSmall(_ index: Int) -> Bool { index < end && text[index] &- UInt8(ascii: "a") < 26 }
        func isDigit(_ index: Int) -> Bool { text[index] &- UInt8(ascii: "0") < 10 }
        func finish(_ part: Range<Int>) {
            if part.count > 1, text[part].allSatisfy({ $0 < 0x80 }) { use(part) }
        }
        var first = start
        for index in start..<end where index > start && isCapital(index) {
            let begins =
                isSmall(index - 1) || isDigit(index - 1)
                || isCapital(index - 1) && isSmall(index + 1) && isSmall(index + 2)
            if begins {
                finish(first..<index)
                first = index
            }
        }
        if first > start { finish(first..<end) }
    }
}
