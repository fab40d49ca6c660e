import Markdown
import Testing
import Writers

/// What is wrong with the tags of a formula; nil where each start tag has its end tag.
private func imbalance(_ html: [UInt8]) -> String? {
    var rest = html[...]
    var open: [String] = []
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
        guard let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else { return "a tag without end" }
        let tag = String(decoding: rest[start + 1..<end], as: UTF8.self)
        rest = rest[(end + 1)...]
        if tag.hasPrefix("/") {
            guard open.popLast() == String(tag.dropFirst()) else { return "<\(tag)> closes another element" }
        } else if !tag.hasSuffix("/") {
            open.append(String(tag.prefix { $0 != " " }))
        }
    }
    return open.isEmpty ? nil : "open: \(open)"
}

/// A generator of its own: a seed gives the same formulas everywhere (Steele, Lea and Flood, 2014).
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("Formulas of any kind")
struct MathSafetyTests {
    private static let pieces = [
        "a", "x", "12", ".5", ".", "+", "-", "=", ":", "<", ">", "&", ",", "(", ")", "[", "]", "|", "!", "/",
        "\"", "{", "}", "{", "}", "{a}", "^", "_", "^2", "_i", "'", "''", "~", " ", "\n", "% c\n", "%", "\\",
        "\\\\", "\\\\[2pt]", "\\\\*", "\\ ", "\\,", "\\!", "\\{", "\\}", "\\|", "\\&", "\\frac", "\\frac12",
        "\\binom", "\\sqrt", "\\sqrt[", "\\left(", "\\right)", "\\left.", "\\right|", "\\middle|", "\\left",
        "\\big", "\\bigl(", "\\sum", "\\int", "\\lim", "\\limits", "\\nolimits", "\\sin", "\\operatorname{",
        "\\operatorname*{a}", "\\hat", "\\overline", "\\underbrace", "\\overset", "\\xrightarrow", "\\text{",
        "\\text{a b}", "\\textbf{x}", "\\mathrm", "\\mathbb{R}", "\\mathbf", "\\bm", "\\rm", "\\alpha",
        "\\leq",
        "\\to", "\\cdot", "\\ldots", "\\colon", "\\quad", "\\phantom", "\\hspace{1em}", "\\begin{matrix}",
        "\\end{matrix}", "\\begin{cases}", "\\end{cases}", "\\begin{aligned}", "\\end{aligned}",
        "\\begin{array}{l|r}", "\\end{array}", "\\hline", "\\substack{", "\\not", "\\bmod", "\\pmod",
        "\\boxed",
        "\\tag{1}", "\\label{a}", "\\displaystyle", "\\textstyle", "\\mathop", "\\mathrel", "é", "≤", "日",
        "😀",
        "∑", "\u{301}", "\u{A0}", "$", "#", "\u{0}", "\\foo",
    ]

    private func written(_ tex: [UInt8], display: Bool = false) -> (html: [UInt8], problem: MathML.Problem?) {
        var html = Markup()
        let problem = MathML.append(tex: tex[...], display: display, to: &html)
        return (html.bytes, problem)
    }

