import Writers

/// Writes code blocks as HTML, coloured where their language is known.
///
///     <pre tabindex="0"><code class="language-swift"><span class="hl-k">let</span> …</code></pre>
///
/// The text of the HTML is the code, byte for byte. A block that scrolls must be reachable by keyboard, hence the
/// `tabindex`. Lines have elements of their own only where marks, changes or numbers ask for them.
enum CodeBlock {
    /// - Parameters:
    ///   - info: the block's info string, without the fence; empty for an indented block.
    ///   - attributes: for the outermost element, such as ` id="^x"`, with a blank before each.
    static func append(
        _ code: ArraySlice<UInt8>, info: ArraySlice<UInt8>, attributes: Markup, to html: inout Markup
    ) {
        let fence = CodeFence(info)
        if fence.title.isEmpty {
            html.append("<pre tabindex=\"0\"\(attributes)>")
        } else {
            html.append("<figure class=\"code\"\(attributes)><figcaption>\(utf8: fence.title)</figcaption>\n")
            html.append(literal: "<pre tabindex=\"0\">")
        }
        appendStartTag(of: fence, to: &html)
        let runs = runs(of: code, in: fence)
        if fence.marks.isEmpty, !fence.isDiff, fence.firstNumber == nil {
            append(runs, of: code, to: &html)
        } else {
            appendLines(of: code, merged(runs), fence, to: &html)
        }
        html.append(literal: "</code></pre>\n")
        if !fence.title.isEmpty { html.append(literal: "</figure>\n") }
    }

    private static func appendStartTag(of fence: CodeFence, to html: inout Markup) {
        html.append(literal: "<code")
        if !fence.name.isEmpty {
            html.append(" class=\"language-\(utf8: fence.name)")
            if fence.firstNumber != nil { html.append(literal: " numbered") }
            html.append(literal: "\"")
        } else if fence.firstNumber != nil {
            html.append(literal: " class=\"numbered\"")
        }
        // An inline style would need a hole in the page's content security policy.
        if let first = fence.firstNumber, first != 1 { html.append(" data-first=\"\(first)\"") }
        html.append(literal: ">")
    }

    // MARK: Runs

    private static func runs(of code: ArraySlice<UInt8>, in fence: CodeFence) -> [TokenRun] {
        guard let language = fence.language else { return [TokenRun(end: code.count, kind: .plain)] }
        if fence.isDiff {
            return withoutSigns(code).withUnsafeBufferPointer { Lexer.runs(of: $0, as: language) }
        }
        return code.withUnsafeBufferPointer { Lexer.runs(of: $0, as: language) }
    }

    /// The code with a blank for the sign at the start of each line, so that the language does not see it.
    private static func withoutSigns(_ code: ArraySlice<UInt8>) -> [UInt8] {
        var plain = Array(code)
        for index in plain.indices
        where (index == 0 || plain[index - 1] == UInt8(ascii: "\n")) && isSign(plain[index]) {
            plain[index] = UInt8(ascii: " ")
        }
        return plain
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }

    /// Runs of one kind side by side made one.
    private static func merged(_ runs: [TokenRun]) -> [TokenRun] {
        var result: [TokenRun] = []
        result.reserveCapacity(runs.count)
        for run in runs {
            if let last = result.last, last.kind == run.kind {
                result[result.count - 1] = run
            } else {
                result.append(run)
            }
        }
        return result
    }

    private static func append(_ runs: [TokenRun], of code: ArraySlice<UInt8>, to html: inout Markup) {
        var start = code.startIndex
        var index = 0
        while index < runs.count {
            let kind = runs[index].kind
            // Runs of one kind side by side are one token.
            while index + 1 < runs.count, runs[index + 1].kind == kind { index += 1 }
            let end = code.startIndex + runs[index].end
            append(code[start..<end], kind, to: &html)
            start = end
            index += 1
        }
    }

    @inline(__always)
    private static func append(_ text: ArraySlice<UInt8>, _ kind: TokenKind, to html: inout Markup) {
        guard kind != .plain, !text.isEmpty else {
            html.append(text: text)
            return
        }
        html.append(literal: kind.startTag)
        html.append(text: text)
        html.append(literal: "</span>")
    }

    // MARK: Lines

    /// Writes each line as an element; its line feed stays in it, so that copied text keeps its lines.
    private static func appendLines(
        of code: ArraySlice<UInt8>, _ runs: [TokenRun], _ fence: CodeFence, to html: inout Markup
    ) {
        var start = code.startIndex
        var number = 1
        var mark = 0
        var run = 0
        while start < code.endIndex {
            let end = code[start...].firstIndex(of: UInt8(ascii: "\n")) ?? code.endIndex
            while mark < fence.marks.count, fence.marks[mark].upperBound < number { mark += 1 }
            let isMarked = mark < fence.marks.count && fence.marks[mark].contains(number)
            html.append(literal: "<span class=\"line")
            if isMarked { html.append(literal: " marked") }
            if fence.isDiff, code[start] == UInt8(ascii: "+") { html.append(literal: " inserted") }
            if fence.isDiff, code[start] == UInt8(ascii: "-") { html.append(literal: " deleted") }
            html.append(literal: "\"")
            if let first = fence.firstNumber { html.append(" data-line=\"\(first + number - 1)\"") }
            html.append(literal: ">")
            // A run that goes on over the line's end is cut there.
            while start < end {
                while code.startIndex + runs[run].end <= start { run += 1 }
                let stop = min(end, code.startIndex + runs[run].end)
                append(code[start..<stop], runs[run].kind, to: &html)
                start = stop
            }
            if end < code.endIndex {
                html.append(literal: "\n")
                start = end + 1
            }
            html.append(literal: "</span>")
            number += 1
        }
    }
}
