import Markdown

// What can be told without making any text. Nearly all of a site's blocks are passed over here.

extension RuleHead {
    /// Whether a document holds anything that a decision may be made of besides a table: a block that begins like a
    /// rule, or a question with a list of answers.
    static func mayDecide(_ tree: Tree) -> Bool {
        for index in tree.nodes.indices {
            switch tree[index].kind {
            case .paragraph, .heading: if mayBegin(tree, index) { return true }
            // All items of a list must be alike, so the first one tells.
            case .bulletList, .orderedList:
                if mayAsk(tree, item: index + 1) || mayRank(tree, item: index + 1) { return true }
            default: break
            }
        }
        return false
    }

    /// Whether a block's first words can be a verb that chooses, or ask when to choose.
    static func mayBegin(_ tree: Tree, _ block: Int) -> Bool {
        let text = opening(tree, block)
        guard let first = text.first else { return false }
        // An emoji, perhaps, with the verb behind it.
        return first >= 0x80 || firstWords.begin(text)
    }

    /// Whether an item asks, and has answers below it.
    static func mayAsk(_ tree: Tree, item: Int) -> Bool {
        let paragraph = item + 1
        guard paragraph < Int(tree[item].end), tree[paragraph].kind == .paragraph,
            tree[paragraph].end < tree[item].end, let last = lastText(tree, in: paragraph)
        else { return false }
        // A question mark, or the last byte of a full-width one.
        return last.last == UInt8(ascii: "?") || last.last == 0x9F
    }

    /// Whether an item names an option beside its condition: after an arrow, after a verb behind a situation, or before
    /// what it is best for. Only a heading makes such items a decision.
    static func mayRank(_ tree: Tree, item: Int) -> Bool {
        let paragraph = item + 1
        guard paragraph < Int(tree[item].end), tree[paragraph].kind == .paragraph else { return false }
        let text = opening(tree, paragraph)
        if situationWords.begin(text) { return true }
        for index in paragraph + 1..<Int(tree[paragraph].end) where tree[index].kind == .text {
            let text = tree.bytes(tree[index].literal)
            var hasSign = false
            for byte in text {
                // The first byte of an arrow or a dash, and the last of `->`.
                if byte == 0xE2 || byte == UInt8(ascii: ">") { return true }
                if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") { hasSign = true }
            }
            if hasSign, hasFit(text) { return true }
        }
        return false
    }

    /// Whether a colon with a word after it that may say what an option is best for occurs in a text.
    private static func hasFit(_ text: ArraySlice<UInt8>) -> Bool {
        var word: [UInt8] = []
        for byte in text.prefix(120) {
            if isLetter(byte) {
                word.append(byte | 0x20)
            } else {
                if fitWords.contains(word) { return true }
                word.removeAll(keepingCapacity: true)
            }
        }
        return fitWords.contains(word)
    }

    /// A block's first text from its first letter or character beyond ASCII on.
    private static func opening(_ tree: Tree, _ block: Int) -> ArraySlice<UInt8> {
        for index in block + 1..<max(block + 1, Int(tree[block].end)) where tree[index].kind == .text {
            let text = tree.bytes(tree[index].literal)
            var start = text.startIndex
            while start < text.endIndex, text[start] < 0x80, !isLetter(text[start]) { start += 1 }
            return text[start...]
        }
        return []
    }

    private static func lastText(_ tree: Tree, in block: Int) -> ArraySlice<UInt8>? {
        var index = Int(tree[block].end) - 1
        while index > block {
            if tree[index].kind == .text || tree[index].kind == .code {
                return tree.bytes(tree[index].literal)
            }
            index -= 1
        }
        return nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
    }

    /// The first words of heads.
    private static let firstWords = Openings(
        (Vocabulary.choosingVerbs + Vocabulary.avoidingVerbs).map { verb in
            String(verb.prefix { $0.isASCII && $0.isLetter })
        } + Vocabulary.whenQuestions.map(\.words) + Vocabulary.fitPhrases)

    /// The first words of items that tell a situation, or that there is none.
    private static let situationWords = Openings(
        Vocabulary.situationOpeners + Vocabulary.fallbackOpenings.map(\.words))

    /// Words that texts begin with, in lower case.
    private struct Openings {
        /// By their first letters; what begins with another character comes last.
        private let words: [[[UInt8]]]

        init(_ texts: [String]) {
            var words = [[[UInt8]]](repeating: [], count: 27)
            for text in Set(texts) where !text.isEmpty {
                let bytes = Array(text.utf8)
                words[Self.place(of: bytes[0])].append(bytes)
            }
            self.words = words
        }

        /// Whether a text begins with one of them, in letters of either case, and something that is no letter.
        func begin(_ text: ArraySlice<UInt8>) -> Bool {
            guard let first = text.first else { return false }
            return words[Self.place(of: first)].contains { Self.begins(text, with: $0) }
        }

        private static func begins(_ text: ArraySlice<UInt8>, with words: [UInt8]) -> Bool {
            guard text.count >= words.count else { return false }
            var index = text.startIndex
            for byte in words {
                let own = text[index]
                guard own == byte || (isLetter(own) && own | 0x20 == byte) else { return false }
                index += 1
            }
            return index == text.endIndex || !isLetter(text[index])
        }

        private static func place(of byte: UInt8) -> Int { isLetter(byte) ? Int(byte | 0x20) - 0x61 : 26 }
    }

    private static let fitWords: Set<[UInt8]> = Set(
        ["best", "ideal", "good", "great", "suited", "perfect", "use", "choose", "pick", "well"].map {
            Array($0.utf8)
        })
}
