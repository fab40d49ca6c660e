import Diagnostics
import Testing

private func range(_ line: Int, _ column: Int) -> SourceRange {
    SourceRange(start: SourcePosition(line: line, column: column))
}

@Suite("Diagnostic")
struct DiagnosticTests {
    @Test("order is by path, line, column, rule, message")
    func order() {
        let sorted = [
            Diagnostic(.brokenLink, "b", at: SourcePath("a.md"), range(2, 1)),
            Diagnostic(.brokenLink, "a", at: SourcePath("b.md"), range(1, 1)),
            Diagnostic(.brokenLink, "a", at: SourcePath("a.md"), range(2, 1)),
            Diagnostic(.ambiguousLink, "z", at: SourcePath("a.md"), range(2, 1)),
            Diagnostic(.brokenLink, "c", at: SourcePath("a.md"), range(10, 1)),
            Diagnostic(.brokenLink, "d", at: SourcePath("a.md"), range(2, 12)),
        ].sorted()
        #expect(sorted.map(\.message) == ["z", "a", "b", "d", "c", "a"])
    }

    @Test("a diagnostic has its rule's severity and the file's first character where no place is given")
    func defaults() {
        let diagnostic = Diagnostic(.withheldLink, "x", at: SourcePath("a.md"))
        #expect(diagnostic.severity == .warning)
        #expect(diagnostic.range == .file)
        #expect(diagnostic.range.start == SourcePosition(line: 1, column: 1))
        #expect(diagnostic.range.length == 1)
    }

    @Test("a range is at least one character long", arguments: [(-3, 1), (0, 1), (1, 1), (7, 7)])
    func length(given: Int, expected: Int) {
        #expect(SourceRange(start: .start, length: given).length == expected)
    }

    @Test("positions are in the order of reading")
    func positions() {
        let places = [(2, 1), (1, 9), (1, 10), (10, 1)].map { SourcePosition(line: $0, column: $1) }
        #expect(places.sorted().map(\.line) == [1, 1, 2, 10])
        #expect(places.sorted().map(\.column) == [9, 10, 1, 1])
    }
}
