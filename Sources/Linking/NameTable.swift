package import Diagnostics
package import Notes

/// By which names notes can be reached.
///
/// A wikilink's name is looked up in this order, and the first that is found counts; letter case does not matter:
///
/// 1. a path from the content folder, or the end of one, with or without `.md` (`eks/irsa`, `irsa`, `irsa.md`);
///    with a leading slash only the whole path (`/irsa`); a folder's name or path for its `index.md` or `README.md`
/// 2. a title
/// 3. an alias
///
/// Where one step finds several notes, one in the folder of the note that links wins; otherwise the name is ambiguous.
package struct NameTable: Sendable {
    private let byFileName: [String: Candidates]
    private let byTitle: [String: Candidates]
    private let byAlias: [String: Candidates]
    /// Paths in lower case without extension; a folder's page also has its folder's path.
    private let paths: [String]
    private let folderPaths: [String]

    /// Notes that share a name. Nearly always one, which needs no array.
    private enum Candidates: Sendable {
        case one(Int32)
        case several([Int32])

        /// Nil for no notes.
        init?(_ notes: [Int32]) {
            guard let first = notes.first else { return nil }
            self = notes.count == 1 ? .one(first) : .several(notes)
        }

        mutating func add(_ note: Int32) {
            switch self {
            case .one(let first): if first != note { self = .several([first, note]) }
            case .several(var notes):
                guard notes.last != note else { return }
                // Let go of the array first: one that two hold is copied by every append.
                self = .one(note)
                notes.append(note)
                self = .several(notes)
            }
        }

        var notes: [Int32] {
            switch self {
            case .one(let note): [note]
            case .several(let notes): notes
            }
        }
    }

    /// What a name leads to.
    package enum Match: Sendable, Hashable {
        case none
        case note(Int)
        /// Several notes, in path order; the first is taken.
        case ambiguous([Int])
    }

    package init(of notes: [Note]) {
        var paths: [String] = []
        var folderPaths: [String] = []
        paths.reserveCapacity(notes.count)
        folderPaths.reserveCapacity(notes.count)
        var byFileName: [String: Candidates] = [:]
        var byTitle: [String: Candidates] = [:]
        var byAlias: [String: Candidates] = [:]
        byFileName.reserveCapacity(notes.count)
        byTitle.reserveCapacity(notes.count)
        for (position, note) in notes.enumerated() {
            let index = Int32(position)
            let stem = note.path.stem.lowercased()
            let folder = note.path.folder.lowercased()
            paths.append(folder.isEmpty ? stem : "\(folder)/\(stem)")
            folderPaths.append(note.path.folderPageRank == nil ? "" : folder)
            Self.add(index, stem, to: &byFileName)
            if let name = folderPaths[position].split(separator: "/").last {
                Self.add(index, String(name), to: &byFileName)
            }
            Self.add(index, note.title.lowercased(), to: &byTitle)
            for alias in note.frontMatter.aliases { Self.add(index, alias.name.lowercased(), to: &byAlias) }
        }
        self.byFileName = byFileName
        self.byTitle = byTitle
        self.byAlias = byAlias
        self.paths = paths
        self.folderPaths = folderPaths
    }

    private static func add(_ note: Int32, _ name: String, to table: inout [String: Candidates]) {
        if table[name]?.add(note) == nil { table[name] = .one(note) }
    }

    /// Looks a wikilink's name up.
    ///
    /// - Parameter folder: the folder of the note that links.
    package func match(_ name: String, from folder: Substring) -> Match {
        let name = name.lowercased()
        switch files(named: name) ?? byTitle[name] ?? byAlias[name] {
        case nil: return .none
        case .one(let note): return .note(Int(note))
        case .several(let notes):
            let folder = folder.lowercased()
            let near = notes.filter { isIn(folder, Int($0)) }
            return near.count == 1 ? .note(Int(near[0])) : .ambiguous(notes.map(Int.init))
        }
    }

    private func isIn(_ folder: String, _ note: Int) -> Bool {
        let path = paths[note]
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return folder.isEmpty }
        return path[..<slash] == folder
    }

    private func files(named name: String) -> Candidates? {
        let slash = UInt8(ascii: "/")
        var bytes = name.utf8[...]
        for ending in [".md", ".markdown"] where Substring(bytes).hasSuffix(ending) {
            bytes = bytes.dropLast(ending.utf8.count)
        }
        let isWhole = bytes.first == slash
        bytes = bytes.drop { $0 == slash }
        while bytes.last == slash { bytes.removeLast() }
        let lastSlash = bytes.lastIndex(of: slash)
        let last = lastSlash.map { bytes[bytes.index(after: $0)...] } ?? bytes
        guard !last.isEmpty, let found = byFileName[String(Substring(last))] else { return nil }
        let path = Substring(bytes)
        func isNamed(_ note: Int32) -> Bool {
            Self.ends(paths[Int(note)], with: path) || Self.ends(folderPaths[Int(note)], with: path)
        }
        func isWhollyNamed(_ note: Int32) -> Bool {
            paths[Int(note)] == path || (isWhole && folderPaths[Int(note)] == path)
        }
        switch found {
        case .one(let note): return isNamed(note) && (!isWhole || isWhollyNamed(note)) ? found : nil
        case .several(let notes):
            let matching = notes.filter(isNamed)
            // A whole path is the one, even if it is also the end of another.
            let whole = matching.filter(isWhollyNamed)
            return Candidates(isWhole || (lastSlash != nil && !whole.isEmpty) ? whole : matching)
        }
    }

    private static func ends(_ path: String, with end: Substring) -> Bool {
        let (path, end) = (path.utf8, end.utf8)
        guard path.count >= end.count, path.suffix(end.count).elementsEqual(end) else { return false }
        return path.count == end.count || path.dropLast(end.count).last == UInt8(ascii: "/")
    }

    /// The note at exactly this path, with or without extension; a folder's path means its page.
    package func note(at path: SourcePath) -> Int? {
        var key = path.string.lowercased()[...]
        if path.isMarkdown { key = key.dropLast(path.fileExtension.utf8.count + 1) }
        guard let last = key.split(separator: "/").last else {
            return byFileName["index"]?.notes.map(Int.init).first { paths[$0] == "index" }
                ?? byFileName["readme"]?.notes.map(Int.init).first { paths[$0] == "readme" }
        }
        let found = byFileName[String(last)]?.notes ?? []
        return (found.first { paths[Int($0)] == key } ?? found.first { folderPaths[Int($0)] == key }).map(
            Int.init)
    }
}
