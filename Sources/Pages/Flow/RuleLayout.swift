import Localisation
import Notes

/// Places the boxes of a decision by rules, from top to bottom: the question, below it a row for each rule with its
/// conditions and, where an arrow leads, its option; last the default.
struct RuleLayout {
    static let width = 446
    private static let padding = 12
    private static let gap = 20
    /// The line that all rules hang from.
    private static let spine = 14
    private static let conditionsX = 34
    private static let conditionsWidth = 244
    private static let outcomeX = 308
    private static let outcomeWidth = width - outcomeX - 4

    private let words: FlowWords
    private(set) var boxes: [Flow.Box] = []
    /// The line that rules hang from, in stretches from top to bottom, and the arrows from it.
    private(set) var arrows: [Flow.Arrow] = []
    private var rails: [Flow.Arrow] = []
    private var bottom = 4
    /// How far the line that rules hang from is drawn.
    private var spineBottom = 0

    var height: Int { bottom + 4 }

    init(_ decision: Decision, _ words: FlowWords, url: (OptionName) -> String?) {
        self.words = words
        addQuestion(decision.question)
        for (index, rule) in decision.rules.enumerated() { addRule(rule, index, url: url(rule.option)) }
        if let fallback = decision.fallback { addFallback(fallback.option, url: url(fallback.option)) }
        arrows = rails + arrows
    }

    private mutating func addQuestion(_ question: String) {
        let width = Self.width - 8
        let lines = FlowText.wrap(question, .title, width: width - 2 * Self.padding - 4)
        let frame = Flow.Frame(
            x: 4, y: bottom, width: width, height: 2 * Self.padding + lines.count * FlowText.lineHeight)
        boxes.append(
            Flow.Box(
                kind: .question, frame: frame,
                lines: FlowText.leading(
                    lines, .title, at: Flow.Point(x: frame.x + Self.padding + 2, y: frame.y + Self.padding))))
        bottom = frame.maxY
        spineBottom = bottom
    }

    private mutating func addRule(_ rule: Decision.Rule, _ index: Int, url: String?) {
        bottom += Self.gap
        let x = Self.conditionsX + Self.padding
        let width = Self.conditionsWidth - 2 * Self.padding
        var lines: [Flow.Line] = []
        var y = bottom + Self.padding
        func add(_ texts: [String], _ kind: Flow.Line.Kind, indent: Int = 0) {
            lines += FlowText.leading(texts, kind, at: Flow.Point(x: x + indent, y: y))
            y += texts.count * FlowText.lineHeight
        }
        func addItems(_ items: [String]) {
            for item in items {
                let indent = items.count > 1 ? 14 : 0
                if indent > 0 { lines += FlowText.leading(["•"], .text, at: Flow.Point(x: x, y: y)) }
                add(FlowText.wrap(item, .text, width: width - indent), .text, indent: indent)
                y += 4
            }
        }
        if !rule.conditions.isEmpty {
            add(
                FlowText.wrap(
                    words.introduction(rule.match, rule.conditions.count).capitalizedFirst, .label,
                    width: width), .label)
            addItems(rule.conditions)
        }
        if !rule.exceptions.isEmpty {
            add(
                FlowText.wrap(
                    words.exception(isAlone: rule.conditions.isEmpty).capitalizedFirst, .label, width: width),
                .label)
            addItems(rule.exceptions)
        }
        let textHeight = y - 4 + Self.padding - bottom
        // An option's long name may be higher than its conditions.
        let name = wrappedName(rule.option)
        let frame = Flow.Frame(
            x: Self.conditionsX, y: bottom, width: Self.conditionsWidth,
            height: max(textHeight, height(of: name)))
        boxes.append(
            Flow.Box(kind: .conditions, frame: frame, lines: lines, key: "rule:\(index)"))
        hang(at: frame.middle.y, "rule:\(index)", isFallback: false)
        let option = addOutcome(.outcome, name, middle: frame.middle.y, url, "option:\(index)")
        lead(at: frame.middle.y, "rule:\(index)", isFallback: false)
        bottom = max(frame.maxY, option.maxY)
    }

    private mutating func addFallback(_ option: OptionName, url: String?) {
        bottom += Self.gap
        let name = wrappedName(option)
        let height = max(44, height(of: name))
        let frame = Flow.Frame(
            x: Self.conditionsX, y: bottom + (height - 44) / 2, width: Self.conditionsWidth, height: 44)
        let corner = Flow.Point(x: frame.x + Self.padding, y: frame.middle.y - FlowText.lineHeight / 2)
        boxes.append(
            Flow.Box(
                kind: .conditions, frame: frame,
                lines: FlowText.leading([words.otherwise], .label, at: corner)))
        hang(at: frame.middle.y, "fallback", isFallback: true)
        let outcome = addOutcome(.fallback, name, middle: frame.middle.y, url, "fallback")
        lead(at: frame.middle.y, "fallback", isFallback: true)
        bottom = max(frame.maxY, outcome.maxY)
    }

    /// An arrow from the line that rules hang from, which goes on from the rule above.
    private mutating func hang(at y: Int, _ key: String, isFallback: Bool) {
        let corner = Flow.Point(x: Self.spine, y: y)
        rails.append(
            Flow.Arrow(
                points: [Flow.Point(x: Self.spine, y: spineBottom), corner], head: .none,
                isFallback: isFallback, isRail: true, key: key))
        arrows.append(
            Flow.Arrow(
                points: [corner, Flow.Point(x: Self.conditionsX, y: y)], isFallback: isFallback, key: key))
        spineBottom = y
    }

    /// An arrow from conditions to their option.
    private mutating func lead(at y: Int, _ key: String, isFallback: Bool) {
        arrows.append(
            Flow.Arrow(
                points: [
                    Flow.Point(x: Self.conditionsX + Self.conditionsWidth, y: y),
                    Flow.Point(x: Self.outcomeX, y: y),
                ], isFallback: isFallback, key: key))
    }

    private func wrappedName(_ option: OptionName) -> [String] {
        FlowText.wrap(option.name, .title, width: Self.outcomeWidth - 16)
    }

    private func height(of lines: [String]) -> Int { 24 + lines.count * FlowText.lineHeight }

    private mutating func addOutcome(
        _ kind: Flow.Box.Kind, _ name: [String], middle: Int, _ url: String?, _ key: String
    ) -> Flow.Frame {
        let height = height(of: name)
        let frame = Flow.Frame(
            x: Self.outcomeX, y: middle - height / 2, width: Self.outcomeWidth, height: height)
        boxes.append(
            Flow.Box(
                kind: kind, shape: name.count > 2 ? .rounded : .stadium, frame: frame,
                lines: FlowText.centered(name, .title, at: frame.middle), url: url, key: key))
        return frame
    }
}
