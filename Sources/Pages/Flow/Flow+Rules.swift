import Notes

extension Flow {
    /// Draws a decision by rules: the question, below it a row for each rule with its conditions and, where an arrow
    /// leads, its option; last the default.
    ///
    /// - Parameter url: the address of an option's note, where there is one.
    init(_ decision: Decision, number: Int, url: (OptionName) -> String?) {
        var layout = RuleLayout()
        layout.addQuestion(decision.question)
        for rule in decision.rules { layout.addRule(rule, url: url(rule.option)) }
        if let fallback = decision.fallback { layout.addFallback(fallback.option, url: url(fallback.option)) }
        self.init(
            number: number, title: "Flow: \(decision.question)", description: Self.words(for: decision),
            width: RuleLayout.width, height: layout.height, boxes: layout.boxes, arrows: layout.arrows)
    }

    /// The decision in words.
    private static func words(for decision: Decision) -> String {
        var sentences = decision.rules.map { rule in
            let quantity =
                rule.conditions.count == 1
                ? "if" : rule.match == .all ? "if all of these hold:" : "if any of these holds:"
            var sentence =
                "Choose \(rule.option.name) \(quantity) \(rule.conditions.map(clause).joined(separator: "; "))"
            if !rule.exceptions.isEmpty {
                sentence += "; but not if \(rule.exceptions.map(clause).joined(separator: "; "))"
            }
            return sentence + "."
        }
        if let fallback = decision.fallback { sentences.append("Otherwise choose \(fallback.option.name).") }
        return sentences.joined(separator: " ")
    }

    private static func clause(_ condition: String) -> String {
        condition.last == "." ? String(condition.dropLast()) : condition
    }
}

/// Places the boxes of a decision by rules, from top to bottom. Units are those of the drawing's view box; the style
/// sheet sets text at the font sizes given here.
private struct RuleLayout {
    static let width = 720
    private static let fontSize = 15
    private static let labelSize = 12
    private static let lineHeight = 21
    private static let padding = 16
    private static let gap = 24
    /// The line that all rules hang from.
    private static let spine = 24
    private static let conditionsX = 56
    private static let conditionsWidth = 400
    private static let outcomeX = 504
    private static let outcomeWidth = width - outcomeX - 2

    private(set) var boxes: [Flow.Box] = []
    private(set) var arrows: [Flow.Arrow] = []
    private var bottom = 2
    /// How far the line that rules hang from is drawn.
    private var spineBottom = 0

    /// The drawing's height.
    var height: Int { bottom + 2 }

    mutating func addQuestion(_ question: String) {
        let lines = TextMeasure.wrap(question, width: 440 - 2 * Self.padding, fontSize: 17)
        let boxHeight = 2 * Self.padding + lines.count * Self.lineHeight - 4
        add(
            .question, x: 2, y: bottom, width: 440, height: boxHeight,
            lines: lines.enumerated().map { index, text in
                line(.title, x: 2 + Self.padding, top: bottom + Self.padding, index, text)
            })
        bottom += boxHeight
        spineBottom = bottom
    }

    mutating func addRule(_ rule: Decision.Rule, url: String?) {
        bottom += Self.gap
        let top = bottom
        let x = Self.conditionsX + Self.padding
        let width = Self.conditionsWidth - 2 * Self.padding
        var lines: [Flow.Line] = []
        var y = top + Self.padding
        func addLabel(_ text: String) {
            lines.append(Flow.Line(kind: .label, x: x, y: y + 12, text: text, isCentered: false))
            y += Self.lineHeight
        }
        func addItems(_ items: [String]) {
            for item in items {
                let marked = items.count > 1
                let indent = marked ? 14 : 0
                for (index, text) in TextMeasure.wrap(item, width: width - indent, fontSize: Self.fontSize)
                    .enumerated()
                {
                    if marked, index == 0 {
                        lines.append(Flow.Line(kind: .text, x: x, y: y + 15, text: "•", isCentered: false))
                    }
                    lines.append(
                        Flow.Line(kind: .text, x: x + indent, y: y + 15, text: text, isCentered: false))
                    y += Self.lineHeight
                }
                y += 4
            }
        }
        addLabel(
            rule.conditions.count == 1
                ? "If" : rule.match == .all ? "If all of these hold" : "If any of these holds")
        addItems(rule.conditions)
        if !rule.exceptions.isEmpty {
            addLabel("But not if")
            addItems(rule.exceptions)
        }
        let textHeight = y - 4 + Self.padding - top
        // An option's long name may be higher than its conditions.
        let boxHeight = max(textHeight, height(of: wrappedName(rule.option)))
        add(
            .conditions, x: Self.conditionsX, y: top, width: Self.conditionsWidth, height: boxHeight,
            lines: lines)
        let middle = top + boxHeight / 2
        hang(at: middle, to: Self.conditionsX, isFallback: false)
        let outcomeHeight = addOutcome(.outcome, rule.option, middle: middle, url: url)
        lead(at: middle, isFallback: false)
        bottom = max(top + boxHeight, middle + outcomeHeight / 2)
    }

