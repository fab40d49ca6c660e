import Diagnostics
import Markdown
import Writers

func tree(_ text: String, dialect: Dialect = .waymark) -> Tree {
    Tree(parsing: SourceText(Array(text.utf8), keepsControls: dialect == .commonMark), dialect: dialect)
}

/// A tree's body as notes have it: headings with ids, links into the site as slots.
func body(_ tree: Tree, headingShift: Int = 0, directives: [Directive] = []) -> Body {
    let slotted = tree.links.map { link in
        switch link.kind {
        case .wikilink, .embed, .tag: true
        case .link, .image: !LinkScheme.isExternal(link.destination)
        }
    }
    var renderer = BodyRenderer(
        tree, dialect: .waymark, headings: tree.headings, directives: directives,
        slotted: slotted,
        headingShift: headingShift)
    return renderer.render().body
}

/// A document's HTML; slots are shown as `‹0`, `0›`, `‹title 0›` and `‹embed 0›`, with the reference's number.
func html(_ text: String, headingShift: Int = 0) -> String {
    let body = body(tree(text), headingShift: headingShift)
    var output = ""
    var position = 0
    for slot in body.slots {
        output += String(decoding: body.html.bytes[position..<Int(slot.offset)], as: UTF8.self)
        position = Int(slot.offset)
        switch slot.kind {
        case .linkOpen: output += "‹\(slot.reference)"
        case .linkClose: output += "\(slot.reference)›"
        case .title: output += "‹title \(slot.reference)›"
        case .embed: output += "‹embed \(slot.reference)›"
        }
    }
    return output + String(decoding: body.html.bytes[position...], as: UTF8.self)
}

/// The tables of a document as rows of cells without markup.
func tables(_ text: String) -> [[[String]]] {
    let tree = tree(text)
    return tree.nodes.indices.filter { tree[$0].kind == .table }.map { table in
        tree.children(of: table).map { row in tree.children(of: row).map { tree.plainText(of: $0) } }
    }
}

/// The kinds of the blocks that stand in no other.
func blocks(_ text: String) -> [Tree.Kind] {
    let tree = tree(text)
    return tree.children(of: 0).map { tree[$0].kind }
}

/// The names of a document's tags, in order.
func tags(_ text: String) -> [String] { tree(text).links.filter { $0.kind == .tag }.map(\.destination) }

/// A document's links as `kind destination` or `kind destination|text`.
func links(_ text: String) -> [String] {
    tree(text).links.map { link in
        "\(link.kind) \(link.destination)" + (link.text.isEmpty ? "" : "|\(link.text)")
    }
}
