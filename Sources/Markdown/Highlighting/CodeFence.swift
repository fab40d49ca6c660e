/// What the info string of a fenced code block says.
///
///     swift title="Sources/main.swift" {1,3-5} linenos=40
///     diff swift
///
/// CommonMark (section 4.5) knows only that the first word names the language; the rest follows what other generators
/// took up. Parsing never fails: words that mean nothing are passed over.
struct CodeFence: Sendable, Hashable {
    /// The language as the author spelt it; empty where none is named.
    private(set) var name: ArraySlice<UInt8> = []
    /// The language to colour in; nil where we do not know it.
    private(set) var language: Language?
    /// What stands above the code; empty for nothing.
    private(set) var title: ArraySlice<UInt8> = []
    /// The numbers of the lines to mark, in order, without overlap.
    private(set) var marks: [ClosedRange<Int>] = []
    /// Whether lines that begin with `+` and `-` were inserted and deleted, in code of another language.
    private(set) var isDiff = false
    /// The number of the first line; nil where lines are not numbered.
    private(set) var firstNumber: Int?

    /// - Parameter info: the text after the fence, its entities and escapes already resolved.
    init(_ info: ArraySlice<UInt8>) {
        var words = InfoWords(info)
        var isFirst = true
        while let word = words.next() {
            if isFirst {
                isFirst = false
                if word.value == nil, !word.isMarks, !word.key.isEmpty {
                    takeName(word.key)
                    continue
                }
            }
            take(word)
        }
        marks = Self.merged(marks)
    }

    private mutating func takeName(_ word: ArraySlice<UInt8>) {
        name = word
        language = Language(named: word)
    }

    private mutating func take(_ word: InfoWords.Word) {
        if InfoWords.isNumbering(word.key) {
            firstNumber = word.value.map(InfoWords.number) ?? firstNumber ?? 1
            return
        }
        if word.isMarks {
            marks += InfoWords.ranges(word.value ?? [])
            return
        }
        switch String(decoding: word.key, as: UTF8.self).lowercased() {
        case "title", "file", "filename": if let value = word.value { title = value }
        case "diff" where word.value == nil && language != .diff: isDiff = true
        default:
            // ```diff swift: code in Swift with changes.
            guard language == .diff, !isDiff, word.value == nil, Language(named: word.key) != nil else {
                return
            }
            takeName(word.key)
            isDiff = true
        }
    }

    private static func merged(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
        var result: [ClosedRange<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound + 1 {
                result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}