    @Test("give well-formed markup of bounded length, and a problem within the source", arguments: 0..<8)
    func soup(seed: UInt64) {
        var dice = Dice(state: seed)
        var drawn = 0
        for _ in 0..<2_500 {
            let count = Int.random(in: 1...14, using: &dice)
            let tex = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &dice) }.joined()
            let bytes = Array(tex.utf8)
            let (html, problem) = written(bytes)
            #expect(imbalance(html) == nil, "\(tex)")
            #expect(html.count <= 120 * bytes.count + 200, "\(tex)")
            if let problem {
                #expect(problem.message.count < 100)
                #expect(problem.offset >= 0 && problem.offset + problem.count <= bytes.count, "\(tex)")
            } else {
                drawn += 1
                // Rows alone depend on whether a formula stands alone, and without them nothing does.
                let display = written(bytes, display: true)
                let start = "<math display=\"block\">".utf8.count - "<math>".utf8.count
                #expect(Array(display.html.dropFirst(start + 6)) == Array(html.dropFirst(6)), "\(tex)")
            }
        }
        #expect(drawn > 100)
    }

    @Test("are bytes", arguments: 0..<4)
    func bytes(seed: UInt64) {
        var dice = Dice(state: seed)
        for _ in 0..<2_000 {
            let tex = (0..<Int.random(in: 0...20, using: &dice)).map { _ in
                UInt8.random(in: 0...255, using: &dice)
            }
            let html = written(tex).html
            #expect(imbalance(html) == nil, "\(tex)")
            #expect(String(validating: html, as: UTF8.self) != nil, "\(tex)")
        }
    }

    @Test(
        "nest too deeply or break off, without harm",
        arguments: [
            ("{", "nested too deeply"), ("^", "nothing follows ^"), ("_", "nothing follows _"),
            ("\\frac", "nested too deeply"), ("\\sqrt", "nested too deeply"),
            ("\\sqrt[", "nested too deeply"),
            ("\\left(", "nested too deeply"), ("\\begin{matrix}", "nested too deeply"),
            ("\\hat", "nested too deeply"), ("\\not", "nested too deeply"), ("\\mathbf", "nested too deeply"),
            ("\\substack{", "nested too deeply"), ("x^{", "nested too deeply"),
            ("a_b^{c", "nested too deeply"),
            ("\\text{", "\\text inside \\text"), ("&", "& outside of an environment"),
            ("}", "} closes nothing"),
            ("\\\\", "\\\\ outside of an environment"), ("\\right)", "\\right without \\left"),
            ("\\end{x}", "\\end without \\begin"), ("\u{0}", "a control character"),
            ("\\left(\\right", "no delimiter follows \\right"), ("\\mathrm ", "nested too deeply"),
            ("\\limits", "\\limits follows no operator"),
            ("\\operatorname{", "\\operatorname inside \\operatorname"),
        ])
    func hostile(piece: String, message: String) {
        let tex = Array(String(repeating: piece, count: 50_000).utf8)
        let (html, problem) = written(tex)
        #expect(problem?.message == message)
        #expect(html.count <= 5 * tex.count + 100)
    }

    @Test(
        "grow in step with their source",
        arguments: [
            "x", "'", "12", "{}", "x_i^2", "\\alpha", "\\sin", "\\sum", "\\frac12", "\\left(x\\right)",
            "\\text{a}", "\\mathbf{ab}", "\\displaystyle", "\\underbrace{x}", "\\rm", "\\label{a}", " ",
            "% c\n",
            "\\begin{matrix}\\end{matrix}", "\\xrightarrow a", ":", "+", "{x}^{y}", "\\hspace{1em}",
        ])
    func growth(piece: String) {
        func count(_ times: Int) -> Int {
            written(Array(("a" + String(repeating: piece, count: times)).utf8)).html.count
        }
        let (once, twice, fourTimes) = (count(5_000), count(10_000), count(20_000))
        #expect(twice <= 2 * once)
        #expect(abs((fourTimes - twice) - 2 * (twice - once)) <= 8)
    }

    @Test("grow in step with the cells of their tables", arguments: ["&", "\\\\", "a\\\\[2pt]", "\\\\[a"])
    func cells(piece: String) {
        func count(_ times: Int) -> Int {
            let rows = String(repeating: piece, count: times)
            return written(Array("\\begin{matrix}\(rows)\\end{matrix}".utf8)).html.count
        }
        #expect(count(50_000) <= 2 * count(25_000))
        #expect(count(50_000) > 50_000)
    }

    @Test("may be as deep as the limit and no deeper")
    func depth() {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "{", count: depth) + "xy" + String(repeating: "}", count: depth)).utf8)
        }
        #expect(written(nested(63)).problem == nil)
        #expect(written(nested(64)).problem?.message == "nested too deeply")
    }
}
