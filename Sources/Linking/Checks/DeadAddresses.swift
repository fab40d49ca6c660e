package import Diagnostics
import Markdown
import Notes

/// Addresses that readers know, held to a site: what it does not have any more would be dead links in their bookmarks.
package struct DeadAddresses: Sendable {
    package let diagnostics: [Diagnostic]

    /// An address below the site's root.
    package struct Address: Sendable, Hashable {
        /// Percent-encoding undone.
        package let route: RoutePath
        /// Nil for a whole page.
        package let fragment: String?

        package init(_ route: RoutePath, fragment: String? = nil) {
            self.route = route
            self.fragment = fragment
        }
    }

    /// - Parameter configuration: the file that redirects are written into.
    package init(of published: [Address], in site: Site, configuration: SourcePath) {
        let pages = Set(site.addresses)
        let files = Set(site.assets.map { RoutePath("/" + $0.string) })
        var notes: [RoutePath: Int] = [:]
        for redirect in site.routes.redirects {
            if case .note(let note) = redirect.target { notes[redirect.from] = note }
        }
        for (index, route) in site.routes.ofNote.enumerated() { if let route { notes[route] = index } }

        // A list of Waymark's own comes and goes with what is listed.
        let dead = published.filter {
            $0.fragment == nil && !pages.contains($0.route) && !files.contains($0.route)
                && !RoutePath.lists.contains($0.route)
        }
        let moved = Self.moved(dead.map(\.route), site)
        var diagnostics = dead.map { address in
            guard let note = moved[address.route] else {
                return Self.gone(address.route, site, at: configuration)
            }
            let aliases = dead.map(\.route).filter { moved[$0] == note }
            return Self.moved(address.route, to: site.notes[note], aliases)
        }
        for address in published {
            guard let fragment = address.fragment, let note = notes[address.route].map({ site.notes[$0] }),
                !note.anchors.contains(fragment)
            else { continue }
            diagnostics.append(
                Diagnostic(
                    .deadAddress,
                    "the published address \(address.route)#\(fragment) would lead to no heading",
                    at: note.path, hint: "give the heading that it meant its old id: `{#\(fragment)}`"))
        }
        self.diagnostics = diagnostics
    }

    /// For addresses that are gone the only note that has their last part in its own address now.
    private static func moved(_ dead: [RoutePath], _ site: Site) -> [RoutePath: Int] {
        guard !dead.isEmpty else { return [:] }
        var bySlug: [Substring: [Int]] = [:]
        for (index, route) in site.routes.ofNote.enumerated() {
            if let slug = route?.lastComponent { bySlug[slug, default: []].append(index) }
        }
        var moved: [RoutePath: Int] = [:]
        for route in dead where !route.isOfGeneratedPage {
            if let slug = route.lastComponent, let found = bySlug[slug], found.count == 1 {
                moved[route] = found[0]
            }
        }
        return moved
    }

    private static func moved(_ route: RoutePath, to note: Note, _ aliases: [RoutePath]) -> Diagnostic {
        Diagnostic(
            .deadAddress, "the published address \(route) would die", at: note.path,
            hint: "this note seems to have moved: write `aliases: [\(route)]` into its front matter",
            fix: note.fix(adding: aliases))
    }

    /// No note stands for the address: it is told at the file that can lead on from it.
    private static func gone(_ route: RoutePath, _ site: Site, at configuration: SourcePath) -> Diagnostic {
        let hint =
            decision(behind: route, in: site).map {
                "write `\(route): \($0)` below `redirects:` in the configuration"
            }
            ?? "write `\(route)` below `redirects:` in the configuration, with the page that replaces it"
        return Diagnostic(
            .deadAddress, "the published address \(route) would die", at: configuration, hint: hint)
    }

    /// For the address of a decision the only decision of the note that has an alias with its last part.
    private static func decision(behind route: RoutePath, in site: Site) -> RoutePath? {
        guard route.string.hasPrefix(RoutePath.decide.string) else { return nil }
        let notes = site.routes.redirects.compactMap { redirect -> Int? in
            guard case .note(let note) = redirect.target, redirect.from.lastComponent == route.lastComponent
            else { return nil }
            return note
        }
        let decisions = site.decisions.all.filter { notes.contains(Int($0.place.note)) }
        return decisions.count == 1 ? decisions[0].route : nil
    }
}

extension RoutePath {
    fileprivate var lastComponent: Substring? { string.split(separator: "/").last }

    /// Whether the address is that of a page which no note has to itself: its last part is often that of a note that has not moved.
    fileprivate var isOfGeneratedPage: Bool {
        [RoutePath.decide, .compare, .tags, .options].contains { string.hasPrefix($0.string) }
    }
}

extension Note {
    /// The ids that links may name.
    fileprivate var anchors: Set<String> {
        Set(
            (headings + (titleHeading.map { [$0] } ?? [])).map(\.anchor.string)
                + body.blocks.map(\.anchor.string))
    }

    /// The note with aliases more; nil where it has some, whose form only the author knows.
    fileprivate func fix(adding aliases: [RoutePath]) -> Diagnostic.Fix? {
        guard frontMatter.aliases.isEmpty, !source.bytes.isEmpty else { return nil }
        let line = "aliases: [\(aliases.map { "\"\($0)\"" }.joined(separator: ", "))]"
        guard firstBodyLine > 1 else {
            return Diagnostic.Fix(.file, "---\n\(line)\n---\n\(source.text(in: .file))")
        }
        return Diagnostic.Fix(SourceRange(start: .start, length: 3), "---\n\(line)")
    }
}
