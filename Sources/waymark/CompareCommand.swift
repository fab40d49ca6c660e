import ArgumentParser
import Linking
import Notes

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Set options side by side by all that the notes say.",
        discussion: """
            Options go by their names or other names, in any case. Where notes differ, all that they say is shown. \
            Statements without a criterion come last. Names that begin with a dash stand behind `--`.

            EXAMPLE
              waymark compare IRSA "EKS Pod Identity"
              waymark compare irsa "pod identity" --format markdown
              waymark compare -- -O2 -O3
            """)

    @OptionGroup var options: ContentOptions

    @Argument(help: ArgumentHelp("The options; without them all are listed.", valueName: "option"))
    var names: [String] = []

    @Option(help: "How to write the table: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = Format.table

    enum Format: String, CaseIterable, ExpressibleByArgument { case table, markdown, csv, json }

    func run() throws {
        try options.withSite { site in
            guard !names.isEmpty else {
                for option in site.options.all { Terminal.write(option.name + "\n") }
                return .success
            }
            var found: [Int] = []
            for name in names {
                guard let option = site.options.index(named: name) else {
                    return Terminal.fail(
                        "no note has an option \(name); `waymark compare` lists those there are")
                }
                if !found.contains(option) { found.append(option) }
            }
            let table = ClaimTable(found, of: site)
            switch format {
            case .table where table.isEmpty: Terminal.tell("no note says anything of them in a table")
            case .table:
                Terminal.write(table.text(width: Terminal.width, isColored: Terminal.isOutputColored))
            case .markdown: Terminal.write(table.markdown)
            case .csv: Terminal.write(table.csv)
            case .json: Terminal.write(table.json)
            }
            return .success
        }
    }
}
