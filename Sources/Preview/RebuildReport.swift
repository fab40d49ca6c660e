import Building
package import Diagnostics
import Linking
import Notes

/// What a writer is told of a rebuild.
package struct RebuildReport: Sendable {
    package let isFirst: Bool
    /// Whether there is a site, be it an old one.
    package let hasSite: Bool
    /// How many notes the site has.
    package let noteCount: Int
    /// What was changed, made or removed, by its path below the content folder, in order; empty where it was the configuration.
    package let changed: [SourcePath]
    /// How many pages have changed; nil where that was not counted.
    package let pageCount: Int?
    package let duration: Duration
    /// What is wrong now and was not before.
    package let appeared: Report
    /// What was wrong before and is not any more.
    package let resolved: Report
    /// Why the last good site is still the one that is served, in words or as mistakes in the configuration.
    package let failure: Failure?

    package enum Failure: Sendable {
        case configuration(Report)
        case environment(String)
    }

    init(_ rebuild: Rebuild, pageCount: Int?) {
        let (old, new) = (rebuild.before.site?.linked, rebuild.after.site?.linked)
        isFirst = old == nil && new != nil
        hasSite = new != nil
        noteCount = new?.site.notes.count ?? 0
        changed =
            rebuild.notebook.map { ($0.changedNotes + $0.removedNotes + $0.changedFiles).sorted() } ?? []
        self.pageCount = pageCount
        duration = rebuild.duration
        let difference = Difference(old?.report.diagnostics ?? [], new?.report.diagnostics ?? [])
        appeared = new.map { $0.report.with(difference.appeared) } ?? Report([])
        resolved = old.map { $0.report.with(difference.resolved) } ?? Report([])
        failure =
            switch rebuild.after.failure {
            case nil: nil
            case .configuration(let report): .configuration(report)
            case .environment(let message): .environment(message)
            }
    }
}

/// What two lists of diagnostics, each in order, do not have in common.
private struct Difference {
    let appeared: [Diagnostic]
    let resolved: [Diagnostic]

    init(_ old: [Diagnostic], _ new: [Diagnostic]) {
        // An edit touches few: what both lists begin and end with is soon passed over.
        let start = zip(old, new).prefix { $0 == $1 }.count
        let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
        let (before, now) = (old[start..<old.count - end], new[start..<new.count - end])
        let (known, found) = (Set(before), Set(now))
        appeared = now.filter { !known.contains($0) }
        resolved = before.filter { !found.contains($0) }
    }
}
