import Markdown

/// A table of a tree as rows of cells.
struct TableView {
    /// The table's node.
    let node: Int
    /// The nodes of the rows; the header first.
    let rowNodes: [Int]
    /// The nodes of the cells, row by row; the header first. Every row is as long as the header.
    let rows: [[Int]]
    /// The cells' text without markup, in the same shape.
    let texts: [[String]]

    init(_ tree: Tree, at node: Int) {
        self.node = node
        rowNodes = Array(tree.children(of: node))
        rows = rowNodes.map { row in Array(tree.children(of: row)) }
        texts = rows.map { row in row.map { Words.collapsed(tree.plainText(of: $0)) } }
    }

    var header: [String] { texts.first ?? [] }
    var body: ArraySlice<[String]> { texts.dropFirst() }

    /// A row and a column; the header is row 0.
    struct Place {
        let row: Int
        let column: Int
    }

    func cell(_ place: Place) -> (node: Int, text: String)? {
        guard rows.indices.contains(place.row), rows[place.row].indices.contains(place.column) else {
            return nil
        }
        return (rows[place.row][place.column], texts[place.row][place.column])
    }
}

extension Words {
    /// With single spaces, and none around it.
    static func collapsed(_ text: String) -> String {
        var previous: UInt8 = 0x20
        for byte in text.utf8 {
            if byte < 0x20 || (byte == 0x20 && previous == 0x20) { return split(text).joined(separator: " ") }
            previous = byte
        }
        return previous == 0x20 ? split(text).joined(separator: " ") : text
    }
}
