import CMark

/// Entities of HTML in raw text, which libcmark leaves alone there.
enum Entity {
    /// The text with every entity replaced by what it stands for.
    static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "&"), let (character, end) = entity(in: text, at: index) {
                output += character
                index = end
            } else {
                output.append(text[index])
                index += 1
            }
        }
        return output
    }

    /// The longest name has 31 letters (HTML Living Standard, "named character references").
    private static let longest = 34

    private static func entity(in text: ArraySlice<UInt8>, at start: Int) -> ([UInt8], end: Int)? {
        let limit = min(text.endIndex, start + longest)
        guard let semicolon = text[start..<limit].firstIndex(of: UInt8(ascii: ";")), semicolon > start + 1,
            text[(start + 1)..<semicolon].allSatisfy({ Mask.isAlphanumeric($0) || $0 == UInt8(ascii: "#") })
        else { return nil }
        // libcmark has the table of names, and gives it away by way of a document.
        let entity = text[start...semicolon]
        var decoded: [UInt8] = []
        Tree.withDocument(entity) { document in
            guard let paragraph = cmark_node_first_child(document) else { return }
            TreeBuilder.withBytes(cmark_node_get_literal(cmark_node_first_child(paragraph))) {
                decoded = Array($0)
            }
        }
        return decoded.isEmpty || decoded.elementsEqual(entity) ? nil : (decoded, semicolon + 1)
    }
}
