import Diagnostics
import Notes
import Writers

/// What a link that leads nowhere was meant to lead to: a note or file that moved, or one with nearly its name.
///
/// What it looks things up in holds all names of the site, and is made when it is first needed.
struct NearTargets {
    private let site: Site
    /// Every name by which a wikilink finds a note.
    private lazy var noteNames = KnownNames(
        site.notes.flatMap { note in
            [note.title, String(note.path.stem)] + note.frontMatter.aliases.map(\.name)
        })
    /// Everything that a Markdown link can lead to.
    private lazy var files = site.notes.map(\.path) + site.files.sorted()
    private lazy var paths = KnownNames(files.map(\.string))
    /// By file names in lower case the files that have them.
    private lazy var byFileName = Dictionary(grouping: files) { $0.fileName.lowercased() }

    struct Target {
        /// As it goes into the link.
        let written: String
        /// As a hint shows it.
        let shown: String
        /// Whether nothing else can have been meant.
        let isCertain: Bool
    }

    init(in site: Site) { self.site = site }

    mutating func target(meantBy reference: Reference, in note: Note) -> Target? {
        switch reference.kind {
        case .wikilink, .embed: named(reference.target, from: note.path)
        case .link, .image: path(reference.target, from: note.path)
        case .tag, .external: nil
        }
    }

    /// A name that has the path of a note that moved is the note's file name now.
    private mutating func named(_ name: String, from path: SourcePath) -> Target? {
        if name.contains("/"), let last = name.split(separator: "/").last.map(String.init),
            case .note = site.names.match(last, from: path.folder)
        {
            return Target(written: last, shown: "[[\(last)]]", isCertain: true)
        }
        return noteNames.nearest(to: name).map {
            Target(written: $0, shown: "[[\($0)]]", isCertain: false)
        }
    }

    /// The only file of a name is the one, wherever it is now.
    private mutating func path(_ target: String, from path: SourcePath) -> Target? {
        let fileName = SourcePath(target).fileName.lowercased()
        if let found = byFileName[fileName], found.count == 1, fileName.contains(".") {
            return Self.link(to: found[0], from: path, isWhole: target.hasPrefix("/"), isCertain: true)
        }
        guard let meant = path.resolving(target), let nearest = paths.nearest(to: meant.string) else {
            return nil
        }
        return Self.link(
            to: SourcePath(nearest), from: path, isWhole: target.hasPrefix("/"), isCertain: false)
    }

    private static func link(
        to file: SourcePath, from path: SourcePath, isWhole: Bool, isCertain: Bool
    ) -> Target {
        let written = isWhole ? "/" + file.string : file.relative(to: path)
        return Target(
            written: Escaping.percentEncodedPath(written), shown: written, isCertain: isCertain)
    }
}

extension SourcePath {
    /// The path that leads here from another file.
    fileprivate func relative(to other: SourcePath) -> String {
        let (from, to) = (other.components.dropLast(), components)
        let common = zip(from, to.dropLast()).prefix { $0 == $1 }.count
        return (repeatElement("..", count: from.count - common) + to.dropFirst(common)).joined(separator: "/")
    }
}
