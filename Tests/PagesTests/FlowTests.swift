import Testing
import Writers

@testable import Notes
@testable import Pages

/// The generator of Steele, Lea and Flood, 2014: a seed gives the same numbers everywhere.
private struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

private func text(_ words: Int, _ generator: inout SplitMix64) -> String {
    let vocabulary = [
        "a", "IAM", "workloads", "WWWWWWWWWW", "integration", "日本語の長い文", "é", "😀", "identity-provider",
        "iiii", "(GA", "2024)", "äöü", "<&>", "ПРИВЕТ", String(repeating: "long", count: 20),
        String(repeating: "漢", count: 60),
    ]
    return (0..<words).compactMap { _ in vocabulary.randomElement(using: &generator) }.joined(separator: " ")
}

private func decision(_ seed: Int) -> Decision {
    var generator = SplitMix64(seed: UInt64(seed))
    func texts(_ most: ClosedRange<Int>) -> [String] {
        (0..<Int.random(in: most, using: &generator)).map { _ in
            text(Int.random(in: 1...25, using: &generator), &generator)
        }
    }
    // Recognition takes names of at most sixty scalars.
    func name() -> String {
        let name = text(Int.random(in: 1...7, using: &generator), &generator)
        return String(String.UnicodeScalarView(name.unicodeScalars.prefix(60)))
    }
    let rules = (0..<Int.random(in: 2...6, using: &generator)).map { _ in
        Decision.Rule(
            option: OptionName(name()),
            match: Bool.random(using: &generator) ? .any : .all, conditions: texts(1...6),
            exceptions: texts(0...2))
    }
    let fallback =
        Bool.random(using: &generator)
        ? Decision.Fallback(option: rules[0].option, sentence: "Start with it.") : nil
    return Decision(
        question: text(Int.random(in: 1...20, using: &generator), &generator), line: 1, anchor: nil,
        form: .rules(rules),
        fallback: fallback, place: 0..<0)
}

@Suite("Flows")
struct FlowTests {
    private static func flow(_ seed: Int) -> Flow { Flow(decision(seed), number: 1) { _ in nil } }

    @Test("boxes do not overlap and lie in the drawing", arguments: 0..<100)
    func boxes(seed: Int) {
        let flow = Self.flow(seed)
        for (index, box) in flow.boxes.enumerated() {
            #expect(box.x >= 0 && box.y >= 0 && box.width > 0 && box.height > 0)
            #expect(box.x + box.width <= flow.width && box.y + box.height <= flow.height)
            for other in flow.boxes[..<index] {
                let overlap =
                    box.x < other.x + other.width && other.x < box.x + box.width
                    && box.y < other.y + other.height && other.y < box.y + box.height
                #expect(!overlap, "\(box) and \(other)")
            }
        }
    }

    @Test(
        "the longest names beside the shortest conditions do not overlap",
        arguments: [String(repeating: "漢", count: 60), String(repeating: "WWWWWWW ", count: 7)])
    func longNames(name: String) {
        let rules = (0..<3).map { _ in
            Decision.Rule(option: OptionName(name), match: .any, conditions: ["x"], exceptions: [])
        }
        let decision = Decision(
            question: "Which?", line: 1, anchor: nil, form: .rules(rules),
            fallback: Decision.Fallback(option: OptionName(name), sentence: "x"), place: 0..<0)
        let boxes = Flow(decision, number: 1) { _ in nil }.boxes.filter { $0.kind != .conditions }.dropFirst()
        #expect(boxes.count == 4)
        #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $0.y + $0.height <= $1.y }, "\(boxes.map(\.y))")
    }

    @Test("every line of text fits its box", arguments: 0..<100)
    func lines(seed: Int) {
        for box in Self.flow(seed).boxes {
            for line in box.lines {
                let size =
                    switch line.kind {
                    case .label: 12
                    case .text: 15
                    case .title: 17
                    }
                let width = TextMeasure.width(line.text) * size / 1000
                let left = line.isCentered ? line.x - width / 2 : line.x
                #expect(left >= box.x && left + width <= box.x + box.width, "\(line) in \(box)")
                #expect(line.y - size >= box.y - 2 && line.y <= box.y + box.height, "\(line) in \(box)")
            }
        }
    }

    @Test("lines of one box do not overlap", arguments: 0..<20)
    func lineDistances(seed: Int) {
        for box in Self.flow(seed).boxes {
            let places = Set(box.lines.filter { $0.text != "•" }.map(\.y)).sorted()
            #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 17 }, "\(places)")
            #expect(places.count == box.lines.count { $0.text != "•" })
        }
    }

