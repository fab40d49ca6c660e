/// Turns a text into the terms that it is found by.
///
/// - A unit gives its stem; `AssumeRole` also gives `assum` and `rol`.
/// - A unit with signs gives one term more, with them and not stemmed: `c++`, `c#`.
/// - Units that are joined give one term more, joined and not stemmed: `kube-system`, `169.254.170.23`.
/// - Of a script without spaces each pair of neighbours is a term, and the last character of the run is one.
/// - Too long for a term: a unit of over 40 characters, a joined one of over 60. A single character within a joined one is none.
struct Emitter {
    static let longestUnit = 40
    static let longestJoined = 60

    private var joined: [UInt8] = []
    /// How many units `joined` has; −1 where one of them is too long.
    private var joinedUnits = 0
    private var joinedCount = 0
    private var part: [UInt8] = []
    private var folded: [UInt8] = []

    /// What a piece of text gives, besides its bytes.
    enum Form { case word, joined, pair }

    /// - Parameter use: is called with each term's surface, folded; a word is still to be stemmed.
    /// - Returns: how many units the text has.
    mutating func emit(
        _ text: UnsafeBufferPointer<UInt8>, _ use: (_ surface: [UInt8], _ form: Form) -> Void
    ) -> Int {
        let buffer = folded
        folded = []
        var scanner = Scanner(text, buffer: consume buffer)
        defer { folded = scanner.folded }
        var units = 0
        joinedUnits = 0
        while scanner.next() {
            guard !scanner.folded.isEmpty else { continue }
            units += 1
            if scanner.isPairs {
                emitPairs(scanner.folded, use)
                continue
            }
            emitUnit(text, scanner, use)
            guard scanner.joinsPrevious || scanner.joinsNext else { continue }
            join(text, scanner)
            if !scanner.joinsNext {
                if joinedUnits > 1, joinedCount <= Self.longestJoined { use(joined, .joined) }
                joinedUnits = 0
            }
        }
        return units
    }

    private mutating func emitUnit(
        _ text: UnsafeBufferPointer<UInt8>, _ scanner: borrowing Scanner,
        _ use: (_ surface: [UInt8], _ form: Form) -> Void
    ) {
        guard scanner.count <= Self.longestUnit else { return }
        if scanner.count > 1 || !(scanner.joinsPrevious || scanner.joinsNext) { use(scanner.folded, .word) }
        if scanner.signs > 0 { use(scanner.signed, .joined) }
        guard scanner.hasInnerCapital else { return }
        var part: [UInt8] = []
        swap(&part, &self.part)
        scanner.parts { range in
            part.removeAll(keepingCapacity: true)
            for byte in text[range] { part.append(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte) }
            use(part, .word)
        }
        swap(&part, &self.part)
    }

    private mutating func join(_ text: UnsafeBufferPointer<UInt8>, _ scanner: borrowing Scanner) {
        if !scanner.joinsPrevious {
            joined.removeAll(keepingCapacity: true)
            joinedUnits = 0
            joinedCount = 0
        } else {
            joined.append(text[scanner.start - 1])
        }
        // What is too long is not collected, so that a line of a megabyte costs no memory.
        if joinedUnits < 0 || scanner.count > Self.longestUnit || joinedCount > Self.longestJoined {
            joinedUnits = -1
            joined.removeAll(keepingCapacity: true)
            return
        }
        joined += scanner.folded
        joinedUnits += 1
        joinedCount += scanner.count + (scanner.joinsPrevious ? 1 : 0)
    }

    private func emitPairs(_ folded: [UInt8], _ use: (_ surface: [UInt8], _ form: Form) -> Void) {
        var start = 0
        var previous: Int?
        while start < folded.count {
            var end = start + 1
            while end < folded.count, folded[end] & 0xC0 == 0x80 { end += 1 }
            if let previous { use(Array(folded[previous..<end]), .pair) }
            previous = start
            start = end
        }
        if let previous { use(Array(folded[previous...]), .pair) }
    }
}
