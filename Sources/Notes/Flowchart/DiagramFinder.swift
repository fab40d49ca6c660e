import Markdown

/// Finds the drawings that a note gives as source: its code blocks in the language `mermaid`.
struct DiagramFinder {
    struct Match {
        let node: Int
        /// The source line of its first line, from 1.
        let line: Int
        let flowchart: Flowchart
    }

    private(set) var matches: [Match] = []
    /// What cannot be drawn, and stays a code block.
    private(set) var problems: [Tree.Problem] = []

    init(_ tree: Tree) {
        for index in tree.nodes.indices where tree[index].kind == .codeBlock {
            let language = tree.info(of: index).prefix { $0 > 0x20 && $0 != UInt8(ascii: "{") }
            guard language.elementsEqual("mermaid".utf8) else { continue }
            let line = Int(tree[index].line)
            do throws(FlowchartParser.Problem) {
                let flowchart = try FlowchartParser.parse(tree.bytes(tree[index].literal))
                matches.append(Match(node: index, line: line, flowchart: flowchart))
            } catch {
                problems.append(
                    Tree.Problem(kind: .diagram, message: error.message, line: line + error.line))
            }
        }
    }
}
