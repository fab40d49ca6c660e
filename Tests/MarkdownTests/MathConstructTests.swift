import Testing

@Suite("Formulas of many parts")
struct MathConstructTests {
    @Test(
        "accents, braces and stacks",
        arguments: [
            (#"\hat x"#, #"<mover accent="true"><mi>x</mi><mo stretchy="false">^</mo></mover>"#),
            (#"\bar{x}"#, #"<mover accent="true"><mi>x</mi><mo stretchy="false">¯</mo></mover>"#),
            (#"\vec v"#, #"<mover accent="true"><mi>v</mi><mo stretchy="false">→</mo></mover>"#),
            (
                #"\widehat{ab}"#,
                #"<mover accent="true"><mrow><mi>a</mi><mi>b</mi></mrow><mo stretchy="true">^</mo></mover>"#
            ),
            (
                #"\overline{AB}"#,
                #"<mover accent="true" class="math-overline"><mrow><mi>A</mi><mi>B</mi></mrow><mo stretchy="true">‾</mo></mover>"#
            ),
            (
                #"\underline x"#,
                #"<munder accentunder="true" class="math-underline"><mi>x</mi><mo stretchy="true">_</mo></munder>"#
            ),
            (
                #"\overbrace{a}^2"#,
                #"<mover><mover><mi>a</mi><mo stretchy="true">⏞</mo></mover><mn>2</mn></mover>"#
            ),
            (
                #"\underbrace{a}_{n}"#,
                #"<munder><munder><mi>a</mi><mo stretchy="true">⏟</mo></munder><mi>n</mi></munder>"#
            ),
            (#"\overset!="#, #"<mover><mo>=</mo><mo form="postfix">!</mo></mover>"#),
            (#"\underset{x}{y}"#, #"<munder><mi>y</mi><mi>x</mi></munder>"#),
            (#"\stackrel{d}{=}"#, #"<mover><mo>=</mo><mi>d</mi></mover>"#),
            (
                #"\xrightarrow f"#,
                #"<mover><mo stretchy="true">→</mo><mrow><mspace width="0.5em"/><mi>f</mi><mspace width="0.5em"/></mrow></mover>"#
            ),
            (
                #"\xrightarrow[g]{f}"#,
                #"<munderover><mo stretchy="true">→</mo><mrow><mspace width="0.5em"/><mi>g</mi><mspace width="0.5em"/></mrow><mrow><mspace width="0.5em"/><mi>f</mi><mspace width="0.5em"/></mrow></munderover>"#
            ),
        ])
    func accents(tex: String, expected: String) {
        #expect(mathRow(tex) == expected)
    }

    @Test(
        "text and alphabets",
        arguments: [
            (#"\text{if }"#, #"<mtext>if\#u{A0}</mtext>"#),
            (#"\text{ a  b }"#, #"<mtext>\#u{A0}a b\#u{A0}</mtext>"#),
            (#"\text{a {b} \% \{ ~}"#, #"<mtext>a b % { \#u{A0}</mtext>"#),
            (#"\textbf{ab}"#, #"<mtext>𝐚𝐛</mtext>"#),
            (#"\texttt{a1}"#, #"<mtext>𝚊𝟷</mtext>"#),
            (#"\mathrm d"#, #"<mi mathvariant="normal">d</mi>"#),
            (#"\mathrm{rate}"#, #"<mi>rate</mi>"#),
            (
                #"\mathrm{ab_c}"#,
                #"<mrow><mi mathvariant="normal">a</mi><msub><mi mathvariant="normal">b</mi><mi mathvariant="normal">c</mi></msub></mrow>"#
            ),
            (#"\mathbf{x1}"#, #"<mrow><mi>𝐱</mi><mn>𝟏</mn></mrow>"#),
            (#"\mathbb R"#, #"<mi>ℝ</mi>"#),
            (#"\mathbb{N1k}"#, #"<mrow><mi>ℕ</mi><mn>𝟙</mn><mi>𝕜</mi></mrow>"#),
            (#"\mathcal{LB}"#, #"<mrow><mi>ℒ</mi><mi>ℬ</mi></mrow>"#),
            (#"\mathfrak{gC}"#, #"<mrow><mi>𝔤</mi><mi>ℭ</mi></mrow>"#),
            (#"\mathsf{T}"#, #"<mi>𝖳</mi>"#),
            (#"\mathit{h}"#, #"<mi>ℎ</mi>"#),
            (#"\boldsymbol\beta"#, #"<mi>𝜷</mi>"#),
            (#"\bm{x+\Gamma}"#, #"<mrow><mi>𝒙</mi><mo>+</mo><mi>𝚪</mi></mrow>"#),
            (#"{\rm d}x"#, #"<mrow><mi mathvariant="normal">d</mi><mi>x</mi></mrow>"#),
            (#"\mathrm{x}y"#, #"<mrow><mi mathvariant="normal">x</mi><mi>y</mi></mrow>"#),
        ])
    func alphabets(tex: String, expected: String) {
        #expect(mathRow(tex) == expected)
    }

    @Test(
        "spaces and phantoms",
        arguments: [
            (#"a\,b"#, #"<mrow><mi>a</mi><mspace width="0.1667em"/><mi>b</mi></mrow>"#),
            (#"a\:b"#, #"<mrow><mi>a</mi><mspace width="0.2222em"/><mi>b</mi></mrow>"#),
            (#"a\;b"#, #"<mrow><mi>a</mi><mspace width="0.2778em"/><mi>b</mi></mrow>"#),
            (#"a\!b"#, #"<mrow><mi>a</mi><mspace width="-0.1667em"/><mi>b</mi></mrow>"#),
            (#"a\quad b"#, #"<mrow><mi>a</mi><mspace width="1em"/><mi>b</mi></mrow>"#),
            (#"a\qquad b"#, #"<mrow><mi>a</mi><mspace width="2em"/><mi>b</mi></mrow>"#),
            (#"a~b"#, #"<mrow><mi>a</mi><mspace width="0.25em"/><mi>b</mi></mrow>"#),
            (#"a\ b"#, #"<mrow><mi>a</mi><mspace width="0.25em"/><mi>b</mi></mrow>"#),
            (#"a b % c"#, #"<mrow><mi>a</mi><mi>b</mi></mrow>"#),
            (#"\hspace{-1.5em}"#, #"<mspace width="-1.5em"/>"#),
            (#"\phantom{x}"#, #"<mphantom><mi>x</mi></mphantom>"#),
            (#"\vphantom x"#, #"<mpadded width="0"><mphantom><mi>x</mi></mphantom></mpadded>"#),
            (
                #"\hphantom x"#,
                #"<mpadded height="0" depth="0"><mphantom><mi>x</mi></mphantom></mpadded>"#
            ),
        ])
    func spaces(tex: String, expected: String) {
        #expect(mathRow(tex) == expected)
    }

    @Test(
        "environments",
        arguments: [
            (
                #"\begin{matrix}a&b\\c&d\end{matrix}"#,
                #"<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable>"#
            ),
            (
                #"\begin{pmatrix}a\end{pmatrix}"#,
                #"<mrow><mo form="prefix" stretchy="true" symmetric="true">(</mo><mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable><mo form="postfix" stretchy="true" symmetric="true">)</mo></mrow>"#
            ),
            (
                #"\begin{cases}a&b\\\end{cases}"#,
                #"<mrow><mo form="prefix" stretchy="true" symmetric="true">{</mo><mtable class="math-cases"><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable></mrow>"#
            ),
            (
                #"\begin{aligned}a&=b\\&+c\end{aligned}"#,
                #"<mtable class="math-aligned" displaystyle="true"><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd></mtr><mtr><mtd></mtd><mtd><mo form="infix">+</mo><mi>c</mi></mtd></mtr></mtable>"#
            ),
            (
                #"\begin{split}a&=b\end{split}"#,
                #"<mtable class="math-aligned" displaystyle="true"><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd></mtr></mtable>"#
            ),
            (
                #"\begin{gathered}a\\b\end{gathered}"#,
                #"<mtable class="math-gathered" displaystyle="true"><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable>"#
            ),
            (
                #"\begin{equation}a\end{equation}"#,
                #"<mrow><mstyle displaystyle="true" scriptlevel="0"><mi>a</mi></mstyle></mrow>"#
            ),
            (
                #"\begin{smallmatrix}a\end{smallmatrix}"#,
                #"<mstyle scriptlevel="1"><mtable class="math-small"><mtr><mtd><mi>a</mi></mtd></mtr></mtable></mstyle>"#
            ),
            (
                #"\begin{array}{r|cl|}a&b&c\\\hline d\\\hline\end{array}"#,
                #"<mtable class="math-array"><mtr><mtd class="math-right"><mi>a</mi></mtd><mtd class="math-rule-before"><mi>b</mi></mtd><mtd class="math-left math-rule-after"><mi>c</mi></mtd></mtr><mtr><mtd class="math-right math-rule-above math-rule-below"><mi>d</mi></mtd></mtr></mtable>"#
            ),
            (
                #"\begin{matrix}a\\[2pt]b\\*[c]\end{matrix}"#,
                #"<mtable><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mo form="prefix" stretchy="false">[</mo><mi>c</mi><mo form="postfix" stretchy="false">]</mo></mtd></mtr></mtable>"#
            ),
            (
                #"\sum_{\substack{a\\b}}"#,
                #"<munder><mo>∑</mo><mtable class="math-substack"><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable></munder>"#
            ),
        ])
    func environments(tex: String, expected: String) {
        #expect(mathRow(tex) == expected)
    }

    @Test(
        "negation, remainders, boxes and the rest",
        arguments: [
            (#"\not="#, #"<mo>≠</mo>"#),
            (#"a\not\in b"#, #"<mrow><mi>a</mi><mo>∉</mo><mi>b</mi></mrow>"#),
            (#"\not\perp"#, #"<mo>⟂\#u{338}</mo>"#),
            (
                #"a\bmod n"#,
                #"<mrow><mi>a</mi><mo lspace="0.2222em" rspace="0.2222em">mod</mo><mi>n</mi></mrow>"#
            ),
            (
                #"\pmod n"#,
                #"<mrow><mspace width="1em"/><mo form="prefix" stretchy="false">(</mo><mi>mod</mi><mspace width="0.3333em"/><mi>n</mi><mo form="postfix" stretchy="false">)</mo></mrow>"#
            ),
            (
                #"\mod n"#,
                #"<mrow><mspace width="1em"/><mi>mod</mi><mspace width="0.3333em"/><mi>n</mi></mrow>"#
            ),
            (#"\boxed{x}"#, #"<mrow class="math-boxed"><mi>x</mi></mrow>"#),
            (
                #"a\tag{1}"#,
                #"<mrow><mi>a</mi><mrow><mspace width="2em"/><mtext>(1)</mtext></mrow></mrow>"#
            ),
            (#"\tag*{A}"#, #"<mrow><mspace width="2em"/><mtext>A</mtext></mrow>"#),
            (#"a\label{x y}b"#, #"<mrow><mi>a</mi><mi>b</mi></mrow>"#),
            (#"a\nonumber"#, #"<mi>a</mi>"#),
            (
                #"\displaystyle x\textstyle y"#,
                #"<mrow><mstyle displaystyle="true" scriptlevel="0"><mi>x</mi></mstyle><mstyle displaystyle="false" scriptlevel="0"><mi>y</mi></mstyle></mrow>"#
            ),
            (
                #"\mathrel R"#,
                #"<mrow><mspace width="0.2778em"/><mi>R</mi><mspace width="0.2778em"/></mrow>"#
            ),
            (
                #"\mathrel{AB}"#,
                #"<mrow><mspace width="0.2778em"/><mi>A</mi><mi>B</mi><mspace width="0.2778em"/></mrow>"#
            ),
            (
                #"\mathbin{AB}"#,
                #"<mrow><mspace width="0.2222em"/><mi>A</mi><mi>B</mi><mspace width="0.2222em"/></mrow>"#
            ),
        ])
    func rest(tex: String, expected: String) {
        #expect(mathRow(tex) == expected)
    }
}
