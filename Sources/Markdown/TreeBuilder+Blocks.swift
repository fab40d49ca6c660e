// What a block turns out to be when its text is complete: a callout, a task, a block with an id of its own.

extension TreeBuilder {
    /// Settles the paragraph or heading that ends.
    mutating func settleBlock() {
        settleColours()
        settleDelimiters()
        hiddenBreaks = 0
        guard mask != nil, let block = open.last else { return }
        let parent = open.count > 1 ? open[open.count - 2] : 0
        switch tree.nodes[block].kind {
        case .heading: settleHeading(block)
        case .paragraph: settleParagraph(block, in: parent)
        default: break
        }
        escapes.removeAll(keepingCapacity: true)
    }

    private mutating func settleParagraph(_ paragraph: Int, in parent: Int) {
        if tree.nodes.count == paragraph + 1 {
            // Only what is hidden stood in it.
            return remove(paragraph)
        }
        let isFirst = paragraph == parent + 1
        var rest = paragraph
        if isFirst, tree.nodes[parent].kind == .blockQuote, let first = makeCallout(paragraph, in: parent) {
            rest = first
        }
        findEmbeds(in: rest)
        if isFirst, tree.nodes[parent].kind == .item { makeTask(paragraph, of: parent) }
        if rest < tree.nodes.count { takeBlockIdentifier(rest, from: paragraph, in: parent) }
    }

    /// Takes a node without descendants out that was added last and is open.
    private mutating func remove(_ node: Int) {
        tree.nodes.removeSubrange(node...)
        lastBlock = blockBefore
    }

