import Markdown

/// Reads a nested list as questions: an item that asks, with its answers below it, each of which leads to a further
/// question or to what to choose.
struct QuestionListReader {
    private let evidence: Evidence
    private let outcomes: Outcomes
    private var nodes: [QuestionTree.Node] = []
    private var lines: [Int] = []
    private var certain: [OptionName] = []
    private var marked: [OptionName] = []

    /// Nobody reads a list that is nested deeper, and nobody chooses by more answers.
    private static let limits = (depth: 40, nodes: 1000)

    private init(_ evidence: Evidence, _ known: [OptionName]) {
        self.evidence = evidence
        outcomes = Outcomes(known: known)
    }

    /// - Parameters:
    ///   - list: a list with a single item, a question.
    ///   - known: the options that the note knows.
    ///   - isForced: whether the author says that it decides.
    static func read(_ evidence: Evidence, list: Int, known: [OptionName], isForced: Bool) -> QuestionTree? {
        let items = Array(evidence.tree.children(of: list))
        guard items.count == 1, RuleHead.mayAsk(evidence.tree, item: items[0]) else { return nil }
        var reader = QuestionListReader(evidence, known)
        let (paragraph, answers) = reader.parts(of: items[0])
        guard let paragraph, let answers,
            reader.addQuestion(Phrase(evidence.tree, at: paragraph), paragraph, answers, depth: 0) != nil
        else { return nil }
        let tree = QuestionTree(nodes: reader.nodes, lines: reader.lines)
        guard tree.outcomes.count >= 2, isForced || reader.isAccepted(at: list) else { return nil }
        return tree
    }

    /// Whether the outcomes choose between two options at least that are known or that a verb chooses; under a heading
    /// that announces a choice, options that are set off will do.
    private func isAccepted(at list: Int) -> Bool {
        if certain.distinct.count >= 2 { return true }
        return (certain + marked).distinct.count >= 2
            && evidence.announcesDecision(above: list)
    }

    /// An item's paragraph, and the list below it.
    private func parts(of item: Int) -> (paragraph: Int?, list: Int?) {
        let blocks = Array(evidence.tree.children(of: item))
        let paragraph = blocks.first.flatMap { evidence.tree[$0].kind == .paragraph ? $0 : nil }
        return (paragraph, blocks.first { evidence.tree[$0].kind.isList })
    }

    /// Adds a question with all that its answers lead to.
    ///
    /// - Returns: its index; nil where what stands below it are no answers.
    private mutating func addQuestion(_ question: Phrase, _ paragraph: Int, _ list: Int?, depth: Int) -> Int?
    {
        guard depth < Self.limits.depth, nodes.count < Self.limits.nodes else { return nil }
        let index = add(.question(question.text, branches: []), paragraph)
        var branches: [QuestionTree.Branch] = []
        for item in list.map({ Array(evidence.tree.children(of: $0)) }) ?? [] {
            guard let branch = addAnswer(item, depth: depth + 1) else { return nil }
            branches.append(branch)
        }
        nodes[index] = .question(question.text, branches: branches)
        return index
    }

    private mutating func addAnswer(_ item: Int, depth: Int) -> QuestionTree.Branch? {
        let (paragraph, list) = parts(of: item)
        guard let paragraph, nodes.count < Self.limits.nodes,
            let answer = Answer(Phrase(evidence.tree, at: paragraph))
        else { return nil }
        var target: Int?
        if !answer.rest.isEmpty {
            target = addTarget(answer.rest, paragraph, list, depth)
        } else if let list, let inner = evidence.tree.children(of: list).first(where: { _ in true }),
            let innerParagraph = parts(of: inner).paragraph
        {
            // What the answer leads to stands in an item of its own.
            let phrase = Phrase(evidence.tree, at: innerParagraph)
            target = addTarget(phrase, innerParagraph, parts(of: inner).list, depth + 1)
        } else {
            target = add(.outcome(QuestionTree.Outcome(option: nil, text: "")), paragraph)
        }
        return target.map { QuestionTree.Branch(label: answer.label, target: $0) }
    }

