/// Reads the source of a Mermaid flowchart.
///
///     let chart = try FlowchartParser.parse(Array("flowchart LR\n A --> B".utf8)[...])
///
/// It takes what Mermaid's own grammar takes (https://mermaid.js.org/syntax/flowchart.html) apart from what no drawing
/// of ours shows: colours, classes, clicks and animations are passed over. Whatever the source, it takes time in
/// proportion to its length.
package struct FlowchartParser {
    /// Why a source is not drawn.
    package struct Problem: Error, Hashable {
        /// The line of the source, from 1.
        package let line: Int
        package let message: String
    }

    var scanner: FlowchartScanner
    var builder = FlowchartBuilder()
    /// The names of edges, which a later `name@{ … }` may give settings to.
    var edgeNames: Set<String> = []
    /// Up to where line ends are counted, so that they are counted once.
    var lineMark = FlowchartScanner.LineMark()

    private init(_ source: ArraySlice<UInt8>) { scanner = FlowchartScanner(source) }

    package static func parse(_ source: ArraySlice<UInt8>) throws(Problem) -> Flowchart {
        var parser = FlowchartParser(source)
        return try parser.chart()
    }

    func problem(_ message: String, line: Int? = nil) -> Problem {
        Problem(line: line ?? scanner.line, message: message)
    }

    private mutating func chart() throws(Problem) -> Flowchart {
        scanner.skipPreamble()
        let kind = String(decoding: scanner.takeWord(), as: UTF8.self)
        switch kind {
        case "flowchart", "graph", "flowchart-elk": break
        case "": throw problem("this diagram says no kind")
        default: throw problem("a diagram of the kind \(kind.prefix(40)) is not drawn")
        }
        scanner.skipBlanks()
        if let direction = takeDirection() { builder.direction = direction }
        scanner.skipBlanks()
        if let next = scanner.peek(), next > 0x20, next != UInt8(ascii: ";"), !scanner.has("%%") {
            throw problem("a chart's direction is TB, TD, BT, LR or RL")
        }
        while true {
            scanner.skipToStatement()
            guard !scanner.isAtEnd else { break }
            try statement()
            if builder.isFull {
                throw problem(
                    "a chart of more than \(FlowchartBuilder.limits.nodes) nodes or \(FlowchartBuilder.limits.edges) edges is not drawn"
                )
            }
        }
        if builder.hasOpenGroup { throw problem("a subgraph has no end") }
        if let (name, line) = builder.edgeIntoItself {
            throw problem(
                "an edge between the subgraph \(name.prefix(40)) and what it holds is not drawn", line: line)
        }
        let chart = builder.flowchart()
        guard !chart.nodes.isEmpty else { throw problem("this chart has no nodes") }
        return chart
    }

    private mutating func takeDirection() -> Flowchart.Direction? {
        let direction: Flowchart.Direction
        switch scanner.word() {
        case "TB", "TD": direction = .down
        case "BT": direction = .up
        case "LR": direction = .right
        case "RL": direction = .left
        default: return nil
        }
        scanner.skip(2)
        return direction
    }

    // MARK: Statements

    private mutating func statement() throws(Problem) {
        switch scanner.word() {
        case "subgraph": try subgraph()
        case "end":
            guard builder.hasOpenGroup else { throw problem("this end closes no subgraph") }
            scanner.skip(3)
            builder.closeGroup()
        case "direction" where isDirection: scanner.skipStatement()
        case "classDef", "class", "style", "linkStyle", "click", "accTitle": scanner.skipStatement()
        case "accDescr":
            scanner.skip(8)
            scanner.skipBlanks()
            if scanner.peek() == UInt8(ascii: "{") {
                guard scanner.take(upTo: "}") != nil else { throw problem("this description has no end") }
            } else {
                scanner.skipStatement()
            }
        default: try chain()
        }
    }

    /// Whether `direction` says how a subgraph runs; all of a drawing runs one way.
    private var isDirection: Bool {
        var rest = scanner
        rest.skip(9)
        rest.skipBlanks()
        return ["TB", "TD", "BT", "LR", "RL"].contains(rest.word())
    }

    private mutating func subgraph() throws(Problem) {
        let line = scanner.line(after: &lineMark)
        scanner.skip(8)
        scanner.skipBlanks()
        var name: ArraySlice<UInt8> = []
        var title: ArraySlice<UInt8>
        if scanner.peek() == UInt8(ascii: "\"") {
            title = try quoted()
            name = title
        } else {
            title = scanner.take {
                $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "[")
            }
            name = title
            if scanner.peek() == UInt8(ascii: "[") {
                scanner.skip()
                scanner.skipBlanks()
                if scanner.peek() == UInt8(ascii: "\"") {
                    title = try quoted()
                } else {
                    title = scanner.take { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "]") }
                }
                scanner.skipBlanks()
                guard scanner.take("]") else { throw problem("this subgraph's title has no ]") }
            }
        }
        skipClass()
        try endStatement()
        let id = String(decoding: FlowchartText.trimmed(name), as: UTF8.self)
        guard builder.openGroup(name: id, title: FlowchartText.plain(title)) else {
            throw problem("so many subgraphs are not drawn", line: line)
        }
    }

    /// Makes sure that nothing else stands before the line's end.
    private func endStatement() throws(Problem) {
        var rest = scanner
        rest.skipBlanks()
        guard let next = rest.peek(), next > 0x20, next != UInt8(ascii: ";"), !rest.has("%%") else { return }
        let text = rest.take { $0 != UInt8(ascii: "\n") }.prefix(20)
        throw problem("this is not understood: \(String(decoding: text, as: UTF8.self))")
    }

    /// Nodes, and the edges from each to the next: `A & B --> C --> D`.
    private mutating func chain() throws(Problem) {
        var sources = try nodes()
        while true {
            scanner.skipBlanks()
            let line = scanner.line(after: &lineMark)
            guard let link = try link() else { break }
            scanner.skipWhitespace()
            let targets = try nodes()
            for source in sources where !builder.isFull {
                for target in targets where !builder.isFull {
                    builder.connect(source, target, link, line: line)
                }
            }
            if builder.isFull { return }
            sources = targets
        }
        try endStatement()
    }

    /// Takes a text in quotes, without them.
    mutating func quoted() throws(Problem) -> ArraySlice<UInt8> {
        let line = scanner.line(after: &lineMark)
        scanner.skip()
        guard let text = scanner.take(upTo: "\"") else { throw problem("a quote has no end", line: line) }
        return text
    }

    /// Passes over `:::name`.
    mutating func skipClass() {
        while scanner.take(":::") { _ = scanner.takeWord() }
    }
}
