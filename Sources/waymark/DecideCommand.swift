import ArgumentParser
import Linking
import Notes

struct DecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Work through a decision of the notes.",
        discussion: """
            Asks on the terminal, with the arrow keys or by numbers, and prints the outcome with its reasons. Where input \
            is no terminal, each line of it is an answer: its number, its label or the beginning of that; for rules several, \
            numbers with spaces between, or statements with commas.

            EXAMPLE
              waymark decide "IRSA or EKS Pod Identity?"
              echo "1 3" | waymark decide irsa-or-eks-pod-identity
            """)

    @OptionGroup var options: ContentOptions

    @Argument(
        help: ArgumentHelp(
            "The question, the title of its note, or the last part of its address; without it all are offered.",
            valueName: "question"))
    var question: String?

    func run() throws {
        try options.withSite { site in
            guard !site.decisions.all.isEmpty else { return Terminal.fail("no note has a decision") }
            let found = question.map { Self.find($0, in: site) } ?? Array(site.decisions.all.indices)
            guard !found.isEmpty else {
                return Terminal.fail(
                    "no note has a decision \(question ?? ""); `waymark decide` offers those there are")
            }
            var chosen = found[0]
            if found.count > 1 {
                let titles = found.map { Self.title(of: site.decisions.all[$0].place, in: site) }
                guard let index = Chooser.one("Which decision?", of: titles) else { return Self.ended }
                chosen = found[index]
            }
            let decision = site.notes.decision(at: site.decisions.all[chosen].place)
            switch decision.form {
            case .rules(let rules):
                return Self.ask(
                    rules, site.options.checklist(of: site.decisions.all[chosen].place, rules), decision)
            case .questions(let tree): return Self.ask(tree)
            }
        }
    }

    /// The input ended before all was answered.
    private static var ended: ExitCode { Terminal.fail("not decided: the answers ended") }

    private static func find(_ name: String, in site: Site) -> [Int] {
        let key = OptionName.key(of: name)
        let entries = site.decisions.all
        if let exact = entries.firstIndex(where: { $0.route == RoutePath.decide.appending(Slug(name)) }) {
            return [exact]
        }
        return entries.indices.filter { index in
            let place = entries[index].place
            return OptionName.key(of: site.notes.decision(at: place).question) == key
                || OptionName.key(of: site.notes[Int(place.note)].title) == key
        }
    }

    private static func title(of place: ModelPlace, in site: Site) -> String {
        "\(site.notes.decision(at: place).question) (\(site.notes[Int(place.note)].title))"
    }

    // MARK: Rules

    private static func ask(_ rules: [Decision.Rule], _ checklist: Checklist, _ decision: Decision)
        -> ExitCode
    {
        guard
            let holding = Chooser.several(
                "Which of these hold?", for: decision.question, of: checklist.statements)
        else { return ended }
        let ranking = RuleRanking(checklist, holding: holding)
        func told(_ choice: Int, _ statements: [Int], is not: String = "") -> String {
            "\(not)\(rules[choice].option.name)\n"
                + statements.map { "  because \(checklist.statements[$0])\n" }.joined()
        }
        var output = ""
        let best = ranking.best
        if best.count > 1 { output += "The note does not say which weighs more:\n" }
        for standing in best {
            output += told(standing.choice, standing.reasons)
            if standing.reasons.isEmpty { output += "  because nothing speaks against it\n" }
        }
        if best.isEmpty {
            guard let fallback = decision.fallback else {
                Terminal.write("No rule applies, and the note gives no default.\n")
                return .success
            }
            output += "\(fallback.option.name)\n  because no rule applies: \(fallback.sentence)\n"
        }
        for standing in ranking.standings where standing.state == .ruledOut {
            output += told(standing.choice, standing.obstacles, is: "Not ")
        }
        Terminal.write(output)
        return .success
    }

    // MARK: Questions

    private static func ask(_ tree: QuestionTree) -> ExitCode {
        var node = 0
        var path: [String] = []
        // A chart may lead in a circle; nobody answers more questions than this.
        while path.count <= 10 * tree.nodes.count {
            switch tree.nodes[node] {
            case .outcome(let outcome):
                Terminal.write("\(outcome.text)\n" + path.map { "  \($0)\n" }.joined())
                return .success
            case .question(let text, let branches):
                guard !branches.isEmpty else { return Terminal.fail("the note gives no answer to: \(text)") }
                guard let answer = Chooser.one(text, of: branches.map(\.label)) else { return ended }
                path.append("\(text) \(branches[answer].label)")
                node = branches[answer].target
            }
        }
        return Terminal.fail("these questions lead in a circle")
    }
}
