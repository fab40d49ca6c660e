import Building
import Diagnostics
import Linking
import Notes
import Writers

/// The panel at the foot of a page that tells the writer what is wrong with it. It works without a script.
struct Panel: Sendable {
    /// Empty where there is nothing to tell.
    let markup: Markup

    init(_ remarks: Remarks, of edition: Edition, editor: EditorLink?) {
        var marks: [Markup] = []
        if remarks.isDraft { marks.append("<p class=\"writer-mark\">Draft: not published</p>\n") }
        if !remarks.audience.isEmpty {
            let names = remarks.audience.joined(separator: ", ")
            marks.append("<p class=\"writer-mark\">Only for \(names)</p>\n")
        }
        let failure = edition.failure.map { Self.failure($0, hasSite: edition.site != nil, editor) }
        let problems =
            remarks.problems.isEmpty
            ? nil : edition.site.map { Self.problems(remarks.problems, $0.linked.report, editor) }
        guard failure != nil || problems != nil || !marks.isEmpty else {
            markup = ""
            return
        }
        var markup: Markup = """
            <aside id="page:writer" class="writer-panel" lang="en" dir="ltr" aria-label="Preview">
            <link rel="stylesheet" href="\(PreviewAsset.stylesheet.url(in: edition.site))">

            """
        for mark in marks { markup.append(mark) }
        if let problems { markup.append(problems) }
        if let failure { markup.append(failure) }
        markup.append(literal: "</aside>\n")
        self.markup = markup
    }

    private static func problems(_ problems: [Diagnostic], _ report: Report, _ editor: EditorLink?) -> Markup
    {
        let errors = problems.contains { $0.severity == .error }
        let title = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
        return """
            <details class="writer-problems\(errors ? " has-errors" : "")">
            <summary>\(title)</summary>
            \(list(problems, report, editor))</details>

            """
    }

    private static func failure(_ failure: Edition.Failure, hasSite: Bool, _ editor: EditorLink?) -> Markup {
        let content: Markup
        switch failure {
        case .configuration(let report): content = list(report.diagnostics, report, editor)
        case .environment(let message): content = "<p>\(message)</p>\n"
        }
        return """
            <details class="writer-problems has-errors" open>
            <summary>\(hasSite ? "This is the last site that could be built" : "The site cannot be built yet")</summary>
            \(content)</details>

            """
    }

    private static func list(_ problems: [Diagnostic], _ report: Report, _ editor: EditorLink?) -> Markup {
        var markup: Markup = "<ol tabindex=\"0\">\n"
        for problem in problems {
            let start = problem.range.start
            let path = report.shownPath(problem.path)
            let place = "\(path):\(start.line):\(start.column)"
            markup.append(
                "<li class=\"\(problem.severity.rawValue)\">\n<p>\(problem.message) <code>\(problem.rule.id)</code></p>\n"
            )
            if let editor {
                let url = editor.url(path, line: start.line, column: start.column)
                markup.append("<p class=\"place\"><a href=\"\(url)\">\(place)</a></p>\n")
            } else {
                markup.append("<p class=\"place\">\(place)</p>\n")
            }
            if let line = report.line(problem.path, start.line), !line.isEmpty {
                let quoted = QuotedLine(line, marking: problem.range)
                markup.append(
                    "<p class=\"line\"><code>\(quoted.before)<mark>\(quoted.marked)</mark>\(quoted.after)</code></p>\n"
                )
            }
            if let hint = problem.hint { markup.append("<p class=\"hint\">\(hint)</p>\n") }
            markup.append(literal: "</li>\n")
        }
        markup.append(literal: "</ol>\n")
        return markup
    }
}
