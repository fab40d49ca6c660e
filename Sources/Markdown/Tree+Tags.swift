extension Tree {
    /// Whether a node is a tag, or text that only parts tags: white space and commas.
    package func isTagOrBlank(_ index: Int) -> Bool {
        switch nodes[index].kind {
        case .tag: true
        case .text:
            bytes(nodes[index].literal).allSatisfy {
                $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: ",")
            }
        default: false
        }
    }
}
