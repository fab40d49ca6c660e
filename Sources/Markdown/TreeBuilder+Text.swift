// The dialect's part of the text: tags and wikilinks.

extension TreeBuilder {
    /// Adds text, parted into plain text, tags and wikilinks.
    mutating func addText(_ literal: UnsafePointer<CChar>?) {
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
                switch bytes[index] {
                case Mask.linkStart:
                    guard let range = mask.link(in: bytes, at: index) else {
                        appendReplacement()
                        index += 1
                        continue
                    }
                    addTextNode(from: start)
                    addWikilink(mask.sourceBytes(range))
                    start = Int32(tree.text.count)
                    index += range.count
                case Mask.escapedHash:
                    // The backslash before the mark has been copied as text.
                    if tree.text.last == UInt8(ascii: "\\") { tree.text.removeLast() }
                    append(UInt8(ascii: "#"))
                    index += 1
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
                case 0..<0x09, 0x0B, 0x0E..<0x20, 0x7F:
                    // An entity has brought it in, and no page may hold it.
                    appendReplacement()
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
        var index = start + 1
        while index < bytes.count {
            switch bytes[index] {
            case 0..<0x09, 0x0B, 0x0E..<0x20, 0x7F, UInt8(ascii: "#"): return index
            default: index += 1
            }
        }
        return index
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

    private mutating func addWikilink(_ bytes: ArraySlice<UInt8>) {
        let isEmbed = bytes.first == UInt8(ascii: "!")
        let inner = bytes.dropFirst(isEmbed ? 3 : 2).dropLast(2)
        let pipe = inner.firstIndex(of: UInt8(ascii: "|"))
        let destination = inner[..<(pipe ?? inner.endIndex)]
        let label = pipe.map { inner[($0 + 1)...] } ?? []
        guard linkDepth == 0 else {
            let start = Int32(tree.text.count)
            tree.text += label.isEmpty ? Array(destination) : Array(label)
            addTextNode(from: start)
            return
        }
        let place = locator.place(of: Array(destination), behind: "[[") ?? locator.fallback
        locator.leave(place)
        addLink(isEmbed ? .embed : .wikilink, destination, [], place)
        let index = addInline(isEmbed ? .embed : .wikilink, previous: UInt8(ascii: "]"))
        tree.nodes[index].number = Int32(tree.links.count - 1)
        guard !label.isEmpty else { return }
        // Obsidian writes an image's size in place of its text.
        if isEmbed, label.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "x") }) { return }
        tree.links[tree.links.count - 1].text = String(decoding: label, as: UTF8.self)
        if isEmbed { return }
        open.append(index)
        let start = Int32(tree.text.count)
        tree.text += label
        addTextNode(from: start)
        pop()
        previous = UInt8(ascii: "]")
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