    mutating func addFallback(_ option: OptionName, url: String?) {
        bottom += Self.gap
        let lines = wrappedName(option)
        let outcomeHeight = height(of: lines)
        let middle = bottom + outcomeHeight / 2
        boxes.append(
            Flow.Box(
                kind: .conditions, x: Self.conditionsX, y: middle - 20, width: Self.conditionsWidth,
                height: 40,
                lines: [
                    Flow.Line(
                        kind: .label, x: Self.conditionsX + Self.padding, y: middle + 4, text: "Otherwise",
                        isCentered: false)
                ], url: nil))
        hang(at: middle, to: Self.conditionsX, isFallback: true)
        _ = addOutcome(.fallback, option, middle: middle, url: url)
        lead(at: middle, isFallback: true)
        bottom = middle + max(20, outcomeHeight / 2)
    }

    /// A line from the question, or from the rule above, down and to the right.
    private mutating func hang(at y: Int, to x: Int, isFallback: Bool) {
        arrows.append(
            Flow.Arrow(
                points: [
                    Flow.Arrow.Point(x: Self.spine, y: spineBottom), Flow.Arrow.Point(x: Self.spine, y: y),
                    Flow.Arrow.Point(x: x, y: y),
                ], isFallback: isFallback))
        spineBottom = y
    }

    /// An arrow from conditions to their option.
    private mutating func lead(at y: Int, isFallback: Bool) {
        arrows.append(
            Flow.Arrow(
                points: [
                    Flow.Arrow.Point(x: Self.conditionsX + Self.conditionsWidth, y: y),
                    Flow.Arrow.Point(x: Self.outcomeX, y: y),
                ], isFallback: isFallback))
    }

    private func wrappedName(_ option: OptionName) -> [String] {
        TextMeasure.wrap(option.name, width: Self.outcomeWidth - 2 * Self.padding, fontSize: 17)
    }

    private func height(of lines: [String]) -> Int { 2 * 12 + lines.count * Self.lineHeight }

    private mutating func addOutcome(_ kind: Flow.Box.Kind, _ option: OptionName, middle: Int, url: String?)
        -> Int
    {
        let texts = wrappedName(option)
        let boxHeight = height(of: texts)
        let top = middle - boxHeight / 2
        let center = Self.outcomeX + Self.outcomeWidth / 2
        let lines = texts.enumerated().map { index, text in
            Flow.Line(
                kind: .title, x: center, y: top + 12 + 15 + index * Self.lineHeight, text: text,
                isCentered: true)
        }
        add(
            kind, x: Self.outcomeX, y: top, width: Self.outcomeWidth, height: boxHeight, lines: lines,
            url: url)
        return boxHeight
    }

    private func line(_ kind: Flow.Line.Kind, x: Int, top: Int, _ index: Int, _ text: String) -> Flow.Line {
        Flow.Line(kind: kind, x: x, y: top + 15 + index * Self.lineHeight, text: text, isCentered: false)
    }

    private mutating func add(
        _ kind: Flow.Box.Kind, x: Int, y: Int, width: Int, height: Int, lines: [Flow.Line], url: String? = nil
    ) {
        boxes.append(Flow.Box(kind: kind, x: x, y: y, width: width, height: height, lines: lines, url: url))
    }
}
