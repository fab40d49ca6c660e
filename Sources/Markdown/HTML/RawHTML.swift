/// How raw HTML is treated.
package enum RawHTML: String, Sendable, Hashable {
    /// Elements and attributes of an allow-list stay; everything else is shown as text or left out, and reported.
    case safe
    /// Everything stays as it is written.
    case trusted

    /// Whether a block or an inline is one comment and nothing else.
    static func isComment(_ literal: ArraySlice<UInt8>) -> Bool {
        let content = literal.drop { $0 <= 0x20 }
        guard content.starts(with: "<!--".utf8),
            let close = content.dropFirst(4).firstRange(of: Array("-->".utf8))
        else { return false }
        return content[close.upperBound...].allSatisfy { $0 <= 0x20 }
    }

    /// Whether a block begins with an element whose content is no markup.
    static func isRawText(_ block: [UInt8]) -> Bool {
        let head = block.drop { $0 <= 0x20 }.prefix(10).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return ["<script", "<style", "<textarea"].contains { head.starts(with: $0.utf8) }
    }
}
