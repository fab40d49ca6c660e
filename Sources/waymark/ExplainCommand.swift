import ArgumentParser
import Building
import Diagnostics

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell what a rule is about, with examples; without a rule, list all.",
        discussion: """
            EXAMPLE
              waymark explain broken-link
            """)

    @Argument(help: ArgumentHelp("The rule's id, as reports show it in brackets.", valueName: "rule"))
    var rule: String?

    func run() throws {
        guard let id = rule else {
            let width = Rule.all.map(\.id.count).max() ?? 0
            for rule in Rule.all { Terminal.write(Self.line(rule, width: width)) }
            return
        }
        guard let rule = Rule(id: id) else {
            let nearest = KnownNames(Rule.all.map(\.id)).nearest(to: id)
            let hint = String(didYouMean: nearest, otherwise: "`waymark explain` lists all rules")
            throw Terminal.fail("there is no rule \(id): \(hint)")
        }
        Terminal.write(rule.explanation)
    }

    /// `broken-link            error    a link must lead to a note or a file`
    private static func line(_ rule: Rule, width: Int) -> String {
        let id = rule.id.padding(to: width)
        let level = (rule.isOptional ? "off" : rule.severity.rawValue).padding(to: 7)
        return "\(id)  \(level)  \(rule.summary)\n"
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
