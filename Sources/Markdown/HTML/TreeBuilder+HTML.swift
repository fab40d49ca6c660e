import CMark
import Writers

/// An element of raw HTML that is open while a tree is built.
struct OpenElement {
    let element: RawElement
    /// The index in the builder's open nodes.
    let position: Int
}

// Raw HTML: its tags become nodes, nested as they have to be, whatever the author's order is. An element ends with the
// block or inline it began in; what may not stand where it stands ends the elements that are in its way, as in a browser.

extension TreeBuilder {
    /// How many elements may be nested. Browsers stop at 512 levels of everything.
    private static let deepest = 100

    mutating func addHTML(_ literal: UnsafePointer<CChar>?, _ node: OpaquePointer, isBlock: Bool) {
        let kind: Tree.Kind = isBlock ? .htmlBlock : .htmlInline
        let start = tree.text.count
        let range = restored(literal)
        let bytes = Array(tree.bytes(range))
        guard mask != nil, !RawHTML.isComment(bytes[...]) else {
            if isBlock { closeElements(for: .flow) }
            if mask != nil {
                if isBlock { beginInlines(node) }
                addComment(bytes[...])
            }
            let index = isBlock ? add(kind, node) : addInline(kind, previous: UInt8(ascii: ")"))
            tree.nodes[index].literal = range
            return
        }
        tree.text.removeSubrange(start...)
        guard imageDepth == 0 else { return }
        if isBlock {
            beginInlines(node)
            if html == .trusted, RawHTML.isRawText(bytes) { return addTrusted(bytes[...]) }
            if html == .safe, addForeign(bytes, node) { return }
        }
        for piece in HTMLPieces(bytes) {
            switch piece {
            case .comment(let range): addComment(bytes[range])
            case .text(let range): addRawText(bytes[range])
            case .tag(let tag, let range):
                if html == .trusted, !isLocalLink(tag, bytes) {
                    addTrusted(bytes[range])
                } else {
                    add(tag, bytes, range)
                }
            }
        }
        previous = UInt8(ascii: ")")
    }

    /// Notes where a comment stands: what the source says in it is not for readers.
    private mutating func addComment(_ bytes: ArraySlice<UInt8>) {
        let content = Array(bytes.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed())
        guard let place = locator.place(of: content, behind: "") else { return }
        locator.leave(place)
        tree.comments.append(place.offset..<place.offset + place.count)
    }

    private mutating func addTrusted(_ bytes: ArraySlice<UInt8>) {
        let start = Int32(tree.text.count)
        tree.text += bytes
        let index = addInline(.htmlInline, previous: UInt8(ascii: ")"))
        tree.nodes[index].literal = start..<Int32(tree.text.count)
        tree.nodes[index].level = 1
    }

    /// Whether a tag is a link or an image that leads into the site, whose address depends on the page, or to where none
    /// may lead.
    private func isLocalLink(_ tag: HTMLTag, _ bytes: [UInt8]) -> Bool {
        let address: StaticString
        switch RawElement(named: tag.name) {
        case .a:
            if tag.isEnd { return openElements.contains { $0.element == .a } }
            address = "href"
        case .img: address = "src"
        default: return false
        }
        return tag.value(address, in: bytes).map {
            let address = String(decoding: $0, as: UTF8.self)
            return !LinkScheme.isExternal(address) || !LinkScheme.isAllowed(address)
        } ?? false
    }

    /// Adds a block as text that begins with an element which is not allowed; says whether it did.
    private mutating func addForeign(_ bytes: [UInt8], _ node: OpaquePointer) -> Bool {
        var pieces = HTMLPieces(bytes)
        guard let first = pieces.next() else { return false }
        guard case .tag(let tag, let range) = first else {
            guard case .text = first, bytes.starts(with: "<!".utf8) || bytes.starts(with: "<?".utf8) else {
                return false
            }
            let name = bytes.prefix { $0 != UInt8(ascii: ">") && $0 > 0x20 }
            report(
                .rawHTML, bytes[...], name,
                "\(String(decoding: name, as: UTF8.self))> is not allowed and is shown as text")
            closeElements(for: .flow)
            addCode(bytes[...], node)
            return true
        }
        guard RawElement(named: tag.name) == nil else { return false }
        report(bytes[range], tag)
        closeElements(for: .flow)
        if bytes[range.upperBound...].allSatisfy({ $0 <= 0x20 }) {
            open.append(add(.paragraph, node))
            addText(bytes[range])
            pop()
        } else {
            addCode(bytes[...], node)
        }
        return true
    }

