/// What has to be settled before libcmark sees a source's blocks: comments and displayed math, which may span lines and
/// hold anything, and footnotes, which libcmark would take for link definitions.
///
/// All of it is overwritten in place: no byte and no line moves, so every offset stays one of the source.
///
/// - A comment becomes blanks.
/// - Math over several lines becomes a mark and blanks that libcmark reads as one paragraph's text.
/// - `[^label]:` becomes `1)  `, because a list item is what a footnote's definition is: a container that holds what is
///   indented below it. `TreeBuilder` knows the line and makes a footnote of the item.
struct Preparation {
    private(set) var bytes: [UInt8]
    /// Where comments stand, in order.
    private(set) var comments: [Range<Int>] = []
    /// In order.
    private(set) var formulas: [Formula] = []
    /// The labels of footnotes by the lines of their definitions.
    private(set) var footnotes: [Int: Label] = [:]

    /// Math over several lines.
    struct Formula {
        /// Without the marks of the containers around it.
        let tex: [UInt8]
        let range: Range<Int>
        let lineBreaks: Int
    }

    /// A footnote's label.
    struct Label {
        /// As labels are compared.
        let name: [UInt8]
        /// The place of `[^label]`.
        let range: Range<Int>
    }

    /// The mark of a formula; its number modulo 62 follows as one character.
    static let formulaStart: UInt8 = 0x11
    /// Stands where something is hidden within a line. libcmark counts it as white space and keeps it; text drops it.
    static let filler: UInt8 = 0x0C

