import Diagnostics
import Linking
import Markdown
import Notes

func note(_ text: String, path: String = "a.md") -> Note {
    Note(compiling: Source(path: SourcePath(path), bytes: Array(text.utf8)))
}

func site(_ files: KeyValuePairs<String, String>, assets: [String] = []) -> Site {
    Site(linking: files.map { note($1, path: $0) }, assets: Set(assets.map { SourcePath($0) }))
}

/// Where a reference leads, in one line.
func shown(_ resolution: Resolution, in site: Site) -> String {
    switch resolution {
    case .note(let index, let place):
        let anchor = place.flatMap(site.notes[index].anchor).map { "#\($0)" } ?? ""
        return site.notes[index].path.string + anchor
    case .asset(let path): return "asset \(path)"
    case .page(let route): return "page \(route)"
    case .tag(let index): return "tag \(site.tags.all[index].name)"
    case .external: return "external"
    case .unresolved: return "nothing"
    }
}

/// Where the references of a note lead.
func resolved(_ path: String, in site: Site) -> [String] {
    site.notes.indices.filter { site.notes[$0].path.string == path }.flatMap { index in
        site.resolutions[index].map { shown($0, in: site) }
    }
}

/// All that linking has to say, with what leads nowhere.
func diagnostics(_ site: Site, withholding withheld: [Note] = []) -> [Diagnostic] {
    (site.diagnostics + site.diagnostics(withholding: NameTable(of: withheld))).sorted()
}

/// `note path → route` of every note, and `alias → note path` of every redirect.
func routes(_ site: Site) -> [String] {
    zip(site.notes, site.routes.ofNote).map { "\($0.path) \($1?.string ?? "none")" }
        + site.routes.redirects.map { redirect in
            switch redirect.target {
            case .note(let note): "\(redirect.from) → \(site.notes[note].path)"
            case .page(let route, _): "\(redirect.from) → \(route)"
            case .outside(let url): "\(redirect.from) → \(url)"
            }
        }
}
