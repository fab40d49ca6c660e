extension FlowchartParser {
    /// Nodes that stand beside each other: `A & B[text]`.
    mutating func nodes() throws(Problem) -> [Int] {
        var nodes: [Int] = []
        while true {
            if let node = try node() { nodes.append(node) }
            scanner.skipBlanks()
            guard scanner.peek() == UInt8(ascii: "&"), !builder.isFull else { return nodes }
            scanner.skip()
            scanner.skipWhitespace()
        }
    }

    /// A node, as its name alone or with its shape; nil for the settings of an edge, which have its form.
    private mutating func node() throws(Problem) -> Int? {
        let name = scanner.takeName()
        guard !name.isEmpty else {
            let found = scanner.bytes[scanner.index...].prefix { $0 != UInt8(ascii: "\n") }.prefix(20)
            throw problem(
                found.isEmpty
                    ? "a node is missing" : "this is no node: \(String(decoding: found, as: UTF8.self))")
        }
        let id = String(decoding: name, as: UTF8.self)
        if scanner.has("@{"), edgeNames.contains(id) {
            _ = try settings()
            return nil
        }
        let node = builder.node(id)
        if scanner.has("@{") {
            let (shape, label) = try settings()
            builder.show(node, text: label.map(FlowchartText.plain), shape: shape)
        } else if let (shape, text) = try shape() {
            builder.show(node, text: FlowchartText.plain(text), shape: shape)
        }
        skipClass()
        return node
    }

    // MARK: Shapes

    private static let openers: [(StaticString, StaticString, Flowchart.Shape)] = [
        ("(((", ")))", .doubleCircle), ("((", "))", .circle), ("([", "])", .stadium), ("(-", "-)", .stadium),
        ("(", ")", .rounded), ("[[", "]]", .subroutine), ("[(", ")]", .cylinder), ("{{", "}}", .hexagon),
        ("{", "}", .diamond), (">", "]", .flag),
    ]

    private mutating func shape() throws(Problem) -> (Flowchart.Shape, ArraySlice<UInt8>)? {
        for (opener, closer, shape) in Self.openers where scanner.take(opener) {
            return (shape, try text(upTo: closer))
        }
        guard scanner.take("[") else { return nil }
        let first = scanner.peek()
        guard first == UInt8(ascii: "/") || first == UInt8(ascii: "\\") else {
            return (.rectangle, try text(upTo: "]"))
        }
        let start = scanner.index
        scanner.skip()
        scanner.skipWhitespace()
        var inner: ArraySlice<UInt8>
        var last: UInt8?
        if scanner.peek() == UInt8(ascii: "\"") {
            inner = try quoted()
            scanner.skipWhitespace()
            last = scanner.peek()
            scanner.skip()
            guard last == UInt8(ascii: "/") || last == UInt8(ascii: "\\"), scanner.take("]") else {
                throw problem("a node's text has no / or \\ before its ]")
            }
        } else {
            inner = try text(upTo: "]")
            last = inner.popLast()
        }
        switch (first, last) {
        case (UInt8(ascii: "/"), UInt8(ascii: "/")): return (.leanRight, inner)
        case (UInt8(ascii: "\\"), UInt8(ascii: "\\")): return (.leanLeft, inner)
        case (UInt8(ascii: "/"), UInt8(ascii: "\\")): return (.trapezoid, inner)
        case (UInt8(ascii: "\\"), UInt8(ascii: "/")): return (.invertedTrapezoid, inner)
        // `A[/a/path]` is text.
        default: return (.rectangle, scanner.bytes[start..<(scanner.index - 1)])
        }
    }

    /// The text of a shape, with or without quotes.
    private mutating func text(upTo closer: StaticString) throws(Problem) -> ArraySlice<UInt8> {
        let line = scanner.line(after: &lineMark)
        scanner.skipWhitespace()
        if scanner.peek() == UInt8(ascii: "\"") {
            let text = try quoted()
            scanner.skipWhitespace()
            guard scanner.take(closer) else {
                throw problem("a node's text is not closed by \(closer)", line: line)
            }
            return text
        }
        guard let text = scanner.take(upTo: closer) else {
            throw problem("a node's text is not closed by \(closer)", line: line)
        }
        return text
    }

    // MARK: Settings

    /// `@{ shape: diamond, label: "Ready?" }`.
    private mutating func settings() throws(Problem) -> (
        shape: Flowchart.Shape?, label: ArraySlice<UInt8>?
    ) {
        let line = scanner.line(after: &lineMark)
        scanner.skip(2)
        var shape: Flowchart.Shape?
        var label: ArraySlice<UInt8>?
        while true {
            scanner.take { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
            if scanner.take("}") { return (shape, label) }
            let key = scanner.takeWord()
            scanner.skipWhitespace()
            guard !key.isEmpty, scanner.take(":") else {
                throw problem("the settings of a node are `key: value`, and end with }", line: line)
            }
            scanner.skipBlanks()
            let value: ArraySlice<UInt8>
            if scanner.peek() == UInt8(ascii: "\"") {
                value = try quoted()
            } else if scanner.take("'") {
                guard let text = scanner.take(upTo: "'") else {
                    throw problem("a quote has no end", line: line)
                }
                value = text
            } else {
                value = scanner.take {
                    $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "\n")
                }
            }
            if key.elementsEqual("shape".utf8) {
                let name = String(decoding: FlowchartText.trimmed(value), as: UTF8.self)
                shape = Self.shapes[name] ?? .rectangle
            }
            if key.elementsEqual("label".utf8) { label = value }
        }
    }

    /// Mermaid's names of those shapes that we draw. Any other is drawn as a rectangle.
    private static let shapes: [String: Flowchart.Shape] = [
        "rounded": .rounded, "event": .rounded, "stadium": .stadium, "pill": .stadium, "terminal": .stadium,
        "fr-rect": .subroutine, "framed-rectangle": .subroutine, "subproc": .subroutine,
        "subprocess": .subroutine, "subroutine": .subroutine, "cyl": .cylinder, "cylinder": .cylinder,
        "database": .cylinder, "db": .cylinder, "disk": .cylinder, "lin-cyl": .cylinder,
        "circle": .circle, "circ": .circle, "dbl-circ": .doubleCircle, "double-circle": .doubleCircle,
        "odd": .flag, "diam": .diamond, "diamond": .diamond, "decision": .diamond, "question": .diamond,
        "hex": .hexagon, "hexagon": .hexagon, "prepare": .hexagon, "lean-r": .leanRight,
        "lean-right": .leanRight, "in-out": .leanRight, "lean-l": .leanLeft, "lean-left": .leanLeft,
        "out-in": .leanLeft, "trap-b": .trapezoid, "trapezoid": .trapezoid, "priority": .trapezoid,
        "trapezoid-bottom": .trapezoid, "trap-t": .invertedTrapezoid, "inv-trapezoid": .invertedTrapezoid,
        "manual": .invertedTrapezoid, "trapezoid-top": .invertedTrapezoid,
    ]
}