    /// Whether a source can hold anything to settle.
    static func isNeeded(_ source: SourceText) -> Bool {
        source.bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index + 1 < bytes.count {
                switch bytes[index] {
                case UInt8(ascii: "%") where bytes[index + 1] == UInt8(ascii: "%"),
                    UInt8(ascii: "$") where bytes[index + 1] == UInt8(ascii: "$"),
                    UInt8(ascii: "[") where bytes[index + 1] == UInt8(ascii: "^"):
                    return true
                default: index += 1
                }
            }
            return false
        }
    }

    /// The source as it has been rewritten so far.
    private var source: SourceText
    private var mayHoldComment = true
    /// The paragraph that was last asked for a table, and whether it has one.
    private var lastTable: (paragraph: ClosedRange<Int>?, isTable: Bool) = (nil, false)

    init(_ source: SourceText, fromLine firstLine: Int) {
        self.source = source
        bytes = source.bytes
        let start = source.range(ofLine: firstLine).lowerBound
        if Self.holds("[^", source.bytes) {
            let scan = BlockScan(Self.withoutDefinitions(source.bytes[start...])[...], firstLine: firstLine)
            for paragraph in scan.paragraphs { rewriteFootnotes(in: paragraph, numbering: scan.numbering) }
            if !footnotes.isEmpty { self.source = SourceText(source, overwrittenWith: bytes) }
        }
        // What is indented below a footnote's definition is code only before the definition is rewritten.
        if Self.holds("%%", source.bytes) || Self.holds("$$", source.bytes) {
            let scan = BlockScan(
                Self.withoutDefinitions(self.source.bytes[start...])[...], firstLine: firstLine)
            hideSpans(from: firstLine, scan)
        }
    }

    private static func holds(_ pair: StaticString, _ bytes: [UInt8]) -> Bool {
        let (first, second) = (pair.utf8Start[0], pair.utf8Start[1])
        return bytes.withUnsafeBufferPointer { bytes in
            var index = 1
            while index < bytes.count {
                if bytes[index] == second, bytes[index - 1] == first { return true }
                index += 1
            }
            return false
        }
    }

    /// The source with every `[^` made harmless, so that libcmark keeps footnotes as text.
    private static func withoutDefinitions(_ source: ArraySlice<UInt8>) -> [UInt8] {
        var bytes = Array(source)
        for index in bytes.indices.dropLast()
        where bytes[index] == UInt8(ascii: "[") && bytes[index + 1] == UInt8(ascii: "^") {
            bytes[index] = filler
        }
        return bytes
    }

    // MARK: Comments and formulas

    /// Goes over every line that is neither code nor HTML.
    private mutating func hideSpans(from firstLine: Int, _ scan: BlockScan) {
        var literals = scan.literals[...]
        var paragraphs = scan.paragraphs[...]
        var line = firstLine
        /// Where the line that is looked at has been read to.
        var cursor = source.range(ofLine: firstLine).lowerBound
        /// Lengths of runs of backticks that close nowhere before `end`.
        var unclosed: Set<Int> = []
        var end = 0
        while line <= source.lineStarts.count {
            if let literal = literals.first, literal.lowerBound <= line {
                line = max(line, literal.upperBound + 1)
                cursor = max(cursor, source.range(ofLine: line).lowerBound)
                literals.removeFirst()
                continue
            }
            while let paragraph = paragraphs.first, paragraph.lines.upperBound < line {
                paragraphs.removeFirst()
            }
            let range = source.range(ofLine: line)
            if source.contentOffset(ofLine: line) == range.upperBound {
                line += 1
                continue
            }
            var index = max(cursor, range.lowerBound)
            while index + 1 < range.upperBound {
                if index >= end {
                    end = endOfText(from: line, before: literals.first?.lowerBound)
                    unclosed.removeAll(keepingCapacity: true)
                }
                switch source.bytes[index] {
                case UInt8(ascii: "\\"): index += 2
                case UInt8(ascii: "`"):
                    index = endOfCode(at: index, end, &unclosed)
                case UInt8(ascii: "%") where mayHoldComment && source.bytes[index + 1] == UInt8(ascii: "%"):
                    index = hideComment(at: index, line, literals)
                case UInt8(ascii: "$") where source.bytes[index + 1] == UInt8(ascii: "$"):
                    let paragraph = paragraphs.first.flatMap { $0.lines.contains(line) ? $0 : nil }
                    index = hideFormula(at: index, line, end, paragraph)
                default: index += 1
                }
            }
            cursor = index
            line = max(line + 1, source.line(at: min(index, source.bytes.count)))
        }
    }

    /// Where the run of lines ends that are neither blank nor code.
    private func endOfText(from line: Int, before literal: Int?) -> Int {
        var line = line
        while line < (literal ?? source.lineStarts.count + 1),
            source.contentOffset(ofLine: line) < source.range(ofLine: line).upperBound
        {
            line += 1
        }
        return source.range(ofLine: line).lowerBound
    }

    /// The end of the code span whose backticks begin at `start`, or of the backticks where they open none.
    private func endOfCode(at start: Int, _ end: Int, _ unclosed: inout Set<Int>) -> Int {
        func endOfRun(_ index: Int) -> Int {
            var index = index
            while index < end, source.bytes[index] == UInt8(ascii: "`") { index += 1 }
            return index
        }
        let opened = endOfRun(start)
        let length = opened - start
        guard !unclosed.contains(length) else { return opened }
        var index = opened
        while index < end {
            guard source.bytes[index] == UInt8(ascii: "`") else {
                index += 1
                continue
            }
            let closed = endOfRun(index)
            if closed - index == length { return closed }
            index = closed
        }
        unclosed.insert(length)
        return opened
    }

    private mutating func hideComment(
        at start: Int, _ line: Int, _ literals: ArraySlice<ClosedRange<Int>>
    ) -> Int {
        guard let end = endOfComment(from: start + 2, line, literals) else {
            mayHoldComment = false
            return start + 2
        }
        comments.append(start..<end)
        var line = line
        var from = start
        while from < end {
            let range = source.range(ofLine: line)
            let content = max(from, source.contentOffset(ofLine: line))
            let to = min(end, range.upperBound)
            let isAlone =
                source.bytes[range.lowerBound..<from].allSatisfy(Self.isMargin)
                && source.bytes[to..<range.upperBound].allSatisfy(SourceText.isBlank)
            if content < to { overwrite(content..<to, with: isAlone ? UInt8(ascii: " ") : Self.filler) }
            line += 1
            from = source.range(ofLine: line).lowerBound
            if line > source.lineStarts.count { break }
        }
        return end
    }

    private static func isMargin(_ byte: UInt8) -> Bool {
        SourceText.isBlank(byte) || byte == UInt8(ascii: ">")
    }

    private func endOfComment(
        from start: Int, _ line: Int, _ literals: ArraySlice<ClosedRange<Int>>
    ) -> Int? {
        var literals = literals
        var line = line
        var index = start
        while line <= source.lineStarts.count {
            if let literal = literals.first, literal.contains(line) {
                line = literal.upperBound + 1
                literals.removeFirst()
                continue
            }
            let range = source.range(ofLine: line)
            index = max(index, range.lowerBound)
            while index + 1 < range.upperBound {
                if source.bytes[index] == UInt8(ascii: "%"), source.bytes[index + 1] == UInt8(ascii: "%") {
                    return index + 2
                }
                index += 1
            }
            line += 1
        }
        return nil
    }

    private mutating func hideFormula(
        at start: Int, _ line: Int, _ end: Int, _ paragraph: BlockScan.Paragraph?
    ) -> Int {
        var close = start + 2
        // Three and more are a price, as `$$$`.
        while close < end, source.bytes[close] == UInt8(ascii: "$") { close += 1 }
        if close > start + 2 { return close }
        while close + 1 < end {
            switch (source.bytes[close], source.bytes[close + 1]) {
            case (UInt8(ascii: "\\"), _): close += 2
            case (UInt8(ascii: "$"), UInt8(ascii: "$")):
                let last = source.line(at: close)
                // On one line `Mask` hides it.
                guard last > line else { return close + 2 }
                guard mayHoldFormula(from: start, line...last, paragraph) else { return start + 2 }
                hideFormula(start..<close + 2, line...last, paragraph?.containers ?? [])
                return close + 2
            default: close += 1
            }
        }
        return start + 2
    }

    /// Whether a formula may reach over lines. It stays in its paragraph, but where `$$` begins a line, as what follows may look
    /// like items of a list (`+ b`). In a row of a table `$$` is a price.
    private mutating func mayHoldFormula(
        from start: Int, _ lines: ClosedRange<Int>, _ paragraph: BlockScan.Paragraph?
    ) -> Bool {
        let first = source.range(ofLine: lines.lowerBound)
        guard
            source.bytes[first.lowerBound..<start].allSatisfy(Self.isMargin)
                || paragraph?.lines.contains(lines.upperBound) == true
        else { return false }
        guard let paragraph, source.bytes[first].contains(UInt8(ascii: "|")) else { return true }
        if lastTable.paragraph != paragraph.lines {
            lastTable = (paragraph.lines, paragraph.lines.contains(where: isDelimiterRow))
        }
        return !lastTable.isTable
    }

    /// Whether a line may part a table's head from its rows.
    private func isDelimiterRow(_ line: Int) -> Bool {
        let bytes = source.bytes[source.range(ofLine: line)]
        return bytes.contains(UInt8(ascii: "-")) && bytes.contains(UInt8(ascii: "|"))
            && bytes.allSatisfy {
                $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":")
                    || Self.isMargin($0)
            }
    }

    private mutating func hideFormula(
        _ range: Range<Int>, _ lines: ClosedRange<Int>, _ containers: [BlockScan.Container]
    ) {
        var tex: [UInt8] = []
        for line in lines {
            let whole = source.range(ofLine: line)
            let offset =
                line == lines.lowerBound
                ? range.lowerBound + 2
                : source.contentOffset(ofLine: line, in: containers) ?? source.contentOffset(ofLine: line)
            let content = offset..<max(offset, min(whole.upperBound, range.upperBound - 2))
            tex += source.bytes[content]
            tex.append(UInt8(ascii: "\n"))
            overwrite(
                offset..<max(offset, min(whole.upperBound, range.upperBound)), with: Self.filler)
        }
        bytes[range.lowerBound] = Self.formulaStart
        bytes[range.lowerBound + 1] = Mask.alphabet[formulas.count % Mask.alphabet.count]
        formulas.append(Formula(tex: tex, range: range, lineBreaks: lines.count - 1))
    }

    private mutating func overwrite(_ range: Range<Int>, with byte: UInt8) {
        for index in range { bytes[index] = byte }
    }

    // MARK: Footnotes

    private mutating func rewriteFootnotes(in paragraph: BlockScan.Paragraph, numbering: BlockScan.Numbering)
    {
        var isInFootnote = false
        for line in paragraph.lines {
            let range = source.range(ofLine: line)
            let start =
                line == paragraph.lines.lowerBound
                ? range.lowerBound + paragraph.firstColumn
                : source.contentOffset(ofLine: line, in: paragraph.containers)
                    ?? source.contentOffset(ofLine: line)
            guard start < range.upperBound, bytes[start] == UInt8(ascii: "["),
                let label = Self.label(in: bytes[start..<range.upperBound], at: start),
                label.upperBound < range.upperBound, bytes[label.upperBound] == UInt8(ascii: ":"),
                // What is indented further is code, or the text of a paragraph.
                isInFootnote || bytes[range.lowerBound..<start].suffix(4).count(where: SourceText.isBlank) < 4
            else { continue }
            isInFootnote = true
            let name = Self.name(bytes[(label.lowerBound + 2)..<(label.upperBound - 1)])
            footnotes[line] = Label(name: name, range: label)
            rewriteDefinition(start, label.upperBound + 1, range.upperBound, numbering)
        }
    }

    /// The range of `[^label]` at the beginning of `bytes`.
    ///
    /// A label holds no white space and no bracket (cmark-gfm, `scan_footnote_definition`).
    static func label(in bytes: ArraySlice<UInt8>, at start: Int) -> Range<Int>? {
        guard start + 3 < bytes.endIndex, bytes[start + 1] == UInt8(ascii: "^") else { return nil }
        var end = start + 2
        // A longer label is a mistake.
        let limit = min(bytes.endIndex, start + 1000)
        while end < limit {
            switch bytes[end] {
            case UInt8(ascii: "]"): return end > start + 2 ? start..<end + 1 : nil
            case 0...0x20, UInt8(ascii: "["), UInt8(ascii: "^"): return nil
            default: end += 1
            }
        }
        return nil
    }

    /// A label as it is compared: without regard to case.
    static func name(_ label: ArraySlice<UInt8>) -> [UInt8] {
        if label.allSatisfy({ $0 < 0x80 }) {
            return label.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        }
        return Array(String(decoding: label, as: UTF8.self).lowercased().utf8)
    }

    /// Writes `1)  text` over `[^label]: text`, with blanks that count for nothing behind the text.
    private mutating func rewriteDefinition(
        _ start: Int, _ afterColon: Int, _ end: Int, _ numbering: BlockScan.Numbering
    ) {
        var textStart = afterColon
        while textStart < end, SourceText.isBlank(bytes[textStart]) { textStart += 1 }
        var textEnd = end
        // Blanks or a backslash at the end break the line.
        while textEnd > textStart, SourceText.isBlank(bytes[textEnd - 1]) { textEnd -= 1 }
        if textEnd > textStart, textEnd == end, bytes[end - 1] == UInt8(ascii: "\\") { textEnd -= 1 }
        let text = Array(bytes[textStart..<textEnd])
        let isEmpty = textStart == end
        // Items of one kind in a row are one list to libcmark, and a list that is loose makes all its items so.
        let number = numbering.parenthesis && !numbering.period ? "1." : "1)"
        let marker = Array((isEmpty ? number : number + "  ").utf8)
        let written = marker + text
        let pad = textEnd - start - written.count
        bytes.replaceSubrange(
            start..<textEnd,
            with: written
                + [UInt8](repeating: isEmpty ? UInt8(ascii: " ") : Self.filler, count: max(0, pad)))
    }
}
