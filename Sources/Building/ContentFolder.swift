package import Diagnostics
package import Notes

/// The folder that notes are read from.
package struct ContentFolder: Sendable {
    /// As the user gave it, without a slash at the end.
    package let path: String
    /// The notes' paths, in order.
    package let notes: [SourcePath]
    /// The other files' paths.
    package let assets: Set<SourcePath>
    /// The notes and other files that are symbolic links: they change with the files that they lead to.
    package let links: Set<SourcePath>
    /// What cannot be part of the site.
    package let diagnostics: [Diagnostic]

    /// Looks through the folder. Names that begin with a dot are passed over, and so are symbolic links out of it.
    ///
    /// - Parameter output: where the site goes; what stands there is no note.
    package init(_ path: String, output: String? = nil) throws(FileError) {
        var path = path
        while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
        self.path = path
        guard let root = Files.resolved(path) else { throw FileError("read the folder", path) }
        let excluded = output.flatMap(Files.resolved)
        var notes: [SourcePath] = []
        var assets: Set<SourcePath> = []
        var links: Set<SourcePath> = []
        var diagnostics: [Diagnostic] = []
        func add(_ path: SourcePath) {
            // A manifest has a path a line, and `_waymark` is ours.
            guard !path.string.utf8.contains(where: { $0 < 0x20 }), path.components.first != "_waymark" else {
                diagnostics.append(
                    Diagnostic(
                        .unreadableSource, "the file cannot have this name in a site", at: path,
                        hint: "control characters and the folder `_waymark` are not allowed"))
                return
            }
            if path.isMarkdown { notes.append(path) } else { assets.insert(path) }
        }
        var pending = [""]
        while let folder = pending.popLast() {
            let entries: [Files.Entry]
            do {
                entries = try Files.entries(of: folder.isEmpty ? path : "\(path)/\(folder)")
            } catch {
                // The content folder itself must be there; one below it that is closed to us costs only itself.
                if folder.isEmpty { throw error }
                diagnostics.append(Diagnostic(.unreadableSource, "\(error)", at: SourcePath(folder)))
                continue
            }
            // Whatever a site was written to is no folder of notes, whether or not this command was told of it.
            let isSite = entries.contains { if case .folder(Manifest.folder) = $0 { true } else { false } }
            if isSite, !folder.isEmpty, Files.exists("\(path)/\(folder)/\(Manifest.path)") { continue }
            for entry in entries {
                switch entry {
                case .file(let name): add(SourcePath(folder.isEmpty ? name : "\(folder)/\(name)"))
                case .folder(let name):
                    let inner = folder.isEmpty ? name : "\(folder)/\(name)"
                    if excluded != "\(root)/\(inner)" { pending.append(inner) }
                case .symbolicLink(let name):
                    let link = SourcePath(folder.isEmpty ? name : "\(folder)/\(name)")
                    let target = Files.resolved("\(path)/\(link)")
                    if let target, target.hasPrefix(root + "/"), !Files.isFolder(target) {
                        add(link)
                        links.insert(link)
                    } else {
                        diagnostics.append(Self.diagnostic(link, target))
                    }
                }
            }
        }
        self.notes = notes.sorted()
        self.assets = assets
        self.links = links
        self.diagnostics = diagnostics
    }

    private static func diagnostic(_ link: SourcePath, _ target: String?) -> Diagnostic {
        let reason =
            target == nil
            ? "the symbolic link leads nowhere"
            : "the symbolic link leads to a folder or out of the content folder"
        return Diagnostic(
            .unreadableSource, reason, at: link, hint: "put the file itself into the content folder")
    }

    /// Where a file of the folder is.
    package func file(_ path: SourcePath) -> String { "\(self.path)/\(path)" }

    /// Reads a note.
    package func source(_ path: SourcePath) throws(FileError) -> Source {
        Source(path: path, bytes: try Files.read(file(path)))
    }
}
