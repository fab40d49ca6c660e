import Diagnostics
import Testing

private func broken(_ message: String, line: Int = 1, path: String = "a.md") -> Diagnostic {
    let start = SourcePosition(line: line, column: 1)
    return Diagnostic(.brokenLink, message, at: SourcePath(path), SourceRange(start: start))
}

@Suite("Baseline")
struct BaselineTests {
    @Test("its file has a line for each diagnostic, in order, without its place")
    func text() {
        let baseline = Baseline(of: [broken("x", line: 9), broken("x"), broken("w", path: "b.md")])
        #expect(
            baseline.text == """
                # waymark baseline: what is listed here is not reported
                a.md: broken-link: x
                a.md: broken-link: x
                b.md: broken-link: w

                """)
        #expect(Baseline(Array(baseline.text.utf8)) == baseline)
    }

    @Test("what it lists is gone, wherever it stands now, and as often as it is listed")
    func filtering() {
        let baseline = Baseline(of: [broken("x"), broken("y"), broken("gone")])
        let (new, outdated) = baseline.filtering([
            broken("x", line: 7), broken("x", line: 8), broken("y", path: "b.md"), broken("y"),
        ])
        #expect(new == [broken("x", line: 8), broken("y", path: "b.md")])
        #expect(outdated == 1)
    }

    @Test("a message of several lines stays one line")
    func lines() {
        let baseline = Baseline(of: [broken("a\nb")])
        #expect(Baseline(Array(baseline.text.utf8)).filtering([broken("a\nb")]).new.isEmpty)
    }
}
