import Diagnostics
import Markdown

/// What the author says of the block below: `<!-- waymark: plain -->` on the line before a table, a list or a code
/// block.
struct Overrides {
    enum Word: String, CaseIterable { case comparison, decision, plain }

    /// For each block that has one its word.
    private(set) var words: [Int: Word] = [:]
    /// For each such block the line of the directive.
    private(set) var lines: [Int: Int] = [:]
    /// What need not be reported of a block, or of the note.
    private(set) var allowances: [Allowance] = []
    private(set) var problems: [ModelProblem] = []

    init(_ tree: Tree) {
        guard tree.nodes.contains(where: { $0.kind == .htmlBlock }) else { return }
        /// The ends of the nodes that hold the one at hand.
        var ends: [Int] = []
        for (index, node) in tree.nodes.enumerated() {
            while let end = ends.last, end <= index { ends.removeLast() }
            if node.kind == .htmlBlock, let text = Self.directive(tree.bytes(node.literal)) {
                let next = Int(node.end)
                let target = next < (ends.last ?? 0) ? next : nil
                add(text, line: Int(node.line), before: target, in: tree)
            }
            if Int(node.end) > index + 1 { ends.append(Int(node.end)) }
        }
    }

    /// What follows `waymark:` in a comment.
    private static func directive(_ comment: ArraySlice<UInt8>) -> String? {
        guard comment.count <= 200 else { return nil }
        let text = Words.collapsed(String(decoding: comment, as: UTF8.self))
        guard text.hasPrefix("<!--"), text.hasSuffix("-->"), text.utf8.count >= 7 else { return nil }
        let content = Words.collapsed(String(text.dropFirst(4).dropLast(3))).lowercased()
        guard content.hasPrefix("waymark:") else { return nil }
        return Words.collapsed(String(content.dropFirst(8)))
    }

    /// What to report where a block cannot be what its directive says.
    func inapplicable(_ word: Word, at node: Int) -> ModelProblem {
        .inapplicable(word, line: lines[node] ?? 1)
    }

    private mutating func add(_ text: String, line: Int, before target: Int?, in tree: Tree) {
        if text == "allow" || text.hasPrefix("allow ") {
            allow(text.dropFirst(5), line: line, before: target, in: tree)
            return
        }
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map(\.rawValue) + ["allow"]
            problems.append(
                ModelProblem(
                    .unknownDirective, "no such directive: \(text)", line: line,
                    hint: String(
                        didYouMean: KnownNames(known).nearest(to: text),
                        otherwise: "known are \(known.joined(separator: ", "))")))
            return
        }
        guard let target, word.applies(to: tree[target].kind) else {
            problems.append(.inapplicable(word, line: line))
            return
        }
        words[target] = word
        lines[target] = line
    }

    /// `allow RULE: reason`: for the block below, or, before all blocks, for the whole note.
    private mutating func allow(_ text: Substring, line: Int, before target: Int?, in tree: Tree) {
        func refuse(_ message: String, _ hint: String) -> ModelProblem {
            ModelProblem(.unknownDirective, message, line: line, hint: hint)
        }
        let parts = text.split(separator: ":", maxSplits: 1).map { Words.collapsed(String($0)) }
        guard parts.count == 2, !parts[1].isEmpty else {
            problems.append(
                refuse(
                    "an allowance needs a rule and a reason",
                    "write `<!-- waymark: allow missing-alt-text: the picture is a decoration -->`"))
            return
        }
        guard let rule = Rule(id: parts[0]) else {
            problems.append(
                refuse(
                    "there is no rule `\(parts[0])` to allow",
                    String(
                        didYouMean: KnownNames(Rule.all.map(\.id)).nearest(to: parts[0]),
                        otherwise: "reports name the rule of each line in brackets")))
            return
        }
        let isFirst = tree.children(of: 0).first { tree[$0].kind != .htmlBlock }.map { line < tree[$0].line }
        if isFirst ?? true {
            allowances.append(Allowance(rule: rule, line: line, lines: nil))
        } else if let target {
            let lines = Int(tree[target].line)...max(Int(tree[target].line), Int(tree[target].lastLine))
            allowances.append(Allowance(rule: rule, line: line, lines: lines))
        } else {
            problems.append(
                refuse(
                    "nothing stands below this allowance",
                    "it belongs right before a block, or before all text for the whole note"))
        }
    }
}

extension Overrides.Word {
    fileprivate func applies(to kind: Tree.Kind) -> Bool {
        switch (self, kind) {
        case (_, .table): true
        case (.decision, .bulletList), (.decision, .orderedList), (.decision, .codeBlock): true
        case (.plain, .bulletList), (.plain, .orderedList), (.plain, .codeBlock), (.plain, .paragraph),
            (.plain, .heading):
            true
        default: false
        }
    }
}

extension ModelProblem {
    /// What stands below a directive cannot be what it says.
    static func inapplicable(_ word: Overrides.Word, line: Int) -> ModelProblem {
        let hint =
            switch word {
            case .comparison: "it belongs right before a table with two columns and two named options"
            case .decision:
                "it belongs right before a list of rules or questions, a table of situations or a flowchart"
            case .plain: "it belongs right before a table, a list, a heading, a paragraph or a code block"
            }
        return ModelProblem(
            .unknownDirective, "nothing below this directive can be read as `\(word.rawValue)`", line: line,
            hint: hint)
    }
}
