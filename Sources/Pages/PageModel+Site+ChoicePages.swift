import Linking
import Localisation
import Markdown
import Notes

extension ComparisonPage {
    init(pair index: Int, of site: Site) {
        let pair = site.pairs.all[index]
        self.init([pair.first, pair.second], pair.sources, pair.route, site.title(of: pair), of: site)
    }

    init(largeTable index: Int, of site: Site) {
        let table = site.pairs.large[index]
        self.init(
            site.options.columns(of: table.place), [table.place], table.route,
            site.notes.comparison(at: table.place).title, of: site)
    }

    private init(
        _ options: [Int32], _ sources: [ModelPlace], _ route: RoutePath, _ title: String, of site: Site
    ) {
        let shell = Shell(
            .comparison, route, title, site.wording.choices.comparisonDescription(title), of: site)
        self.shell = shell
        breadcrumbs = site.breadcrumbs(below: .compare, site.wording.frame.compare, from: shell)
        table = MergedTable(options, sources, of: site, from: shell)
        decisions = site.decisionEntries(between: options.map(Int.init), from: shell)
    }
}

extension ComparisonIndexPage {
    init(of site: Site) {
        let shell = Shell(
            .compare, .compare, site.wording.frame.compare, site.wording.choices.compareDescription, of: site)
        self.shell = shell
        comparisons =
            site.pairs.all.indices.map { site.entry(ofPair: $0, from: shell) }
            + site.pairs.large.map { site.entry(ofLargeTable: $0, from: shell) }
        options = site.options.all.indices.map { option in
            Choice(
                link: site.link(toOption: option, from: shell), slug: site.options.all[option].slug.string,
                claimCount: site.claims.ofOption[option].count,
                statementCount: StatementRows([option], of: site).all.count,
                source: shell.url(to: site.options.all[option].route.file("claims.js")))
        }
        root = shell.route.relativeURL(to: .home, style: .folder)
    }
}

extension OptionPage {
    init(_ index: Int, of site: Site) {
        let option = site.options.all[index]
        let shell = Shell(
            .option, option.route, option.name, site.wording.choices.optionDescription(option.name),
            of: site)
        self.shell = shell
        breadcrumbs = site.breadcrumbs(below: .compare, site.wording.frame.compare, from: shell)
        otherNames = option.otherNames
        note = option.note.flatMap { site.entry(Int($0), from: shell) }
        advice = option.decisions.map { Advice($0, on: Int32(index), of: site, from: shell) }
        comparisons = site.comparisonEntries(of: index, from: shell)
        criteria = site.claims.byCriterion(of: index).flatMap { criterion, claims in
            claims.map { claim in
                let cell = site.notes.cell(at: claim.cell)
                return Row(
                    criterion: criterion.name, verdict: cell.shown,
                    excerpt: site.excerpt(of: claim.cell, from: shell),
                    source: PageLink(
                        title: site.notes[Int(claim.cell.comparison.note)].title,
                        url: site.url(of: claim.cell, from: shell) ?? ""))
            }
        }
    }
}

extension OptionPage.Advice {
    init(_ place: ModelPlace, on option: Int32, of site: Site, from shell: Shell) {
        let decision = site.notes.decision(at: place)
        let named = site.options.named(by: place)
        self.decision = PageLink(
            title: decision.question, url: shell.url(to: site.decisions.route(of: place)))
        note = site.notes[Int(place.note)].title
        let rules = zip(decision.rules, named.entries).filter { $0.1 == option }.map(\.0)
        match = rules.first?.match ?? .any
        conditions = rules.flatMap(\.conditions)
        exceptions = rules.flatMap(\.exceptions)
        fallback = named.fallback == option ? decision.fallback?.sentence : nil
        var outcomes: [String] = []
        if case .questions(let tree) = decision.form {
            for (node, entry) in zip(tree.nodes, named.entries) where entry == option {
                guard case .outcome(let outcome) = node, !outcomes.contains(outcome.text) else { continue }
                outcomes.append(outcome.text)
            }
        }
        self.outcomes = outcomes
    }
}

extension DecisionIndexPage {
    init(of site: Site) {
        let shell = Shell(
            .decide, .decide, site.wording.frame.decide, site.wording.choices.decideDescription, of: site)
        self.shell = shell
        decisions = site.decisions.all.map { site.entry(ofDecision: $0.place, from: shell) }
    }
}

extension DecisionPage {
    init(_ index: Int, of site: Site) {
        let entry = site.decisions.all[index]
        let place = entry.place
        let note = Int(place.note)
        let decision = site.notes.decision(at: place)
        let named = site.options.named(by: place)
        // Many questions are no more than "Which one to use?", which says nothing in a list of tabs.
        let title = site.notes[note].title
        options = site.wording.choice(decision.options.map(\.name))
        let shell = Shell(
            .decision, entry.route,
            title == decision.question ? title : "\(decision.question) · \(title)",
            "\(decision.question) \(options)", of: site)
        self.shell = shell
        question = decision.question
        breadcrumbs = site.breadcrumbs(below: .decide, site.wording.frame.decide, from: shell)
        let source = PageLink(
            title: site.notes[note].title,
            url: site.url(ofNote: note, fragment: decision.anchor?.string, from: shell) ?? "")
        self.source = source
        func option(_ index: Int32, _ words: String) -> Named {
            guard index >= 0 else { return Named(name: words, url: nil) }
            return Named(name: words, url: shell.url(to: site.options.all[Int(index)].route))
        }
        flow = site.flow(of: place, number: 1, from: shell)
        switch decision.form {
        case .rules(let rules):
            let checklist = site.options.checklist(of: place, rules)
            let statements = zip(
                checklist.statements, AnswerID.all(for: checklist.statements.map(OptionName.key))
            ).map { Statement(text: $0, id: $1) }
            form = .rules(
                checklist.rules.indices.map { index in
                    let rule = checklist.rules[index]
                    return Rule(
                        option: option(named.entries[index], rules[index].option.name), choice: rule.choice,
                        match: rule.match, conditions: rule.conditions.map { statements[$0] },
                        exceptions: rule.exceptions.map { statements[$0] })
                })
        case .questions(let tree):
            form = .questions(
                Self.questions(tree) { node, outcome in option(named.entries[node], outcome.text) })
        }
        fallback = decision.fallback.map {
            Fallback(option: option(named.fallback, $0.option.name), sentence: $0.sentence)
        }
        words = Excerpt(of: site.notes[note].body, in: decision.place, source: source) {
            NotePage.Target($0, of: note, site, from: shell)
        }
        comparisons = site.pairs.indices(among: named.options).map { site.entry(ofPair: $0, from: shell) }
    }

    private static func questions(
        _ tree: QuestionTree, _ named: (Int, QuestionTree.Outcome) -> Named
    ) -> [Question] {
        let numbers = tree.questionNumbers
        return tree.nodes.enumerated().compactMap { index, node in
            guard case .question(let text, let branches) = node else { return nil }
            return Question(
                node: index, text: text,
                answers: zip(branches, AnswerID.all(for: branches.map { "\(text)\n\($0.label)" })).map {
                    branch, id in
                    let next: Answer.Next =
                        switch tree.nodes[branch.target] {
                        case .question(let text, _):
                            .question(number: numbers[branch.target] ?? 1, text: text)
                        case .outcome(let outcome): .outcome(named(branch.target, outcome))
                        }
                    return Answer(label: branch.label, id: id, node: branch.target, next: next)
                })
        }
    }
}
