import Markdown

/// What a paragraph, a heading or a cell says without markup, and which stretches of it the author has set off as
/// names: in bold, code, emphasis or a link.
struct Phrase {
    /// UTF-8 with single spaces; no emoji, marks or numbers in front, no space behind.
    let bytes: [UInt8]
    /// The bytes with ASCII letters in lower case; as many.
    let folded: [UInt8]
    /// In order, none in another.
    let marks: [Range<Int>]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var isEmpty: Bool { bytes.isEmpty }
    var count: Int { bytes.count }

    /// - Parameter text: read without any marks.
    init(_ text: String) {
        self.init(collapsed: Array(Words.collapsed(text).utf8), marks: [])
    }

    /// Reads the inlines of a node.
    init(_ tree: Tree, at node: Int) {
        var bytes: [UInt8] = []
        var marks: [Range<Int>] = []
        var raw: [UInt8] = []
        for child in tree.children(of: node) {
            raw.removeAll(keepingCapacity: true)
            for index in child..<Int(tree[child].end) { tree.appendPlainText(of: index, to: &raw) }
            let start = bytes.count
            for byte in raw {
                if byte > 0x20 {
                    bytes.append(byte)
                } else if bytes.last ?? 0x20 != 0x20 {
                    bytes.append(0x20)
                }
            }
            guard tree[child].kind.isMark else { continue }
            var (first, last) = (start, bytes.count)
            while first < last, bytes[first] == 0x20 { first += 1 }
            while first < last, bytes[last - 1] == 0x20 { last -= 1 }
            if first < last { marks.append(first..<last) }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        self.init(collapsed: bytes, marks: marks)
    }

    private init(collapsed bytes: [UInt8], marks: [Range<Int>]) {
        let start = Words.leadingDecoration(String(decoding: bytes, as: UTF8.self))
        self.init(bytes[start...], marks: marks)
    }

    /// - Parameter marks: in the indices of `slice`; what stands outside of it is left out.
    private init(_ slice: ArraySlice<UInt8>, marks: [Range<Int>]) {
        var slice = slice
        while slice.first == 0x20 { slice.removeFirst() }
        while slice.last == 0x20 { slice.removeLast() }
        bytes = Array(slice)
        folded = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        self.marks = marks.compactMap { mark in
            let part = mark.clamped(to: slice.indices)
            return part.isEmpty
                ? nil : part.lowerBound - slice.startIndex..<part.upperBound - slice.startIndex
        }
    }

    /// The part of the phrase in `range`, without spaces around it.
    func part(_ range: Range<Int>) -> Phrase { Phrase(bytes[range], marks: marks) }

    func dropping(_ count: Int) -> Phrase { part(min(count, bytes.count)..<bytes.count) }

    /// Without the ASCII characters `marks`, and spaces, at its end.
    func trimmingEnd(_ characters: StaticString) -> Phrase {
        var end = count
        while end > 0, bytes[end - 1] == 0x20 || characters.holds(bytes[end - 1]) { end -= 1 }
        var part = part(0..<end)
        // The full-width colon, and the ellipsis that stands for one: `Use A if…`
        let last = part.bytes.suffix(3)
        if characters.holds(UInt8(ascii: ":")),
            last.elementsEqual("：".utf8) || last.elementsEqual("…".utf8)
        {
            part = part.part(0..<part.count - 3).trimmingEnd(characters)
        }
        return part
    }

    /// Whether the phrase begins with `words`, in lower case, and something that is no letter or digit.
    func begins(with words: String) -> Bool {
        let count = words.utf8.count
        return folded.starts(with: words.utf8) && (folded.count == count || !Words.isWordByte(folded[count]))
    }

    /// The first place from `start` on where `words`, in lower case, stand with no letter or digit beside them.
    func range(of words: String, from start: Int = 0) -> Range<Int>? {
        let needle = Array(words.utf8)
        guard let first = needle.first, count >= needle.count else { return nil }
        var index = start
        while index <= count - needle.count {
            let end = index + needle.count
            if folded[index] == first, folded[index..<end].elementsEqual(needle),
                index == 0 || !Words.isWordByte(folded[index - 1]) || !Words.isWordByte(first),
                end == count || !Words.isWordByte(folded[end]) || !Words.isWordByte(folded[end - 1])
            {
                return index..<end
            }
            index += 1
        }
        return nil
    }

    /// The first of several words or signs: the earliest, and of those at one place the longest.
    func first(of words: [String], from start: Int = 0) -> Range<Int>? {
        words.compactMap { range(of: $0, from: start) }
            .min { ($0.lowerBound, -$0.count) < ($1.lowerBound, -$1.count) }
    }

    /// The name that the author sets off at the phrase's beginning.
    var leadingMark: Range<Int>? {
        guard let mark = marks.first, mark.lowerBound == 0 else { return nil }
        return mark
    }
}

extension Tree.Kind {
    /// Whether an inline sets a name off from the text around it.
    fileprivate var isMark: Bool {
        switch self {
        case .strong, .code, .emphasis, .highlight, .link, .wikilink: true
        default: false
        }
    }
}

extension StaticString {
    fileprivate func holds(_ byte: UInt8) -> Bool {
        withUTF8Buffer { $0.contains(byte) }
    }
}
