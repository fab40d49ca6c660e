extension FlowchartParser {
    /// An edge without its ends.
    struct Link {
        var label = ""
        var line = Flowchart.Line.solid
        var head = Flowchart.Head.none
        var tail = Flowchart.Head.none
    }

    /// The edge that begins here; nil where none does.
    mutating func link() throws(Problem) -> Link? {
        skipEdgeName()
        guard let stroke = stroke() else { return nil }
        var link = Link()
        if let tail = scanner.peek(), stroke.offset == 1 { link.tail = Self.head(tail) }
        link.line = stroke.line
        scanner.skip(stroke.offset)
        if let head = takeEnd(stroke.line) {
            link.head = head
            var rest = scanner
            rest.skipWhitespace()
            if rest.peek() == UInt8(ascii: "|") {
                scanner = rest
                link.label = try barredLabel()
            }
        } else {
            scanner.skip(2)
            try takeLabel(of: &link)
        }
        return link
    }

    private static func head(_ byte: UInt8) -> Flowchart.Head {
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"): .arrow
        case UInt8(ascii: "x"): .cross
        case UInt8(ascii: "o"): .circle
        default: .none
        }
    }

    /// Passes over the name of an edge, `e1@-->`.
    private mutating func skipEdgeName() {
        var rest = scanner
        let name = rest.takeWord()
        guard !name.isEmpty, rest.take("@"), let next = rest.peek(), next != UInt8(ascii: "{") else { return }
        edgeNames.insert(String(decoding: name, as: UTF8.self))
        scanner = rest
    }

    /// The kind of line that begins here, after one byte of a tail or none.
    private func stroke() -> (line: Flowchart.Line, offset: Int)? {
        var offset = 0
        if let byte = scanner.peek(), Self.head(byte) != .none, byte != UInt8(ascii: ">") { offset = 1 }
        switch (scanner.peek(offset), scanner.peek(offset + 1)) {
        case (UInt8(ascii: "-"), UInt8(ascii: "-")): return (.solid, offset)
        case (UInt8(ascii: "="), UInt8(ascii: "=")): return (.thick, offset)
        case (UInt8(ascii: "-"), UInt8(ascii: ".")): return (.dotted, offset)
        case (UInt8(ascii: "~"), UInt8(ascii: "~")) where offset == 0: return (.invisible, offset)
        default: return nil
        }
    }

    /// Takes a line and its head, where both are here; nothing where a label comes before the head.
    private mutating func takeEnd(_ line: Flowchart.Line) -> Flowchart.Head? {
        var length = 0
        switch line {
        case .solid, .thick:
            let byte = line == .solid ? UInt8(ascii: "-") : UInt8(ascii: "=")
            while scanner.peek(length) == byte { length += 1 }
            let head = scanner.peek(length).map(Self.head) ?? .none
            guard head != .none && scanner.peek(length) != UInt8(ascii: "<") || length > 2 else { return nil }
            let isHead = head != .none && scanner.peek(length) != UInt8(ascii: "<")
            scanner.skip(length + (isHead ? 1 : 0))
            return isHead ? head : Flowchart.Head.none
        case .dotted:
            if scanner.peek() == UInt8(ascii: "-") { length = 1 }
            let start = length
            while scanner.peek(length) == UInt8(ascii: ".") { length += 1 }
            guard length > start, scanner.peek(length) == UInt8(ascii: "-") else { return nil }
            length += 1
            let byte = scanner.peek(length)
            let head = byte == UInt8(ascii: "<") ? .none : byte.map(Self.head) ?? .none
            scanner.skip(length + (head == .none ? 0 : 1))
            return head
        case .invisible:
            while scanner.peek(length) == UInt8(ascii: "~") { length += 1 }
            guard length > 2 else { return nil }
            scanner.skip(length)
            return Flowchart.Head.none
        }
    }

    /// `|text|`.
    private mutating func barredLabel() throws(Problem) -> String {
        let line = scanner.line(after: &lineMark)
        scanner.skip()
        scanner.skipWhitespace()
        let text: ArraySlice<UInt8>
        if scanner.peek() == UInt8(ascii: "\"") {
            text = try quoted()
            scanner.skipWhitespace()
            guard scanner.take("|") else { throw problem("an edge's label is not closed by |", line: line) }
        } else {
            guard let found = scanner.take(upTo: "|") else {
                throw problem("an edge's label is not closed by |", line: line)
            }
            text = found
        }
        return FlowchartText.plain(text)
    }

    /// `text -->` after `--`.
    private mutating func takeLabel(of link: inout Link) throws(Problem) {
        let line = scanner.line(after: &lineMark)
        guard link.line != .invisible else { throw problem("an invisible edge is ~~~", line: line) }
        scanner.skipBlanks()
        if scanner.peek() == UInt8(ascii: "\"") {
            link.label = FlowchartText.plain(try quoted())
            scanner.skipBlanks()
            guard let head = takeEnd(link.line) else {
                throw problem("an edge's label is not followed by its arrow", line: line)
            }
            link.head = head
            return
        }
        let start = scanner.index
        let first: UInt8 =
            switch link.line {
            case .solid: UInt8(ascii: "-")
            case .thick: UInt8(ascii: "=")
            default: UInt8(ascii: ".")
            }
        while let byte = scanner.peek(), byte != UInt8(ascii: "\n") {
            if byte == first {
                let end = scanner.index
                if let head = takeEnd(link.line) {
                    link.label = FlowchartText.plain(scanner.bytes[start..<end])
                    link.head = head
                    return
                }
                // The run of dashes was no arrow: all of it is text.
                scanner.take { $0 == first }
            } else {
                scanner.skip()
            }
        }
        throw problem("an edge's label is not followed by its arrow", line: line)
    }
}
