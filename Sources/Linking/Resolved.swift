import Diagnostics
import Notes

/// Where all references of all notes lead.
struct Resolved {
    /// For each note where its references lead.
    private(set) var resolutions: [[Resolution]] = []
    /// For each note what is wrong with them, besides those that lead nowhere.
    private(set) var diagnostics: [[Diagnostic]] = []
    /// The references that lead nowhere, in path order.
    private(set) var unresolved: [Site.ReferencePlace] = []
    /// The files that references lead to, in path order.
    private(set) var assets: [SourcePath] = []

    /// - Parameter kept: a site whose notes, but for the unsettled ones, lead where these do.
    init(by tables: Resolver, _ kept: Carryover?) {
        var resolver = tables
        if let kept {
            resolutions = kept.resolutions(resolver.tags)
            diagnostics = kept.site.resolverDiagnostics
            for index in kept.unsettled {
                (resolutions[index], diagnostics[index]) = resolver.resolve(all: index)
            }
        } else {
            resolutions.reserveCapacity(resolver.notes.count)
            diagnostics.reserveCapacity(resolver.notes.count)
            for index in resolver.notes.indices {
                let (found, problems) = resolver.resolve(all: index)
                resolutions.append(found)
                diagnostics.append(problems)
            }
        }
        var used: Set<SourcePath> = []
        for (note, found) in resolutions.enumerated() {
            for (reference, resolution) in found.enumerated() {
                switch resolution {
                case .unresolved: unresolved.append(Site.ReferencePlace(note: note, reference: reference))
                case .asset(let path): used.insert(path)
                case .note, .page, .tag, .external: break
                }
            }
        }
        assets = used.sorted()
    }
}
