import Markdown
import Testing
import Writers

/// What stands between `semantics` and its annotation, or the problem.
func mathRow(_ tex: String, display: Bool = false) -> String {
    var html = Markup()
    if let problem = MathML.append(tex: Array(tex.utf8)[...], display: display, to: &html) {
        return problem.message
    }
    let whole = String(decoding: html.bytes, as: UTF8.self)
    let tail = whole.split(separator: "<semantics>", maxSplits: 1).last ?? ""
    return String(tail.split(separator: "<annotation", maxSplits: 1).first ?? "")
}

@Suite("Formulas of few parts")
struct MathTests {
    @Test(
        "letters, numbers and signs are identifiers, numbers and operators",
        arguments: [
            (#"x"#, #"<mi>x</mi>"#),
            (#"xy"#, #"<mrow><mi>x</mi><mi>y</mi></mrow>"#),
            (#"12"#, #"<mn>12</mn>"#),
            (#"3.14"#, #"<mn>3.14</mn>"#),
            (#".5"#, #"<mn>.5</mn>"#),
            (#"1."#, #"<mrow><mn>1</mn><mo lspace="0em" rspace="0em">.</mo></mrow>"#),
            (#"a+b"#, #"<mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow>"#),
            (#"a-b"#, #"<mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow>"#),
            (#"a*b"#, #"<mrow><mi>a</mi><mo>∗</mo><mi>b</mi></mrow>"#),
            (#"a=b"#, #"<mrow><mi>a</mi><mo>=</mo><mi>b</mi></mrow>"#),
            (#"a<b"#, #"<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"#),
            (#"a,b"#, #"<mrow><mi>a</mi><mo>,</mo><mi>b</mi></mrow>"#),
            (
                #"f(x)"#,
                #"<mrow><mi>f</mi><mo form="prefix" stretchy="false">(</mo><mi>x</mi><mo form="postfix" stretchy="false">)</mo></mrow>"#
            ),
            (
                #"|x|"#,
                #"<mrow><mo lspace="0em" rspace="0em" stretchy="false">|</mo><mi>x</mi><mo lspace="0em" rspace="0em" stretchy="false">|</mo></mrow>"#
            ),
            (#"a/b"#, #"<mrow><mi>a</mi><mo lspace="0em" rspace="0em">/</mo><mi>b</mi></mrow>"#),
            (#"n!"#, #"<mrow><mi>n</mi><mo form="postfix">!</mo></mrow>"#),
            (
                #"x:=1"#,
                #"<mrow><mi>x</mi><mo lspace="0.2778em" rspace="0em">:</mo><mo lspace="0em">=</mo><mn>1</mn></mrow>"#
            ),
            (#"1{,}000"#, #"<mrow><mn>1</mn><mo lspace="0em" rspace="0em">,</mo><mn>000</mn></mrow>"#),
            (#"α≤β"#, #"<mrow><mi>α</mi><mo>≤</mo><mi>β</mi></mrow>"#),
            (#"速"#, #"<mi>速</mi>"#),
            (#"é"#, #"<mi>é</mi>"#),
            (#"∑_i"#, #"<munder><mo>∑</mo><mi>i</mi></munder>"#),
            (#"\%\$\&\_"#, #"<mrow><mi>%</mi><mi>$</mi><mi>&amp;</mi><mi>_</mi></mrow>"#),
        ])
    func tokens(tex: String, expected: String) {
        #expect(mathRow(tex) == expected)
    }

    @Test(
        "signs that are no operations stand close",
        arguments: [
            (#"-x"#, #"<mrow><mo form="prefix">−</mo><mi>x</mi></mrow>"#),
            (#"a=-b"#, #"<mrow><mi>a</mi><mo>=</mo><mo form="prefix">−</mo><mi>b</mi></mrow>"#),
            (
                #"(-1)"#,
                #"<mrow><mo form="prefix" stretchy="false">(</mo><mo form="prefix">−</mo><mn>1</mn><mo form="postfix" stretchy="false">)</mo></mrow>"#
            ),
            (#"a\cdot-b"#, #"<mrow><mi>a</mi><mo>⋅</mo><mo form="prefix">−</mo><mi>b</mi></mrow>"#),
            (#"x^+"#, #"<msup><mi>x</mi><mo form="prefix">+</mo></msup>"#),
            (
                #"(n+)"#,
                #"<mrow><mo form="prefix" stretchy="false">(</mo><mi>n</mi><mo lspace="0em" rspace="0em">+</mo><mo form="postfix" stretchy="false">)</mo></mrow>"#
            ),
            (#"{}+x"#, #"<mrow><mrow></mrow><mo>+</mo><mi>x</mi></mrow>"#),
            (#"a{=}b"#, #"<mrow><mi>a</mi><mo lspace="0em" rspace="0em">=</mo><mi>b</mi></mrow>"#),
        ])
    func signs(tex: String, expected: String) {
        #expect(mathRow(tex) == expected)
    }

    @Test(
        "scripts",
        arguments: [
            (#"x^2"#, #"<msup><mi>x</mi><mn>2</mn></msup>"#),
            (#"x_i"#, #"<msub><mi>x</mi><mi>i</mi></msub>"#),
            (#"x_i^2"#, #"<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"#),
            (#"x^2_i"#, #"<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"#),
            (#"x^{a+b}"#, #"<msup><mi>x</mi><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></msup>"#),
            (#"x^\frac12"#, #"<msup><mi>x</mi><mfrac><mn>1</mn><mn>2</mn></mfrac></msup>"#),
            (#"f'"#, #"<msup><mi>f</mi><mo>′</mo></msup>"#),
            (#"f''"#, #"<msup><mi>f</mi><mo>″</mo></msup>"#),
            (#"f'''''"#, #"<msup><mi>f</mi><mo lspace="0em" rspace="0em">′′′′′</mo></msup>"#),
            (#"f'^2"#, #"<msup><mi>f</mi><mrow><mo>′</mo><mn>2</mn></mrow></msup>"#),
            (#"f_i'"#, #"<msubsup><mi>f</mi><mi>i</mi><mo>′</mo></msubsup>"#),
            (#"{}_nC"#, #"<mrow><msub><mrow></mrow><mi>n</mi></msub><mi>C</mi></mrow>"#),
            (#"x^12"#, #"<mrow><msup><mi>x</mi><mn>1</mn></msup><mn>2</mn></mrow>"#),
            (#"12^3"#, #"<msup><mn>12</mn><mn>3</mn></msup>"#),
        ])
    func scripts(tex: String, expected: String) {
        #expect(mathRow(tex) == expected)
    }

    @Test(
        "fractions, binomials and roots",
        arguments: [
            (#"\frac{a}{b}"#, #"<mfrac><mi>a</mi><mi>b</mi></mfrac>"#),
            (#"\frac12"#, #"<mfrac><mn>1</mn><mn>2</mn></mfrac>"#),
            (
                #"\dfrac ab"#,
                #"<mstyle displaystyle="true" scriptlevel="0"><mfrac><mi>a</mi><mi>b</mi></mfrac></mstyle>"#
            ),
            (
                #"\tfrac ab"#,
                #"<mstyle displaystyle="false" scriptlevel="0"><mfrac><mi>a</mi><mi>b</mi></mfrac></mstyle>"#
            ),
            (
                #"\binom nk"#,
                #"<mrow><mo form="prefix" stretchy="true" symmetric="true">(</mo><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac><mo form="postfix" stretchy="true" symmetric="true">)</mo></mrow>"#
            ),
            (#"\sqrt x"#, #"<msqrt><mi>x</mi></msqrt>"#),
            (
                #"\sqrt[3]{x+1}"#,
                #"<mroot><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow><mn>3</mn></mroot>"#
            ),
            (#"\sqrt{ab}"#, #"<msqrt><mi>a</mi><mi>b</mi></msqrt>"#),
        ])
    func fractions(tex: String, expected: String) {
        #expect(mathRow(tex) == expected)
    }

    @Test(
        "delimiters",
        arguments: [
            (
                #"\left(x\right)"#,
                #"<mrow><mo form="prefix" stretchy="true" symmetric="true">(</mo><mi>x</mi><mo form="postfix" stretchy="true" symmetric="true">)</mo></mrow>"#
            ),
            (
                #"\left.x\right|"#,
                #"<mrow><mi>x</mi><mo form="postfix" stretchy="true" symmetric="true">|</mo></mrow>"#
            ),
            (
                #"\left\{a\middle|b\right\}"#,
                #"<mrow><mo form="prefix" stretchy="true" symmetric="true">{</mo><mi>a</mi><mo lspace="0em" rspace="0em" stretchy="true" symmetric="true">|</mo><mi>b</mi><mo form="postfix" stretchy="true" symmetric="true">}</mo></mrow>"#
            ),
            (
                #"\left<x\right>"#,
                #"<mrow><mo form="prefix" stretchy="true" symmetric="true">⟨</mo><mi>x</mi><mo form="postfix" stretchy="true" symmetric="true">⟩</mo></mrow>"#
            ),
            (
                #"\big("#,
                #"<mo form="prefix" stretchy="true" symmetric="true" minsize="1.2em" maxsize="1.2em">(</mo>"#
            ),
            (
                #"\Bigr]"#,
                #"<mo form="postfix" stretchy="true" symmetric="true" minsize="1.8em" maxsize="1.8em">]</mo>"#
            ),
            (
                #"\biggm|"#,
                #"<mo lspace="0.2778em" rspace="0.2778em" stretchy="true" symmetric="true" minsize="2.4em" maxsize="2.4em">|</mo>"#
            ),
            (
                #"\Bigg/"#,
                #"<mo lspace="0em" rspace="0em" stretchy="true" symmetric="true" minsize="3em" maxsize="3em">/</mo>"#
            ),
            (
                #"\langle x\rangle"#,
                #"<mrow><mo form="prefix" stretchy="false">⟨</mo><mi>x</mi><mo form="postfix" stretchy="false">⟩</mo></mrow>"#
            ),
            (
                #"\lvert x\rvert"#,
                #"<mrow><mo form="prefix" stretchy="false">|</mo><mi>x</mi><mo form="postfix" stretchy="false">|</mo></mrow>"#
            ),
            (
                #"\|x\|"#,
                #"<mrow><mo lspace="0em" rspace="0em" stretchy="false">‖</mo><mi>x</mi><mo lspace="0em" rspace="0em" stretchy="false">‖</mo></mrow>"#
            ),
            (
                #"\{\}"#,
                #"<mrow><mo form="prefix" stretchy="false">{</mo><mo form="postfix" stretchy="false">}</mo></mrow>"#
            ),
        ])
    func delimiters(tex: String, expected: String) {
        #expect(mathRow(tex) == expected)
    }

    @Test(
        "symbols",
        arguments: [
            (#"\alpha"#, #"<mi>α</mi>"#),
            (#"\Gamma"#, #"<mi mathvariant="normal">Γ</mi>"#),
            (#"\varepsilon"#, #"<mi>ε</mi>"#),
            (#"\infty"#, #"<mi>∞</mi>"#),
            (#"\partial"#, #"<mi>∂</mi>"#),
            (#"\nabla"#, #"<mi mathvariant="normal">∇</mi>"#),
            (#"\leq"#, #"<mo>≤</mo>"#),
            (#"\to"#, #"<mo>→</mo>"#),
            (#"\in"#, #"<mo>∈</mo>"#),
            (#"\cup"#, #"<mo lspace="0em" rspace="0em">∪</mo>"#),
            (#"\times"#, #"<mo lspace="0em" rspace="0em">×</mo>"#),
            (#"\neg p"#, #"<mrow><mo>¬</mo><mi>p</mi></mrow>"#),
            (#"\ldots"#, #"<mi>…</mi>"#),
            (#"\cdots"#, #"<mi>⋯</mi>"#),
            (#"\mid"#, #"<mo stretchy="false">∣</mo>"#),
            (#"\colon"#, #"<mo lspace="0em" rspace="0.2778em">:</mo>"#),
            (#"\hbar"#, #"<mi>ℏ</mi>"#),
        ])
    func symbols(tex: String, expected: String) {
        #expect(mathRow(tex) == expected)
    }

    @Test(
        "large operators and their limits",
        arguments: [
            (#"\sum_{i}^n"#, #"<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover>"#),
            (#"\int_0^1"#, #"<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup>"#),
            (
                #"\int\limits_0^1"#,
                #"<munderover><mo movablelimits="false">∫</mo><mn>0</mn><mn>1</mn></munderover>"#
            ),
            (#"\sum\nolimits_i"#, #"<msub><mo>∑</mo><mi>i</mi></msub>"#),
            (#"\sum\limits_i"#, #"<munder><mo movablelimits="false">∑</mo><mi>i</mi></munder>"#),
            (#"\bigcup_i A"#, #"<mrow><munder><mo>⋃</mo><mi>i</mi></munder><mi>A</mi></mrow>"#),
            (
                #"\lim_{x\to0}f"#,
                #"<mrow><munder><mo lspace="0em" rspace="0em" movablelimits="true">lim</mo><mrow><mi>x</mi><mo>→</mo><mn>0</mn></mrow></munder><mo>\#u{2061}</mo><mspace width="0.1667em"/><mi>f</mi></mrow>"#
            ),
            (
                #"\max\limits_x"#,
                #"<munder><mo lspace="0em" rspace="0em" movablelimits="false">max</mo><mi>x</mi></munder>"#
            ),
            (#"\mathop{X}_i"#, #"<munder><mi>X</mi><mi>i</mi></munder>"#),
        ])
    func limits(tex: String, expected: String) {
        #expect(mathRow(tex) == expected)
    }

    @Test(
        "functions stand off from letters, not from brackets",
        arguments: [
            (#"\sin x"#, #"<mrow><mi>sin</mi><mo>\#u{2061}</mo><mspace width="0.1667em"/><mi>x</mi></mrow>"#),
            (
                #"2\sin x"#,
                #"<mrow><mn>2</mn><mspace width="0.1667em"/><mi>sin</mi><mo>\#u{2061}</mo><mspace width="0.1667em"/><mi>x</mi></mrow>"#
            ),
            (
                #"\sin(x)"#,
                #"<mrow><mi>sin</mi><mo>\#u{2061}</mo><mo form="prefix" stretchy="false">(</mo><mi>x</mi><mo form="postfix" stretchy="false">)</mo></mrow>"#
            ),
            (
                #"\sin^2x"#,
                #"<mrow><msup><mi>sin</mi><mn>2</mn></msup><mo>\#u{2061}</mo><mspace width="0.1667em"/><mi>x</mi></mrow>"#
            ),
            (
                #"\log\log n"#,
                #"<mrow><mi>log</mi><mo>\#u{2061}</mo><mspace width="0.1667em"/><mi>log</mi><mo>\#u{2061}</mo><mspace width="0.1667em"/><mi>n</mi></mrow>"#
            ),
            (#"\sin"#, #"<mi>sin</mi>"#),
            (
                #"\operatorname{rank}A"#,
                #"<mrow><mi>rank</mi><mo>\#u{2061}</mo><mspace width="0.1667em"/><mi>A</mi></mrow>"#
            ),
            (
                #"\operatorname*{arg\,max}_x"#,
                #"<munder><mo lspace="0em" rspace="0em" movablelimits="true">arg\#u{2009}max</mo><mi>x</mi></munder>"#
            ),
            (
                #"\limsup_n"#,
                #"<munder><mo lspace="0em" rspace="0em" movablelimits="true">lim sup</mo><mi>n</mi></munder>"#
            ),
        ])
    func functions(tex: String, expected: String) {
        #expect(mathRow(tex) == expected)
    }
}
