/// Turns the text of a label, as Mermaid's source has it, into what readers see.
enum FlowchartText {
    /// The text without quotes, markup and entities; a line feed where a line breaks.
    static func plain(_ source: ArraySlice<UInt8>) -> String {
        var text = trimmed(source)
        if text.count >= 2, text.first == UInt8(ascii: "\""), text.last == UInt8(ascii: "\"") {
            text = trimmed(text.dropFirst().dropLast())
        }
        let isMarkdown = text.count >= 2 && text.first == UInt8(ascii: "`") && text.last == UInt8(ascii: "`")
        if isMarkdown { text = text.dropFirst().dropLast() }
        return tidied(decoded(text, isMarkdown: isMarkdown))
    }

    static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text
        while let first = text.first, first <= 0x20 { text.removeFirst() }
        while let last = text.last, last <= 0x20 { text.removeLast() }
        return text
    }

    private static func decoded(_ text: ArraySlice<UInt8>, isMarkdown: Bool) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "\\")
            where text[(index + 1)...].first == UInt8(ascii: "n"):
                output.append(UInt8(ascii: "\n"))
                index += 2
            case UInt8(ascii: "<"):
                if let (name, end) = tag(in: text, at: index) {
                    if name == "br" || name == "p" { output.append(UInt8(ascii: "\n")) }
                    index = end
                } else {
                    output.append(byte)
                    index += 1
                }
            case UInt8(ascii: "#"), UInt8(ascii: "&"):
                if let (character, end) = entity(in: text, at: index) {
                    output += character
                    index = end
                } else {
                    output.append(byte)
                    index += 1
                }
            case UInt8(ascii: "*") where isMarkdown: index += 1
            case UInt8(ascii: "_") where isMarkdown && isMark(text, at: index): index += 1
            default:
                output.append(byte)
                index += 1
            }
        }
        return output
    }

    /// Whether an underscore stands at a word's edge, where it is markup; `a_b` is a name.
    private static func isMark(_ text: ArraySlice<UInt8>, at index: Int) -> Bool {
        func isWord(_ index: Int) -> Bool {
            text.indices.contains(index)
                && (text[index] >= 0x80 || FlowchartScanner.isAlphanumeric(text[index]))
        }
        return !(isWord(index - 1) && isWord(index + 1))
    }

    /// Elements that labels are written with. Any other `<word>` is the author's text.
    private static let tags: Set<String> = [
        "b", "br", "code", "div", "em", "font", "i", "p", "s", "small", "span", "strong", "sub", "sup", "u",
    ]

    /// A tag of one of these elements. Its search ends at the next `<`, so all searches together pass each byte once.
    private static func tag(in text: ArraySlice<UInt8>, at start: Int) -> (name: String, end: Int)? {
        var index = start + 1
        if index < text.endIndex, text[index] == UInt8(ascii: "/") { index += 1 }
        let nameStart = index
        while index < text.endIndex, FlowchartScanner.isAlphanumeric(text[index]) { index += 1 }
        let name = String(decoding: text[nameStart..<index], as: UTF8.self).lowercased()
        guard tags.contains(name) else { return nil }
        while index < text.endIndex, text[index] != UInt8(ascii: "<") {
            if text[index] == UInt8(ascii: ">") { return (name, index + 1) }
            index += 1
        }
        return nil
    }

    private static let names: [String: String] = [
        "amp": "&", "apos": "'", "bull": "•", "copy": "©", "gt": ">", "hellip": "…", "larr": "←", "lt": "<",
        "mdash": "—", "nbsp": "\u{A0}", "ndash": "–", "quot": "\"", "rarr": "→", "reg": "®", "times": "×",
        "trade": "™",
    ]

    /// `#35;`, `#quot;` as Mermaid has them, `&#35;` and `&quot;` as HTML has them.
    private static func entity(in text: ArraySlice<UInt8>, at start: Int) -> ([UInt8], end: Int)? {
        var index = start + 1
        var isNumber = false
        if text[start] == UInt8(ascii: "&"), index < text.endIndex, text[index] == UInt8(ascii: "#") {
            isNumber = true
            index += 1
        }
        let limit = min(text.endIndex, index + 9)
        guard let end = text[index..<limit].firstIndex(of: UInt8(ascii: ";")), end > index else { return nil }
        let name = String(decoding: text[index..<end], as: UTF8.self)
        if text[start] == UInt8(ascii: "#") { isNumber = name.first?.isNumber ?? false }
        if isNumber {
            guard let number = UInt32(name), number >= 0x20, let scalar = Unicode.Scalar(number) else {
                return nil
            }
            return (Array(String(Character(scalar)).utf8), end + 1)
        }
        return names[name].map { (Array($0.utf8), end + 1) }
    }

    /// Runs of blanks made one, lines without blanks at their ends, no empty line at either end.
    private static func tidied(_ bytes: [UInt8]) -> String {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            line.split(whereSeparator: { $0 <= 0x20 }).map { String(decoding: $0, as: UTF8.self) }
                .filter { !isIcon($0) }.joined(separator: " ")
        }
        let first = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
        let last = lines.lastIndex { !$0.isEmpty } ?? lines.startIndex
        guard first <= last, first < lines.endIndex else { return "" }
        return lines[first...last].joined(separator: "\n")
    }

    /// Whether a word is a picture of an icon font, `fa:fa-car`, which no page of ours loads.
    private static func isIcon(_ word: String) -> Bool {
        word.hasPrefix("fa") && word.utf8.count < 40 && word.firstRange(of: ":fa-") != nil
    }
}
