import Localisation
package import Notes
import Writers

/// The page of a decision: its flow, its rules or questions one by one, and the author's own words.
package struct DecisionPage: Sendable, Hashable {
    package let shell: Shell
    package let breadcrumbs: [PageLink]
    package let question: String
    /// What there is to choose from, in a line.
    package let options: String
    /// The passage in the note that it stands in.
    package let source: PageLink
    package let flow: Flow
    package let form: Form
    package let fallback: Fallback?
    package let words: Excerpt
    package let comparisons: [NoteEntry]

    package enum Form: Sendable, Hashable {
        case rules([Rule])
        case questions([Question])
    }

    /// An option as a page names it.
    package struct Named: Sendable, Hashable {
        package let name: String
        /// Nil where the words name no option.
        package let url: String?
    }

    package struct Rule: Sendable, Hashable {
        package let option: Named
        /// The number of the first rule that chooses the same.
        package let choice: Int
        package let match: Decision.Match
        package let conditions: [Statement]
        package let exceptions: [Statement]
    }

    /// What a reader may tick.
    package struct Statement: Sendable, Hashable {
        package let text: String
        /// Names it in addresses; the same in every rule.
        package let id: String
    }

    package struct Fallback: Sendable, Hashable {
        package let option: Named
        package let sentence: String
    }

    package struct Question: Sendable, Hashable {
        /// The node's index in the decision's questions.
        package let node: Int
        package let text: String
        package let answers: [Answer]
    }

    package struct Answer: Sendable, Hashable {
        package let label: String
        /// Names it in addresses, among the answers to its question.
        package let id: String
        /// The node that it leads to.
        package let node: Int
        package let next: Next

        package enum Next: Sendable, Hashable {
            /// Another question, with its number from 1.
            case question(number: Int, text: String)
            case outcome(Named)
        }
    }

    func render(_ theme: Theme) -> [UInt8] {
        let words = shell.wording.choices
        let sourceLink: Markup =
            "<a href=\"\(source.url)\"\(shell.wording.languageOfNotes)>\(source.title)</a>"
        var main = Components.breadcrumbs(breadcrumbs, shell.wording)
        main.append(
            """
            <header class="note-header">
            <h1>\(question)</h1>
            <p class="lead">\(options)</p>
            <p class="byline"\(shell.wording.language)>\(words.from.markup(sourceLink))</p>
            </header>
            <section class="decision" data-form="\(formName)" data-question="\(question)" aria-label="\(question)">

            """)
        main.append(flow.figure(shell.wording))
        switch form {
        case .rules(let rules): append(rules, to: &main)
        case .questions(let questions): append(questions, to: &main)
        }
        main.append(literal: "</section>\n")
        main.append(shell.section("words", words.authorsWords, wordsMarkup))
        main.append(shell.section("comparisons", words.compared, comparisons))
        return shell.page(theme, main: main, tools: .decision)
    }

    private var formName: String {
        switch form {
        case .rules: "rules"
        case .questions: "questions"
        }
    }

    private var wordsMarkup: Markup {
        var markup: Markup = "<div class=\"body\">\n"
        var writer = BodyWriter(shell.wording)
        writer.write(words.body, words.targets, to: &markup)
        markup.append(

            "</div>\n<p\(shell.wording.language)><a href=\"\(source.url)\">\(shell.wording.choices.readOn.markup(shell.wording.quoting(source.title)))</a></p>\n"
        )
        return markup
    }

    // MARK: Rules

    private func append(_ rules: [Rule], to main: inout Markup) {
        let words = shell.wording.flows
        main.append(literal: "<ul class=\"rules\">\n")
        for (index, rule) in rules.enumerated() {
            main.append(
                "<li class=\"rule\" data-rule=\"\(index)\" data-choice=\"\(rule.choice)\" data-match=\"\(rule.match.rawValue)\">\n"
            )
            main.append("<p class=\"option\">\(Self.link(rule.option))</p>\n")
            if !rule.conditions.isEmpty {
                main.append(
                    "<p class=\"match\"\(shell.wording.language)>\(words.introduction(rule.match, rule.conditions.count))</p>\n"
                )
                main.append(Self.list(rule.conditions, class: "conditions"))
            }
            if !rule.exceptions.isEmpty {
                main.append(
                    "<p class=\"match\"\(shell.wording.language)>\(words.exception(isAlone: rule.conditions.isEmpty))</p>\n"
                )
                main.append(Self.list(rule.exceptions, class: "exceptions"))
            }
            main.append(literal: "</li>\n")
        }
        if let fallback {
            main.append(
                """
                <li class="rule fallback">
                <p class="match"\(shell.wording.language)>\(words.otherwise)</p>
                <p class="option">\(Self.link(fallback.option))</p>
                <blockquote><p>\(fallback.sentence)</p></blockquote>
                </li>

                """)
        }
        main.append(literal: "</ul>\n")
    }

    private static func list(_ statements: [Statement], class name: StaticString) -> Markup {
        var markup: Markup = "<ul class=\"\(String(describing: name))\">\n"
        for statement in statements {
            markup.append("<li data-answer=\"\(statement.id)\">\(statement.text)</li>\n")
        }
        markup.append(literal: "</ul>\n")
        return markup
    }

    private static func link(_ option: Named) -> Markup {
        option.url.map { "<a href=\"\($0)\">\(option.name)</a>" } ?? "\(option.name)"
    }

    // MARK: Questions

    private func append(_ questions: [Question], to main: inout Markup) {
        main.append(literal: "<ol class=\"questions\">\n")
        for (index, question) in questions.enumerated() {
            main.append(
                "<li id=\"question:\(index + 1)\" data-node=\"\(question.node)\"><p class=\"question\">\(question.text)</p>\n<ul class=\"answers\">\n"
            )
            for (position, answer) in question.answers.enumerated() {
                main.append(
                    "<li data-edge=\"\(question.node):\(position)\" data-answer=\"\(answer.id)\"><span class=\"answer\">\(answer.label)</span> "
                )
                switch answer.next {
                case .question(let number, let text):
                    main.append(
                        "<a class=\"next\" href=\"#question:\(number)\" data-node=\"\(answer.node)\">\(text)</a>"
                    )
                case .outcome(let option):
                    main.append(
                        "<span class=\"outcome\" data-node=\"\(answer.node)\">\(Self.link(option))</span>"
                    )
                }
                main.append(literal: "</li>\n")
            }
            main.append(literal: "</ul></li>\n")
        }
        main.append(literal: "</ol>\n")
    }
}

/// The list of all decisions.
package struct DecisionIndexPage: Sendable, Hashable {
    package let shell: Shell
    package let decisions: [NoteEntry]

    func render(_ theme: Theme) -> [UInt8] {
        var main: Markup = """
            <header class="note-header">
            <h1\(shell.wording.language)>\(shell.title)</h1>
            <p class="byline"\(shell.wording.language)>\(shell.wording.counted(decisions.count, shell.wording.choices.decisions))</p>
            </header>

            """
        main.append(
            "<section class=\"decisions\"\(shell.wording.language) aria-label=\"\(shell.title)\">\n<div\(shell.wording.languageOfNotes)>\(Components.entries(decisions))</div></section>\n"
        )
        return shell.page(theme, main: main)
    }
}
