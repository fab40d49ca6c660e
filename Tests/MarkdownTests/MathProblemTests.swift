import Markdown
import Testing
import Writers

@Suite("Formulas that cannot be drawn")
struct MathProblemTests {
    private func problem(_ tex: String, display: Bool = false) -> MathML.Problem? {
        var html = Markup()
        return MathML.append(tex: Array(tex.utf8)[...], display: display, to: &html)
    }

    @Test(
        "say what is not understood, and where",
        arguments: [
            (#"a+\foo b"#, #"unknown command \foo"#, 2, 4),
            (#"\"#, #"unknown command \"#, 0, 1),
            (#"\é"#, #"unknown command \é"#, 0, 3),
            (#"\href{a}{b}"#, #"unknown command \href"#, 0, 5),
            (#"\url{a}"#, #"unknown command \url"#, 0, 4),
            (#"\style{a}{b}"#, #"unknown command \style"#, 0, 6),
            (#"\class{a}{b}"#, #"unknown command \class"#, 0, 6),
            (#"\htmlId{a}{b}"#, #"unknown command \htmlId"#, 0, 7),
            (#"\includegraphics{a}"#, #"unknown command \includegraphics"#, 0, 16),
            (#"\def\a{b}"#, #"unknown command \def"#, 0, 4),
            (#"\newcommand\a{b}"#, #"unknown command \newcommand"#, 0, 11),
            (#"\require{a}"#, #"unknown command \require"#, 0, 8),
            (#"\color{red}{x}"#, #"\color is left to the theme"#, 0, 6),
            (#"x_{a"#, "unclosed {", 2, 1),
            (#"{a\right)"#, "unclosed {", 0, 1),
            (#"\text{a"#, "unclosed {", 5, 1),
            (#"\sqrt[3{x}"#, "unclosed [", 5, 1),
            (#"a}"#, "} closes nothing", 1, 1),
            (#"\left(a"#, #"unclosed \left"#, 0, 5),
            (#"\left(a}"#, #"unclosed \left"#, 0, 5),
            (#"a\right)"#, #"\right without \left"#, 1, 6),
            (#"a\middle|"#, #"\middle outside of \left and \right"#, 1, 7),
            (#"\left a"#, #"no delimiter follows \left"#, 0, 5),
            (#"\big"#, #"no delimiter follows \big"#, 0, 4),
            (#"a&b"#, "& outside of an environment", 1, 1),
            (#"a\\b"#, #"\\ outside of an environment"#, 1, 2),
            (#"\begin{matrix}a"#, #"unclosed \begin{matrix}"#, 0, 14),
            (#"\begin{matrix}a\end{cases}"#, #"\end{cases} closes \begin{matrix}"#, 15, 11),
            (#"a\end{cases}"#, #"\end without \begin"#, 1, 4),
            (#"\begin{tikzpicture}\end{tikzpicture}"#, "unknown environment tikzpicture", 0, 19),
            (#"\begin{array}{p{2cm}}a\end{array}"#, "columns of an array are l, c, r and |", 14, 6),
            (#"\begin{array}a\end{array}"#, #"\begin{array} needs braces after it"#, 0, 13),
            (#"a\hline"#, #"\hline is not at the start of a row"#, 1, 6),
            (#"x^"#, "nothing follows ^", 1, 1),
            (#"x^^y"#, "nothing follows ^", 1, 1),
            (#"\frac{a}"#, #"nothing follows \frac"#, 0, 5),
            (#"x^a^b"#, "double superscript", 3, 1),
            (#"x_a_b"#, "double subscript", 3, 1),
            (#"x^a'"#, "double superscript", 3, 1),
            (#"x\limits_a"#, #"\limits follows no operator"#, 1, 7),
            (#"\text{a $b$}"#, #"$ inside \text"#, 8, 1),
            (#"\text{\alpha}"#, #"\alpha inside \text"#, 6, 6),
            (#"\text a"#, #"\text needs braces after it"#, 0, 5),
            (#"\hspace{1banana}"#, #"\hspace needs a width like 1em"#, 0, 7),
            (#"\not{ab}"#, #"\not needs one symbol after it"#, 0, 4),
            (#"\frac\displaystyle"#, #"\displaystyle needs braces around it"#, 5, 13),
            ("a$b", "$ without a backslash", 1, 1),
            ("a#b", "# without a backslash", 1, 1),
            ("\u{301}", "a combining mark without its letter", 0, 2),
            ("a\u{0}", "a control character", 1, 1),
            ("é\u{85}", "a control character", 2, 2),
            ("\u{FFFE}", "a control character", 0, 3),
            ("", "empty formula", 0, 0),
            (" % a", "empty formula", 4, 0),
        ])
    func messages(tex: String, message: String, offset: Int, count: Int) {
        let problem = problem(tex)
        #expect(problem?.message == message)
        #expect(problem?.offset == offset)
        #expect(problem?.count == count)
    }

    @Test(
        "keep long names out of their messages",
        arguments: [#"\"#, #"\begin{"#, #"\begin{matrix}\end{"#, #"\text{\"#])
    func lengths(start: String) {
        let problem = problem(start + String(repeating: "a", count: 500) + "}")
        #expect((problem?.message.count ?? 1000) < 100)
    }

    @Test("are shown as they are written, and nothing of them is drawn")
    func fallback() {
        var html: Markup = "before "
        #expect(MathML.append(tex: Array(#" a<b \foo "#.utf8)[...], display: false, to: &html) != nil)
        #expect(html == Markup(trusted: Array(#"before <code class="math">a&lt;b \foo</code>"#.utf8)))
        html = Markup()
        #expect(MathML.append(tex: [0x5C, 0x78, 0, 0xFF][...], display: true, to: &html) != nil)
        let expected = "<pre class=\"math\" tabindex=\"0\"><code>\\x\u{FFFD}\u{FFFD}</code></pre>"
        #expect(html == Markup(trusted: Array(expected.utf8)))
    }

    @Test("count offsets from the start of the formula, wherever it stands")
    func slices() {
        var html = Markup()
        let problem = MathML.append(tex: Array(#"text $a\foo$"#.utf8)[6..<11], display: false, to: &html)
        #expect(problem?.offset == 1)
    }

    @Test("are not those that are drawn: these carry their source")
    func annotation() {
        var html = Markup()
        #expect(MathML.append(tex: Array("\na<b\n".utf8)[...], display: true, to: &html) == nil)
        let row = "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"
        let annotation = "<annotation encoding=\"application/x-tex\">a&lt;b</annotation>"
        let expected = "<math display=\"block\"><semantics>\(row)\(annotation)</semantics></math>"
        #expect(html == Markup(trusted: Array(expected.utf8)))
    }

    @Test("do not come from rows of a formula that stands alone")
    func rows() {
        let table = "<mtable class=\"math-gathered\" displaystyle=\"true\">"
        let expected = "\(table)<mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable>"
        #expect(mathRow(#"a\\b\\"#, display: true) == expected)
    }
}
