import Diagnostics
import Linking
import Notes
import Writers

/// What notes say of some options, written for a terminal, a document, a spreadsheet or a program.
struct ClaimTable {
    private let options: [String]
    private let rows: [Row]

    private struct Row {
        /// Empty for statements that the notes set side by side.
        let criterion: String
        let cells: [[Statement]]
    }

    private struct Statement {
        let text: String
        let verdict: Verdict
        let note: String
        let line: Int
    }

    /// - Parameter options: their numbers in the site.
    init(_ options: [Int], of site: Site) {
        func statement(_ place: CellPlace) -> Statement {
            let cell = site.notes.cell(at: place)
            return Statement(
                text: cell.text, verdict: cell.verdict,
                note: site.notes[Int(place.comparison.note)].path.string, line: cell.line)
        }
        self.options = options.map { site.options.all[$0].name }
        rows =
            ClaimMatrix(options, site.claims).rows.map { row in
                Row(
                    criterion: row.criterion.name,
                    cells: row.cells.map { claims in claims.map { statement($0.cell) } })
            }
            + StatementRows(options, of: site).all.map { cells in
                Row(criterion: "", cells: cells.map { cell in cell.map { [statement($0)] } ?? [] })
            }
    }

    /// Whether the notes say nothing of the options in any table.
    var isEmpty: Bool { rows.isEmpty }

    /// The different texts of a cell.
    private func text(_ cell: [Statement]) -> String {
        var seen: Set<String> = []
        return cell.map(\.text).filter { seen.insert(OptionName.key(of: $0)).inserted }.joined(
            separator: " / ")
    }

    // MARK: Terminal

    func text(width: Int, isColored: Bool) -> String {
        // Statements alone need no column of criteria.
        let hasCriteria = rows.contains { !$0.criterion.isEmpty }
        let columns = options.count + (hasCriteria ? 1 : 0)
        let room = max(12, (width - 3 * (columns - 1)) / columns)
        let texts = ([[""] + options] + rows.map { [$0.criterion] + $0.cells.map(text) })
            .map { $0.suffix(columns) }
        var widths = [Int](repeating: 0, count: columns)
        for row in texts {
            for (column, text) in row.enumerated() {
                widths[column] = max(widths[column], min(room, Columns.count(text)))
            }
        }
        var output = ""
        for (index, row) in texts.enumerated() {
            let cells = zip(row, widths).map { Self.wrap($0, $1) }
            for line in 0..<(cells.map(\.count).max() ?? 0) {
                var written = ""
                for (column, (cell, width)) in zip(cells, widths).enumerated() {
                    let text = line < cell.count ? cell[line] : ""
                    let isHead = index == 0 || (hasCriteria && column == 0)
                    written += isColored && isHead && !text.isEmpty ? "\u{1B}[1m\(text)\u{1B}[0m" : text
                    if column < columns - 1 {
                        written += String(repeating: " ", count: max(0, width - Columns.count(text)) + 3)
                    }
                }
                output += written.trimmingEnd + "\n"
            }
            if index == 0 {
                output += widths.map { String(repeating: "─", count: $0) }.joined(separator: "   ") + "\n"
            }
        }
        return output
    }

    /// Breaks a text into lines of at most so many columns.
    private static func wrap(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            var word = String(word)
            if !line.isEmpty, Columns.count(line) + 1 + Columns.count(word) <= width {
                line += " " + word
                continue
            }
            if !line.isEmpty { lines.append(line) }
            while Columns.count(word) > width {
                let part = Columns.prefix(word, width)
                lines.append(String(part))
                word = String(word[part.endIndex...])
            }
            line = word
        }
        return line.isEmpty ? lines : lines + [line]
    }

    // MARK: Documents

    var markdown: String {
        func row(_ cells: [String]) -> String {
            "| " + cells.map(MarkdownText.escaped).joined(separator: " | ") + " |\n"
        }
        return row([""] + options) + "|" + String(repeating: " --- |", count: options.count + 1) + "\n"
            + rows.map { row([$0.criterion] + $0.cells.map(text)) }.joined()
    }

    /// RFC 4180: lines end with CR LF, and what holds a comma, a quotation mark or a line end stands in quotation marks.
    /// What a spreadsheet would run as a formula begins with an apostrophe (OWASP, CSV Injection); a number does not.
    var csv: String {
        func quoted(_ text: String) -> String {
            let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
            let text = isFormula && Double(text) == nil ? "'\(text)" : text
            guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
            return "\""
                + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                + "\""
        }
        func row(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\r\n" }
        return row(["Criterion"] + options) + rows.map { row([$0.criterion] + $0.cells.map(text)) }.joined()
    }

    var json: String {
        var json = JSONWriter(isPretty: true)
        json.object { json in
            json.field("options", options)
            json.array("criteria") { json in
                for row in rows {
                    json.object { json in
                        json.field("name", row.criterion)
                        json.array("cells") { json in
                            for cell in row.cells {
                                json.array { json in
                                    for statement in cell {
                                        json.object { json in
                                            json.field("text", statement.text)
                                            json.field("verdict", statement.verdict.rawValue)
                                            json.field("note", statement.note)
                                            json.field("line", statement.line)
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
