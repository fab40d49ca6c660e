import ArgumentParser
import Building
import Diagnostics
import Linking
import Notes
import Writers

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Show what Waymark understood of a note, or of all of them.",
        discussion: """
            EXAMPLE
              waymark inspect eks/irsa.md
              waymark inspect --json
            """)

    @OptionGroup var options: SiteOptions

    @Argument(help: ArgumentHelp("The note's path, title or alias; without it all notes.", valueName: "note"))
    var note: String?

    @Flag(help: "As JSON, in a format that stays.")
    var json = false

    func run() throws {
        try options.run {
            let site = try Build(options.buildOptions()).link().site
            guard let note else {
                Terminal.write(
                    json
                        ? Inspection.json(of: site)
                        : site.notes.indices.map { Inspection.text(of: $0, in: site) }.joined(separator: "\n")
                )
                return .success
            }
            guard let index = Self.find(note, in: site, content: options.source.content) else {
                return Terminal.fail("no note has the path, title or alias \(note)")
            }
            Terminal.write(json ? Inspection.json(of: index, in: site) : Inspection.text(of: index, in: site))
            return .success
        }
    }

    private static func find(_ name: String, in site: Site, content: String) -> Int? {
        // A path may be given as the shell completes it, with the content folder before it.
        let path = name.hasPrefix(content + "/") ? String(name.dropFirst(content.utf8.count + 1)) : name
        if let index = site.names.note(at: SourcePath(path)) { return index }
        switch site.names.match(name, from: "") {
        case .note(let index): return index
        case .ambiguous(let indices): return indices.first
        case .none: return nil
        }
    }
}