    @Test("arrows lead from boxes to boxes along right angles", arguments: 0..<100)
    func arrows(seed: Int) throws {
        let flow = Self.flow(seed)
        for arrow in flow.arrows {
            let first = try #require(arrow.points.first)
            let last = try #require(arrow.points.last)
            #expect(flow.boxes.contains { $0.x == last.x && ($0.y...$0.y + $0.height).contains(last.y) })
            // Or where another arrow turns.
            let isOnArrow = flow.arrows.contains { $0 != arrow && $0.points.contains(first) }
            #expect(
                isOnArrow
                    || flow.boxes.contains { box in
                        (box.x + box.width == first.x && (box.y...box.y + box.height).contains(first.y))
                            || (box.y + box.height == first.y
                                && (box.x...box.x + box.width).contains(first.x))
                    })
            #expect(zip(arrow.points, arrow.points.dropFirst()).allSatisfy { $0.x == $1.x || $0.y == $1.y })
        }
        #expect(flow.arrows.count == 2 * flow.boxes.count { $0.kind == .outcome || $0.kind == .fallback })
    }

    @Test("no word of the decision is lost", arguments: 0..<20)
    func words(seed: Int) {
        let decision = decision(seed)
        let flow = Flow(decision, number: 1) { _ in nil }
        func letters(_ texts: [String]) -> String { texts.joined().filter { !$0.isWhitespace } }
        let shown = flow.boxes.map { box in letters(box.lines.map(\.text).filter { $0 != "•" }) }
        #expect(shown.first == letters([decision.question]))
        for rule in decision.rules {
            #expect(shown.contains(letters([rule.option.name])))
            #expect(shown.contains { $0.contains(letters(rule.conditions)) })
            #expect(shown.contains { $0.hasSuffix(letters(rule.exceptions)) })
        }
    }

    @Test("a flow is described in words")
    func description() {
        let decision = Decision(
            question: "Which?", line: 1, anchor: nil,
            form: .rules([
                Decision.Rule(
                    option: OptionName("A"), match: .any, conditions: ["one.", "two"], exceptions: ["three."]),
                Decision.Rule(
                    option: OptionName("B"), match: .all, conditions: ["four", "five"], exceptions: []),
                Decision.Rule(option: OptionName("C"), match: .any, conditions: ["six"], exceptions: []),
            ]), fallback: Decision.Fallback(option: OptionName("B"), sentence: "x"), place: 0..<0)
        let flow = Flow(decision, number: 3) { $0.name == "A" ? "../a/?x&y" : nil }
        #expect(flow.title == "Flow: Which?")
        #expect(
            flow.description
                == "Choose A if any of these holds: one; two; but not if three. "
                + "Choose B if all of these hold: four; five. Choose C if six. Otherwise choose B.")
        #expect(
            flow.boxes.map(\.kind) == [
                .question, .conditions, .outcome, .conditions, .outcome, .conditions, .outcome, .conditions,
                .fallback,
            ])
        let markup = String(decoding: flow.figure().bytes, as: UTF8.self)
        #expect(markup.contains("id=\"flow:3:title\""))
        #expect(markup.contains("<a href=\"../a/?x&amp;y\" class=\"box outcome\">"))
    }
}

@Suite("TextMeasure")
struct TextMeasureTests {
    @Test(
        "wraps at spaces",
        arguments: [
            ("", [""]), ("   ", [""]), ("a b", ["a b"]), ("  a   b  ", ["a b"]),
            ("one two three four", ["one two", "three four"]),
        ])
    func wrap(text: String, expected: [String]) {
        #expect(TextMeasure.wrap(text, width: 90, fontSize: 15) == expected)
    }

    @Test(
        "never loses a character, and no line is too wide",
        arguments: [
            "one two three", String(repeating: "x", count: 200), String(repeating: "漢字", count: 50),
            "a \(String(repeating: "W", count: 80)) b",
            "e\u{301}e\u{301}e\u{301} \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
            "tab\tand\nnewline", String(repeating: "i", count: 99) + " 漢", "no\u{A0}break",
            "العربية עברית हिन्दी",
        ], [40, 100, 368])
    func keepsEverything(text: String, width: Int) {
        let lines = TextMeasure.wrap(text, width: width, fontSize: 15)
        #expect(lines.joined().filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
        for line in lines where line.count > 1 {
            #expect(TextMeasure.width(line) * 15 <= width * 1000, "\(line)")
        }
    }

    @Test("wide characters are wide, and marks have no width of their own")
    func widths() {
        #expect(TextMeasure.width("漢") > TextMeasure.width("W"))
        #expect(TextMeasure.width("W") > TextMeasure.width("i"))
        #expect(TextMeasure.width("e\u{301}") == TextMeasure.width("e"))
        #expect(TextMeasure.width("") == 0)
        #expect(TextMeasure.width("ab") == TextMeasure.width("a") + TextMeasure.width("b"))
    }
}
