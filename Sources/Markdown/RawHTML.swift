/// HTML that a note holds as it stands.
enum RawHTML {
    /// Whether a block or an inline is one comment and nothing else.
    static func isComment(_ literal: ArraySlice<UInt8>) -> Bool {
        let content = literal.drop { $0 <= 0x20 }
        guard content.starts(with: "<!--".utf8),
            let close = content.dropFirst(4).firstRange(of: Array("-->".utf8))
        else { return false }
        return content[close.upperBound...].allSatisfy { $0 <= 0x20 }
    }
}
