import Linking
import Localisation

// What pages show of the tree of folders: the section beside them, and what a script loads when a reader unfolds a folder.

extension Sidebar {
    /// How many notes are listed on each side of the current one: there may be thousands.
    private static let reach = 12
    /// How many folders are listed in the page's folder.
    private static let mostFolders = 24
    /// A folder on the way shows the folders beside the next one where there are no more than these.
    private static let mostBeside = 8

    /// - Parameters:
    ///   - note: the page's note; nil on the page of a folder that has no note of its own.
    /// - Returns: nil where the page is alone.
    init?(of note: Int?, in folder: Int, of site: Site, from shell: Shell) {
        let entry = site.folders.all[folder]
        let isIndex = note.map { entry.index == Int32($0) } ?? true
        guard folder != 0 || entry.notes.count > (isIndex ? 0 : 1) || !entry.folders.isEmpty else {
            return nil
        }
        let place = note.map { Int(site.folders.places[$0]) } ?? -1
        let start = max(0, min(place - Self.reach, entry.notes.count - 2 * Self.reach - 1))
        let shown = entry.notes[start..<min(entry.notes.count, start + 2 * Self.reach + 1)]
            .filter { site.routes.ofNote[Int($0)] != nil }
        let path = site.path(to: folder)
        way = path.enumerated().map { index, level in
            Level(level, next: index + 1 < path.count ? path[index + 1] : nil, of: site, from: shell)
        }
        notes = shown.compactMap { site.link(to: Int($0), from: shell) }
        current = note.flatMap { shown.firstIndex(of: Int32($0)) }
        more = entry.notes.count - shown.count
        folders = entry.folders.prefix(Self.mostFolders).map { Folder(Int($0), of: site, from: shell) }
    }
}

extension Sidebar.Level {
    fileprivate init(_ folder: Int, next: Int?, of site: Site, from shell: Shell) {
        let entry = site.folders.all[folder]
        link = site.link(toFolder: folder, from: shell)
        let place = next.flatMap { entry.folders.firstIndex(of: Int32($0)) }
        guard let place else {
            (before, after, isWhole) = ([], [], true)
            return
        }
        let showsAll = entry.folders.count <= Sidebar.mostBeside
        func folders(_ some: ArraySlice<Int32>) -> [Sidebar.Folder] {
            showsAll ? some.map { Sidebar.Folder(Int($0), of: site, from: shell) } : []
        }
        before = folders(entry.folders[..<place])
        after = folders(entry.folders[(place + 1)...])
        isWhole = entry.notes.isEmpty && showsAll
    }
}

extension Sidebar.Folder {
    fileprivate init(_ folder: Int, of site: Site, from shell: Shell) {
        let entry = site.folders.all[folder]
        link = site.link(toFolder: folder, from: shell)
        canUnfold = !entry.notes.isEmpty || !entry.folders.isEmpty
    }
}

extension FolderListing {
    /// More are on the folder's page.
    private static let most = 100

    init(_ folder: Int, of site: Site) {
        let entry = site.folders.all[folder]
        let route = site.routes.ofFolder[folder]
        let shell = Shell(.folder, route, "", "", of: site)
        self.route = Self.route(of: route)
        notes = entry.notes.prefix(Self.most).compactMap { site.link(to: Int($0), from: shell) }
        all =
            entry.notes.count > Self.most
            ? site.wording.note.wholeFolder(String(entry.notes.count)) : nil
        folders = entry.folders.prefix(Self.most).map { Sidebar.Folder(Int($0), of: site, from: shell) }
    }

    static func route(of folder: RoutePath) -> RoutePath {
        RoutePath("\(root)\(folder.string.dropFirst())index.js")
    }
}

extension Site {
    /// What is made for folders that readers may unfold: where there are no folders, none.
    var folderListings: [PageModels.Entry] {
        guard folders.all.count > 1 else { return [] }
        // Of two folders with one address, as `A` and `a`, the first has it.
        var taken: Set<RoutePath> = []
        return folders.all.indices.filter {
            !(folders.all[$0].notes.isEmpty && folders.all[$0].folders.isEmpty)
                && taken.insert(routes.ofFolder[$0]).inserted
        }.map { .folderListing($0) }
    }

    /// A folder's page, by the name that readers know it by.
    func link(toFolder folder: Int, from shell: Shell) -> PageLink {
        PageLink(
            title: folder == 0 ? wording.frame.home : folderTitle(folder),
            url: shell.url(to: routes.ofFolder[folder]), isOwn: folder == 0)
    }
}
