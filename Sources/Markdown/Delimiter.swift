/// A mark that may begin or end strikethrough or highlight: `~`, `~~` or `==`.
struct Delimiter {
    /// The text node that holds the mark and nothing else.
    let node: Int
    /// The node around it.
    let parent: Int
    let mark: Mark
    let mayOpen: Bool
    let mayClose: Bool

    enum Mark: Int { case tilde, tildes, equals }

    /// The mark that a run of a character is.
    ///
    /// One or two tildes, not more (https://github.github.com/gfm/#strikethrough-extension-); two equals signs.
    static func mark(_ byte: UInt8, _ count: Int) -> Mark? {
        switch (byte, count) {
        case (UInt8(ascii: "~"), 1): .tilde
        case (UInt8(ascii: "~"), 2): .tildes
        case (UInt8(ascii: "="), 2): .equals
        default: nil
        }
    }
}

extension TreeBuilder {
    /// Adds a mark as text that may turn out to be more.
    ///
    /// - Parameters:
    ///   - bytes: the text around.
    ///   - spaceFollows: whether white space or the end of the text comes after the last byte.
    mutating func addDelimiter(
        _ mark: Delimiter.Mark, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, spaceFollows: Bool
    ) {
        let next = range.upperBound < bytes.count ? bytes[range.upperBound] : nil
        let before = previous
        let isSpaceBefore = before.map(Self.isSpace) ?? true
        let isSpaceAfter = next.map(Self.isSpace) ?? spaceFollows
        var mayOpen = !isSpaceAfter
        var mayClose = !isSpaceBefore
        if mark == .equals {
            // `a==b` compares.
            mayOpen = mayOpen && !(before.map(Mask.isAlphanumeric) ?? false)
            mayClose = mayClose && !(next.map(Mask.isAlphanumeric) ?? false)
        }
        let start = Int32(tree.text.count)
        tree.text.append(contentsOf: bytes[range])
        let node = addInline(.text, previous: bytes[range.lowerBound])
        tree.nodes[node].literal = start..<Int32(tree.text.count)
        guard mayOpen || mayClose, imageDepth == 0 else { return }
        delimiters.append(
            Delimiter(
                node: node, parent: open.last ?? 0, mark: mark, mayOpen: mayOpen, mayClose: mayClose))
    }

    /// White space, and not the mark of something hidden.
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// Pairs the marks of the block that ends: an opener becomes the node around what follows, a closer empty text.
    mutating func settleDelimiters() {
        guard !delimiters.isEmpty else { return }
        /// The openers that wait, for each mark, innermost last.
        var openers: [[Delimiter]] = [[], [], []]
        for delimiter in delimiters {
            let mark = delimiter.mark.rawValue
            if delimiter.mayClose {
                // What was opened in a node that has ended stays open.
                while let last = openers[mark].last, last.parent != delimiter.parent,
                    hasEnded(last.parent, before: delimiter.node)
                {
                    openers[mark].removeLast()
                }
                if let opener = openers[mark].last, opener.parent == delimiter.parent,
                    opener.node + 1 < delimiter.node
                {
                    pair(opener, delimiter)
                    for index in openers.indices {
                        while let last = openers[index].last, last.node >= opener.node {
                            openers[index].removeLast()
                        }
                    }
                    continue
                }
            }
            if delimiter.mayOpen { openers[mark].append(delimiter) }
        }
        delimiters.removeAll(keepingCapacity: true)
    }

    private func hasEnded(_ node: Int, before other: Int) -> Bool {
        node != open.last && Int(tree.nodes[node].end) <= other
    }

    private mutating func pair(_ opener: Delimiter, _ closer: Delimiter) {
        tree.nodes[opener.node].kind = opener.mark == .equals ? .highlight : .strikethrough
        tree.nodes[opener.node].end = Int32(closer.node + 1)
        tree.nodes[opener.node].literal = 0..<0
        tree.nodes[closer.node].literal = 0..<0
    }
}
