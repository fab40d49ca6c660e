import Diagnostics
import Markdown
import Testing
import Writers

@testable import Notes

/// A chart as lines: nodes as `id shape text @group`, edges as `from line→head label to`.
private func shown(_ source: String) throws(FlowchartParser.Problem) -> (nodes: [String], edges: [String]) {
    let chart = try FlowchartParser.parse(Array(source.utf8)[...])
    let nodes = chart.nodes.map { node in
        let group = node.group.map { " @\(chart.groups[$0].title)" } ?? ""
        let text = node.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
        return "\(node.id) \(node.shape) \(text)\(group)"
    }
    let edges = chart.edges.map { edge in
        let label = edge.label.isEmpty ? "" : " “\(edge.label)”"
        let tail = edge.tail == .none ? "" : "\(edge.tail) "
        func name(_ end: Flowchart.End) -> String {
            switch end {
            case .node(let node): chart.nodes[node].id
            case .group(let group): "@\(chart.groups[group].title)"
            }
        }
        return "\(name(edge.from)) \(tail)\(edge.line) \(edge.head)\(label) \(name(edge.to))"
    }
    return (nodes, edges)
}

private func problem(_ source: String) -> String? {
    do throws(FlowchartParser.Problem) {
        _ = try FlowchartParser.parse(Array(source.utf8)[...])
        return nil
    } catch {
        return "\(error.line): \(error.message)"
    }
}