    private mutating func addTarget(_ phrase: Phrase, _ paragraph: Int, _ list: Int?, _ depth: Int) -> Int? {
        if phrase.bytes.last == UInt8(ascii: "?") || phrase.text.hasSuffix("？") {
            return addQuestion(phrase, paragraph, list, depth: depth)
        }
        let (outcome, evidence) = outcomes.read(phrase)
        if let option = outcome.option, certain.count + marked.count < 40 {
            if evidence == .certain { certain.append(option) } else { marked.append(option) }
        }
        return add(.outcome(outcome), paragraph)
    }

    private mutating func add(_ node: QuestionTree.Node, _ paragraph: Int) -> Int {
        nodes.append(node)
        lines.append(Int(evidence.tree[paragraph].line))
        return nodes.count - 1
    }
}

/// An answer's label, and what stands behind it: `**Yes** → Use A`.
private struct Answer {
    let label: String
    let rest: Phrase

    private static let signs = [":", "→", "->", "=>", "⇒", "➜", "➡", "–", "—", "-", "："]

    init?(_ phrase: Phrase) {
        if let (label, rest) = Self.qualified(phrase) {
            self.init(label, rest)
            return
        }
        if let mark = phrase.leadingMark {
            let label = phrase.part(mark).trimmingEnd(":,.?")
            let rest = phrase.dropping(mark.upperBound)
            let hasColon = label.count < phrase.part(mark).count
            if let behind = Self.behindSign(rest, allowsComma: Self.isAnswer(label)) {
                self.init(label, behind)
                return
            }
            if rest.isEmpty || (hasColon && !label.isEmpty) {
                self.init(label, rest)
                return
            }
        }
        for opening in ["if", "when"] where phrase.begins(with: opening) {
            let rest = phrase.dropping(opening.utf8.count)
            guard let label = Self.leadingAnswer(rest),
                let behind = Self.behindSign(rest.dropping(label.count), allowsComma: true)
            else { continue }
            // `If yes, …` answers Yes.
            self.init(Phrase(label.text.prefix(1).uppercased() + label.text.dropFirst()), behind)
            return
        }
        guard let label = Self.leadingAnswer(phrase) else { return nil }
        let rest = phrase.dropping(label.count)
        guard let behind = rest.isEmpty ? rest : Self.behindSign(rest, allowsComma: true) else { return nil }
        self.init(label, behind)
    }

    private init(_ label: Phrase, _ rest: Phrase) {
        self.label = label.text
        self.rest = rest
    }

    /// `Yes, for weeks → A`: what narrows an answer belongs to it.
    private static func qualified(_ phrase: Phrase) -> (label: Phrase, rest: Phrase)? {
        guard let arrow = phrase.first(of: RuleHead.arrows), let answer = leadingAnswer(phrase) else {
            return nil
        }
        let label = phrase.part(0..<arrow.lowerBound).trimmingEnd(",:")
        let more = label.dropping(answer.count)
        guard more.bytes.first == UInt8(ascii: ","), RuleHead.verb(of: more.dropping(1)) == nil else {
            return nil
        }
        return (label, phrase.dropping(arrow.upperBound))
    }

    private static func isAnswer(_ phrase: Phrase) -> Bool {
        Vocabulary.answers.contains(phrase.text.lowercased())
    }

    /// The short answer that a phrase begins with.
    private static func leadingAnswer(_ phrase: Phrase) -> Phrase? {
        let folded = phrase.text.lowercased()
        guard
            let answer = Vocabulary.answers.filter({ folded.hasPrefix($0) }).max(by: { $0.count < $1.count }),
            answer.utf8.count <= phrase.count,
            phrase.begins(with: answer) || answer.utf8.contains(where: { $0 >= 0x80 })
        else { return nil }
        return phrase.part(0..<answer.utf8.count)
    }

    /// What follows the sign that a phrase begins with; nil where it begins with none.
    private static func behindSign(_ phrase: Phrase, allowsComma: Bool) -> Phrase? {
        var rest = phrase
        var isFound = false
        while let sign = (allowsComma ? signs + [","] : signs).first(where: {
            rest.folded.starts(with: $0.utf8)
        }) {
            rest = rest.dropping(sign.utf8.count)
            isFound = true
        }
        return isFound ? rest : nil
    }
}

extension Tree.Kind {
    var isList: Bool { self == .bulletList || self == .orderedList }
}
