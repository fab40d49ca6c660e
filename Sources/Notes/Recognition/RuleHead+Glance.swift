import Markdown

// What can be told without making any text. Nearly all of a site's blocks are passed over here.

extension RuleHead {
    /// Whether a document holds anything that a decision may be made of besides a table: a block that begins like a
    /// rule, or a question with a list of answers.
    static func mayDecide(_ tree: Tree) -> Bool {
        for index in tree.nodes.indices {
            switch tree[index].kind {
            case .paragraph, .heading: if mayBegin(tree, index) { return true }
            case .item: if mayAsk(tree, item: index) || mayRank(tree, item: index) { return true }
            default: break
            }
        }
        return false
    }

    /// Whether a block's first words can be a verb that chooses, or ask when to choose.
    static func mayBegin(_ tree: Tree, _ block: Int) -> Bool {
        let (words, isSymbol) = opening(tree, block)
        // An emoji, perhaps, with the verb behind it.
        if isSymbol { return true }
        return firstWords.contains {
            words.starts(with: $0) && words.count > $0.count && !isLetter(words[$0.count])
        }
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
        let (words, _) = opening(tree, paragraph)
        if ["if ", "for ", "need ", "want ", "otherwise", "not sure", "unsure"].contains(where: {
            words.starts(with: $0.utf8)
        }) {
            return true
        }
        for index in paragraph + 1..<Int(tree[paragraph].end) where tree[index].kind == .text {
            let text = tree.bytes(tree[index].literal)
            if text.contains(0xE2) || text.contains(UInt8(ascii: ">")) { return true }
            if index > paragraph + 1 || text.contains(UInt8(ascii: ":")) {
                let rest = text.drop { $0 == 0x20 || $0 == UInt8(ascii: ":") }
                if rest.count != text.count || text.contains(UInt8(ascii: ":")), hasFit(text) { return true }
            }
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

    /// The beginning of a block's first text from its first letter on, in lower case, and whether it begins with a
    /// character beyond ASCII.
    private static func opening(_ tree: Tree, _ block: Int) -> (words: [UInt8], isSymbol: Bool) {
        let nodes = block + 1..<Int(tree[block].end)
        guard let leaf = nodes.first(where: { tree[$0].kind == .text }) else { return ([], false) }
        let text = tree.bytes(tree[leaf].literal).drop { !isLetter($0) && $0 < 0x80 }
        guard let first = text.first else { return ([], false) }
        if first >= 0x80 { return ([], true) }
        return (text.prefix(16).map { isLetter($0) ? $0 | 0x20 : $0 } + [0x20], false)
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

    private static let firstWords: [[UInt8]] =
        Set(
            (Vocabulary.choosingVerbs + Vocabulary.avoidingVerbs).map { verb in
                Array(verb.utf8.prefix(while: isLetter))
            }
        )
        .sorted { $0.lexicographicallyPrecedes($1) }
        + Vocabulary.whenQuestions.map { Array($0.words.utf8) }
        + ["best for", "ideal for", "use it", "use when"].map { Array($0.utf8) }

    private static let fitWords: Set<[UInt8]> = Set(
        ["best", "ideal", "good", "great", "suited", "perfect", "use", "choose", "pick", "well"].map {
            Array($0.utf8)
        })
}