@Suite("Flowcharts")
struct FlowchartTests {
    @Test(
        "every shape",
        arguments: [
            ("A", "A rectangle A"), ("A[x]", "A rectangle x"), ("A(x)", "A rounded x"),
            ("A([x])", "A stadium x"), ("A[[x]]", "A subroutine x"), ("A[(x)]", "A cylinder x"),
            ("A((x))", "A circle x"), ("A(((x)))", "A doubleCircle x"), ("A>x]", "A flag x"),
            ("A{x}", "A diamond x"), ("A{{x}}", "A hexagon x"), ("A[/x/]", "A leanRight x"),
            (#"A[\x\]"#, "A leanLeft x"), (#"A[/x\]"#, "A trapezoid x"),
            (#"A[\x/]"#, "A invertedTrapezoid x"), (#"A[/"x / y"/]"#, "A leanRight x / y"),
            ("A[/etc/hosts]", "A rectangle /etc/hosts"),
            ("A@{ shape: diam, label: \"x, y\" }", "A diamond x, y"),
            ("A@{shape: cyl}", "A cylinder A"), ("A@{\n  shape: 'hex'\n  label: x\n}", "A hexagon x"),
            ("A@{ shape: bolt }", "A rectangle A"), ("A[x]:::hot", "A rectangle x"),
            ("über-Größe[x]", "über-Größe rectangle x"), ("a.b/c[x]", "a.b/c rectangle x"),
        ])
    func shapes(source: String, node: String) throws {
        #expect(try shown("flowchart TD\n  \(source)").nodes == [node])
    }

    @Test(
        "texts",
        arguments: [
            (#"["a (b) [c] {d}"]"#, "a (b) [c] {d}"), ("[ a   b ]", "a b"),
            (#"["say #quot;hi#quot; #35;1"]"#, "say \"hi\" #1"),
            ("[a<br>b<br/>c<BR />d]", "a⏎b⏎c⏎d"), (#"[a\nb]"#, "a⏎b"), ("[\"a\nb\"]", "a⏎b"),
            ("[\"`**bold** and _it_ a_b`\"]", "bold and it a_b"), ("[<b>x</b> <y>]", "x <y>"),
            ("[fa:fa-car Car]", "Car"), ("[a &amp; b &#65;]", "a & b A"), ("[#; #x; &]", "#; #x; &"),
            ("{x > 3?}", "x > 3?"), ("[日本語]", "日本語"), ("[]", ""),
        ])
    func texts(source: String, text: String) throws {
        let node = try #require(try shown("graph LR; A\(source)").nodes.first)
        #expect(node.hasSuffix(text) && (text.isEmpty || node.hasSuffix(" \(text)")), "\(node)")
    }

    @Test(
        "every edge",
        arguments: [
            ("-->", "solid arrow"), ("---", "solid none"), ("---->", "solid arrow"), ("-----", "solid none"),
            ("-.->", "dotted arrow"), ("-.-", "dotted none"), ("-..->", "dotted arrow"),
            ("==>", "thick arrow"), ("===", "thick none"), ("====>", "thick arrow"),
            ("~~~", "invisible none"), ("--x", "solid cross"), ("--o", "solid circle"),
            ("<-->", "arrow solid arrow"), ("x--x", "cross solid cross"), ("o--o", "circle solid circle"),
            ("<-.->", "arrow dotted arrow"), ("<==>", "arrow thick arrow"),
            ("-->|yes|", "solid arrow “yes”"), ("--> |\"a | b\"|", "solid arrow “a | b”"),
            ("-- yes -->", "solid arrow “yes”"), ("-- yes ---", "solid none “yes”"),
            ("-- not-so --x", "solid cross “not-so”"), ("-. a.b .->", "dotted arrow “a.b”"),
            ("-. maybe .-", "dotted none “maybe”"), ("== sure ==>", "thick arrow “sure”"),
            ("-- \"if a --> b\" -->", "solid arrow “if a --> b”"), ("e1@-->", "solid arrow"),
            ("<-- both -->", "arrow solid arrow “both”"),
        ])
    func edges(arrow: String, edge: String) throws {
        let label = edge.firstIndex(of: "“").map { " " + edge[$0...] } ?? ""
        let kind = edge.firstIndex(of: "“").map { String(edge[..<$0].dropLast()) } ?? edge
        #expect(try shown("flowchart TD\nA \(arrow) B").edges == ["A \(kind)\(label) B"])
    }

    @Test("edges need no blanks, but for the tails that are letters")
    func tight() throws {
        #expect(try shown("graph TD\nA-->B---C-.->D==>E").edges.count == 4)
        #expect(try shown("graph TD\nA[x]-->|y|B{z}").edges == ["A solid arrow “y” B"])
        #expect(try shown("graph TD\nbox-->B").edges == ["box solid arrow B"])
        #expect(try shown("graph TD\na-b-->c-d").edges == ["a-b solid arrow c-d"])
    }

    @Test("chains and products")
    func chains() throws {
        #expect(
            try shown("flowchart LR\nA[one] --> B --> C").edges == ["A solid arrow B", "B solid arrow C"])
        #expect(
            try shown("flowchart LR\nA & B --> C & D").edges
                == ["A solid arrow C", "A solid arrow D", "B solid arrow C", "B solid arrow D"])
        #expect(try shown("flowchart LR\nA --> A").edges == ["A solid arrow A"])
        #expect(try shown("flowchart LR\nA -->\n  B").edges == ["A solid arrow B"])
    }

    @Test("a later mention gives a node its text")
    func mentions() throws {
        #expect(
            try shown("flowchart LR\nA --> B\nB{Ready?}\nB").nodes == ["A rectangle A", "B diamond Ready?"])
    }

    @Test(
        "directions",
        arguments: [
            ("TB", Flowchart.Direction.down), ("TD", .down), ("BT", .up), ("LR", .right), ("RL", .left),
            ("", .down),
        ])
    func directions(name: String, direction: Flowchart.Direction) throws {
        #expect(try FlowchartParser.parse(Array("flowchart \(name)\nA".utf8)[...]).direction == direction)
    }

    @Test("subgraphs hold the nodes that they mention, inner ones first")
    func subgraphs() throws {
        let source = """
            flowchart TD
              X --> A
              subgraph one [First part]
                direction LR
                A --> B
                subgraph "Inner one"
                  C --> B
                end
                subgraph empty
                end
              end
              subgraph Second part
                D
              end
              A --> D
            """
        let chart = try FlowchartParser.parse(Array(source.utf8)[...])
        #expect(chart.groups.map(\.title) == ["First part", "Inner one", "Second part"])
        #expect(chart.groups.map(\.parent) == [nil, 0, nil])
        #expect(
            try shown(source).nodes == [
                "X rectangle X", "A rectangle A @First part", "B rectangle B @Inner one",
                "C rectangle C @Inner one", "D rectangle D @Second part",
            ])
    }

    @Test("what means nothing to a drawing is passed over")
    func ignored() throws {
        let source = """
            ---
            title: A chart
            ---
            %%{init: {"theme": "dark",
              "x": 1}}%%
            %% a comment
            flowchart LR %% another
              accTitle: words
              accDescr { more
                words }
              A:::hot --> B;  B --> C %% a comment
              classDef hot fill:#f96,stroke:#333;
              class A,B hot
              style C fill:#bbf
              linkStyle 0 stroke:#ff3,stroke-width:4px
              click A "javascript:alert(1); x"
              e1@{ animate: true }
              endpoint --> D
            """
        // A name of an edge that no edge has is a node, as in Mermaid.
        #expect(try shown(source).edges == ["A solid arrow B", "B solid arrow C", "endpoint solid arrow D"])
        #expect(try shown("flowchart LR\nA e1@--> B\ne1@{ animate: true }").nodes.count == 2)
    }

    @Test("edges may begin and end at subgraphs, before and after they are told of")
    func groupEnds() throws {
        let chart = try shown(
            "flowchart TD\nA & B --> one -->|x| two\nsubgraph one [First]\nC\nend\nsubgraph two\nD --> one\nend\ntwo --- E"
        )
        #expect(
            chart.nodes == [
                "A rectangle A", "B rectangle B", "C rectangle C @First", "D rectangle D @two",
                "E rectangle E",
            ])
        #expect(
            chart.edges == [
                "A solid arrow @First", "B solid arrow @First", "@First solid arrow “x” @two",
                "D solid arrow @First", "@two solid none E",
            ])
    }

    @Test("a subgraph that holds nothing is a box where an edge leads to it")
    func emptyEnds() throws {
        let chart = try shown(
            "flowchart TD\nsubgraph outer\nsubgraph inner [Nothing here]\nend\nend\nA --> inner\nsubgraph unused\nend\nunused"
        )
        #expect(chart.nodes == ["A rectangle A", "inner rectangle Nothing here @outer"])
        #expect(chart.edges == ["A solid arrow inner"])
    }

    @Test(
        "problems have their line",
        arguments: [
            ("sequenceDiagram\n A->>B: x", "1: a diagram of the kind sequenceDiagram is not drawn"),
            ("%% x\n\npie", "3: a diagram of the kind pie is not drawn"),
            ("", "1: this diagram says no kind"),
            ("flowchart TD", "1: this chart has no nodes"),
            ("flowchart XY\nA", "1: a chart's direction is TB, TD, BT, LR or RL"),
            ("flowchart TD\nA[x\nB", "2: a node's text is not closed by ]"),
            ("flowchart TD\nA[\"x\nB", "2: a quote has no end"),
            ("flowchart TD\nA --> B\nA -- x B\n", "3: an edge's label is not followed by its arrow"),
            ("flowchart TD\nA -->|x B\n", "2: an edge's label is not closed by |"),
            ("flowchart TD\nA --> ", "2: a node is missing"),
            ("flowchart TD\nA --> [x]", "2: this is no node: [x]"),
            ("flowchart TD\nA B", "2: this is not understood: B"),
            ("flowchart TD\nsubgraph x\nA", "3: a subgraph has no end"),
            ("flowchart TD\nA\nend", "3: this end closes no subgraph"),
            (
                "flowchart TD\nA\nA --> x\nsubgraph x\nA\nend",
                "3: an edge between the subgraph x and what it holds is not drawn"
            ),
            (
                "flowchart TD\nsubgraph x\nsubgraph y\nA\nend\nend\ny --> x",
                "7: an edge between the subgraph x and what it holds is not drawn"
            ),
            (
                "flowchart TD\nsubgraph x\nA\nend\nx --> x",
                "5: an edge between the subgraph x and what it holds is not drawn"
            ),
            ("flowchart TD\nA@{ shape", "2: the settings of a node are `key: value`, and end with }"),
        ])
    func problems(source: String, message: String) {
        #expect(problem(source) == message)
    }

    @Test(
        "hostile sources give a chart or a problem",
        arguments: [
            "A[", "A{{", "-->", "A-->|", "A-.", "A==", "&", "& A ", "A & ", "subgraph x\n", "end\n", "%%{",
            "\"",
            "A@{", "A@{ a: ", ":::", "A:::", "#35;", "<b", "[<b", "~~", "x--", "A\\", "\u{0}", "é", "e@",
            "A[\"`*_", "accDescr {", "A --> B\n", "%%{\n", "---\n", "A -- ", "(", "A>", "A -- - ",
        ])
    func hostile(piece: String) {
        for count in [1, 2, 7, 5000] {
            _ = problem("flowchart TD\n" + String(repeating: piece, count: count))
            _ = problem(String(repeating: piece, count: count))
        }
    }

    @Test("more than can be drawn is refused")
    func limits() {
        let names = (0..<400).map { "n\($0)" }
        let wide = names.prefix(100).joined(separator: " & ")
        #expect(problem("flowchart TD\n\(names.joined(separator: "\n"))")?.contains("300 nodes") == true)
        #expect(problem("flowchart TD\n\(wide) --> \(wide) --> \(wide)")?.contains("600 edges") == true)
        #expect(problem("flowchart TD\n\(names.prefix(300).joined(separator: "\n"))") == nil)
    }
}

@Suite("Diagrams of a note")
struct DiagramTests {
    @Test("a chart is a diagram with the place of its code block")
    func place() throws {
        let note = note("One.\n\n```mermaid\nflowchart TD\nA --> B\n```\n\nTwo.\n")
        let diagram = try #require(note.diagrams.first)
        #expect(diagram.line == 3)
        let place = note.body.html.bytes[diagram.place]
        #expect(
            place.starts(with: "<pre ".utf8)
                && place.reversed().starts(with: "</code></pre>\n".utf8.reversed()))
        #expect(note.diagnostics.isEmpty)
    }

    @Test("what is not drawn stays a code block, and its line is reported")
    func problem() {
        let note = note(
            "> ~~~mermaid\n> flowchart TD\n> A[x\n> ~~~\n\n```mermaid\npie\n```\n\n```python\nA\n```\n")
        #expect(note.diagrams.isEmpty)
        #expect(
            problems(note) == [
                "3:1 unsupported-diagram: a node's text is not closed by ]",
                "7:1 unsupported-diagram: a diagram of the kind pie is not drawn",
            ])
    }
}