    private mutating func addCode(_ bytes: ArraySlice<UInt8>, _ node: OpaquePointer) {
        let start = Int32(tree.text.count)
        tree.text += bytes
        if tree.text.last != UInt8(ascii: "\n") { tree.text.append(UInt8(ascii: "\n")) }
        let index = add(.codeBlock, node)
        tree.nodes[index].literal = start..<Int32(tree.text.count)
    }

    private mutating func addText(_ bytes: ArraySlice<UInt8>) {
        let start = Int32(tree.text.count)
        tree.text += bytes
        addTextNode(from: start)
    }

    private mutating func addRawText(_ bytes: ArraySlice<UInt8>) {
        if bytes.allSatisfy({ $0 <= 0x20 }) {
            // Between rows and items blanks are nothing; elsewhere they part words.
            if mayHold(.phrasing, at: open.count - 1) { addText(bytes) }
            return
        }
        closeElements(for: .phrasing)
        let start = Int32(tree.text.count)
        for byte in Entity.decoded(bytes) {
            switch byte {
            case 0..<0x09, 0x0B, 0x0E..<0x20, 0x7F: tree.text += "\u{FFFD}".utf8
            default: tree.text.append(byte)
            }
        }
        addTextNode(from: start)
    }

    // MARK: Tags

    private mutating func add(_ tag: HTMLTag, _ bytes: [UInt8], _ range: Range<Int>) {
        guard let element = RawElement(named: tag.name) else {
            report(bytes[range], tag)
            closeElements(for: .phrasing)
            return addText(bytes[range])
        }
        if tag.isEnd {
            if let count = textTags[element], count > 0 {
                textTags[element] = count - 1
                addText(bytes[range])
            } else {
                close(element)
            }
            return
        }
        switch element {
        case .picture: return
        case .source: return addSource(tag, bytes)
        case .a where linkDepth > 0: return
        default: break
        }
        guard openElements.count < Self.deepest, closeElements(for: element.role) else {
            report(bytes[range], tag, "cannot stand here and is shown as text")
            closeElements(for: .phrasing)
            if !element.isVoid { textTags[element, default: 0] += 1 }
            return addText(bytes[range])
        }
        let (attributes, dropped) = RawAttribute.markup(of: tag, on: element, in: bytes)
        if let dropped {
            let name = String(decoding: dropped, as: UTF8.self)
            report(.rawHTML, bytes[range], dropped, "attribute `\(name)` is left out")
        }
        switch element {
        case .br: addInline(.lineBreak, previous: nil)
        case .hr: addInline(.thematicBreak, previous: nil)
        case .img: addMedia(tag, bytes, "src")
        case .video, .audio:
            if tag.value("src", in: bytes) != nil {
                addMedia(tag, bytes, "src")
            } else {
                awaitsSource = true
            }
        case .a: openLink(tag, bytes)
        default: openElement(element, tag, bytes, attributes)
        }
    }

    private mutating func openElement(
        _ element: RawElement, _ tag: HTMLTag, _ bytes: [UInt8], _ attributes: Markup
    ) {
        let index = addInline(element.headingLevel > 0 ? .heading : .element, previous: UInt8(ascii: ")"))
        addIdentifier(of: tag, bytes, to: index)
        if element.headingLevel > 0 {
            tree.nodes[index].level = element.headingLevel
            previous = nil
        } else {
            let start = Int32(tree.text.count)
            tree.text += attributes.bytes
            tree.nodes[index].literal = start..<Int32(tree.text.count)
            tree.nodes[index].number = element.rawValue
        }
        if !element.isVoid { push(element, index) }
    }

    private mutating func push(_ element: RawElement, _ index: Int) {
        openElements.append(OpenElement(element: element, position: open.count))
        open.append(index)
    }

    private mutating func openLink(_ tag: HTMLTag, _ bytes: [UInt8]) {
        let href = tag.value("href", in: bytes)
        let span = addInline(.element, previous: previous)
        tree.nodes[span].number = RawElement.span.rawValue
        addIdentifier(of: tag, bytes, to: span)
        let hasIdentifier = tree.identifiers.last?.node == span
        guard let href else {
            push(.a, span)
            return
        }
        // A link is written when its target is known, so its `id` stands before it.
        if !hasIdentifier { tree.nodes.removeLast() }
        linkDepth += 1
        addMarkupLink(.link, href, tag.value("title", in: bytes) ?? [])
        let index = addInline(.link, previous: previous)
        tree.nodes[index].number = Int32(tree.links.count - 1)
        push(.a, index)
    }

