package import Diagnostics
import Notes

/// The address of every note and folder, and of the aliases that redirect to notes.
package struct Routes: Sendable {
    /// Nil for a note whose address another note has taken.
    package let ofNote: [RoutePath?]
    package let ofFolder: [RoutePath]
    /// In the order of their addresses.
    package let redirects: [Redirect]
    package let diagnostics: [Diagnostic]

    /// Where an address leads on to.
    package enum Target: Sendable, Hashable {
        /// By an alias.
        case note(Int)
        /// By the configuration: a page of the site, and a place in it.
        case page(RoutePath, fragment: String?)
        /// By the configuration: an address outside.
        case outside(String)
    }

    /// An address that leads on to another one.
    package struct Redirect: Sendable, Hashable {
        package let from: RoutePath
        package let target: Target
    }

    init(of notes: [Note], in folders: Folders, redirects configured: [RedirectSetting] = []) {
        let ofFolder = Self.folderRoutes(folders)
        var taken: [RoutePath: Int] = [:]
        taken.reserveCapacity(notes.count)
        var diagnostics: [Diagnostic] = []
        var ofNote: [RoutePath?] = []
        ofNote.reserveCapacity(notes.count)
        for (index, note) in notes.enumerated() {
            let folder = Int(folders.ofNote[index])
            let isIndex = folders.all[folder].index == Int32(index)
            let route =
                isIndex
                ? ofFolder[folder]
                : ofFolder[folder].appending(Slug(note.frontMatter.slug.map { $0[...] } ?? note.path.stem))
            if let other = taken[route] {
                diagnostics.append(Self.collision(note, notes[other], at: route))
                ofNote.append(nil)
            } else {
                taken[route] = index
                ofNote.append(route)
            }
        }
        self.ofNote = ofNote
        self.ofFolder = ofFolder
        let (aliases, found) = Self.redirects(of: notes, in: folders, ofFolder, taken, diagnostics)
        self.diagnostics = found
        // What the site itself says goes before notes' aliases, and a note's page before both.
        let own = configured.filter { taken[$0.from] == nil }
        let names = Set(own.map(\.from))
        redirects =
            (own.map { Redirect(from: $0.from, target: $0.target) }
            + aliases.filter { !names.contains($0.from) })
            .sorted { $0.from < $1.from }
    }

    /// The last parts of the addresses that notes and folders have right below a page, which pages made for them leave free.
    func slugs(below page: RoutePath) -> Set<String> {
        Set(
            (ofNote.lazy.compactMap { $0 } + ofFolder).lazy.map(\.string)
                .filter { $0.hasPrefix(page.string) && $0.utf8.count > page.string.utf8.count }
                .map { String($0.dropFirst(page.string.count).dropLast()) })
    }

    private static func folderRoutes(_ folders: Folders) -> [RoutePath] {
        var routes: [RoutePath] = []
        for folder in folders.all {
            guard let parent = folder.parent else {
                routes.append(.home)
                continue
            }
            routes.append(routes[parent].appending(Slug(folder.name)))
        }
        return routes
    }

    private static func collision(_ note: Note, _ other: Note, at route: RoutePath) -> Diagnostic {
        Diagnostic(
            .urlCollision, "\(route) is already the page of \(other.path)", at: note.path,
            related: [Diagnostic.Related(path: other.path, note: "this note has the URL")],
            hint: "rename one of the files, or give one a `slug:` of its own")
    }

    /// An alias redirects from the note's own folder; one that begins with `/` from the address it gives.
    private static func redirects(
        of notes: [Note], in folders: Folders, _ ofFolder: [RoutePath], _ taken: [RoutePath: Int],
        _ collisions: [Diagnostic]
    ) -> ([Redirect], [Diagnostic]) {
        var diagnostics = collisions
        var targets: [RoutePath: (note: Int, alias: FrontMatter.Alias)] = [:]
        for (index, note) in notes.enumerated() {
            for alias in note.frontMatter.aliases {
                let route = route(of: alias.name, in: ofFolder[Int(folders.ofNote[index])])
                if let owner = taken[route] {
                    guard owner != index, alias.name.hasPrefix("/") else { continue }
                    diagnostics.append(collision(note, notes[owner], at: route))
                } else if let other = targets[route], other.note != index {
                    diagnostics.append(
                        Diagnostic(
                            .duplicateAlias,
                            "the alias \(alias.name) belongs to \(notes[other.note].path) too",
                            at: note.path, alias.range,
                            related: [
                                Diagnostic.Related(
                                    path: notes[other.note].path, position: other.alias.range.start,
                                    note: "given here first")
                            ], hint: "give the alias to one of the notes"))
                } else {
                    targets[route] = (index, alias)
                }
            }
        }
        let redirects = targets.map { Redirect(from: $0.key, target: .note($0.value.note)) }.sorted {
            $0.from < $1.from
        }
        return (redirects, diagnostics)
    }

    private static func route(of alias: String, in folder: RoutePath) -> RoutePath {
        alias.hasPrefix("/") ? RoutePath(old: alias) : folder.appending(Slug(alias))
    }
}

extension RoutePath {
    /// An address that a page had, as an author writes it.
    package init(old address: some StringProtocol) {
        // An address of an older site may name its file; deeper than this none is.
        var components = address.split(separator: "/").prefix(20)
        let file = components.last.flatMap { $0.hasSuffix(".html") ? $0.dropLast(5) : nil }
        if file != nil { components.removeLast() }
        let route = components.reduce(RoutePath.home) { $0.appending(Slug($1)) }
        guard let file, file != "index" else {
            self = route
            return
        }
        self = route.file("\(Slug(file)).html")
    }
}