    /// Finds the notes that are embedded in a paragraph, not in something inside it.
    private mutating func findEmbeds(in paragraph: Int) {
        guard paragraph < tree.nodes.count, tree.links.count > linksBefore,
            tree.links[linksBefore...].contains(where: { $0.kind == .embed })
        else { return }
        var index = paragraph + 1
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            if node.kind == .embed, Wikilink(tree.links[Int(node.number)].destination).mayNameNote {
                tree.links[Int(node.number)].isBlock = true
                tree.nodes[paragraph].level = 1
            }
            index = Int(node.end)
        }
    }

    // MARK: Callouts

    /// `[!type]`, `[!type]-` or `[!type]+` and a title, on a quote's first line.
    ///
    /// GitHub knows five types and no titles (https://github.com/orgs/community/discussions/16925); folding, titles and
    /// other types are Obsidian's.
    ///
    /// - Returns: the paragraph of the lines below; the end of the tree where there is none.
    private mutating func makeCallout(_ paragraph: Int, in quote: Int) -> Int? {
        let text = tree.nodes[paragraph + 1]
        guard text.kind == .text else { return nil }
        let bytes = Array(tree.bytes(text.literal))
        guard bytes.starts(with: "[!".utf8), !escapes.contains(text.literal.lowerBound),
            let close = bytes.prefix(60).firstIndex(of: UInt8(ascii: "]"))
        else { return nil }
        let type = bytes[2..<close].prefix { $0 != UInt8(ascii: "|") }
        guard !type.isEmpty,
            type.allSatisfy({ Mask.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F || $0 >= 0x80 })
        else { return nil }
        var start = close + 1
        var fold = Tree.Fold.none
        if start < bytes.count, bytes[start] == UInt8(ascii: "-") { fold = .folded }
        if start < bytes.count, bytes[start] == UInt8(ascii: "+") { fold = .unfolded }
        if fold != .none { start += 1 }
        while start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }

        let first = text.literal.lowerBound
        tree.nodes[quote].kind = .callout
        tree.nodes[quote].level = fold.rawValue
        tree.nodes[quote].literal = first + 2..<first + 2 + Int32(type.count)
        tree.nodes[paragraph + 1].literal = first + Int32(start)..<text.literal.upperBound
        tree.nodes[paragraph].kind = .calloutTitle
        var index = paragraph + 1
        while index < tree.nodes.count {
            if tree.nodes[index].kind == .softBreak || tree.nodes[index].kind == .lineBreak {
                // The lines below are a paragraph of their own, which begins where the line broke.
                tree.nodes[paragraph].end = Int32(index)
                tree.nodes[index].kind = .paragraph
                tree.nodes[index].end = Int32(tree.nodes.count)
                open[open.count - 1] = index
                return index
            }
            index = Int(tree.nodes[index].end)
        }
        return tree.nodes.count
    }

    // MARK: Tasks

    /// `[ ]` or `[x]` at the beginning of an item (https://github.github.com/gfm/#task-list-items-extension-).
    private mutating func makeTask(_ paragraph: Int, of item: Int) {
        let text = tree.nodes[paragraph + 1]
        guard text.kind == .text, text.literal.count >= 3 else { return }
        let head = Array(tree.bytes(text.literal).prefix(4))
        let isAlone = head.count == 3 && tree.nodes.count > paragraph + 2
        guard head[0] == UInt8(ascii: "["), head[2] == UInt8(ascii: "]"),
            isAlone || (head.count == 4 && (head[3] == UInt8(ascii: " ") || head[3] == UInt8(ascii: "\t"))),
            !escapes.contains(text.literal.lowerBound)
        else { return }
        let task: Tree.Task
        switch head[1] {
        case UInt8(ascii: " "): task = .open
        case UInt8(ascii: "x"), UInt8(ascii: "X"): task = .done
        default: return
        }
        tree.nodes[item].level = task.rawValue
        tree.nodes[paragraph + 1].literal = text.literal.lowerBound + 3..<text.literal.upperBound
    }

    // MARK: Ids

    /// ` ^id` at the end of a paragraph names the paragraph, or its item; on lines of its own the block before.
    private mutating func takeBlockIdentifier(_ paragraph: Int, from start: Int, in parent: Int) {
        guard let last = tree.nodes.indices.last, tree.nodes[last].kind == .text, last > paragraph,
            isDirectlyIn(paragraph, last)
        else { return }
        let literal = tree.nodes[last].literal
        // Few paragraphs have one: the others need no copy.
        guard tree.bytes(literal).suffix(99).contains(UInt8(ascii: "^")) else { return }
        let bytes = Array(tree.bytes(literal))
        guard let caret = bytes.lastIndex(of: UInt8(ascii: "^")),
            !escapes.contains(literal.lowerBound + Int32(caret)),
            let anchor = Anchor(block: bytes[(caret + 1)...])
        else { return }
        let before = bytes[..<caret]
        if before.isEmpty {
            let isAlone = last == paragraph + 1
            guard isAlone || tree.nodes[last - 1].kind == .softBreak else { return }
            if isAlone {
                guard blockBefore > parent, paragraph == start else { return }
                tree.identifiers.append(Tree.Identifier(node: blockBefore, anchor: anchor))
                return remove(paragraph)
            }
            tree.nodes.removeSubrange((last - 1)...)
        } else {
            guard before.last == UInt8(ascii: " ") else { return }
            let kept = before.lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? 0
            tree.nodes[last].literal = literal.lowerBound..<literal.lowerBound + Int32(kept)
        }
        let isItem = tree.nodes[parent].kind == .item && paragraph == parent + 1
        tree.identifiers.append(Tree.Identifier(node: isItem ? parent : paragraph, anchor: anchor))
    }

    /// Whether the tree's last node is a child of a block, and not deeper inside it.
    private func isDirectlyIn(_ block: Int, _ last: Int) -> Bool {
        var index = block + 1
        while index < last { index = Int(tree.nodes[index].end) }
        return index == last
    }

    /// `{#id}` at the end of a heading.
    mutating func settleHeading(_ heading: Int) {
        guard let last = tree.nodes.indices.last, last > heading, tree.nodes[last].kind == .text else {
            return
        }
        let literal = tree.nodes[last].literal
        let bytes = Array(tree.bytes(literal).suffix(210))
        let end = bytes.lastIndex { $0 != UInt8(ascii: " ") } ?? 0
        guard bytes.count > 3, bytes[end] == UInt8(ascii: "}"),
            let brace = bytes[..<end].lastIndex(of: UInt8(ascii: "{")), brace + 2 < end,
            bytes[brace + 1] == UInt8(ascii: "#"), let anchor = Anchor(author: bytes[(brace + 2)..<end])
        else { return }
        let start = literal.upperBound - Int32(bytes.count)
        guard !escapes.contains(start + Int32(brace)) else { return }
        let kept = bytes[..<brace].lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? 0
        let isWhole = start == literal.lowerBound && kept == 0
        tree.nodes[last].literal = literal.lowerBound..<(isWhole ? literal.lowerBound : start + Int32(kept))
        tree.identifiers.append(Tree.Identifier(node: heading, anchor: anchor))
    }
}