    /// Adds the image or the film that a tag shows.
    private mutating func addMedia(_ tag: HTMLTag, _ bytes: [UInt8], _ address: StaticString) {
        guard let source = tag.value(address, in: bytes), !source.isEmpty else { return }
        addMarkupLink(.image, source, tag.value("title", in: bytes) ?? [])
        let last = tree.links.count - 1
        tree.links[last].text = String(decoding: tag.value("alt", in: bytes) ?? [], as: UTF8.self)
        if let width = tag.value("width", in: bytes).flatMap({ ImageSize.number($0) }) {
            tree.links[last].size = ImageSize(
                width: width, height: tag.value("height", in: bytes).flatMap { ImageSize.number($0) })
        }
        let index = addInline(.image, previous: UInt8(ascii: ")"))
        tree.nodes[index].number = Int32(last)
    }

    /// The first source of a film stands for it.
    private mutating func addSource(_ tag: HTMLTag, _ bytes: [UInt8]) {
        guard awaitsSource else { return }
        awaitsSource = false
        addMedia(tag, bytes, "src")
    }

    private mutating func addMarkupLink(_ kind: Tree.Link.Kind, _ address: [UInt8], _ title: [UInt8]) {
        // Browsers leave white space around an address out (URL Standard, "basic URL parser").
        let address = address.drop { $0 <= 0x20 }
        let place = locator.place(of: Array(address), behind: "=\"", "='", "=") ?? locator.fallback
        addLink(kind, address, title[...], place)
        let link = tree.links[tree.links.count - 1]
        if !LinkScheme.isAllowed(link.destination) { reportUnsafe(link) }
    }

    private mutating func addIdentifier(of tag: HTMLTag, _ bytes: [UInt8], to node: Int) {
        let isAnchor = tag.name == [UInt8(ascii: "a")]
        let value = tag.value("id", in: bytes) ?? (isAnchor ? tag.value("name", in: bytes) : nil)
        guard let value, let anchor = Anchor(author: value[...]) else { return }
        tree.identifiers.append(Tree.Identifier(node: node, anchor: anchor))
    }

    // MARK: Nesting

    /// Whether the open node at a position may hold an element.
    private func mayHold(_ role: RawElement.Role, at position: Int) -> Bool {
        guard position >= 0 else { return false }
        let node = tree.nodes[open[position]]
        switch node.kind {
        case .element: return RawElement(rawValue: node.number)?.mayHold(role) ?? false
        case .document, .blockQuote, .item, .callout, .footnote: return role == .phrasing || role == .flow
        default: return role == .phrasing
        }
    }

    /// Closes the elements in which nothing of a role may stand.
    ///
    /// - Returns: whether it may stand there now; where it may stand in none of them, none is closed.
    @discardableResult
    mutating func closeElements(for role: RawElement.Role) -> Bool {
        guard !openElements.isEmpty else { return mayHold(role, at: open.count - 1) }
        var elements = openElements[...]
        var position = open.count - 1
        while !mayHold(role, at: position) {
            guard elements.last?.position == position else { return false }
            elements.removeLast()
            position -= 1
        }
        closeElements(above: position)
        return true
    }

    /// Closes every element that was opened in the open node at a position.
    mutating func closeElements(above position: Int) {
        while let last = openElements.last, last.position > position {
            openElements.removeLast()
            let kind = tree.nodes[open[last.position]].kind
            if kind == .link { linkDepth -= 1 }
            if kind == .heading { settleHeading(open[last.position]) }
            pop()
        }
    }

    private mutating func close(_ element: RawElement) {
        if element == .video || element == .audio { awaitsSource = false }
        var position = open.count - 1
        for entry in openElements.reversed() {
            guard entry.position == position else { return }
            if entry.element == element { return closeElements(above: position - 1) }
            position -= 1
        }
    }

    // MARK: Problems

    /// Reports an element once for each name, in the spelling that it has the first time.
    private mutating func report(
        _ source: ArraySlice<UInt8>, _ tag: HTMLTag, _ what: String = "is not allowed and is shown as text"
    ) {
        let spelling = String(
            decoding: source.dropFirst(tag.isEnd ? 2 : 1).prefix(tag.name.count), as: UTF8.self)
        report(
            ElementNames.contain(spelling) ? .rawHTML : .unknownElement, source, tag.name,
            "<\(spelling)> \(what)")
    }

    private mutating func report(
        _ kind: Tree.Problem.Kind, _ source: ArraySlice<UInt8>, _ name: some Collection<UInt8>,
        _ message: String
    ) {
        guard reportedHTML.insert(Array(name)).inserted else { return }
        let place = locator.place(of: Array(source.prefix(64)), behind: "") ?? locator.fallback
        tree.problems.append(
            Tree.Problem(kind: kind, message: message, offset: place.offset, count: place.count))
    }
}
