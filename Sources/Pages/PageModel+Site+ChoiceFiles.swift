import Diagnostics
import Linking
import Notes

extension OptionClaims {
    init(_ index: Int, of site: Site) {
        let option = site.options.all[index]
        let shell = Shell(.home, .home, "", "", of: site)
        route = option.route.file("claims.js")
        slug = option.slug.string
        name = option.name
        url = shell.url(to: option.route)
        criteria = site.claims.byCriterion(of: index).map { criterion, claims in
            let cells = claims.map { site.notes.cell(at: $0.cell) }
            return Criterion(
                name: criterion.name, key: criterion.key, verdict: cells.verdict,
                isContested: cells.isContested,
                statements: cells.indicesByText.map { indices in
                    Statement(
                        text: cells[indices[0]].text,
                        sources: indices.map { index in
                            let cell = claims[index].cell
                            return PageLink(
                                title: site.notes[Int(cell.comparison.note)].title,
                                url: site.url(of: cell, from: shell) ?? "")
                        })
                })
        }
    }
}

extension SiteModel {
    init(of site: Site) {
        options = site.options.all.map { option in
            Option(
                slug: option.slug.string, name: option.name, otherNames: option.otherNames,
                url: option.route.url,
                note: option.note.map { site.notes[Int($0)].path.string })
        }
        func slug(_ option: Int32) -> String? { option < 0 ? nil : site.options.all[Int(option)].slug.string }
        comparisons = site.notes.indices.flatMap { note in
            zip(site.notes[note].comparisons, site.options.ofComparisons[note]).map { comparison, columns in
                Table(
                    comparison: comparison, note: site.notes[note].path.string,
                    url: site.routes.ofNote[note]?.url,
                    options: columns.compactMap(slug))
            }
        }
        decisions = site.decisions.all.map { entry in
            let named = site.options.named(by: entry.place)
            return Choice(
                decision: site.notes.decision(at: entry.place),
                note: site.notes[Int(entry.place.note)].path.string, url: entry.route.url,
                options: named.entries.map(slug), fallback: slug(named.fallback))
        }
    }
}
