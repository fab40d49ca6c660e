import Diagnostics
import Preview
import Writers

/// Tells on the terminal what a preview does: for people a line for each rebuild, for editors a JSON object.
struct ServeDiary: Sendable {
    let isJSON: Bool
    /// Whether drafts are among the notes that are served.
    let showsDrafts: Bool

    /// - Parameter wanted: the port that the user asked for.
    func begin(_ address: Preview.Address, wanted: UInt16) {
        if isJSON {
            write { json in
                json.field("event", "listening")
                json.field("url", address.url + "/")
            }
        } else {
            if address.port != wanted, wanted != 0 {
                Terminal.tell("port \(wanted) is taken, so this is \(address.port)")
            }
            Terminal.tell(paint.strong(address.url + "/"))
        }
        if !address.isLoopback {
            let drafts = showsDrafts ? ", drafts included," : ""
            tell(warning: "others in the network can read the notes\(drafts) at port \(address.port)")
        }
    }

    func tell(warning: String) {
        guard isJSON else { return Terminal.tell("warning: \(warning)") }
        write { json in
            json.field("event", "warning")
            json.field("message", warning)
        }
    }

    func tell(_ report: RebuildReport) {
        if isJSON { tellJSON(report) } else { tellText(report) }
    }

    // MARK: For people

    private var paint: Paint { Paint(isOn: Terminal.isErrorColored) }

    private func tellText(_ report: RebuildReport) {
        let time = "\(Terminal.milliseconds(report.duration)) ms"
        switch report.failure {
        case .configuration(let mistakes):
            Terminal.write(mistakes.rendered(as: .text, isColored: Terminal.isOutputColored))
            Terminal.tell(outlook(report))
            return
        case .environment(let message):
            Terminal.tell("error: \(message); \(outlook(report))")
            return
        case nil: break
        }
        if report.isFirst {
            Terminal.tell("\(report.noteCount) \(report.noteCount == 1 ? "note" : "notes") · \(time)")
        } else {
            let pages = report.pageCount.map { " · \($0) \($0 == 1 ? "page" : "pages")" } ?? ""
            Terminal.tell("\(paint.strong(subject(report))) changed\(paint.faint("\(pages) · \(time)"))")
        }
        Terminal.write(report.appeared.rendered(as: .text, isColored: Terminal.isOutputColored))
        for problem in report.resolved.diagnostics where !isMoved(problem, report) {
            Terminal.tell(
                "\(paint.good("resolved")) \(report.resolved.shownPath(problem.path)):\(problem.range.start.line): \(problem.rule.id)"
            )
        }
    }

    /// What a failed rebuild leaves.
    private func outlook(_ report: RebuildReport) -> String {
        report.hasSite
            ? "the last good site stays until this is mended" : "there is no site until this is mended"
    }

    /// Whether a problem is still there, on another line.
    private func isMoved(_ problem: Diagnostic, _ report: RebuildReport) -> Bool {
        report.appeared.diagnostics.contains {
            ($0.rule, $0.path, $0.message) == (problem.rule, problem.path, problem.message)
        }
    }

    private func subject(_ report: RebuildReport) -> String {
        switch report.changed.count {
        case 0: "configuration"
        case 1...3: report.changed.map(\.string).joined(separator: ", ")
        default: "\(report.changed[0]) and \(report.changed.count - 1) more"
        }
    }

    /// ANSI colours, or none.
    private struct Paint {
        let isOn: Bool

        func strong(_ text: String) -> String { wrap(text, "1") }
        func faint(_ text: String) -> String { wrap(text, "2") }
        func good(_ text: String) -> String { wrap(text, "32") }

        private func wrap(_ text: String, _ code: String) -> String {
            isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
        }
    }

    // MARK: For programs

    private func tellJSON(_ report: RebuildReport) {
        write { json in
            switch report.failure {
            case .configuration:
                json.field("event", "failed")
                json.field("message", "the configuration has mistakes")
            case .environment(let message):
                json.field("event", "failed")
                json.field("message", message)
            case nil:
                json.field("event", report.isFirst ? "built" : "rebuilt")
                json.field("notes", report.noteCount)
                if !report.isFirst { json.field("changed", report.changed.map(\.string)) }
                if let count = report.pageCount { json.field("pages", count) }
                json.field("microseconds", Terminal.microseconds(report.duration))
            }
        }
        if case .configuration(let mistakes) = report.failure { write("problem", mistakes) }
        write("problem", report.appeared)
        write("resolved", report.resolved)
    }

    /// The diagnostics in the form that reports have, each after the line that says what it is.
    private func write(_ event: String, _ report: Report) {
        for line in report.rendered(as: .json).split(separator: "\n") {
            Terminal.write("{\"event\":\"\(event)\",\(line.dropFirst())\n")
        }
    }

    private func write(_ content: (inout JSONWriter) -> Void) {
        var json = JSONWriter()
        json.object(nil, content)
        Terminal.write(json.bytes + [UInt8(ascii: "\n")])
    }
}
