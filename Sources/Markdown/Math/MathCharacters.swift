/// Which bytes may stand in a formula: UTF-8 without what HTML calls an error.
///
/// The HTML standard, section 13.2.3.5 (preprocessing the input stream), forbids controls but white space, and
/// noncharacters.
enum MathCharacters {
    /// Throws at the first byte that HTML could not show.
    static func check(_ tex: ArraySlice<UInt8>) throws(MathML.Problem) {
        var index = tex.startIndex
        while index < tex.endIndex {
            let length = UTF8Sequence.length(in: tex, at: index)
            let offset = index - tex.startIndex
            if length == 0 {
                throw MathML.Problem(message: "bytes that are no text", offset: offset, count: 1)
            }
            if isForbidden(at: index, in: tex) {
                throw MathML.Problem(message: "a control character", offset: offset, count: length)
            }
            index += length
        }
    }

    /// The formula with U+FFFD for each character that HTML could not show.
    static func replacingForbidden(in tex: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(tex.count)
        var index = tex.startIndex
        while index < tex.endIndex {
            let length = UTF8Sequence.length(in: tex, at: index)
            if length == 0 || isForbidden(at: index, in: tex) {
                result.append(contentsOf: "\u{FFFD}".utf8)
            } else {
                result.append(contentsOf: tex[index..<index + length])
            }
            index += max(1, length)
        }
        return result
    }

    private static func isForbidden(at index: Int, in tex: ArraySlice<UInt8>) -> Bool {
        let byte = tex[index]
        if byte >= 0x20, byte < 0x7F { return false }
        let value = UTF8Sequence.scalar(in: tex, at: index).scalar.value
        switch value {
        case 0x09, 0x0A, 0x0D: return false
        case 0..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: return true
        default: return value & 0xFFFE == 0xFFFE
        }
    }
}
