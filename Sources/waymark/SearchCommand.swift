import ArgumentParser
import Search
import Writers

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find notes, in the same order as the search of the site.",
        discussion: """
            The last word may be unfinished. Quotes hold words together; tag:, in:, is:decision, is:comparison, since: and a minus \
            before a word narrow the search.

            EXAMPLE
              waymark search irsa or pod identity
              waymark search 'tag:eks "session name" -fargate' --limit 3
            """)

    @OptionGroup var options: ContentOptions

    @Argument(help: ArgumentHelp("What to look for.", valueName: "query"))
    var words: [String]

    @Option(help: ArgumentHelp("How many notes to show.", valueName: "count"))
    var limit = 10

    @Flag(help: "Write JSON.")
    var json = false

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit takes a number from 1 on") }
    }

    func run() throws {
        try options.withSite(isDated: true) { site in
            var finder = Finder(Shards(of: site), of: site)
            let findings = finder.find(words.joined(separator: " "), limit: limit)
            Terminal.write(
                json ? Self.json(findings) : Self.text(findings, isColored: Terminal.isOutputColored))
            return .success
        }
    }

    private static func text(_ findings: Findings, isColored: Bool) -> String {
        var text = ""
        for correction in findings.corrections {
            text += "no note says \(correction.word)"
            text += correction.instead.map { "; did you mean \($0)?\n" } ?? "\n"
        }
        func strong(_ part: String) -> String { isColored ? "\u{1B}[1m\(part)\u{1B}[0m" : part }
        for hit in findings.answers + findings.hits {
            text += strong(hit.heading.isEmpty ? hit.title : "\(hit.title) › \(hit.heading)")
            text += hit.kind == .note ? "\n" : " (\(hit.kind.rawValue))\n"
            text += "  /\(hit.url == "./" ? "" : hit.url)\n"
            guard !hit.sentence.isEmpty else { continue }
            text += "  "
            for fragment in hit.sentence {
                text +=
                    !fragment.isMarked
                    ? fragment.text : isColored ? strong(fragment.text) : "[\(fragment.text)]"
            }
            text += "\n"
        }
        let more = findings.total - findings.hits.count
        if findings.unread > 0 {
            text += "\(findings.unread) notes with these words were not read: a higher --limit reads more\n"
        } else if findings.hits.isEmpty, findings.answers.isEmpty {
            text += "nothing found\n"
        } else if more > 0 {
            text += "and \(more) more\n"
        }
        return text
    }

    private static func json(_ findings: Findings) -> String {
        var json = JSONWriter(isPretty: true)
        json.object { json in
            json.field("total", findings.total)
            json.field("unread", findings.unread)
            json.array("corrections") { json in
                for correction in findings.corrections {
                    json.object { json in
                        json.field("word", correction.word)
                        json.field("instead", correction.instead)
                    }
                }
            }
            json.array("hits") { json in
                for hit in findings.answers + findings.hits {
                    json.object { json in
                        json.field("kind", hit.kind.rawValue)
                        json.field("title", hit.title)
                        json.field("heading", hit.heading)
                        json.field("url", hit.url)
                        json.field("sentence", hit.sentence.map(\.text).joined())
                        json.field("marked", hit.sentence.filter(\.isMarked).map(\.text))
                    }
                }
            }
        }
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
    }
}
