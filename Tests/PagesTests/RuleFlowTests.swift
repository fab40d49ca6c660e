import Localisation
import SeededRandom
import Testing
import Writers

@testable import Notes
@testable import Pages

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

@Suite("Flows of rules")
struct RuleFlowTests {
    private static func flow(_ seed: Int) -> Flow { Flow(decision(seed), number: 1, .english) { _ in nil } }

    @Test("boxes do not overlap and lie in the drawing", arguments: 0..<100)
    func boxes(seed: Int) {
        #expect(FlowGeometry.faults(Self.flow(seed)) == [])
    }

    @Test("a drawing fits a phone", arguments: 0..<100)
    func width(seed: Int) {
        // At 328 pixels the smallest text is then as high as 11 pixels.
        #expect(Self.flow(seed).width <= 15 * 328 / 11)
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
        let boxes = Flow(decision, number: 1, .english) { _ in nil }.boxes.filter { $0.kind != .conditions }
            .dropFirst()
        #expect(boxes.count == 4)
        #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $0.frame.maxY <= $1.frame.y })
    }

    @Test("lines of one box do not overlap", arguments: 0..<20)
    func lineDistances(seed: Int) {
        for box in Self.flow(seed).boxes {
            let places = Set(box.lines.filter { $0.text != "•" }.map(\.y)).sorted()
            #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 17 }, "\(places)")
            #expect(places.count == box.lines.count { $0.text != "•" })
        }
    }

    @Test("every rule has its arrows, from the line that rules hang from to its option", arguments: 0..<50)
    func arrows(seed: Int) {
        let decision = decision(seed)
        let flow = Self.flow(seed)
        var keys = decision.rules.indices.map { "rule:\($0)" }
        if decision.fallback != nil { keys.append("fallback") }
        for key in keys {
            let arrows = flow.arrows.filter { $0.key == key }
            #expect(arrows.map(\.isRail) == [true, false, false])
            #expect(arrows.first?.points.last == arrows.dropFirst().first?.points.first)
            let name = key == "fallback" ? key : "option:" + key.dropFirst(5)
            #expect(arrows.last?.points.last?.x == flow.boxes.first { $0.key == name }?.frame.x)
        }
        #expect(flow.arrows.count == 3 * keys.count)
    }

    @Test("no word of the decision is lost", arguments: 0..<20)
    func words(seed: Int) {
        let decision = decision(seed)
        let flow = Flow(decision, number: 1, .english) { _ in nil }
        func letters(_ texts: [String]) -> String { texts.joined().filter { !$0.isWhitespace } }
        let shown = flow.boxes.map { box in letters(box.lines.map(\.text).filter { $0 != "•" }) }
        #expect(shown.first == letters([decision.question]))
        for rule in decision.rules {
            #expect(shown.contains(letters([rule.option.name])))
            #expect(shown.contains { $0.contains(letters(rule.conditions)) })
            #expect(shown.contains { $0.hasSuffix(letters(rule.exceptions)) })
        }
    }

    @Test("a rule with exceptions alone says unless")
    func exceptionsAlone() {
        let rule = Decision.Rule(
            option: OptionName("A"), match: .any, conditions: [], exceptions: ["it rains"])
        let decision = Decision(
            question: "Which?", line: 1, anchor: nil, form: .rules([rule]), fallback: nil, place: 0..<0)
        let flow = Flow(decision, number: 1, .english) { _ in nil }
        #expect(flow.description == "Choose A unless it rains.")
        #expect(flow.boxes.flatMap { $0.lines.map(\.text) }.contains("Unless"))
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
        let flow = Flow(decision, number: 3, .english) { $0.name == "A" ? "../a/?x&y" : nil }
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
        let markup = String(decoding: flow.figure(Wording.english).bytes, as: UTF8.self)
        #expect(markup.contains("id=\"flow:3:title\""))
        #expect(markup.contains("<a href=\"../a/?x&amp;y\" class=\"box outcome\" data-node=\"option:0\">"))
        #expect(markup.contains("<g class=\"box conditions\" data-node=\"rule:0\">"))
        #expect(markup.contains("<g class=\"edge fallback\" data-edge=\"fallback\">"))
        #expect(markup.contains("<g class=\"box fallback\" data-node=\"fallback\">"))
    }
}
