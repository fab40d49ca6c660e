import CMark

// The dialect's part of the text: tags, links, footnote references, math, and the marks of strikethrough and highlight.

extension TreeBuilder {
    /// 1 for a byte that our dialect looks at in text.
    private static let isSpecial: [UInt8] = (0...255).map { (byte: UInt8) in
        switch byte {
        case 0..<0x09, 0x0B..<0x20, 0x7F, UInt8(ascii: "#"), UInt8(ascii: "~"), UInt8(ascii: "="),
            UInt8(ascii: "["), 0xEF, 0xF0...:
            1
        default: 0
        }
    }

    /// Adds text, parted into plain text, tags, links, math and marks.
    ///
    /// - Parameter next: the node that follows in libcmark's tree.
    mutating func addText(_ literal: UnsafePointer<CChar>?, before next: OpaquePointer?) {
        Self.withBytes(literal) { bytes in
            guard let mask else {
                let start = Int32(tree.text.count)
                tree.text.append(contentsOf: bytes)
                addTextNode(from: start)
                return
            }
            var start = Int32(tree.text.count)
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                switch byte {
                case Mask.spanStart:
                    guard let span = mask.span(in: bytes, at: index) else {
                        appendReplacement()
                        index += 1
                        continue
                    }
                    addTextNode(from: start)
                    add(span, mask.sourceBytes(span.range))
                    start = Int32(tree.text.count)
                    index += span.range.count
                case Mask.symbolMark where index + 2 < bytes.count:
                    addTextNode(from: start)
                    addMath(bytes[(index + 1)..<(index + 2)], at: nil, isDisplayed: false)
                    start = Int32(tree.text.count)
                    index += 3
                case Preparation.formulaStart:
                    addTextNode(from: start)
                    index += addFormula(bytes, at: index)
                    start = Int32(tree.text.count)
                case Preparation.filler: index += 1
                case UInt8(ascii: "#") where linkDepth == 0 && mayBeginTag(after: start):
                    var end = min(bytes.count, index + 257)
                    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
                    let text = Array(bytes[(index + 1)..<end])
                    let length = TagToken.nameLength(in: text[...], at: 0)
                    if length == 0 {
                        append(bytes[index])
                        index += 1
                    } else {
                        addTextNode(from: start)
                        addTag(text[..<length])
                        start = Int32(tree.text.count)
                        index += 1 + length
                    }
                case UInt8(ascii: "~"), UInt8(ascii: "="):
                    let run = Self.endOfRun(bytes, from: index)
                    if let mark = Delimiter.mark(byte, run - index) {
                        addTextNode(from: start)
                        addDelimiter(mark, bytes, index..<run, spaceFollows: Self.isSpace(next))
                        start = Int32(tree.text.count)
                    } else {
                        tree.text.append(contentsOf: bytes[index..<run])
                        previous = byte
                    }
                    index = run
                case UInt8(ascii: "["):
                    if !footnotes.isEmpty { checkFootnote(bytes, at: index) }
                    append(byte)
                    index += 1
                case 0xEF...:
                    // libcmark gives valid UTF-8.
                    let length = min(bytes.count - index, byte == 0xEF ? 3 : 4)
                    if UTF8Sequence.isNoncharacter(bytes, at: index, length: length) {
                        appendReplacement()
                    } else {
                        tree.text.append(contentsOf: bytes[index..<index + length])
                        previous = bytes[index + length - 1]
                    }
                    index += length
                case 0..<0x09, 0x0B, 0x0E..<0x20, 0x7F:
                    if let character = Mask.escaped(byte) {
                        // The backslash before the mark has been copied as text.
                        if tree.text.last == UInt8(ascii: "\\"), tree.text.count > start {
                            tree.text.removeLast()
                        }
                        escapes.append(Int32(tree.text.count))
                        append(character)
                    } else {
                        // An entity has brought it in, and no page may hold it.
                        appendReplacement()
                    }
                    index += 1
                default:
                    let run = Self.plainRun(bytes, from: index)
                    locator.pass(UnsafeBufferPointer(rebasing: bytes[index..<run]))
                    tree.text.append(contentsOf: bytes[index..<run])
                    previous = bytes[run - 1]
                    index = run
                }
            }
            addTextNode(from: start)
        }
    }

    /// The end of the bytes from `start` on that mean nothing to our dialect; there is at least one.
    private static func plainRun(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        isSpecial.withUnsafeBufferPointer { isSpecial in
            var index = start + 1
            while index < bytes.count, isSpecial[Int(bytes[index])] == 0 { index += 1 }
            return index
        }
    }

    private static func endOfRun(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] == bytes[start] { index += 1 }
        return index
    }

    /// Whether the text before a node ends with the line, or with what it stands in.
    private static func isSpace(_ next: OpaquePointer?) -> Bool {
        guard let next else { return true }
        let type = cmark_node_get_type(next)
        return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK
    }

    private mutating func appendReplacement() {
        tree.text += "\u{FFFD}".utf8
        previous = UInt8(ascii: " ")
    }

    private mutating func append(_ byte: UInt8) {
        tree.text.append(byte)
        previous = byte
    }

    /// Whether the scalar before the next byte lets a tag begin.
    private func mayBeginTag(after start: Int32) -> Bool {
        guard let previous, previous >= 0x80 else {
            return TagToken.mayFollow(previous) && !isInAddress(after: start)
        }
        var index = tree.text.count - 1
        while index > Int(start), tree.text[index] & 0xC0 == 0x80 { index -= 1 }
        guard index >= Int(start) else { return false }
        let properties = UTF8Sequence.scalar(in: tree.text[...], at: index).scalar.properties
        return !properties.isAlphabetic && properties.numericType == nil
    }

    /// Whether the word that is being written is a URL, whose `#` begins a fragment.
    private func isInAddress(after start: Int32) -> Bool {
        let word = tree.text[Int(start)...].suffix(512).reversed().prefix { $0 > 0x20 }
        return !word.isEmpty && Array(word.reversed()).firstRange(of: Array("://".utf8)) != nil
    }

    mutating func addTextNode(from start: Int32) {
        let end = Int32(tree.text.count)
        guard end > start else { return }
        let index = addInline(.text, previous: tree.text.last)
        tree.nodes[index].literal = start..<end
    }

    private mutating func addTag(_ name: ArraySlice<UInt8>) {
        tree.text.append(UInt8(ascii: "#"))
        let start = Int32(tree.text.count)
        tree.text += name
        let place = locator.place(of: Array(name), behind: "#") ?? locator.fallback
        locator.leave(place)
        let index = addInline(.tag, previous: tree.text.last)
        tree.nodes[index].literal = start..<Int32(tree.text.count)
        if TagToken.isColour(name) {
            colours.append((index, place.offset, place.count))
        } else {
            addLink(ofTag: index, place)
        }
    }

    private mutating func addLink(ofTag index: Int, _ place: Locator.Place) {
        addLink(.tag, ArraySlice(Array(tree.bytes(tree.nodes[index].literal))), [], place)
        tree.nodes[index].number = Int32(tree.links.count - 1)
    }

    // MARK: What was hidden

    private mutating func add(_ span: Mask.Span, _ bytes: ArraySlice<UInt8>) {
        switch span.kind {
        case .wikilink: addWikilink(bytes)
        case .footnote: addFootnoteReference(bytes)
        case .address, .mail: addAutolink(bytes, span.kind)
        case .math:
            let width = bytes.dropFirst().first == UInt8(ascii: "$") ? 2 : 1
            let place = locator.place(of: Array(bytes), behind: "")
            addMath(
                bytes.dropFirst(width).dropLast(width), at: place.map { $0.offset + width },
                isDisplayed: width == 2)
            if let place { locator.leave(place) }
        }
    }

    private mutating func addWikilink(_ bytes: ArraySlice<UInt8>) {
        let isEmbed = bytes.first == UInt8(ascii: "!")
        let inner = bytes.dropFirst(isEmbed ? 3 : 2).dropLast(2)
        let pipe = inner.firstIndex(of: UInt8(ascii: "|"))
        var destination = inner[..<(pipe ?? inner.endIndex)]
        // In a table the pipe is escaped, and out of habit elsewhere too.
        if pipe != nil, destination.last == UInt8(ascii: "\\") { destination.removeLast() }
        let label = Self.trimmed(pipe.map { inner[($0 + 1)...] } ?? [])
        guard linkDepth == 0 else { return addPlain(label.isEmpty ? destination : label) }
        let place = locator.place(of: Array(destination), behind: "[[") ?? locator.fallback
        locator.leave(place)
        addLink(isEmbed ? .embed : .wikilink, destination, [], place)
        let index = addInline(isEmbed ? .embed : .wikilink, previous: UInt8(ascii: "]"))
        tree.nodes[index].number = Int32(tree.links.count - 1)
        guard !label.isEmpty else { return }
        let text = String(decoding: label, as: UTF8.self)
        if isEmbed {
            (tree.links[tree.links.count - 1].text, tree.links[tree.links.count - 1].size) =
                ImageSize.parted(text)
            return
        }
        tree.links[tree.links.count - 1].text = text
        open.append(index)
        addPlain(label)
        pop()
        previous = UInt8(ascii: "]")
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = text.firstIndex { !SourceText.isBlank($0) } ?? text.endIndex
        let end = text.lastIndex { !SourceText.isBlank($0) } ?? start
        return start < text.endIndex ? text[start...end] : []
    }

    private mutating func addPlain(_ bytes: ArraySlice<UInt8>) {
        let start = Int32(tree.text.count)
        tree.text += bytes
        addTextNode(from: start)
    }

    private mutating func addAutolink(_ bytes: ArraySlice<UInt8>, _ kind: Mask.Span.Kind) {
        guard linkDepth == 0 else { return addPlain(bytes) }
        let isBare = bytes.first.map { $0 | 0x20 } == UInt8(ascii: "w")
        let scheme: StaticString = kind == .mail ? "mailto:" : isBare ? "http://" : ""
        let address = scheme.withUTF8Buffer { Array($0) } + Entity.decoded(bytes)
        let place = locator.place(of: Array(bytes), behind: "") ?? locator.fallback
        locator.leave(place)
        addLink(.link, address[...], [], place)
        let index = addInline(.link, previous: UInt8(ascii: ")"))
        tree.nodes[index].number = Int32(tree.links.count - 1)
        open.append(index)
        addPlain(bytes)
        pop()
        previous = UInt8(ascii: ")")
    }

    private mutating func addFootnoteReference(_ bytes: ArraySlice<UInt8>) {
        guard imageDepth == 0 else { return addPlain(bytes) }
        let index = addInline(.footnoteReference, previous: UInt8(ascii: ")"))
        footnotes.refer(to: bytes.dropFirst(2).dropLast(), node: index)
    }

    /// Reports `[^label]` without a definition, in a document that has footnotes.
    private mutating func checkFootnote(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        guard index + 3 < bytes.count, bytes[index + 1] == UInt8(ascii: "^") else { return }
        let head = Array(bytes[index..<min(bytes.count, index + 1000)])
        guard let label = Preparation.label(in: head[...], at: 0) else { return }
        let place = locator.place(of: Array(head[label]), behind: "") ?? locator.fallback
        tree.problems.append(
            Tree.Problem(
                kind: .undefinedFootnote,
                message: "no footnote is defined as \(String(decoding: head[label], as: UTF8.self))",
                offset: place.offset, count: place.count))
    }

    private mutating func addMath(_ tex: some Collection<UInt8>, at offset: Int?, isDisplayed: Bool) {
        let start = Int32(tree.text.count)
        tree.text += tex
        let index = addInline(.math, previous: UInt8(ascii: ")"))
        tree.nodes[index].literal = start..<Int32(tree.text.count)
        tree.nodes[index].level = isDisplayed ? 1 : 0
        tree.nodes[index].number = Int32(offset ?? locator.fallback.offset)
    }

    /// Adds the formula over several lines whose mark stands at `index`, and returns the mark's length.
    private mutating func addFormula(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let total = formulas.endIndex
        let residue = index + 1 < bytes.count ? Mask.value(of: bytes[index + 1]) : nil
        guard let residue,
            let found = formulas.indices.prefix(62).first(where: { $0 % 62 == residue }), found < total
        else {
            appendReplacement()
            return 1
        }
        let formula = formulas[found]
        formulas = formulas[(found + 1)...]
        addMath(formula.tex, at: formula.range.lowerBound + 2, isDisplayed: true)
        locator.leave((formula.range.lowerBound, formula.range.count))
        hiddenBreaks = formula.lineBreaks
        return 2
    }

    /// A name that reads as a colour is a tag only on a line that holds nothing but tags.
    mutating func settleColours() {
        guard !colours.isEmpty, let block = open.last else { return }
        var pending = colours[...]
        colours.removeAll(keepingCapacity: true)
        var isSorted = true
        var line = block + 1
        while line < tree.nodes.count {
            let end = (line..<tree.nodes.count).first { isBreak($0) } ?? tree.nodes.count
            let isTagLine = (line..<end).allSatisfy { tree.isTagOrBlank($0) }
            while let (index, offset, count) = pending.first, index < end {
                pending.removeFirst()
                if isTagLine {
                    addLink(ofTag: index, (offset, count))
                    isSorted = false
                } else {
                    makeText(index)
                }
            }
            line = end + 1
        }
        if !isSorted { sortLinks(from: block) }
    }

    private func isBreak(_ index: Int) -> Bool {
        tree.nodes[index].kind == .softBreak || tree.nodes[index].kind == .lineBreak
    }

    private mutating func makeText(_ index: Int) {
        let node = tree.nodes[index]
        tree.nodes[index] = Tree.Node(
            kind: .text, end: Int32(index + 1), line: node.line, lastLine: node.lastLine,
            literal: node.literal.lowerBound - 1..<node.literal.upperBound)
    }

    /// Puts the links of the open block back into the order of the text.
    private mutating func sortLinks(from block: Int) {
        let links = Array(tree.links[linksBefore...])
        tree.links.removeLast(links.count)
        for index in block..<tree.nodes.count {
            switch tree.nodes[index].kind {
            case .link, .image, .wikilink, .embed, .tag:
                tree.links.append(links[Int(tree.nodes[index].number) - linksBefore])
                tree.nodes[index].number = Int32(tree.links.count - 1)
            default: break
            }
        }
    }
}
